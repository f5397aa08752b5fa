"""What the page says on a mention: whose the label is, on whose word, and what else the concept is called."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.annotation.model import Unresolved
from service.lexicon.model import Concept, Label, Lexicon, Source, Use
from service.web.pages import phrases
from service.web.pages.filters import Mention
from service.web.pages.label_groups import LanguageGroup, by_language
from service.web.pages.localization import term, translated
from service.web.pages.marked import ADVISED, QUOTED, SIGNS, UNRESOLVED, Mark, stance_name, stance_of
from service.web.pages.records import Record, records


@dataclass(frozen=True, slots=True)
class Citation:
    """A use, in words: who used the label, when, and where that is written."""

    who: str
    when: str
    source: Source
    at: str | None
    link: str | None


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
        names = self._lexicon.perspectives
        return [
            f"{side}: {', '.join(term('perspectives', names[key].name) for key in keys)}"
            for side, keys in phrases.whose(label, self._lexicon)
        ]

    def citations(self, label: Label) -> list[Citation]:
        """The uses of the label, in the order of the lexicon."""
        return [self._citation(use) for use in label.uses]

    def records(self, concept: Concept) -> list[Record]:
        """The concept's records in gazetteers elsewhere that can be read there."""
        return [record for record in records(concept) if record.address]

    def since(self, label: Label) -> str:
        """Since when the label is recorded; empty if any use has no beginning, as it may be older."""
        starts = [use.dates.start for use in label.uses]
        known = [start for start in starts if start is not None]
        return phrases.first_day(min(known)) if known and len(known) == len(starts) else ""

    def by_language(self, labels: Iterable[Label]) -> list[LanguageGroup]:
        """Labels in groups of one language each."""
        return by_language(labels, self._lexicon)

    def candidates(self, mention: Mention) -> Iterator[Concept]:
        """The concepts that an unresolved mention might stand for."""
        if not isinstance(mention, Unresolved):
            return
        for concept_id in mention.candidates:
            yield self._lexicon.concepts[concept_id]

    def legend(self, marks: Sequence[Mark]) -> list[Sign]:
        """What the lines and letters that occur mean, each with its number; quoted speech and the style come last."""
        unsettled = translated("may stand for several things; not guessed")
        stances = self._lexicon.vocabulary.stances.items()
        meanings = {**{stance: term("stances", told) for stance, told in stances}, UNRESOLVED: unsettled}
        mentions = Counter(stance_of(mark.mention) for mark in marks)
        quoted = sum(mark.mention.in_quotation for mark in marks)
        advised = sum("advised" in mark.traits for mark in marks)
        signs = [
            Sign(stance_name(stance), stance, letter, meanings[stance], mentions[stance])
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

    def _citation(self, use: Use) -> Citation:
        source = self._lexicon.sources[use.source]
        who = term("perspectives", self._lexicon.perspectives[use.by].name)
        return Citation(who, phrases.when(use.dates), source, use.at, phrases.web_link(source.url))
