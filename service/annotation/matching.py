"""From a folded text to candidates: find, check capitals, take in qualifiers, choose among overlapping spans."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from msgspec import Struct

from service.annotation.gazetteer import Gazetteer
from service.annotation.initialled import Initialled
from service.annotation.meaning import BORROWED, Ambiguity, Bearers, Distancing, Entry, Guard, Name
from service.annotation.qualifiers import Qualifiers
from service.text.characters import QUOTES
from service.text.folding import Folded
from service.text.languages import Languages
from service.text.quotation import closed

QUOTED = "quotation marks"

_SPACES = frozenset(" \u00a0\u202f")
_QUOTE = re.compile(f"[{''.join(QUOTES)}]")
SPAN = attrgetter("start", "end")


class Candidate(Struct, frozen=True, eq=False, gc=False):
    """A span of the text with what it might mean.

    `units` bounds the form (without qualifiers) in the folded text. `distanced` is how the writer keeps a distance from
    the name: the words before it ("so-called"), or QUOTED where it stands in quotation marks of its own.
    """

    start: int
    end: int
    meaning: Name | Ambiguity | Guard
    units: tuple[int, int]
    distanced: str | None

    @property
    def concepts(self) -> tuple[str, ...]:
        """IDs of the concepts that the candidate may stand for, each once."""
        if isinstance(self.meaning, Name):
            return (self.meaning.concept.id,)
        if isinstance(self.meaning, Guard):
            return self.meaning.concepts
        return tuple(dict.fromkeys(sense.concept for sense in self.meaning.ambiguous.senses))


def candidates(
    text: str,
    folded: Folded,
    gazetteer: Gazetteer,
    qualifiers: Qualifiers,
    initialled: Initialled,
    languages: Languages,
) -> list[Candidate]:
    """All candidates in the order of their start, then end; for each span the most specific meaning."""
    found: list[Candidate] = []
    distancing: dict[int, str] = {}  # by the unit that follows the words; the automaton reports them before the name
    reader = _Reader(text, folded, qualifiers, initialled, languages)
    patterns = gazetteer.patterns
    latest, in_order = 0, True
    for first, last, place in gazetteer.find(folded.sketch):
        known = patterns[place]
        start, end = folded.original(first, last)
        meaning: Name | Ambiguity | Guard
        if known.plain is not None and text[start:end] == known.spelling:
            meaning = known.plain
        else:
            start, end, read = reader.read(known.meanings.get(folded.units[first:last], ()), first, start, end)
            if read is None:
                continue
            if isinstance(read, Distancing):
                distancing[last] = read.form
                continue
            meaning = read
            end = closed(text, start, end)
        distanced = distancing.get(folded.unit(start) - 1) if distancing else None
        if distanced is None:
            before = text[start - 1 : start]
            if before in QUOTES or not text[start:end].isalpha() or (before in _SPACES and text[start - 2] == "«"):
                distanced = _quoted(text, start, end)
        found.append(Candidate(start, end, meaning, (first, last), distanced))
        in_order = in_order and start >= latest
        latest = start
    if not in_order:
        found.sort(key=SPAN)
    return found


class _Reader:
    """Tells what an occurrence of a pattern means where more than its letters decides."""

    def __init__(
        self, text: str, folded: Folded, qualifiers: Qualifiers, initialled: Initialled, languages: Languages
    ) -> None:
        self._text = text
        self._folded = folded
        self._qualifiers = qualifiers
        self._initialled = initialled
        self._languages = languages

    def read(
        self, entries: Sequence[Entry], first: int, start: int, end: int
    ) -> tuple[int, int, Name | Ambiguity | Guard | Distancing | None]:
        """The span of the mention, and its meaning if any; the form stands there from unit `first` on."""
        if not entries:
            return start, end, None
        bearers = entries[-1].meaning if isinstance(entries[-1].meaning, Bearers) else None
        others = entries[:-1] if bearers is not None and len(entries) > 1 else entries
        entry = _fitting(others, self._text, self._folded, first, self._languages)
        if entry is None:
            return start, end, None
        if bearers is not None:
            person = self._initialled.meaning(self._text, (start, end), bearers, entry.meaning, self._languages)
            if person:
                return person
        if isinstance(entry.meaning, Bearers):
            return start, end, None
        if entry.meaning.qualified:
            start, end = self._with_qualifiers(start, end, entry.lang)
        return start, end, entry.meaning

    def _with_qualifiers(self, start: int, end: int, lang: str) -> tuple[int, int]:
        """The mention with its qualifiers: those of the label’s language, else those of the sentence’s."""
        span = self._qualifiers.taken_in(self._text, start, end, lang)
        if span != (start, end):
            return span
        spoken = self._languages.at(start)
        return span if spoken in (None, lang) else self._qualifiers.taken_in(self._text, start, end, spoken)


def longest(found: list[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the longest, then the leftmost, then that with the fewest words taken in beside it.

    `found` is in the order of start.
    """
    reach = 0
    for candidate in found:
        if candidate.start < reach:
            break
        reach = candidate.end
    else:
        return found  # in most texts nothing overlaps
    chosen: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = 0
    for candidate in found:
        if cluster and candidate.start >= reach:
            chosen += _longest_of_cluster(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.end) if len(cluster) > 1 else candidate.end
    return chosen + _longest_of_cluster(cluster)


def unguarded(found: list[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """`found` without guards and without the names inside a phrase that guards them; and the guards that did so."""
    guards = [candidate for candidate in found if isinstance(candidate.meaning, Guard)]
    if not guards:
        return found, guards
    names = [candidate for candidate in found if not isinstance(candidate.meaning, Guard)]
    starts = [guard.start for guard in guards]
    longest_guard = max(guard.end - guard.start for guard in guards)
    kept: list[Candidate] = []
    used: dict[Candidate, None] = {}
    for name in names:
        near = guards[bisect_left(starts, name.end - longest_guard) : bisect_right(starts, name.start)]
        guard = next((guard for guard in near if _guards(guard, name)), None)
        if guard is None:
            kept.append(name)
        else:
            used[guard] = None
    return kept, list(used)


def _quoted(text: str, start: int, end: int) -> str | None:
    """QUOTED if the span stands in quotation marks of its own, or if a part of it does."""
    if text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES:
        return QUOTED
    if text[start - 2 : start - 1] == "«" and text[end + 1 : end + 2] == "»" and text[end] in _SPACES:
        return QUOTED  # as French has it
    return QUOTED if not text[start:end].isalpha() and _QUOTE.search(text, start, end) else None


def _guards(guard: Candidate, name: Candidate) -> bool:
    return name.end <= guard.end and not set(name.concepts).isdisjoint(guard.concepts)


def _longest_of_cluster(cluster: list[Candidate]) -> list[Candidate]:
    """Greedy choice; the cluster's candidates overlap in a chain, so there are few of them."""
    if len(cluster) < 2:
        return cluster
    chosen: list[Candidate] = []
    for candidate in sorted(cluster, key=lambda c: (c.start - c.end, c.start, c.units[0] - c.units[1])):
        place = bisect_right(chosen, candidate.start, key=lambda c: c.start)
        before_ends = place == 0 or chosen[place - 1].end <= candidate.start
        after_starts = place == len(chosen) or candidate.end <= chosen[place].start
        if before_ends and after_starts:
            chosen.insert(place, candidate)
    return chosen


def _fitting(entries: Sequence[Entry], text: str, folded: Folded, first: int, languages: Languages) -> Entry | None:
    """The first entry whose capitals the text shows; among equally specific ones, one in the sentence's language.

    Which language that is takes long to tell, so it is asked for only where it decides.
    """
    best: Entry | None = None
    for entry in entries:
        if best is None:
            if (
                _shows_capitals(entry, text, folded, first)
                and (entry.meaning.degree < BORROWED or languages.at(folded.place(first)) == entry.lang)
                and not (entry.spoken and languages.excludes(entry.lang, folded.place(first)))
            ):
                best = entry
        elif len(entry.capitals) < len(best.capitals):
            break
        elif entry.lang != best.lang and _shows_capitals(entry, text, folded, first):
            lang = languages.at(folded.place(first))
            if best.lang == lang:
                break
            if entry.lang == lang:
                return entry
    return best


def _shows_capitals(entry: Entry, text: str, folded: Folded, first: int) -> bool:
    for unit in entry.capitals:  # noqa: SIM110 - most have one, for which a generator costs more than the test
        if not text[folded.place(first + unit)].isupper():
            return False
    return True
