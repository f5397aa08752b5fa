"""Where words, sentences and paragraphs begin and end.

A word is a run of letters and digits (after folding, so marks inside it do not split it). Apostrophes and hyphens are
boundaries: `Azerbaijan's`, `l'Artsakh` and `Baku-based` hold the names as whole words.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WORD = 0x30  # folded units from here on are letters and digits
FIRST, LAST = 0x2000, 0x4000  # added to the unit of a word's first and last letter

Span = tuple[int, int]

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")
# A full stop, question or exclamation mark (Armenian and Arabic ones, too), closing marks, white space, then a capital,
# a digit, an opening mark or a letter of a script without capitals; or a line break.
_SENTENCE = re.compile(
    r"(?<!\b[A-ZА-ЯԱ-Ֆ])(?<!\b(?:No|Mr|Dr|St|vs|Lt))"
    r"(?:[.!?։؟…]+[\"”»’)\]]*\s+(?![a-zа-яա-ֆəçşğıöü])|\n+)"
)


def mark_words(units: NDArray[np.uint16]) -> NDArray[np.uint16]:
    """Raise the first unit of each word by FIRST and the last by LAST. `units` itself is left as it is."""
    if not len(units):
        return units
    word = units >= WORD
    first = word.copy()
    first[1:] &= ~word[:-1]
    last = word.copy()
    last[:-1] &= ~word[1:]
    marked: NDArray[np.uint16] = units + first * np.uint16(FIRST) + last * np.uint16(LAST)
    return marked


def paragraphs(text: str) -> list[Span]:
    """Half-open spans of the paragraphs (parted by blank lines), in order."""
    return _split(_PARAGRAPH, text)


def sentences(text: str) -> list[Span]:
    """Half-open spans of the sentences, in order. A heuristic: an initial or a common abbreviation ends none."""
    return _split(_SENTENCE, text)


def enclosing(spans: Sequence[Span], offset: int) -> Span:
    """The span of `spans` (in order) that holds `offset`, or the last one that begins before it."""
    return spans[max(0, bisect_right(spans, (offset, float("inf"))) - 1)]


def _split(boundary: re.Pattern[str], text: str) -> list[Span]:
    ends = [match.end() for match in boundary.finditer(text)]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, [*ends, len(text)], strict=True) if start < end] or [(0, 0)]
