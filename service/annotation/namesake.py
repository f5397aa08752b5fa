"""A surname after somebody else's first name is not the person whom the text named before."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from service.lexicon.model import Lexicon
from service.text.folding import fold_key
from service.text.languages import Languages
from service.text.persons import initials_before

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)(\.?)[ \u00a0]+\Z")
_LONGEST = 60  # code points looked at before the surname
_REMEMBERED = 1024  # persons
_NOUNS_ARE_CAPITAL = "de"  # there a capital tells nothing of a name


class _Own(NamedTuple):
    """The words that a person's names begin with, and all words of them."""

    given: frozenset[str]
    words: frozenset[str]


class Namesakes:
    """Knows the names of the lexicon's persons, and the words that may stand before any surname."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._concepts = lexicon.concepts
        self._own = lru_cache(_REMEMBERED)(self._own_words)
        words = sorted({word for words in lexicon.vocabulary.before_places.values() for word in words})
        alternatives = "|".join(map(re.escape, words)) or "(?!)"
        self._before_places = re.compile(rf"(?<!\w)(?:{alternatives})\s+\Z", re.IGNORECASE)
        self._titles = frozenset(fold_key(title) for words in lexicon.vocabulary.titles.values() for title in words)

    def first_name_before(
        self, text: str, start: int, concept_id: str, languages: Languages, ends: Collection[int]
    ) -> str | None:
        """The first name or initial directly before the surname at `start`, if it is none of the person's own.

        A title, a word that begins sentences, an abbreviation in capitals are no first names, nor is what another name
        ends with; `ends` are the places where the names that were found end.
        """
        own = self._own(concept_id)
        if own is None:
            return None
        initials = initials_before(text, start)
        if initials is not None:
            fits = not initials.certain or f"{initials.first}." in self._titles
            return None if fits or any(name.startswith(initials.first) for name in own.given) else initials.text
        before = text[max(0, start - _LONGEST) : start]
        found = _WORD_BEFORE.search(before)
        if not found or not found[1][0].isupper() or languages.at(start) == _NOUNS_ARE_CAPITAL:
            return None
        if start - len(before) + found.end(2) in ends or self._before_places.search(before[: found.start()]):
            return None
        word = fold_key(found[1])
        if word in self._titles or word in own.words:
            return None
        possessive = "'" in found[1] or "’" in found[1]
        return None if possessive or found[1].isupper() or found[2] else found[1]

    def _own_words(self, concept_id: str) -> _Own | None:
        """What the person is called; None for what is no person."""
        concept = self._concepts[concept_id]
        if concept.kind != "person":
            return None
        names = [fold_key(label.text).split() for label in concept.labels]
        given = frozenset(words[0] for words, label in zip(names, concept.labels, strict=True) if not label.contextual)
        return _Own(given, frozenset(word for words in names for word in words))
