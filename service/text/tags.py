"""Where the markup stands in an HTML text: tags, comments, declarations.

The rules are those of the HTML Living Standard, 13.2.5 Tokenization, with two exceptions in favour of a document that
is still being typed: markup that never ends is no markup but a less-than sign and text (unless it is a comment, or an
attribute value has begun in it), and a quoted attribute value that never ends is read as an unquoted one.

Why a tokenizer of our own: it has to yield exact offsets, be linear on hostile input and answer alike everywhere.
html.parser reports lines and columns, gives other results before and after the repairs of 2025 (CPython issue 135661)
and is quadratic before them (issue 135462); html5lib rewrites its input before it counts; lxml and selectolax keep no
offsets of text.
"""

import re
from typing import NamedTuple

from service.text.elements import RAW

# Possessive quantifiers throughout: the scan never goes back.
_TAG = re.compile(
    r"""</?([A-Za-z][^\t\n\f\r />]*+)
        ((?:[\t\n\f\r /]++
          | [^\t\n\f\r />][^\t\n\f\r />=]*+
            (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"[^"]*+"|'[^']*+'|[^\t\n\f\r >]++)?+)?+
        )*+)>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\t\n\f\r />][^\t\n\f\r />=]*+)
        (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"|'([^']*+)'|([^\t\n\f\r >]*+)))?""",
    re.VERBOSE,
)
_COMMENT_END = re.compile("--!?>")
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in RAW}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Tag(NamedTuple):
    """One piece of markup, `html[start:end]`. `name` is in small letters, and empty for what is no tag."""

    start: int
    end: int
    name: str = ""
    is_end: bool = False
    attributes: str = ""  # as written

    def attribute(self, name: str) -> str | None:
        """The value of an attribute (the first of that name, as written); None if the tag does not have it."""
        for found, double, single, bare in _ATTRIBUTE.findall(self.attributes):
            if found.lower() == name:
                return str(double or single or bare)
        return None


class Tags:
    """The markup of one HTML text."""

    __slots__ = ("_html", "_last_end", "_last_value")

    def __init__(self, html: str) -> None:
        self._html = html
        # Looked up once, so that many tags without an end do not make the scan run to the end of the text each time.
        self._last_end = html.rfind(">")
        self._last_value = max(html.rfind('="'), html.rfind("='"))

    def after(self, offset: int, foreign: bool = False) -> Tag | None:
        """The first markup from `offset` on. Only in `foreign` content (SVG, MathML) there are CDATA sections."""
        html = self._html
        while (start := html.find("<", offset)) >= 0:
            following = html[start + 1 : start + 2]
            if following in _LETTERS or (following == "/" and html[start + 2 : start + 3] in _LETTERS):
                if start < self._last_end:
                    return self._tag(start)
                if start < self._last_value:
                    return Tag(start, len(html))
            elif html.startswith("<!--", start):
                return Tag(start, self._comment_end(start))
            elif following in ("!", "?", "/") and start < self._last_end:
                end = self._after("]]>", start) if foreign and html.startswith("<![CDATA[", start) else 0
                return Tag(start, end or self._after(">", start))
            offset = start + 1
        return None

    def raw_end(self, name: str, offset: int) -> int:
        """Where the content of a RAW element ends that begins at `offset`."""
        found = _RAW_END[name].search(self._html, offset)
        return found.start() if found else len(self._html)

    def _tag(self, start: int) -> Tag:
        found = _TAG.match(self._html, start)
        if not found:  # every > that follows is inside an attribute value
            return Tag(start, len(self._html))
        return Tag(start, found.end(), found[1].lower(), self._html[start + 1] == "/", found[2])

    def _comment_end(self, start: int) -> int:
        for abrupt in (">", "->"):
            if self._html.startswith(abrupt, start + 4):
                return start + 4 + len(abrupt)
        found = _COMMENT_END.search(self._html, start + 4)
        return found.end() if found else len(self._html)

    def _after(self, end: str, start: int) -> int:
        place = self._html.find(end, start)
        return place + len(end) if place >= 0 else len(self._html)
