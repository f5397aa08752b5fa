"""Where words, sentences and paragraphs begin and end.

A word is a run of letters and digits (after folding, so marks inside it do not split it). Apostrophes and hyphens are
boundaries: `Azerbaijan's`, `l'Artsakh` and `Baku-based` hold the names as whole words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

Span = tuple[int, int]

# An expression that begins with one certain character is searched for many times faster than a choice.
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")
# A full stop, question or exclamation mark (Armenian and Arabic ones, too), closing marks, white space, then no small
# letter; or line breaks.
_SENTENCE_END = re.compile(r"([.!?։؟…]+)[\"”»’)\]]*\s+(?![a-zа-яա-ֆəçşğıöü])|\n+")
_OPENING = ' \u00a0«“"„‘('
_LAST_WORD = re.compile(r"(\w+)\Z")
_FIRST_WORD = re.compile(r"\w+")
# Abbreviations before a name or a number; months in short before a number; after a number, months of German dates.
_BEFORE_NAME = frozenset(
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Sgt Adm Gov Sen Rep Rev St Mme Mlle No Nr vs cf ca ул им т".split()
)
_MONTHS = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec janv févr avr juil sept oct nov déc Okt Dez "
    "янв февр апр авг сент окт нояб дек sent okt noy dek".split()
)
_GERMAN_MONTHS = frozenset("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split())
_WRAPPED = 50  # code points; a line break after a longer line without a full stop is only where the line was wrapped


def paragraphs(text: str) -> list[Span]:
    """Half-open spans of the paragraphs (parted by blank lines), in order."""
    expression = _PARAGRAPH if "\u2029" in text else _BLANK_LINE
    return _spans([match.end() for match in expression.finditer(text)], len(text))


def sentences(text: str) -> list[Span]:
    """Half-open spans of the sentences, in order.

    A heuristic: initials, common abbreviations, dates such as `Sept. 19` and `27. September`, and line breaks within
    wrapped text end none.
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if _ends_sentence(text, match)]
    return _spans(ends, len(text))


class Passages:
    """A text and its sentences and paragraphs, which are looked for once, and not before they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> list[Span]:
        """Half-open spans, in order."""
        return sentences(self.text)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Half-open spans, in order."""
        return paragraphs(self.text)

    def around(self, offset: int) -> Iterator[Span]:
        """The sentence that holds `offset`, then the paragraph."""
        yield enclosing(self.sentences, offset)
        yield enclosing(self.paragraphs, offset)


def last_word(text: str, end: int, longest: int) -> str:
    """What stands behind the last space before `end`, up to `end`: at most `longest` code points."""
    lowest = max(0, end - longest)
    return text[max(lowest, text.rfind(" ", lowest, end) + 1) : end]


def enclosing(spans: Sequence[Span], offset: int) -> Span:
    """The span of `spans` (in order) that holds `offset`, or the last one that begins before it."""
    return spans[max(0, bisect_right(spans, (offset, float("inf"))) - 1)]


def begins_sentence(text: str, place: int) -> bool:
    """Whether a word at `place` has its capital from the beginning of a sentence, a quotation or a line."""
    before = text[max(0, place - 3) : place].rstrip(_OPENING)
    return place == 0 or not before or before[-1] in ".!?…։:\n—–"


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    if found[1] is None:
        line = text.rfind("\n", 0, found.start()) + 1
        return found.end() - found.start() > 1 or found.start() - line < _WRAPPED
    before = _LAST_WORD.search(text, max(0, found.start() - 12), found.start())
    if found[1] != "." or before is None:
        return True
    word, after = before[1], _FIRST_WORD.match(text, found.end())
    follower = after[0] if after else ""
    return not (
        (len(word) == 1 and word.isupper())
        or word in _BEFORE_NAME
        or (word in _MONTHS and follower.isdigit())
        or (word.isdigit() and follower in _GERMAN_MONTHS)
    )


def _spans(ends: Sequence[int], length: int) -> list[Span]:
    return [(start, end) for start, end in zip([0, *ends], [*ends, length], strict=True) if start < end] or [(0, 0)]
