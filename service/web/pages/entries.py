"""What the page says on a mention: whose the label is, on whose word, and what else the concept is called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from service.annotation.model import Unresolved
from service.lexicon.model import Concept, Dates, Label, Lexicon, Perspective, Source, Use
from service.web.pages.filters import Mention
from service.web.pages.localization import translated
from service.web.pages.marked import ADVISED, QUOTED, SIGNS, UNRESOLVED, Mark, stance_of
from service.web.pages.records import Record, records

# The languages of the dispute and of most readers come first; each of the two groups is in order of the English names.
_FIRST_LANGUAGES = ("az", "en", "hy", "ru")


@dataclass(frozen=True, slots=True)
class Citation:
    """A use, in words: who used the label, when, and where that is written."""

    who: str
    when: str
    source: Source
    at: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class LanguageGroup:
    """The labels of one language, in alphabetical order."""

    tag: str
    name: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend. `look` is the class of the marks that it explains."""

    name: str
    look: str
    letter: str
    meaning: str
    mentions: int


class Wording:
    """Puts entries into words with the names that the lexicon has for perspectives, sides, languages and sources."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def whose(self, label: Label) -> list[str]:
        """Who uses the label: each side with its bodies, then the bodies of no side."""
        by_side: dict[str | None, list[str]] = {}
        for key in label.perspectives:
            perspective = self._lexicon.perspectives[key]
            by_side.setdefault(self._side(perspective), []).append(perspective.name)
        independent = by_side.pop(None, [])
        return [f"{side}: {', '.join(names)}" for side, names in sorted(by_side.items(), key=str)] + independent

    def citations(self, label: Label) -> list[Citation]:
        """The uses of the label, in the order of the lexicon."""
        return [self._citation(use) for use in label.uses]

    def records(self, concept: Concept) -> list[Record]:
        """The concept's records in gazetteers elsewhere that can be read there."""
        return [record for record in records(concept) if record.address]

    def since(self, label: Label) -> str:
        """The first day of which a use is recorded; empty if any use is undated, as it may be older."""
        starts = [use.dates.start for use in label.uses]
        return min(start.isoformat() for start in starts if start) if starts and all(starts) else ""

    def by_language(self, labels: Iterable[Label]) -> list[LanguageGroup]:
        """Labels in groups of one language each."""
        ordered = sorted(
            labels, key=lambda label: (*self._rank(label.lang), label.text.casefold(), label.text, label.type)
        )
        return [
            LanguageGroup(tag, self._language(tag), tuple(group))
            for tag, group in groupby(ordered, key=lambda label: label.lang)
        ]

    def candidates(self, mention: Mention) -> Iterator[Concept]:
        """The concepts that an unresolved mention might stand for."""
        if not isinstance(mention, Unresolved):
            return
        for concept_id in mention.candidates:
            yield self._lexicon.concepts[concept_id]

    def legend(self, marks: Sequence[Mark]) -> list[Sign]:
        """What the lines and letters that occur mean, each with its number; quoted speech and the style come last."""
        unsettled = translated("may stand for several things; not guessed")
        meanings = {**self._lexicon.vocabulary.stances, UNRESOLVED: unsettled}
        mentions = Counter(stance_of(mark.mention) for mark in marks)
        quoted = sum(mark.mention.in_quotation for mark in marks)
        advised = sum("advised" in mark.traits for mark in marks)
        signs = [
            Sign(stance, stance, letter, meanings[stance], mentions[stance])
            for stance, letter in SIGNS.items()
            if mentions[stance]
        ]
        if quoted:
            meaning = translated("any of these in somebody else’s words")
            signs.append(Sign(translated("in quoted speech"), "quoted", QUOTED, meaning, quoted))
        if advised:
            meaning = translated("the house style has something to say of it")
            signs.append(Sign(translated("house style"), "advised", ADVISED, meaning, advised))
        return signs

    def _rank(self, tag: str) -> tuple[bool, str, str]:
        return tag not in _FIRST_LANGUAGES, self._language(tag), tag

    def _language(self, tag: str) -> str:
        return self._lexicon.vocabulary.languages.get(tag, tag)

    def _side(self, perspective: Perspective) -> str | None:
        if perspective.side is None:
            return None
        sides = (
            pack.sides[perspective.side] for pack in self._lexicon.packs.values() if perspective.side in pack.sides
        )
        return next(sides, perspective.side)

    def _citation(self, use: Use) -> Citation:
        source = self._lexicon.sources[use.source]
        # Only the web's own addresses become links; a source could name anything.
        link = source.url if source.url and source.url.startswith(("https://", "http://")) else None
        return Citation(self._lexicon.perspectives[use.by].name, _when(use.dates), source, use.at, link)


def _when(dates: Dates) -> str:
    start, until = (day.isoformat() if day else None for day in (dates.start, dates.until))
    if start and until:
        return f"from {start} until {until}"
    if start:
        return f"from {start}"
    return f"until {until}" if until else ""
