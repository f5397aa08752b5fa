"""The words around a description that belong to it: “24-hour ground and artillery” before, “massive” behind."""

import re
from collections.abc import Mapping, Sequence

from service.text.enumeration import AND_IN

_LONGEST = 80  # code points looked at on each side of a form; three or four words
_AND = AND_IN | {"fa": "و"}  # which parts no list of names: those are told by their capitals

Words = Mapping[str, Sequence[str]]  # by language; `begin*` for all words that begin so


class Qualifiers:
    """What may stand before a description, or behind it, chained by spaces, commas or the language's `and`."""

    def __init__(self, before: Words, behind: Words) -> None:
        self._before = {
            lang: re.compile(rf"(?<![\w-])(?:{_any(words)}{_link(lang)})+\Z", re.IGNORECASE)
            for lang, words in before.items()
            if words
        }
        self._behind = {
            lang: re.compile(rf"(?:{_link(lang)}{_any(words)}(?![\w\u200c-]))+", re.IGNORECASE)
            for lang, words in behind.items()
            if words
        }

    def taken_in(self, text: str, start: int, end: int, lang: str) -> tuple[int, int]:
        """Where the mention begins and ends whose form stands from `start` to `end`."""
        if before := self._before.get(lang):
            lowest = max(0, start - _LONGEST)
            found = before.search(text[lowest:start])
            start = lowest + found.start() if found else start
        if behind := self._behind.get(lang):
            found = behind.match(text[end : end + _LONGEST])
            end = end + found.end() if found else end
        return start, end


def _link(lang: str) -> str:
    return rf"(?:, ?| {_AND.get(lang, 'and')} |\s)"


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(_expression, sorted(words, key=len, reverse=True)))})"


def _expression(word: str) -> str:
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)
