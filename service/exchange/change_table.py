"""The difference between two lexicons as Markdown that can be pasted into a review."""

from collections.abc import Sequence

from service.checking.annotation_changes import AnnotationChange
from service.lexicon.changes import Change
from service.text.columns import markdown


def lexicon_changes(changes: Sequence[Change]) -> str:
    """A table of what was added, removed and changed."""
    if not changes:
        return "### Lexicon\n\nNo difference."
    rows = [[change.how, change.what, change.name, change.path, change.details] for change in changes]
    return f"### Lexicon: {_number(len(rows), 'change')}\n\n" + markdown(
        ["change", "what", "name", "file", "details"], rows
    )


def text_changes(changes: Sequence[AnnotationChange], texts: int) -> str:
    """A table of the places where texts are annotated differently; the name stands between ‹ and ›."""
    heading = f"### Annotations: {_number(len(changes), 'difference')} in {_number(texts, 'text')}"
    if not changes:
        return heading
    rows = [
        [
            one.text,
            f"{one.line}:{one.column}",
            f"{one.before_it}‹{one.surface}›{one.after_it}",
            one.old,
            one.new,
        ]
        for one in changes
    ]
    return f"{heading}\n\n" + markdown(["text", "place", "surface in context", "before", "after"], rows)


def _number(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
