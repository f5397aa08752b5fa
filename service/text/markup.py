"""The text that a reader sees of an HTML document or fragment, and the way back to the HTML as sent.

What is text: everything that a browser shows, scripts and style sheets left aside. Blocks are parted by a blank line,
<br> is a line break, white space collapses as in a browser (so a blank line is always the end of a block; `pre` keeps
it), <q> comes with its quotation marks, character references are resolved. Nothing is left of comments, declarations,
attributes, and of elements that are never seen (script, style, template, noscript, whatever has the attribute
`hidden`).

Where the reader sees something that is not to be searched for names, U+FFFC (object replacement character) stands in
the text, so that no name runs across it: pictures, SVG, MathML, objects, frames, audio, video, text fields; code, kbd
and samp; and what is marked translate="no" or class="notranslate" (translate="yes" inside calls for names again).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from html import unescape
from html.entities import html5

from service.text.elements import BLOCKS, HIDDEN, RAW, REPLACED, VERBATIM, VOID, Element, Stack
from service.text.tags import Tag, Tags

OBJECT = "\ufffc"

_REFERENCE = r"&(?:#[xX][0-9A-Fa-f]++;?|#[0-9]++;?|[A-Za-z][A-Za-z0-9]{1,31}+;?)"
# What is not taken over as it is: references, NUL (browsers drop it) and, unless in `pre`, white space that collapses.
_SPECIAL_IN_PRE = re.compile(rf"{_REFERENCE}|\x00")
_SPECIAL = re.compile(rf"{_REFERENCE}|\x00|[\t\n\f\r ]{{2,}}+|[\t\n\f\r]")
_SPACES = re.compile(r"[\t\n\f\r ]*+")
_SPACE = frozenset("\t\n\f\r ")
_TELLING_ATTRIBUTE = re.compile("translate|hidden", re.IGNORECASE)
_DIGITS_OF_LARGEST = 7  # of the decimal or hexadecimal number of a character


class Extracted:
    """The visible text of an HTML document, and where in the HTML each part of it stands."""

    __slots__ = ("_html_ends", "_html_starts", "_text_starts", "text")

    def __init__(self, pieces: list[tuple[str, int, int]]) -> None:
        self.text = "".join([text for text, _, _ in pieces])
        # A piece as long in the text as in the HTML is the same characters; any other belongs to the HTML as a whole.
        self._html_starts = [start for _, start, _ in pieces]
        self._html_ends = [end for _, _, end in pieces]
        self._text_starts = [0]
        for text, _, _ in pieces:
            self._text_starts.append(self._text_starts[-1] + len(text))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the HTML from the first to the last character of `text[start:end]`, tags included."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"({start}, {end}) is no span of the text of {len(self.text)} code points")
        if start < end:
            return self._character(start)[0], self._character(end - 1)[1]
        place = self._character(start)[0] if start < len(self.text) else self._character(start - 1)[1] if start else 0
        return place, place

    def _character(self, offset: int) -> tuple[int, int]:
        piece = bisect_right(self._text_starts, offset) - 1
        inside = offset - self._text_starts[piece]
        start, end = self._html_starts[piece], self._html_ends[piece]
        if self._text_starts[piece + 1] - self._text_starts[piece] == end - start:
            return start + inside, start + inside + 1
        return start, end


def extract(html: str) -> Extracted:
    """The visible text of `html`. However broken the HTML is, nothing is raised and no visible text is lost."""
    return Extracted(_Reader(html).read())


class _Reader:
    """Reads one document from its beginning to its end into pieces: text, start and end of its place in the HTML."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._tags = Tags(html)
        self._stack = Stack()
        self._pieces: list[tuple[str, int, int]] = []
        self._tail = "\n\n"  # how the text ends; its beginning counts as the end of a block
        self._specials = [special for special in ("&", "\0", "\n", "  ", "\t", "\r", "\f") if special in html]

    def read(self) -> list[tuple[str, int, int]]:
        offset = 0
        while tag := self._tags.after(offset, self._stack.top.foreign):
            self._read_text(offset, tag.start)
            offset = self._read_tag(tag) if tag.name else tag.end
        self._read_text(offset, len(self._html))
        return self._pieces

    def _read_tag(self, tag: Tag) -> int:
        """Take in a tag; the result is where reading goes on."""
        if tag.name == "br":
            if not self._stack.top.hidden:
                self._put("\n", tag.start, tag.end)
        elif tag.is_end:
            ended = self._stack.close(tag.name)
            self._end(ended, tag)
            if not ended or not ended[0].hidden:
                self._part(tag, self._stack.top)
        else:
            return self._start(tag)
        return tag.end

    def _start(self, tag: Tag) -> int:
        name = tag.name
        self._end(self._stack.make_way(name), tag)
        outer = self._stack.top
        hidden, named = _wishes(tag)
        hidden = hidden or name in HIDDEN
        if not hidden:
            self._part(tag, outer)
            if outer.shown and (name in REPLACED or named is False):
                self._put(OBJECT, tag.start, tag.end)
        if name in VOID or (outer.foreign and tag.attributes.endswith("/")):
            return tag.end
        if name in RAW and not outer.foreign:
            end = self._tags.raw_end(name, tag.end)
            if name == "title" and not hidden and named is not False:
                self._read_text(tag.end, end)
            return end
        inner = self._stack.open(name, hidden or name in REPLACED, named)
        if name == "q" and inner.shown:
            self._put("“", tag.start, tag.end)
        return tag.end

    def _end(self, ended: Iterable[Element], tag: Tag) -> None:
        for element in ended:
            if element.name == "q" and element.shown:
                self._put("”", tag.start, tag.end)

    def _part(self, tag: Tag, around: Element) -> None:
        """Part two paragraphs, if the tag is the border of a block that is seen."""
        if tag.name in BLOCKS and not around.hidden:
            missing = 2 - len(self._tail) + len(self._tail.rstrip("\n"))
            self._put("\n\n"[:missing], tag.start, tag.end)

    def _put(self, text: str, start: int, end: int) -> None:
        if text:
            self._pieces.append((text, start, end))
            self._tail = (self._tail + text[-2:])[-2:]

    def _read_text(self, start: int, end: int) -> None:
        top = self._stack.top
        if start < end and not top.preformatted and self._tail[-1] in _SPACE:
            spaces = _SPACES.match(self._html, start, end)
            start = spaces.end() if spaces else start
        if start >= end or not top.shown:
            return
        text = self._html[start:end]
        for special in self._specials:
            if special in text:
                break
        else:
            self._put(text, start, end)
            return
        for found in (_SPECIAL_IN_PRE if top.preformatted else _SPECIAL).finditer(self._html, start, end):
            self._put(self._html[start : found.start()], start, found.start())
            text, start = self._resolved(found, top.preformatted)
            self._put(text, found.start(), start)
        self._put(self._html[start:end], start, end)

    def _resolved(self, found: re.Match[str], preformatted: bool) -> tuple[str, int]:
        """What stands for something special in the text, and where in the HTML it ends."""
        if found[0][0] == "\0":
            return "", found.end()
        if found[0][0] != "&":
            return " ", found.end()
        text, length = _reference(found[0])
        if text in _SPACE and not preformatted:
            text = " "
        return text, found.start() + length


def _wishes(tag: Tag) -> tuple[bool, bool | None]:
    """What a start tag says of its content: whether it is hidden, and whether names are to be found in it."""
    named = False if tag.name in VERBATIM else None
    if not _TELLING_ATTRIBUTE.search(tag.attributes):
        return False, named
    if "notranslate" in (tag.attribute("class") or "").split():
        named = False
    translate = (tag.attribute("translate") or "").lower() if tag.attribute("translate") is not None else None
    if translate in ("", "yes", "no"):
        named = translate != "no"
    return tag.attribute("hidden") is not None, named


def _reference(written: str) -> tuple[str, int]:
    """The text that a reference stands for, and how much of `written` is the reference (`&notit` is ¬ and it)."""
    if written[1] == "#":
        base = "x" if written[2] in "xX" else ""
        digits = written[2:].strip("xX;").lstrip("0") or "0"
        # html.unescape raises an error on thousands of digits.
        return unescape(f"&#{base}{digits};") if len(digits) <= _DIGITS_OF_LARGEST else "\ufffd", len(written)
    for end in range(len(written), 1, -1):
        if text := html5.get(written[1:end]):
            return text, end
    return written, len(written)
