"""The Aho-Corasick automaton behind one small interface, since no single package has everything. It reads bytes.

daachorse is the faster one, and its automaton can be kept in a file: a million patterns are ready again in a fraction
of a second. It has no wheel for Linux on ARM. There ahocorasick_rs stands in, which builds its automaton from the
patterns at each start. Both report the same matches; a test compares them.
"""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Self

# Every occurrence of every pattern, overlapping ones too, in the order of their ends: start, end, place of the pattern.
Find = Callable[[bytes], list[tuple[int, int, int]]]

_SEPARATOR = b"\0"  # no pattern holds one


class Daachorse:
    """The automaton of the package daachorse, for patterns none of which is empty."""

    def __init__(self, patterns: Sequence[bytes], kept: bytes | None = None) -> None:
        from daachorse import DoubleArrayAhoCorasick as Double

        self._automaton = Double(list(patterns)) if kept is None else Double.deserialize(kept)
        self.find: Find = self._automaton.find_overlapping

    @classmethod
    def read(cls, kept: bytes) -> Self:
        """The automaton that was kept; ValueError if `kept` is none."""
        return cls((), kept)

    def kept(self) -> bytes:
        """All that is needed to have the automaton again."""
        return self._automaton.serialize()


class Ahocorasick:
    """The automaton of the package ahocorasick_rs, which keeps its patterns only. As `Daachorse`."""

    def __init__(self, patterns: Sequence[bytes]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, MatchKind

        self._patterns = patterns
        self._find = BytesAhoCorasick(patterns, matchkind=MatchKind.Standard).find_matches_as_indexes

    @classmethod
    def read(cls, kept: bytes) -> Self:
        """The automaton that was kept; ValueError if `kept` is none."""
        return cls(kept.split(_SEPARATOR) if kept else [])

    def find(self, text: bytes) -> list[tuple[int, int, int]]:
        """As `Find`."""
        return [(start, end, place) for place, start, end in self._find(text, overlapping=True)]

    def kept(self) -> bytes:
        """All that is needed to have the automaton again."""
        return _SEPARATOR.join(self._patterns)


Automaton = Daachorse | Ahocorasick
ENGINE: type[Daachorse] | type[Ahocorasick] = Daachorse if find_spec("daachorse") else Ahocorasick
