"""Narrowing a list of concepts by what they have in common, with the number behind each choice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from service.checking.catalogue import regions
from service.lexicon.model import Concept, Lexicon

FACETS = ("kind", "contested", "side", "perspective", "stance", "region", "status")
NO_SIDE = "none"  # the value of `side` for labels that bodies of no side use


class Facets:
    """Which concepts have which value of which facet. A concept may have several values of one."""

    def __init__(self, lexicon: Lexicon) -> None:
        having: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for concept in lexicon.concepts.values():
            for facet, value in _values(concept, lexicon):
                having[facet][value].add(concept.id)
        self._having: Mapping[str, Mapping[str, frozenset[str]]] = {
            facet: {value: frozenset(ids) for value, ids in sorted(having[facet].items())} for facet in FACETS
        }
        self._all = frozenset(lexicon.concepts)

    def narrowed(self, chosen: Mapping[str, str], among: frozenset[str] | None = None) -> frozenset[str]:
        """The concepts that have every chosen value, of all or of those in `among`."""
        left = self._all if among is None else among
        for facet, value in chosen.items():
            left &= self._having[facet].get(value, frozenset())
        return left

    def counts(self, chosen: Mapping[str, str], among: frozenset[str] | None = None) -> dict[str, dict[str, int]]:
        """For each facet: how many concepts each of its values would leave, the other facets being as chosen."""
        found = {}
        for facet in FACETS:
            others = {other: value for other, value in chosen.items() if other != facet}
            left = self.narrowed(others, among)
            counted = {value: len(left & ids) for value, ids in self._having[facet].items()}
            found[facet] = {value: number for value, number in counted.items() if number}
        return found


def _values(concept: Concept, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    yield "kind", concept.kind
    yield "status", concept.status
    yield "contested", "yes" if concept.contested else "no"
    for label in concept.labels:
        yield "stance", label.stance
        for use in label.uses:
            yield "perspective", use.by
            yield "side", lexicon.perspectives[use.by].side or NO_SIDE
    for region in regions(concept, lexicon):
        yield "region", region
