"""Puts chosen suggestions of a house style into a text or an HTML document, and says what was done.

Nothing else is touched. In HTML a name may be spread over several pieces (Old<b>vale</b>): the new name goes where the
first piece is, the others are emptied, and every tag stays where it was, so that the markup is as balanced as before.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.annotation.model import Annotation
from service.checking.suggestion import Suggestion
from service.text.markup import Extracted

Span = tuple[int, int]

NOT_CHOSEN = "not among the spans to apply"
OVERLAPS = "overlaps a name that was rewritten"
ONLY_A_REMARK = "the style has no other name to put here"


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: the span in the source as sent, what stands there now, and where that is in the new source."""

    annotation: Annotation
    suggestion: Suggestion
    start: int
    end: int
    old: str
    new_start: int
    new_end: int
    new: str


@dataclass(frozen=True, slots=True)
class Left:
    """A mention with something to say that was left as it is; the span is in the source as sent."""

    annotation: Annotation
    suggestion: Suggestion
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new source, and an account of it in the order of the text."""

    source: str
    edits: tuple[Edit, ...]
    left: tuple[Left, ...]


def rewrite(
    source: str,
    extracted: Extracted | None,
    annotations: Sequence[Annotation],
    suggestions: Sequence[Suggestion | None],
    chosen: Collection[Span] | None = None,
) -> Rewritten:
    """Apply `suggestions`, one for each of `annotations`; those at the spans `chosen`, or all.

    `source` is the text or HTML as sent; for HTML, `extracted` is its visible text, and the annotations are into that.
    The spans of `chosen` and of the account are into `source`.
    """
    edits: list[Edit] = []
    left: list[Left] = []
    pieces: list[str] = []
    done = shift = 0
    for annotation, suggestion in zip(annotations, suggestions, strict=True):
        if suggestion is None:
            continue
        parts = _parts(source, extracted, annotation.start, annotation.end)
        start, end = parts[0][0], parts[-1][1]
        why = _reason_to_leave(suggestion, chosen is None or (start, end) in chosen, start < done)
        if why is not None or suggestion.text is None:
            left.append(Left(annotation, suggestion, start, end, why or ONLY_A_REMARK))
            continue
        new = _replaced(source, parts, suggestion.text if extracted is None else _escaped(suggestion.text))
        edits.append(
            Edit(annotation, suggestion, start, end, source[start:end], start + shift, start + shift + len(new), new)
        )
        pieces += (source[done:start], new)
        shift += len(new) - (end - start)
        done = end
    return Rewritten("".join((*pieces, source[done:])), tuple(edits), tuple(left))


def _reason_to_leave(suggestion: Suggestion, chosen: bool, overlaps: bool) -> str | None:
    if suggestion.text is None:
        return suggestion.warning or ONLY_A_REMARK
    if not chosen:
        return NOT_CHOSEN
    return OVERLAPS if overlaps else None


def _parts(source: str, extracted: Extracted | None, start: int, end: int) -> list[Span]:
    """The spans of `source` that hold the characters of the name, without the markup between them; at least one."""
    if extracted is None:
        return [(start, end)]
    parts: list[Span] = []
    for first, last in _characters(source, extracted, start, end):
        if parts and parts[-1][1] == first:
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
    return parts


def _characters(source: str, extracted: Extracted, start: int, end: int) -> Iterator[Span]:
    previous = None
    for place in range(start, end):
        span = extracted.original(place, place + 1)
        # A tag may stand for a character: <br> for a line break, <q> for its mark. A tag is never deleted.
        is_tag = source[span[0]] == "<" and source[span[1] - 1] == ">"
        if span != previous and not is_tag:
            yield span
        previous = span


def _replaced(source: str, parts: Sequence[Span], new: str) -> str:
    """What is in `parts` and between them, with `new` in the first part and nothing in the others."""
    return new + "".join(source[one[1] : other[0]] for one, other in pairwise(parts))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
