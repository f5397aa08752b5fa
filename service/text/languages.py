"""Which language a text is in, and which each of its sentences.

The script with the most letters leads; `language_rules.py` has the rules for each. A sentence is judged by itself if
one language is two votes ahead, else with its paragraph, else it goes with the text. What the caller declares is the
language of the text; a sentence in another script, or plainly in another language, is still taken for what it is.
"""

from collections import Counter
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from service.text.boundaries import Passages, Span
from service.text.folding import Folded
from service.text.language_rules import LANGUAGES, NONE_OF_THESE, language_in, votes_for
from service.text.units import ALPHABET_END, CYRILLIC, INNER, of_letter

_CLEAR = 2  # votes; below that a sentence goes with its surroundings
_LONG = 1000  # code points; the language of a longer text is told by a few words of each language

_SCRIPTS = ("", "Latn", "Cyrl", "Armn", "Geor", "Arab")
_RANGES = ((0x61, 0x2B0, 1), (0x400, 0x530, 2), (0x531, 0x590, 3), (0x10A0, 0x1100, 4), (0x620, 0x700, 5))
_TURKIC = ("az", "tr")
_WRITTEN = {"az": ("Latn", "Cyrl"), "ru": ("Cyrl",), "hy": ("Armn",), "ka": ("Geor",), "fa": ("Arab",)}


class Languages:
    """The languages of one text. Nothing is worked out before it is asked for."""

    def __init__(self, passages: Passages, folded: Folded, declared: str | None = None) -> None:
        self._passages = passages
        self._text = passages.text
        self._folded = folded
        self._declared = declared
        self._known: dict[tuple[str, Span], str | None] = {}

    @cached_property
    def main(self) -> str | None:
        """The language of the text: as declared, else that of most of it; None if nothing tells."""
        return self._declared or self._most

    def at(self, offset: int) -> str | None:
        """The language of the sentence around the letter at `offset`."""
        if len(self._scripts) < 2 and not self._mixed:
            return self.main if self._fits else self._most
        script = _script(self._text[offset])
        if not script:
            return self.main
        for span in self._passages.around(offset):
            found = self._judged(script, span)
            if found is not None:
                return self._named(found)
        if script in _scripts_of(self.main):
            return self.main
        return self._named(self._judged(script, (0, len(self._text))))

    def excludes(self, lang: str, offset: int) -> bool:
        """Whether it is known that neither the text nor the sentence around the letter at `offset` is in `lang`.

        Azerbaijani and Turkish are not told apart here: a short sentence may be either.
        """
        found = {self.main, self.at(offset)}
        return lang in LANGUAGES and None not in found and found.isdisjoint(_TURKIC if lang in _TURKIC else (lang,))

    @cached_property
    def _most(self) -> str | None:
        """The language of most of the text, whatever is declared."""
        if not self._scripts:
            return None
        script = max(self._scripts, key=lambda name: self._scripts[name])
        units = self._folded.units
        if script == "Latn" and len(units) > _LONG:
            ahead = self._markers.most_common(2)
            if ahead and ahead[0][1] >= _CLEAR * sum(count for _, count in ahead[1:]) + _CLEAR:
                return self._named(ahead[0][0])
        return self._named(language_in(script, self._text, units, 1))

    @cached_property
    def _markers(self) -> Counter[str]:
        return votes_for(self._folded.units, quickly=True)

    @cached_property
    def _mixed(self) -> bool:
        """Whether the letters of one script may hold another language than that of the text."""
        if len(self._folded.units) <= _LONG:
            return True
        return any(count >= _CLEAR for lang, count in self._markers.items() if lang != self.main)

    @cached_property
    def _fits(self) -> bool:
        """Whether the text has letters in which its language is written."""
        return not self._scripts.keys().isdisjoint(_scripts_of(self.main))

    @cached_property
    def _scripts(self) -> dict[str, int]:
        """The number of letters in each script that the service knows."""
        units = self._folded.units
        if self._text.isascii():
            return {"Latn": len(units)} if any(map(str.isalpha, self._text)) else {}
        if units and self._folded.highest < CYRILLIC:
            return {"Latn": len(units)}
        places = np.frombuffer(units.encode("utf-16-le"), np.uint16) & INNER
        counts = np.bincount(_table().take(places), minlength=len(_SCRIPTS)).tolist()
        return {name: count for name, count in zip(_SCRIPTS, counts, strict=True) if name and count}

    def _judged(self, script: str, span: Span) -> str | None:
        """The language of the letters of `script` within `span`, if there are enough of them to tell."""
        if (script, span) not in self._known:
            units = self._folded.units[self._folded.unit(span[0]) : self._folded.unit(span[1])]
            self._known[script, span] = language_in(script, self._text[slice(*span)], units, _CLEAR)
        return self._known[script, span]

    def _named(self, found: str | None) -> str | None:
        """The language to tell: of what is none of the service's languages only the caller may know more."""
        if found != NONE_OF_THESE:
            return found
        return None if self._declared in LANGUAGES else self._declared


def _scripts_of(lang: str | None) -> tuple[str, ...]:
    return _WRITTEN.get(lang or "", ("Latn",))


def _script(letter: str) -> str:
    code = ord(letter.lower()[0])
    return next((_SCRIPTS[script] for first, end, script in _RANGES if first <= code < end), "")


@cache
def _table() -> NDArray[np.uint8]:
    """For each folded unit without its word edges the number of its script."""
    table = np.zeros(of_letter(ALPHABET_END), np.uint8)
    for first, end, script in _RANGES:
        table[[of_letter(code) for code in range(first, end)]] = script
    return table
