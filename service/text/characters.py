"""Characters: which unit each becomes when a text is folded, or what else is to be done with it."""

import re
import unicodedata
from functools import cache

import numpy as np

from service.text.units import (
    ALPHABET_END,
    APOSTROPHE,
    BREAK,
    DIGIT,
    DOT,
    JOINER,
    LINE,
    QUOTE,
    SPECIAL,
    UNKNOWN,
    Units,
    of_letter,
)

DELETE, MARK, EXPAND = range(SPECIAL)  # what is no unit, but is to be dealt with
_SAME_LETTER = {
    "I": "i", "İ": "i", "ı": "i", "Ё": "е", "ё": "е", "Ǝ": "ə", "ǝ": "ə", "Ə": "ə", "ẞ": "ß", "և": "և",
    "ي": "ی", "ى": "ی", "ك": "ک",
}  # fmt: skip
_JOINERS = "-\u2010\u2011\u2012\u2013\u058a\u00a0\u202f\u2007\r"
_LINES = "\n\u2028\u0085"
QUOTES = frozenset('"“”„‟«»‹›‘‚‛')
_APOSTROPHES = "\u0374'’ʼʻʽʾʿʹ`´′՚ՙˈ"
_DELETED = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640՛՜՞"
_BREAK_CONTROLS = "\t\v\f"


@cache
def clusters() -> re.Pattern[str]:
    """A base with its combining marks, or a lone ligature. Built once from the table."""
    table = unit_table()[:0x10000]
    marks = "".join(map(chr, np.flatnonzero(table == MARK).tolist()))
    ligatures = "".join(map(chr, np.flatnonzero(unit_table() == EXPAND).tolist()))
    return re.compile(f"[^{re.escape(marks)}]?[{re.escape(marks)}]+|[{re.escape(ligatures)}]")


_BY_CHARACTER = (
    (0, 0x3400),
    (0x4DC0, 0x4E00),  # hexagrams
    (0xA000, 0xAC00),
    (0xD7A4, 0xD800),
    (0xF900, 0x10000),
    (0x1D400, 0x1D800),  # mathematical letters
)


@cache
def unit_table() -> Units:
    """What `unit_of` says of every code point: by character, or by range where all of a large one are alike."""
    table = np.full(0x110000, of_letter(UNKNOWN), np.uint16)  # so are Chinese characters and Korean syllables
    for first, end in _BY_CHARACTER:
        table[first:end] = [unit_of(chr(code)) for code in range(first, end)]
    table[0xD800:0xF900] = BREAK  # surrogates, private use
    table[0x1F000:0x1FC00] = BREAK  # emoji and pictographs
    table[0xE0000:0x110000] = DELETE  # tags, variation selectors, private use
    return table


@cache
def _special_units() -> dict[str, int]:
    units = dict.fromkeys(_JOINERS, JOINER) | dict.fromkeys(_LINES, LINE) | dict.fromkeys(QUOTES, QUOTE)
    units |= dict.fromkeys(_APOSTROPHES, APOSTROPHE) | dict.fromkeys(_DELETED, DELETE)
    return units | dict.fromkeys(_BREAK_CONTROLS, BREAK) | {".": DOT, "_": of_letter(UNKNOWN)}


def unit_of(character: str) -> int:
    """The unit of one character, or DELETE, MARK or EXPAND."""
    special = _special_units().get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    if category == "Zs":
        return JOINER
    if category in ("Mn", "Me"):
        return DELETE if "\ufe00" <= character <= "\ufe0f" else MARK
    if category == "Nd":
        return of_letter(DIGIT + unicodedata.digit(character))
    if category[0] == "L":
        return _letter_unit(character)
    return of_letter(UNKNOWN) if category == "Mc" else BREAK


def _letter_unit(character: str) -> int:
    if character in _SAME_LETTER:
        return of_letter(ord(_SAME_LETTER[character]))
    compatible = unicodedata.normalize("NFKC", character)
    if len(compatible) > 1:
        return EXPAND
    folded = _SAME_LETTER.get(compatible) or compatible.lower()
    code = ord(folded) if len(folded) == 1 else UNKNOWN
    return of_letter(code if DIGIT <= code < ALPHABET_END else UNKNOWN)
