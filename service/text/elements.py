"""The elements of HTML as far as a reader's text depends on them, and the stack of those that are open.

The kinds of elements and the rules by which one ends another follow the HTML Living Standard (rendering, tree
construction), cut down to what decides whether a stretch of text is shown.
"""

from collections import defaultdict
from typing import NamedTuple


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


# A paragraph of text never runs across the borders of these.
BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup "
    "option p plaintext pre search section select summary table tbody td tfoot th thead title tr ul xmp"
)
VOID = _names(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
# Their content is no markup: it runs up to their end tag. The text of a title is shown, of the others not.
RAW = _names("iframe noembed noframes noscript script style textarea title xmp")
# Nothing of these is seen.
HIDDEN = _names("datalist noembed noframes noscript rp script style template")
# The reader sees something else than text in their place.
REPLACED = _names("audio canvas embed iframe image img input math object svg textarea video xmp")
# Text that is shown but holds no names of places; translate="yes" inside calls for names again. A superscript is a
# footnote's number: it must not become part of the name before it.
VERBATIM = _names("code kbd samp sup")
PREFORMATTED = _names("listing pre plaintext")

_FOREIGN = ("math", "svg")
_INTEGRATION = _names("annotation-xml desc foreignobject")
# Elements of HTML that end an SVG or MathML drawing which was not closed.
_BREAKOUT = (BLOCKS - {"title"}) | _names("b big br code em embed i img nobr ruby s small span strong sub sup tt u var")
# An end tag reaches no further out than to the nearest of these …
_SCOPE = _names("applet button caption foreignobject html marquee object table td template th")
# … but the end tags of a table's parts only stop at the table, and a list item only ends within its list.
_TABLE_PARTS = _names("caption table tbody td tfoot th thead tr")
_TABLE_SCOPE = _names("html table template")
_LISTS = _names("dir dl menu ol ul")
# Start tags that end elements which are still open.
_ENDS = {
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th"),
    "tbody": ("tbody", "thead", "tfoot", "tr"),
    "thead": ("tbody", "thead", "tfoot", "tr"),
    "tfoot": ("tbody", "thead", "tfoot", "tr"),
}
_KEEP_PARAGRAPH = _names("body caption head html legend optgroup option select tbody td tfoot th thead title tr")


class Element(NamedTuple):
    """An open element: what it does to the text inside, and how far out the end tags inside can reach."""

    name: str
    hidden: bool
    named: bool  # names may be found in it: not verbatim, not translate="no"
    preformatted: bool
    foreign: bool
    scope: int
    table: int
    list: int

    @property
    def shown(self) -> bool:
        """Whether text inside is part of what the reader's text holds."""
        return self.named and not self.hidden


_DOCUMENT = Element("", False, True, False, False, 0, 0, 0)


class Stack:
    """The open elements. Each operation takes constant time, taken over all tags of a document."""

    __slots__ = ("_elements", "_places")

    def __init__(self) -> None:
        self._elements = [_DOCUMENT]
        self._places: defaultdict[str, list[int]] = defaultdict(list)

    @property
    def top(self) -> Element:
        """The innermost open element."""
        return self._elements[-1]

    def open(self, name: str, hidden: bool = False, named: bool | None = None) -> Element:
        """Push an element; `named` None means as outside."""
        outer = self._elements[-1]
        place = len(self._elements)
        scope = place if name in _SCOPE else outer.scope
        element = Element(
            name,
            outer.hidden or hidden,
            outer.named if named is None else named,
            outer.preformatted or name in PREFORMATTED,
            (outer.foreign or name in _FOREIGN) and name not in _INTEGRATION,
            scope,
            place if name in _TABLE_SCOPE else outer.table,
            place if name in _LISTS else max(outer.list, scope),
        )
        self._elements.append(element)
        self._places[name].append(place)
        return element

    def close(self, name: str) -> list[Element]:
        """Take off the innermost `name` within reach and all that is inside it; nothing if there is none."""
        places = self._places.get(name)
        if not places:
            return []
        top = self._elements[-1]
        reach = top.table if name in _TABLE_PARTS else top.list if name in ("li", "dd", "dt") else top.scope
        if places[-1] < reach:
            return []
        ended = self._elements[places[-1] :]
        del self._elements[places[-1] :]
        for element in ended:
            self._places[element.name].pop()
        return ended

    def make_way(self, name: str) -> list[Element]:
        """Take off what a start tag of `name` ends: the open paragraph, list item, cell or drawing."""
        ended: list[Element] = []
        if self.top.foreign and name in _BREAKOUT:
            for drawing in _FOREIGN:
                ended += self.close(drawing)
        for other in _ENDS.get(name, ()):
            ended += self.close(other)
        if name in BLOCKS and name not in _KEEP_PARAGRAPH:
            ended += self.close("p")
        return ended
