"""“Region” after the name of a region belongs to the mention, if the lexicon has a name of the region that ends so.

The noun says nothing new then: the Vale region is the Vale. The vocabulary has the nouns (`area_nouns`).
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from service.annotation.matching import Candidate
from service.annotation.meaning import Name
from service.annotation.word_list import WordList
from service.lexicon.model import Concept

_REGION = "region"
_NEXT_WORD = re.compile(r"[ \u00a0-](\w+)")
_REMEMBERED = 1024  # regions


class Areas:
    """Knows the nouns that may follow the name of a region. Immutable; safe to share between threads."""

    def __init__(self, nouns: Mapping[str, Sequence[str]], concepts: Mapping[str, Concept]) -> None:
        self._nouns = WordList(nouns)
        self._concepts = concepts
        self._takes_noun = lru_cache(_REMEMBERED)(self._has_name_with_noun)

    def told(self, text: str, chosen: Sequence[Candidate]) -> Sequence[Candidate]:
        """`chosen` with the noun taken in where it belongs to the name; they are in the order of their start."""
        if not self._nouns:
            return chosen
        return [self._with_noun(text, candidate) for candidate in chosen]

    def _with_noun(self, text: str, candidate: Candidate) -> Candidate:
        meaning = candidate.meaning
        if not isinstance(meaning, Name) or meaning.concept.kind != _REGION:
            return candidate
        found = _NEXT_WORD.match(text, candidate.end)
        if found is None or found[1].lower() not in self._nouns or not self._takes_noun(meaning.concept.id):
            return candidate
        return replace(candidate, end=found.end())

    def _has_name_with_noun(self, concept_id: str) -> bool:
        names = (label.text.split() for label in self._concepts[concept_id].labels)
        return any(len(words) > 1 and words[-1].lower() in self._nouns for words in names)
