"""Short names in capitals where everything is in capitals: in FOR US the last word is no state.

Which ordinary words a language has of this kind stands in the lexicon's vocabulary (`capitals`). Where the language is
not known, each of them counts. In English the state may be meant after THE or where the clause begins.
"""

import re
from collections.abc import Mapping, Sequence

from service.text.languages import Languages

LONGEST = 3
_AROUND = 200  # code points looked at on either side
_CLAUSE_END = re.compile(r"[.!?;:\n…]")
_AFTER_THE = re.compile(r"(?:(?<!\w)THE)?\W*")


class Headings:
    """Knows the ordinary words that look like an abbreviation. Immutable; safe to share between threads."""

    def __init__(self, capitals: Mapping[str, Sequence[str]]) -> None:
        self._words = {lang: frozenset(words) for lang, words in capitals.items()}
        self._every = frozenset(word for words in capitals.values() for word in words)

    def ordinary(self, text: str, start: int, end: int, languages: Languages) -> bool:
        """Whether the span may well be an ordinary word within a clause that is in capitals."""
        if end - start > LONGEST or text[start:end] not in self._every:
            return False
        before = _CLAUSE_END.split(text[max(0, start - _AROUND) : start])[-1]
        after = _CLAUSE_END.split(text[end : end + _AROUND], maxsplit=1)[0]
        if not (before + after).isupper():
            return False
        lang = languages.at(start)
        english = text[start:end] in self._words.get("en", ()) and lang in ("en", None)
        if english and _AFTER_THE.fullmatch(before, max(0, len(before.rstrip()) - len("THE"))):
            return False
        return text[start:end] in (self._every if lang is None else self._words.get(lang, ()))
