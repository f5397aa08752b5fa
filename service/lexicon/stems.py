"""Whether a form stands in a text, perhaps inflected: a loose test for lint rules, never for annotation."""

import re
from functools import lru_cache

from service.text.folding import fold_key

_WORD = re.compile(r"\w+")
_ENDING = 3  # letters at the end of a word that inflection may change
_STEM = 3  # letters at its beginning that it may not


def holds(text: str, form: str) -> bool:
    """Whether the words of `form` stand in `text` one after the other, each perhaps with another ending."""
    place = text.find(form)
    if place == 0 or (place > 0 and not _WORD.match(text[place - 1])):
        return True  # as it is typed: most examples, and the quickest answer
    wanted, words = _stems(form), _words(text)
    return any(
        all(word.startswith(stem) for word, stem in zip(words[start:], wanted, strict=False))
        for start in range(len(words) - len(wanted) + 1)
    )


def holds_part(text: str, form: str) -> bool:
    """Whether any word of `form` stands in `text`, perhaps with another ending."""
    return any(word.startswith(stem) for word in _words(text) for stem in _stems(form))


def _stems(form: str) -> list[str]:
    return [word[: max(_STEM, len(word) - _ENDING)] for word in _words(form)]


@lru_cache(maxsize=1 << 10)  # the examples of a form are asked for each of its spellings
def _words(text: str) -> list[str]:
    return _WORD.findall(fold_key(text))
