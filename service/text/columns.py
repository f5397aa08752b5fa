"""Rows of text as aligned columns for a terminal, or as a Markdown table."""

import re
import unicodedata
from collections.abc import Sequence

_MARKS = re.compile(r"[\\`*\[\]|#~]|(?<![^\W_])_|_(?![^\W_])")  # an underscore inside a word is none


def aligned(rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> str:
    """`rows` with their cells under each other, two spaces apart; the columns `numbers` end flush."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            _padded(cell, width, place in numbers) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def markdown(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; a cell may hold anything, also what Markdown or HTML would take for a mark."""
    return "\n".join(_line(row) for row in (heading, ["---"] * len(heading), *([*map(_literal, row)] for row in rows)))


def _padded(cell: str, width: int, flush: bool) -> str:
    space = " " * (width - _width(cell))
    return space + cell if flush else cell + space


def _width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _literal(cell: str) -> str:
    cell = " ".join(cell.split())
    return _MARKS.sub(r"\\\g<0>", cell).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
