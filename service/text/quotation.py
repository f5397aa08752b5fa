"""Which parts of a text stand in quotation marks.

Paragraph by paragraph, every mark is read as opening, closing or neither:

1. Its two neighbours decide first: after a space and before a letter it opens, after a letter and before a space or
   punctuation it closes. Where they leave it open, the mark itself decides (« opens, ” closes, a straight one closes
   if one is open).
2. An apostrophe inside a word is no mark (don't, 5'10, Q'arabag'). Nor is one that ends a plural (the Armenians'
   homes) or a sign that ends a measurement (44"), if the next mark of its kind closes, too. A straight ' must be
   closed within its paragraph, and neither ' nor ‘ opens before a number or one of a few clipped words ('90s, 'tis).
3. A closing mark closes the nearest opening one that it fits (“ ” and „ “ and « » and » « …); what was opened in
   between ends there as well. One that fits none is ignored.
4. A quotation never closed ends with its paragraph. So the habit of opening a quotation anew at each paragraph and
   closing it at the last needs nothing further; if the paragraphs are parted by single line breaks, a mark that opens
   at the beginning of a line ends the quotation that the same mark had opened before.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, islice

from service.text.boundaries import paragraphs

Span = tuple[int, int]

# What a closing mark may close: its partners in typography first, then what is paired with it in much typed text.
_CLOSES = {
    '"': ('"', "“„‟”"),
    "'": ("'", "‘‚"),
    "“": ("„", "“"),
    "”": ("“„‟”", '"'),
    "«": ("»",),
    "»": ("«»",),
    "‹": ("›",),
    "›": ("‹›",),
    "‘": ("‚",),
    "’": ("‘‚", "'"),
}
_MARKS = "\"'“”„‟«»‹›‘’‚"
_OPENED_BY = {"”": "“„", "“": "„", "»": "«", '"': '"'}  # double marks by their shape alone, for a span out of its text
_STRAIGHT = "\"'"
_SINGLE = "'’‘‚"
_OPENING = "“„‟«‹‘‚"  # by their shape; ” » › are read as opening where their neighbours say so

_SPACED = "«‹"  # French has a space behind them, which says nothing then: l’« Oldvale », (« Nuvel »)

_APOSTROPHES = "'’‘"
_APOSTROPHE = re.compile(r"(?:(?<=\w)['’‘](?=\w)|(?<=\b[nN])['’])")  # inside a word
_PLAIN = frozenset(["“”", "«»", '""', "„“"])
_BEFORE_PLAIN = frozenset(".,!?…")  # besides letters, what stands before a plain closing mark
_AFTER_PLAIN = frozenset(["", *".,;:!?)"])  # besides space, what stands after it; nothing at the end of the text
_CLIPPED = re.compile(r"\d|(?:n|em|tis|twas|til|till|cause|bout|round)\b", re.IGNORECASE)

_AFTER = frozenset("([{<¿¡-‐‑‒–—―/=|*_" + _MARKS)  # what an opening mark may follow
_BEFORE = frozenset(".,;:!?…)]}>-‐‑‒–—―/|*_։՝،؛؟。，" + _MARKS)  # what a closing mark may precede

_OPENS, _CLOSES_HERE, _EITHER, _WITHIN = range(4)


class Quotations:
    """The quotations of one text: `spans` holds the content of each without the marks, nested ones too, in order."""

    __slots__ = ("_reach", "_starts", "spans")

    def __init__(self, spans: list[Span]) -> None:
        self.spans: tuple[Span, ...] = tuple(sorted(spans))
        self._starts = [start for start, _ in self.spans]
        self._reach = list(accumulate((end for _, end in self.spans), max))

    def covers(self, start: int, end: int) -> bool:
        """Whether the half-open span lies wholly inside some quotation."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


_NONE = Quotations([])


def quotations(text: str) -> Quotations:
    """Find the quotations of `text`."""
    if not (marks := _marks(text)):
        return _NONE
    plain = _plain(text, marks)
    if plain is not None:
        return Quotations(plain)
    spans: list[Span] = []
    first = 0
    for start, end in paragraphs(text):
        last = bisect_left(marks, end, first)
        if first < last:
            here = marks[first:last]
            found = _plain(text, here)
            if found is None:
                _Paragraph(text, start, end, here).read_into(spans)
            else:
                spans += found
        first = last
    return Quotations(spans)


def closed(text: str, start: int, end: int) -> int:
    """The end of the span from `start` to `end`, with the mark behind it if that closes what a mark inside opens.

    As in the fair “Oldvale”. Told by the shapes of the marks: this is asked of every span, before quotations are read.
    """
    mark = text[end : end + 1]
    if mark not in _OPENED_BY:
        return end
    if mark == '"':
        return end + text.count(mark, start, end) % 2
    opened = sum(text.count(opening, start, end) for opening in _OPENED_BY[mark])
    return end + (opened > text.count(mark, start, end))


def _marks(text: str) -> list[int]:
    """Where the marks stand, apostrophes inside words left out. Searches for one character are the fastest there is."""
    places: list[int] = []
    for mark in _MARKS:
        place = text.find(mark)
        inside = mark in _APOSTROPHES
        while place >= 0:
            if not (inside and _is_inside(text, place)):
                places.append(place)
            place = text.find(mark, place + 1)
    places.sort()
    return places


def _is_inside(text: str, place: int) -> bool:
    """Whether the apostrophe at `place` stands inside a word."""
    if text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum():
        return True
    return _APOSTROPHE.match(text, place) is not None


def _plain(text: str, places: list[int]) -> list[Span] | None:
    """The quotations if the marks are pairs side by side that the rules leave no doubt of, as most are; else None.

    None of the pairs may run over a line break, so that where paragraphs end does not matter.
    """
    if len(places) % 2:
        return None
    spans: list[Span] = []
    for number in range(0, len(places), 2):
        first, last = places[number], places[number + 1]
        before, after = text[last - 1], text[last + 1 : last + 2]
        if (
            text[first] + text[last] not in _PLAIN
            or not text[first + 1].isalpha()
            or not (first == 0 or text[first - 1].isspace())
            or not (before.isalpha() or before in _BEFORE_PLAIN)
            or not (after.isspace() or after in _AFTER_PLAIN)
            or text.find("\n", first, last) >= 0
            or text.find("\u2029", first, last) >= 0
        ):
            return None
        spans.append((first + 1, last))
    return spans


class _Paragraph:
    """The marks of one paragraph, and the quotations that are open at the place reached."""

    def __init__(self, text: str, start: int, end: int, places: list[int]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._places = places
        self._open: list[int] = []
        self._counts = dict.fromkeys(_MARKS, 0)

    def read_into(self, spans: list[Span]) -> None:
        for number, place in enumerate(self._places):
            mark = self._text[place]
            role = self._role(place)
            if self._is_opening(mark, role, place):
                if self._counts[mark] and self._text[place - 1] in "\n\r":
                    self._close(mark, place - 1, spans)
                self._open.append(place)
                self._counts[mark] += 1
            elif self._is_closing(mark, role, number):
                self._close(self._partners(mark), place, spans)
        end = self._start + len(self._text[self._start : self._end].rstrip()) if self._open else 0
        while self._open:
            place = self._open.pop()
            # A straight ' that is never closed was an apostrophe, unless the paragraph begins with it (rule 2).
            if place + 1 < end and (self._text[place] != "'" or place == self._start):
                spans.append((place + 1, end))

    def _role(self, place: int) -> int:
        """What the neighbours of a mark say about it."""
        before = self._text[place - 1] if place > self._start else " "
        after = self._text[place + 1] if place + 1 < self._end else " "
        # A space tells more than a dash or a further mark: `—"` at the end of a sentence, `"'` at its beginning.
        opens = 2 if before.isspace() else before in _AFTER
        closes = 2 if after.isspace() else after in _BEFORE
        if opens == closes:
            return _EITHER if opens else _WITHIN
        if opens and self._text[place] in _SPACED and not self._partners(self._text[place]):
            return _OPENS
        return _OPENS if opens > closes else _CLOSES_HERE

    def _is_opening(self, mark: str, role: int, place: int) -> bool:
        if mark in _SINGLE and (mark == "’" or role not in (_OPENS, _EITHER) or _CLIPPED.match(self._text, place + 1)):
            return False
        if mark in _STRAIGHT:
            return role == _OPENS or (role == _EITHER and mark == '"' and not self._partners(mark))
        if mark in _OPENING:
            return role != _CLOSES_HERE and not (role != _OPENS and mark != "„" and self._partners(mark))
        return role == _OPENS and mark != "’" and not self._partners(mark)

    def _is_closing(self, mark: str, role: int, number: int) -> bool:
        if mark not in _CLOSES or not self._partners(mark):
            return False
        if role == _CLOSES_HERE:
            return not self._is_part_of_word(mark, number)
        if role == _WITHIN:
            return mark not in _SINGLE and not (mark == '"' and self._text[self._places[number] - 1].isdigit())
        return role == _EITHER or mark in "”»›"

    def _is_part_of_word(self, mark: str, number: int) -> bool:
        """Whether a possible closing mark ends a plural or a measurement: the next mark of its kind closes, too."""
        place = self._places[number]
        before, after = self._text[place - 1], self._text[place + 1 : place + 2]
        plural = mark in _SINGLE and before in "sSzZxX" and after.isspace()
        if not plural and not before.isdigit():
            return False
        kind = "'’" if mark in _SINGLE else mark
        later = islice(self._places, number + 1, None)
        following = next((other for other in later if self._text[other] in kind), None)
        return following is not None and self._role(following) == _CLOSES_HERE

    def _partners(self, mark: str) -> str:
        """The marks that `mark` would close, if one of them is open; else nothing."""
        for openers in _CLOSES.get(mark, ()):
            for opener in openers:
                if self._counts[opener]:
                    return openers
        return ""

    def _close(self, openers: str, place: int, spans: list[Span]) -> None:
        """End the nearest quotation opened by one of `openers`, and those opened after it."""
        while self._open:
            start = self._open.pop()
            opener = self._text[start]
            self._counts[opener] -= 1
            closed = opener in openers
            if start + 1 < place and (closed or opener != "'"):
                spans.append((start + 1, place))
            if closed:
                return
