"""The concepts recognized in one text, by place. Answers stay quick where a text names thousands."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable

from service.text.boundaries import Span

Mention = tuple[int, str]  # where it begins (code point), concept ID


class Mentions:
    """Grows while the ambiguous forms of the text are resolved; never beyond the call that made it."""

    def __init__(self) -> None:
        self._all: list[Mention] = []  # sorted
        self._places: defaultdict[str, list[int]] = defaultdict(list)  # of each concept, sorted
        self._within: dict[Span | None, frozenset[str]] = {}

    def add(self, mentions: Iterable[Mention]) -> None:
        """Note concepts as recognized at a place."""
        new = list(mentions)
        self._all = sorted([*self._all, *new])
        for place, concept in new:
            insort(self._places[concept], place)
        self._within.clear()

    def within(self, span: Span | None) -> frozenset[str]:
        """The concepts named in the span; in the whole text for None."""
        known = self._within.get(span)
        if known is None:
            first, last = (0, len(self._all))
            if span is not None:
                first, last = (bisect_left(self._all, (place, "")) for place in span)
            known = self._within[span] = frozenset(concept for _, concept in self._all[first:last])
        return known

    def starting(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin from `first` on and before `last`."""
        return self._all[bisect_left(self._all, (first, "")) : bisect_left(self._all, (last, ""))]

    def last_before(self, concept: str, place: int) -> int | None:
        """Where the concept is named last before `place`."""
        places = self._places.get(concept, ())
        number = bisect_left(places, place)
        return places[number - 1] if number else None
