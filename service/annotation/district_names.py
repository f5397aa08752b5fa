"""What a district is called whose town is named beside a noun: “Oldvale” and “district”.

It is what the gazetteer has for “Oldvale district”, or for the same with another name of the town.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from service.annotation.gazetteer import Gazetteer
from service.annotation.meaning import PLACES, Name
from service.lexicon.model import Concept

_DISTRICT = "district"
_REMEMBERED = 1024


class DistrictNames:
    """The districts by the names of their towns. Immutable; safe to share between threads."""

    def __init__(self, gazetteer: Gazetteer, concepts: Mapping[str, Concept], nouns: Sequence[str]) -> None:
        self._gazetteer = gazetteer
        self._concepts = concepts
        self._nouns = nouns
        self.get = lru_cache(_REMEMBERED)(self._get)

    def _get(self, surface: str, nouns: tuple[str, ...], towns: tuple[str, ...]) -> Name | None:
        """The district called by `surface` and one of `nouns`, or of any; `towns` are the concepts it may mean."""
        # A spelling that a language takes over, such as Nuvel in a German text, may be on record in another one only.
        for spelling in (surface, *self._names(towns)):
            for noun in (*nouns, *self._nouns):
                for phrase in (f"{spelling} {noun}", f"{noun} {spelling}", f"{noun} d’{spelling}"):
                    name = self._district(phrase)
                    if name is not None:
                        return name
        return None

    def _names(self, towns: Iterable[str]) -> Iterator[str]:
        """The names of the one town that may be meant; of several nobody knows whose district it is."""
        concepts = [self._concepts[town] for town in towns]
        if len(concepts) == 1 and concepts[0].kind in PLACES:
            yield from dict.fromkeys(label.text for label in concepts[0].labels)

    def _district(self, phrase: str) -> Name | None:
        for entry in self._gazetteer.meanings(phrase):
            if isinstance(entry.meaning, Name) and entry.meaning.concept.kind == _DISTRICT:
                return entry.meaning
        return None
