"""“Region” after the name of a region belongs to the mention, if the lexicon has a name of the region that ends so.

The noun says nothing new then: the Vale region is the Vale. The vocabulary has the nouns (`area_nouns`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from service.annotation.matching import Candidate
from service.annotation.meaning import Name
from service.lexicon.model import Concept

_REGION = "region"
_NEXT_WORD = re.compile(r"[ \u00a0-](\w+)")
_REMEMBERED = 1024  # regions


class Areas:
    """Knows the nouns that may follow the name of a region. Immutable; safe to share between threads."""

    def __init__(self, nouns: Mapping[str, Sequence[str]], concepts: Mapping[str, Concept]) -> None:
        words = {word for of_language in nouns.values() for word in of_language}
        self._whole = frozenset(word for word in words if not word.endswith("*"))
        self._beginnings = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
        self._concepts = concepts
        self._takes_noun = lru_cache(_REMEMBERED)(self._has_name_with_noun)

    def told(self, text: str, chosen: Sequence[Candidate]) -> Sequence[Candidate]:
        """`chosen` with the noun taken in where it belongs to the name; they are in the order of their start."""
        if not self._whole and not self._beginnings:
            return chosen
        return [self._with_noun(text, candidate) for candidate in chosen]

    def _with_noun(self, text: str, candidate: Candidate) -> Candidate:
        meaning = candidate.meaning
        if not isinstance(meaning, Name) or meaning.concept.kind != _REGION:
            return candidate
        found = _NEXT_WORD.match(text, candidate.end)
        if found is None or not self._is_noun(found[1]) or not self._takes_noun(meaning.concept.id):
            return candidate
        return replace(candidate, end=found.end())

    def _is_noun(self, word: str) -> bool:
        small = word.lower()
        return small in self._whole or small.startswith(self._beginnings)

    def _has_name_with_noun(self, concept_id: str) -> bool:
        names = (label.text.split() for label in self._concepts[concept_id].labels)
        return any(len(words) > 1 and self._is_noun(words[-1]) for words in names)
