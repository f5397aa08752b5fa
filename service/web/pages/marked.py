"""A text with its mentions marked, for reading: each mark says its stance by line and letter, not by colour alone.

The marks and entries get IDs that depend on what they say and not on their place, so that a page which shows the text
again after a change can leave alone what has not changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from itertools import zip_longest

from markupsafe import Markup, escape

from service.annotation.model import Annotation, Result, Unresolved
from service.checking.suggestion import Suggestion
from service.lexicon.model import Lexicon
from service.web.pages.filters import Mention, traits
from service.web.pages.localization import term, translated

UNRESOLVED = "unresolved"
# The letter that a mark carries; the legend of the page explains it.
SIGNS = {
    "neutral": "N",
    "sided": "S",
    "loaded": "L",
    "euphemistic": "E",
    "pejorative": "P",
    "dated": "D",
    UNRESOLVED: "?",
}
_LINE = re.compile(r"[^\n]+\n*|\n+")
QUOTED = "”"  # follows the letter of a mark inside quotation marks
ADVISED = "→"  # follows the letter of a mark that the house style has something to say of


@dataclass(frozen=True, slots=True)
class Mark:
    """One mention where it stands in the text."""

    id: str
    entry_id: str
    mention: Mention
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be said about mentions that have everything in common but their place."""

    id: str  # of the element that the marks lead to
    mention: Mention  # the first of them
    marks: tuple[str, ...]  # IDs of the marks
    traits: tuple[str, ...]  # of any of them


@dataclass(frozen=True, slots=True)
class Reading:
    """The marked text, its marks in order of place, and the entries that they lead to, in order of first mention."""

    text: Markup
    marks: tuple[Mark, ...]
    entries: tuple[Entry, ...]


def read(text: str, result: Result, lexicon: Lexicon, suggestions: Sequence[Suggestion | None] = ()) -> Reading:
    """Mark the mentions in `text`. Where mentions overlap, the earlier and longer one is marked; all have entries."""
    advised = {id(one) for one, said in zip_longest(result.annotations, suggestions) if said is not None}
    found: tuple[Mention, ...] = (*result.annotations, *result.unresolved)
    groups: dict[str, list[Mark]] = {}
    firsts: dict[str, Mention] = {}
    shown: list[Mark] = []
    done = 0
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        key = _key(mention)
        firsts.setdefault(key, mention)
        group = groups.setdefault(key, [])
        if mention.start < done:
            continue
        mark = Mark(
            f"mark-{key}-{len(group) + 1}",
            f"entry-{key}",
            mention,
            traits(mention, lexicon, advised=id(mention) in advised),
        )
        group.append(mark)
        shown.append(mark)
        done = mention.end
    return Reading(Markup("").join(_paragraphs(text, shown)), tuple(shown), tuple(_entries(firsts, groups, lexicon)))


def stance_name(stance: str) -> str:
    """The stance, or that it was not settled, in the language of the page."""
    return translated("unresolved") if stance == UNRESOLVED else term("stances", stance)


def stance_of(mention: Mention) -> str:
    """The stance of the label that was recognized, or that it was not settled."""
    return mention.label.stance if isinstance(mention, Annotation) else UNRESOLVED


def _entries(firsts: Mapping[str, Mention], groups: Mapping[str, Sequence[Mark]], lexicon: Lexicon) -> Iterator[Entry]:
    for key, mention in firsts.items():
        marks = groups[key]
        found = dict.fromkeys(trait for mark in marks for trait in mark.traits) or traits(mention, lexicon)
        yield Entry(f"entry-{key}", mention, tuple(mark.id for mark in marks), tuple(found))


def _key(mention: Mention) -> str:
    """Mentions that are equal in this share one entry."""
    if isinstance(mention, Unresolved):
        same: tuple[object, ...] = (mention.surface, mention.candidates, mention.why, mention.in_quotation)
    else:
        label = mention.label
        same = (mention.concept.id, label.text, label.lang, label.type, mention.why, mention.inflected,
                mention.in_quotation, mention.distanced, mention.in_name)  # fmt: skip
    return blake2s(repr(same).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _paragraphs(text: str, marks: Sequence[Mark]) -> Iterator[Markup]:
    """The text as paragraphs, each with the line breaks that end it: nothing of the text is lost or added.

    Each gets the direction of its own first letter. A mark that runs over a line break keeps its lines together.
    """
    waiting = iter(marks)
    mark = next(waiting, None)
    pieces: list[str] = []
    offset = 0
    words = {QUOTED: translated("in quoted speech"), ADVISED: translated("the house style has a remark")}
    words |= {stance: stance_name(stance) for stance in SIGNS}
    for line in _LINE.finditer(text):
        end = line.end()
        while mark is not None and mark.mention.start < end:
            pieces.append(escape(text[offset : mark.mention.start]))
            pieces.append(_mark(mark, text[mark.mention.start : mark.mention.end], words))
            offset = mark.mention.end
            mark = next(waiting, None)
        if offset > end:
            continue  # this line ends inside a mark
        pieces.append(escape(text[offset:end]))
        offset = end
        yield _paragraph(pieces)
        pieces = []


def _paragraph(pieces: Sequence[str]) -> Markup:
    return Markup(f'<p dir="auto">{"".join(pieces)}</p>')  # noqa: S704  # each piece is escaped


def _mark(mark: Mark, surface: str, words: Mapping[str, str]) -> str:
    # Thousands of marks are written for a long text; formatting Markup would take most of the time.
    mention, stance = mark.mention, stance_of(mark.mention)
    sign, said, classes = (
        SIGNS[stance],
        words[stance],
        f"{stance} " + " ".join([f"is-{trait}" for trait in mark.traits]),
    )
    if mention.in_quotation:
        sign, said, classes = sign + QUOTED, f"{said}, {words[QUOTED]}", f"{classes} quoted"
    if "advised" in mark.traits:
        sign, said = sign + ADVISED, f"{said}, {words[ADVISED]}"
    return (
        f'<a class="mark {classes}" id="{mark.id}" href="#{mark.entry_id}">'
        f'<span class="surface">{escape(surface)}</span><sup class="sign" aria-hidden="true">{sign}</sup>'
        f'<span class="aside"> ({escape(said)})</span></a>'
    )
