"""The units of folded text: which number stands for which letter, and what the automaton sees of it.

A unit has 16 bits. The low byte is its *sketch*: six bits for the letter, and one bit each for the first (FIRST) and
the last (LAST) letter of a word; on what is no letter both are always set. 58 of the 64 codes are for letters, and many
letters share one. The high byte tells these apart.

Why: the automaton reads the sketches only, one byte a letter, which takes half the time of reading characters, and none
to turn a text into what the automaton's package asks for. A pattern can only be found where a word begins and ends, so
there are few matches, and comparing the units themselves sorts out the few that only look alike (`candidates` does).
The letters of one alphabet have codes of their own, so that it hardly ever comes to that.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Units = NDArray[np.uint16]

FIRST, LAST = 0x40, 0x80  # added to the unit of a word's first and last letter
INNER = np.uint16(~(FIRST | LAST) & 0xFFFF)  # what is left of a unit without these

SPECIAL = 3  # numbers below are no units
JOINER, QUOTE, LINE, GAP_END = 0x0C0, 0x0C1, 0x1C0, 0x1C1  # units below GAP_END are gaps; a line break is a joiner, too
APOSTROPHE, BREAK, DOT = 0x1C2, 0x1C3, 0x1C4
_FIRST_CODE, _CODES = 6, 58  # of letters
_HIGH = 2  # from this high byte on

ALPHABET_END = 0x1900  # code points from here on have no unit of their own; below, no unit is a surrogate
DIGIT = 0x30
UNKNOWN = 0x5F  # "_", and a letter outside the alphabet: part of a word, equal to no label's letter
_CHARACTERS = {JOINER: " ", QUOTE: '"', LINE: " ", APOSTROPHE: "'", BREAK: ",", DOT: "."}


def of_letter(code: int) -> int:
    """The unit of a letter or digit, inside a word."""
    high, low = divmod(code, _CODES)
    return high + _HIGH << 8 | low + _FIRST_CODE


def marked(units: Units) -> tuple[str, bytes]:
    """`units` as a string, with the edges of words marked (in `units` itself, too), and their sketches."""
    if not len(units):
        return "", b""
    edges = units & ~INNER
    units[1:] |= edges[:-1] & FIRST
    units[:-1] |= edges[1:] & LAST
    units[0] |= FIRST
    units[-1] |= LAST
    return str(units.data, "utf-16-le").replace(chr(LINE), chr(JOINER)), units.astype(np.uint8).tobytes()


def letters(units: Units) -> str:
    """The characters that the units, not marked, stand for."""
    return _characters().take(units).tobytes().decode("utf-16-le")


CYRILLIC = of_letter(0x400)  # letters below are Latin or Greek


@cache
def _characters() -> Units:
    table = np.zeros(of_letter(ALPHABET_END), np.uint16)
    for unit, character in _CHARACTERS.items():
        table[unit] = ord(character)
    for code in range(DIGIT, ALPHABET_END):
        table[of_letter(code)] = code
    return table
