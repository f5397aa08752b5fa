"""Text in the letters that names are written in: one letter for one letter, so that offsets stay as they are.

Two habits of spelling hide a name from a matcher, though every reader sees it:

1. A word of Cyrillic and Latin letters, such as Кapaбax with Latin a, p and x. If all letters of the one script
   have a look-alike in the other, the word is spelled in that other; if both ways are open, in that of most letters.
   Anything else that mixes scripts stays. Look-alikes: Unicode Technical Standard 39, confusables, those of the
   alphabets at hand.
2. Azerbaijani in the Cyrillic letters of 1958 to 1991, line by line. Its letters and those of today correspond one to
   one: BGN/PCGN, Azerbaijani, Table of Correspondences, 1993 Agreement. (й and э become y and e.)
"""

import re
from functools import cache
from string import ascii_letters

import numpy as np
from numpy.typing import NDArray

from service.text.language_rules import language_in

_LATIN = "aceopxyABCEHKMOPTXYəƏhj"
_CYRILLIC = "асеорхуАВСЕНКМОРТХУәӘһј"
_TO_CYRILLIC = str.maketrans(_LATIN + "ǝ", _CYRILLIC + "ә")
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_WORD = re.compile(r"[^\W\d_]+")
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")
_IS_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259]")

_SCHWAS = re.compile("[əƏǝәӘ]")

_IN_LATIN, _IN_CYRILLIC, _IN_AZERBAIJANI = 1, 2, 4
_IN_BOTH = _IN_LATIN | _IN_CYRILLIC

_SPECIAL = "әҝҹғһөү"  # one of these stands in nearly every line of Azerbaijani in Cyrillic letters
_OLD = "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹшйэ"
_NEW = "abvqğdeəjziıykglmnoöprstuüfxhçcşye"
_AZERBAIJANI = str.maketrans(
    _OLD + _OLD.upper(), _NEW + "".join({"i": "İ", "ı": "I"}.get(letter, letter.upper()) for letter in _NEW)
)


def respelled(text: str) -> str:
    """`text` itself if it shows neither habit; else as long a text in other letters."""
    if text.isascii():
        return text
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    alphabets = _alphabets().take(points, mode="clip")
    if not (alphabets & _IN_CYRILLIC).any():
        return text
    special = bool((alphabets & _IN_AZERBAIJANI).any())
    beside = (((alphabets[1:] | alphabets[:-1]) & _IN_BOTH) == _IN_BOTH).nonzero()[0]
    if len(beside):
        text = _words_respelled(text, beside.tolist())
        special = any(letter in text for letter in _SPECIAL + _SPECIAL.upper())
    if special:
        text = "".join(map(_line, text.splitlines(keepends=True)))
    return text


@cache
def _alphabets() -> NDArray[np.uint8]:
    """For each code point the alphabet of the look-alikes that it is of."""
    table = np.zeros(0x531, np.uint8)
    table[0x400:0x530] = _IN_CYRILLIC
    table[[ord(letter) for letter in _SPECIAL + _SPECIAL.upper()]] |= _IN_AZERBAIJANI
    table[[ord(letter) for letter in (*ascii_letters, "ə", "Ə")]] = _IN_LATIN
    return table


def _words_respelled(text: str, places: list[int]) -> str:
    """`text` with the words respelled that `places` (in order) lie in."""
    parts: list[str] = []
    done = 0
    for place in places:
        if place < done:
            continue
        start = place
        while start > done and text[start - 1].isalnum() and not text[start - 1].isdecimal():
            start -= 1
        word = _WORD.match(text, start)
        if word:
            parts += text[done:start], _in_one_script(word)
            done = word.end()
    return "".join((*parts, text[done:]))


def mixes_scripts(text: str) -> bool:
    """Whether a word has Latin and Cyrillic letters together; the two schwas, often taken for one another, aside."""
    return any(_IS_LATIN.search(word) and _IS_CYRILLIC.search(word) for word in _WORD.findall(_SCHWAS.sub("", text)))


def _in_one_script(word: re.Match[str]) -> str:
    letters = word[0]
    cyrillic, latin = len(_IS_CYRILLIC.findall(letters)), len(_IS_LATIN.findall(letters))
    if not cyrillic or not latin:
        return letters
    ways = (letters.translate(_TO_CYRILLIC), letters.translate(_TO_LATIN))
    open_ways = [
        (count, way)
        for count, way, other in zip((cyrillic, latin), ways, (_IS_LATIN, _IS_CYRILLIC), strict=True)
        if not other.search(way)
    ]
    if len(open_ways) == 2 and cyrillic == latin:
        return letters
    return max(open_ways)[1] if open_ways else letters


def _line(line: str) -> str:
    azerbaijani = _IS_CYRILLIC.search(line) and language_in("Cyrl", line, "", 1) == "az"
    return line.translate(_AZERBAIJANI) if azerbaijani else line
