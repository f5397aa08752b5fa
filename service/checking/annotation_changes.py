"""What another lexicon changes in the annotation of a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.annotation.annotate import Annotator
from service.annotation.model import Annotation, Request, Result, Unresolved

_CONTEXT = 30  # characters of the text shown on each side
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class AnnotationChange:
    """One place in a text that the two lexicons annotate differently."""

    text: str  # name of the text
    line: int
    column: int
    before_it: str
    surface: str
    after_it: str
    old: str
    new: str


def annotation_changes(name: str, request: Request, old: Annotator, new: Annotator) -> list[AnnotationChange]:
    """The places of one text where the answers differ, in order. Reasons in words are not compared."""
    source = request.text if request.text is not None else request.html or ""
    before, after = _mentions(old.annotate(request)), _mentions(new.annotate(request))
    found = []
    for start, end in sorted({*before, *after}):
        was, now = before.get((start, end)), after.get((start, end))
        if _value(was) == _value(now):
            continue
        in_full = _described(was) == _described(now)
        line = source.count("\n", 0, start) + 1
        column = start - source.rfind("\n", 0, start)
        around = source[max(0, start - _CONTEXT) : start], source[start:end], source[end : end + _CONTEXT]
        found.append(AnnotationChange(name, line, column, *around, _described(was, in_full), _described(now, in_full)))
    return found


Mention = Annotation | Unresolved


def _mentions(result: Result) -> dict[tuple[int, int], Mention]:
    return {(mention.start, mention.end): mention for mention in _all(result)}


def _all(result: Result) -> Iterator[Mention]:
    yield from result.unresolved
    yield from result.annotations


def _value(mention: Mention | None) -> object:
    """What the caller is told of a mention, but for the reason in words."""
    if mention is None or isinstance(mention, Unresolved):
        return mention and (mention.candidates, mention.in_quotation)
    label, concept = mention.label, mention.concept
    told = concept.id, concept.kind, concept.gloss, concept.contested
    said = label.text, label.lang, label.type, label.stance, label.note, label.perspectives
    return told, said, mention.in_quotation, mention.inflected, mention.distanced, mention.in_name


def _described(mention: Mention | None, in_full: bool = False) -> str:
    if mention is None:
        return _NOTHING
    if isinstance(mention, Unresolved):
        return f"unresolved: {' or '.join(mention.candidates)}"
    label, concept = mention.label, mention.concept
    short = f"{concept.id} {label.text} ({label.lang}, {label.stance})"
    if not in_full:
        return short
    note = f"; note: {label.note}" if label.note else ""
    return f"{short}: {concept.kind}, {concept.gloss}; {label.type}, by {', '.join(label.perspectives)}{note}"
