"""A text with its mentions marked, for reading: each mark says its stance by line and letter, not by colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from service.annotation.model import Annotation, Result, Unresolved

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
QUOTED = "”"  # follows the letter of a mark inside quotation marks

Mention = Annotation | Unresolved


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be said about mentions that have everything in common but their place."""

    id: str  # of the element that the marks lead to
    mention: Mention  # the first of them
    marks: tuple[str, ...]  # IDs of the marks


@dataclass(frozen=True, slots=True)
class Reading:
    """The marked text and the entries that its marks lead to, in order of first mention."""

    text: Markup
    entries: tuple[Entry, ...]


def render_marked(text: str, result: Result) -> Markup:
    """`text` as HTML, escaped, with a link to its entry around each mention."""
    return read(text, result).text


def read(text: str, result: Result) -> Reading:
    """Mark the mentions in `text`. Where mentions overlap, the earlier and longer one is marked; all have entries."""
    found: tuple[Mention, ...] = (*result.annotations, *result.unresolved)
    mentions = sorted(found, key=lambda mention: (mention.start, -mention.end))
    numbers: dict[object, int] = {}
    firsts: list[Mention] = []
    marks: list[list[str]] = []
    pieces: list[Markup] = []
    done = 0
    for position, mention in enumerate(mentions, 1):
        number = numbers.setdefault(_sameness(mention), len(numbers))
        if number == len(firsts):
            firsts.append(mention)
            marks.append([])
        if mention.start < done:
            continue
        mark_id = f"mark-{position}"
        marks[number].append(mark_id)
        pieces.append(Markup.escape(text[done : mention.start]))
        pieces.append(_mark(mark_id, _entry_id(number), mention, text[mention.start : mention.end]))
        done = mention.end
    pieces.append(Markup.escape(text[done:]))
    entries = tuple(_entries(firsts, marks))
    return Reading(Markup("").join(pieces), entries)


def stance_of(mention: Mention) -> str:
    """The stance of the label that was recognized, or that it was not settled."""
    return mention.label.stance if isinstance(mention, Annotation) else UNRESOLVED


def _entries(firsts: Sequence[Mention], marks: Sequence[Sequence[str]]) -> Iterator[Entry]:
    for number, (mention, ids) in enumerate(zip(firsts, marks, strict=True)):
        yield Entry(_entry_id(number), mention, tuple(ids))


def _entry_id(number: int) -> str:
    return f"entry-{number + 1}"


def _sameness(mention: Mention) -> object:
    """Mentions that are equal in this share one entry."""
    if isinstance(mention, Unresolved):
        return mention.surface, mention.candidates, mention.why, mention.in_quotation
    label = mention.label
    return mention.concept.id, label.text, label.lang, label.type, mention.why, mention.inflected, mention.in_quotation


def _mark(mark_id: str, entry_id: str, mention: Mention, surface: str) -> Markup:
    stance = stance_of(mention)
    quoted = Markup(" quoted") if mention.in_quotation else Markup("")
    sign = SIGNS[stance] + (QUOTED if mention.in_quotation else "")
    said = f"{stance}, in quoted speech" if mention.in_quotation else stance
    return Markup(
        '<a class="mark {stance}{quoted}" id="{mark_id}" href="#{entry_id}">'
        '<span class="surface">{surface}</span><sup class="sign" aria-hidden="true">{sign}</sup>'
        '<span class="aside"> ({said})</span></a>'
    ).format(stance=stance, quoted=quoted, mark_id=mark_id, entry_id=entry_id, surface=surface, sign=sign, said=said)
