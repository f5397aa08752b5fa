"""What a text says around a form: words, neighbours, dates, and the concepts already recognized."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache, cached_property

from service.annotation.mentions import Mention, Mentions
from service.annotation.years import Year, fitting, years_in
from service.lexicon.model import Dates, When
from service.text.boundaries import Passages, Span, enclosing
from service.text.enumeration import AND, list_end, list_start
from service.text.folding import Folded, fold
from service.text.units import FIRST, JOINER, LAST, QUOTE

# A full stop behind a year's abbreviation, “2020թ.” or «2020 г.», ends nothing.
_CLAUSE_END = re.compile(r"[,;:!?()\n։՝؛،]|(?<!\d[թг])(?<!\d [թг])(?<!թթ)(?<!гг)\.")
_PARTING = re.compile(rf"[,;.:!?…։՝–—]|\s(?:{AND}|or|oder|ou|или|կամ|ან)\s")
_WIDEST_GAP = 24  # code points between a place and its district
_LONGEST_BESIDE = 60  # code points of the district and the gap
_BESIDE = 30  # code points: three or four words
_NEIGHBOUR_UNITS = 80
_GAPS = chr(JOINER) + chr(QUOTE)

# How near evidence is, the least first: whether other concepts are named than the one meant; then, for the
# one meant, the sentences since it was last named; for others 0 in the same sentence, 1 in the paragraph, 2 elsewhere.
Nearness = tuple[bool, int]
_NAMED_LATER = 1 << 20
_FAR = 2  # neither in the sentence nor in the paragraph


class Evidence:
    """One text, asked about by the context tests. Holds nothing beyond the call that made it."""

    def __init__(self, passages: Passages, folded: Folded, as_of: date | None) -> None:
        self._passages = passages
        self._text = passages.text
        self._folded = folded
        self.as_of = as_of
        self.ends: Mapping[int, int] = {}  # of the names that were found, by their start
        # Answers that many forms of one sentence or document ask for; without them a long sentence costs its square.
        self._words: dict[tuple[Span | None, str], bool] = {}

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions()

    @cached_property
    def _others(self) -> Mentions:
        """Where somebody else of a person's surname is named."""
        return Mentions()

    def add_mentions(self, mentions: Iterable[Mention]) -> None:
        """Note concepts as recognized at a place."""
        self._mentions.add(mentions)

    def add_others(self, others: Iterable[Mention]) -> None:
        """Note where somebody else with the surname of a person is named."""
        self._others.add(others)

    @property
    def mentioned(self) -> frozenset[str]:
        """The concepts recognized anywhere in the text."""
        return self._mentions.within(None)

    def other_since(self, start: int, concept: str) -> bool:
        """Whether the sentence before `start`, or what comes before in its own, names somebody else of that surname.

        Not if the person is named after that.
        """
        other = self._others.last_before(concept, start)
        if other is None:
            return False
        own = self._mentions.last_before(concept, start)
        there = self._sentence_number(other)
        return self._sentence_number(start) - there <= 1 and (own is None or self._sentence_number(own) <= there)

    def supports(self, when: When, start: int, units: Span, listed: bool = False) -> str | None:
        """Why `when` holds for the form that begins at code point `start` and covers `units`; None if it does not.

        With `listed`, words before or after it may stand at the ends of the list that it is in.
        """
        scope = self._scope(when.same, start)
        reasons: list[str] = []
        checks: tuple[tuple[object, Callable[[], str | None]], ...] = (
            (when.mentions, lambda: self._mention_in(scope, when.mentions)),
            (when.as_of, lambda: self._dated(when.as_of, start, units)),
            (when.words, lambda: self._word_in(scope, when.words)),
            (when.before, lambda: self._before(units, when.before, listed)),
            (when.after, lambda: self._after(units, when.after, listed)),
        )
        for wanted, check in checks:
            if wanted:
                found = check()
                if found is None:
                    return None
                reasons.append(found)
        if when.without and self._word_in(scope, when.without):
            return None
        return "; ".join(reasons)

    def nearness(self, when: When, start: int, concept: str) -> Nearness:
        """How near to `start` the mentions stand that `when` asks for; one of `concept` itself counts most.

        Of persons named before, the last is meant; of places around a village, those in its sentence tell the most.
        """
        scope = self._scope(when.same, start)
        if concept in when.mentions and concept in self._mentions.within(scope):
            own = self._mentions.last_before(concept, start)
            if own is None or (scope is not None and own < scope[0]):
                return False, _NAMED_LATER
            return False, self._sentence_number(start) - self._sentence_number(own)
        return True, self._level(when.mentions, start)

    def level(self, concepts: Collection[str], span: Span) -> int:
        """How near to the form at `span` one of the concepts is named: -1 beside it, 0 in its sentence, 1 paragraph."""
        beside = self._mentions.starting(span[0] - _LONGEST_BESIDE, span[1] + _WIDEST_GAP)
        if any(concept in concepts and self._joined(place, span) for place, concept in beside):
            return -1
        return self._level(concepts, span[0])

    def _level(self, concepts: Collection[str], start: int) -> int:
        """In what around `start` one of the concepts is named: 0 its sentence, 1 its paragraph, 2 neither."""
        around = enumerate(self._passages.around(start))
        return next((level for level, where in around if not self._mentions.within(where).isdisjoint(concepts)), _FAR)

    def _joined(self, place: int, span: Span) -> bool:
        """Whether nothing but a few small words parts the mention at `place` from the form at `span`."""
        gap = (self.ends.get(place, place), span[0]) if place < span[0] else (span[1], place)
        return 0 < gap[1] - gap[0] <= _WIDEST_GAP and not _PARTING.search(self._text, *gap)

    def _sentence_number(self, place: int) -> int:
        return bisect_right(self._passages.sentences, (place, len(self._text) + 1))

    def _scope(self, same: str, start: int) -> Span | None:
        """The code points of the sentence or paragraph around `start`; None for the whole document."""
        if same == "document":
            return None
        return enclosing(self._passages.sentences if same == "sentence" else self._passages.paragraphs, start)

    def _mention_in(self, scope: Span | None, concepts: tuple[str, ...]) -> str | None:
        here = self._mentions.within(scope)
        found = next((concept for concept in concepts if concept in here), None)
        return found and f"the text mentions {found}"

    def _word_in(self, scope: Span | None, words: tuple[str, ...]) -> str | None:
        found = next((word for word in words if self._has(scope, word)), None)
        return found and f"“{found}” stands in the text"

    def _has(self, scope: Span | None, word: str) -> bool:
        known = self._words.get((scope, word))
        if known is None:
            units = self._folded.units
            if scope is not None:
                # Most words stand nowhere in the text, which need not be found out for each sentence.
                units = (
                    units[self._folded.unit(scope[0]) : self._folded.unit(scope[1])] if self._has(None, word) else ""
                )
            known = self._words[scope, word] = any(pattern in units for pattern in _patterns(word))
        return known

    def _before(self, span: Span, words: tuple[str, ...], listed: bool) -> str | None:
        found = self._ending_at(span[0], words)
        if found is None and listed:
            start = self._folded.original(*span)[0]
            head = list_start(self._text, start)
            found = self._ending_at(self._folded.unit(head), words) if head < start else None
        return found and f"“{found}” stands before it"

    def _ending_at(self, unit: int, words: tuple[str, ...]) -> str | None:
        units = self._folded.units[max(0, unit - _NEIGHBOUR_UNITS) : unit].rstrip(_GAPS)
        return next((word for word in words if _ends_with(units, word)), None)

    def _after(self, span: Span, words: tuple[str, ...], listed: bool) -> str | None:
        found = self._beginning_at(span[1], words)
        if found is None and listed:
            end = self._folded.original(*span)[1]
            tail = list_end(self._text, end)
            found = self._beginning_at(self._folded.unit(tail), words) if tail > end else None
        return found and f"“{found}” stands after it"

    def _beginning_at(self, unit: int, words: tuple[str, ...]) -> str | None:
        units = self._folded.units[unit : unit + _NEIGHBOUR_UNITS].lstrip(_GAPS)
        return next((word for word in words if units.startswith(_patterns(word))), None)

    def _dated(self, wanted: Dates | None, start: int, units: Span) -> str | None:
        """Whether the nearest date fits: a year beside the form, else the article's date, else a year in the text."""
        if wanted is None:
            return None
        beside = self._years_beside(start, self._folded.original(*units)[1])
        if beside:
            found = fitting((year.told_on(self.as_of) for year in beside), wanted)
            return None if found is None else f"the year {found} stands beside it"
        if self.as_of is not None:
            return f"the text is of {self.as_of}" if wanted.covers(self.as_of) else None
        found = fitting(self._years, wanted)
        return None if found is None else f"the text names the year {found}"

    def _years_beside(self, start: int, end: int) -> list[Year]:
        """The years a few words before or after the span, with no punctuation between."""
        before = _CLAUSE_END.split(self._text[max(0, start - _BESIDE) : start])[-1]
        after = _CLAUSE_END.split(self._text[end : end + _BESIDE])[0]
        return [*years_in(before), *years_in(after)]

    @cached_property
    def _years(self) -> list[Year]:
        return sorted(set(years_in(self._text)), key=lambda year: (year.days.start, year.written))


def _ends_with(units: str, word: str) -> bool:
    """Whether the folded text ends with the word or phrase; with a word that begins so for `word*`."""
    patterns = _patterns(word)
    if units.endswith(patterns):
        return True
    if not word.endswith("*"):
        return False
    beginning = patterns[-1]
    place = units.rfind(beginning)
    rest = units[place + len(beginning) :]
    return place >= 0 and not any(ord(unit) & FIRST for unit in rest)  # a word or a sign would begin there


@cache
def _patterns(words: str) -> tuple[str, ...]:
    """What to look for in folded text. `words*` also finds longer words that begin so. Bounded by the lexicon.

    The lint sees to it that a letter stands before the asterisk.
    """
    if not words.endswith("*"):
        return (fold(words).units,)
    whole = fold(words[:-1]).units
    return (whole, whole[:-1] + chr(ord(whole[-1]) - LAST))
