"""Code point offsets told in the unit that a caller counts in: code points, UTF-16 code units or UTF-8 bytes."""

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

Unit = Literal["codepoint", "utf16", "utf8"]
UNITS: tuple[Unit, ...] = get_args(Unit)


class OffsetConverter:
    """Converts code point offsets of one text into `unit`.

    Most texts need no table, their offsets are `identical`: Python offsets are code points, UTF-16 differs only after a
    character beyond U+FFFF (an emoji, for example), UTF-8 only after one beyond ASCII. Otherwise one table is built at
    the first conversion.
    """

    __slots__ = ("_table", "_text", "_unit", "identical")

    def __init__(self, text: str, unit: Unit) -> None:
        if unit not in UNITS:
            raise ValueError(f"{unit!r} is no unit of offsets; there are {', '.join(UNITS)}.")
        self._text = text
        self._unit = unit
        self._table: NDArray[np.int64] | None = None
        self.identical = unit == "codepoint" or text.isascii() or (unit == "utf16" and max(text) <= "\uffff")

    def convert(self, offset: int) -> int:
        """The place in `unit` of the code point offset `offset` (0 up to the length of the text)."""
        if not 0 <= offset <= len(self._text):
            raise IndexError(f"{offset} lies outside the text of {len(self._text)} code points")
        if self.identical:
            return offset
        if self._table is None:
            self._table = _table(self._text, self._unit)
        return int(self._table[offset])


def _table(text: str, unit: Unit) -> NDArray[np.int64]:
    # A lone surrogate is refused where a text comes in; should one get here, it counts like any other character.
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    table = np.zeros(len(points) + 1, dtype=np.int64)
    widths = np.ones(len(points), dtype=np.int8)
    for bound in (0x10000,) if unit == "utf16" else (0x80, 0x800, 0x10000):
        widths += points >= bound
    np.cumsum(widths, out=table[1:])
    return table
