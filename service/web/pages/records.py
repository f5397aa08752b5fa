"""Records of a concept in gazetteers elsewhere: whose they are, and where they can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.lexicon.model import Concept

_ELSEWHERE = {
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "wof": ("Who’s On First", "https://spelunker.whosonfirst.org/id/{}"),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `address` is None for a gazetteer whose addresses are not known here."""

    gazetteer: str
    id: str
    address: str | None


def records(concept: Concept) -> Iterator[Record]:
    """The concept's records, in order of the gazetteers' names."""
    for key, number in sorted(concept.external_ids.items()):
        name, pattern = _ELSEWHERE.get(key, (key, None))
        # The lint knows the shapes of IDs; letters and digits are all that an address needs of them.
        plain = number.isascii() and number.isalnum()
        yield Record(name, number, pattern.format(number) if pattern and plain else None)
