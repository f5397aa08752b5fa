"""Place names that share one noun at the end or the beginning of a list: the Oldvale, Nuvel and Ortaq districts.

There each name stands for the district, not for the town that is called alike. What the district is called is asked of
the gazetteer: it is what “Oldvale district” would mean. The vocabulary has the nouns (`list_heads`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from service.annotation.gazetteer import Gazetteer
from service.annotation.matching import Candidate
from service.annotation.meaning import Ambiguity, Name

_TOWNS = frozenset(["city", "town", "village"])
_DISTRICT = "district"
_WIDEST_GAP = 14  # code points between two names of a list
_GAP = re.compile(r"(?:,\s|,?\s(?:and|und|et|и|və|ve|և|եւ)\s)(?:(?:of|the)\s|d[e’']\s?)?")
_AFTER = re.compile(r"\s(\w+)")
_BEFORE = re.compile(r"(\w+)\s(?:of\s(?:the\s)?|d[e’']\s?|du\s)?\Z")
_LONGEST_HEAD = 24
_REMEMBERED = 1024


class Lists:
    """Tells districts from towns in lists. Immutable; safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, heads: Mapping[str, Sequence[str]]) -> None:
        self._gazetteer = gazetteer
        # Each item holds the plural, then the singular forms that stand beside one name.
        items = [item.split() for words in heads.values() for item in words]
        self._singulars = {plural: tuple(singulars) for plural, *singulars in items if not plural.endswith("*")}
        self._beginnings = {plural[:-1]: tuple(singulars) for plural, *singulars in items if plural.endswith("*")}
        self._all = tuple(dict.fromkeys(singular for _, *singulars in items for singular in singulars))
        self._district = lru_cache(_REMEMBERED)(self._district_called)

    def told(self, text: str, chosen: Sequence[Candidate]) -> Sequence[Candidate]:
        """`chosen` with the names of districts taken as such; they are in the order of their start."""
        changed: dict[int, Candidate] = {}
        for first, last in _runs(text, chosen):
            changed.update(self._districts(text, chosen, range(first, last)))
        return [changed.get(place, candidate) for place, candidate in enumerate(chosen)] if changed else chosen

    def _districts(self, text: str, chosen: Sequence[Candidate], places: range) -> Iterator[tuple[int, Candidate]]:
        head, end = self._head(text, chosen[places[0]], chosen[places[-1]])
        if not head:
            return
        for place in places:
            candidate = chosen[place]
            name = self._district(text[candidate.start : candidate.end], head) if _is_open(candidate) else None
            if name is not None:
                last = end if place == places[-1] else candidate.end
                yield place, replace(candidate, end=last, meaning=name)

    def _head(self, text: str, first: Candidate, last: Candidate) -> tuple[tuple[str, ...], int]:
        """The singular forms of the noun that the list has, and where the last mention then ends."""
        after = _AFTER.match(text, last.end)
        if after and (singulars := self._singular(after[1])):
            return singulars, after.end()
        before = _BEFORE.search(text[max(0, first.start - _LONGEST_HEAD) : first.start])
        # The first or last name may be one of a district already, and hold the noun.
        inside = text[first.start : first.end].split()[0], text[last.start : last.end].split()[-1]
        words = (before[1] if before else "", *inside)
        return next((singulars for word in words if (singulars := self._singular(word))), ()), last.end

    def _singular(self, word: str) -> tuple[str, ...]:
        small = word.lower()
        if small in self._singulars:
            return self._singulars[small]
        return next((singulars for start, singulars in self._beginnings.items() if small.startswith(start)), ())

    def _district_called(self, surface: str, singulars: tuple[str, ...]) -> Name | None:
        # A spelling that a language takes over, such as Nuvel in a German text, may be on record in another one only.
        for singular in (*singulars, *self._all):
            for phrase in (f"{surface} {singular}", f"{singular} {surface}", f"{singular} d’{surface}"):
                for entry in self._gazetteer.meanings(phrase):
                    if isinstance(entry.meaning, Name) and entry.meaning.concept.kind == _DISTRICT:
                        return entry.meaning
        return None


def _runs(text: str, chosen: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The lists of places among the candidates, as half-open ranges; each holds two names at least."""
    first = 0
    for place in range(1, len(chosen) + 1):
        if place < len(chosen) and _follows(text, chosen[place - 1], chosen[place]):
            continue
        if place - first > 1:
            yield first, place
        first = place


def _follows(text: str, one: Candidate, other: Candidate) -> bool:
    gap = other.start - one.end
    return 2 <= gap <= _WIDEST_GAP and _GAP.fullmatch(text, one.end, other.start) is not None


def _is_open(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    return isinstance(meaning, Ambiguity) or (isinstance(meaning, Name) and meaning.concept.kind in _TOWNS)
