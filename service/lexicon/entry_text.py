"""A new concept as the text of its file, in the order of keys and the layout that the other files have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from service.lexicon.label_order import label_key

_NEEDS_QUOTES = re.compile(r"""^[-?:,\[\]{}#&*!|>'"%@`~\s]|[\[\]{},]|:\s|\s\#|:$|\s$""")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class NewUse:
    """Who used a label, on whose word."""

    by: str
    source: str
    at: str | None = None
    from_: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class NewLabel:
    """A label as somebody typed it."""

    text: str
    lang: str
    script: str
    type: str
    stance: str
    uses: tuple[NewUse, ...]
    also: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class NewConcept:
    """A concept as somebody typed it; the ID is minted."""

    id: str
    kind: str
    gloss: str
    contested: bool
    names: str  # everyday names, both sides', for the first line
    labels: Sequence[NewLabel] = field(default_factory=tuple)


def concept_text(concept: NewConcept) -> str:
    """The text of the file."""
    lines = [
        f"# {concept.names}",
        f"id: {concept.id}",
        f"kind: {concept.kind}",
        f"gloss: {_scalar(concept.gloss)}",
        "status: draft",
        f"contested: {'yes' if concept.contested else 'no'}",
        "labels:",
    ]
    # English first, as a reader of any side can follow it; then the other languages by their tag.
    for label in sorted(concept.labels, key=lambda one: (one.lang != "en", one.lang, label_key(one.text))):
        lines += _label(label)
    return "\n".join(lines) + "\n"


def _label(label: NewLabel) -> Iterator[str]:
    yield f"  - text: {_scalar(label.text)}"
    if label.also:
        yield f"    also: [{', '.join(map(_scalar, label.also))}]"
    for name in ("lang", "script", "type", "stance"):
        yield f"    {name}: {_scalar(getattr(label, name))}"
    if label.note:
        yield f"    note: {_scalar(label.note)}"
    yield "    uses:"
    for use in label.uses:
        given = {"by": use.by, "from": use.from_, "until": use.until, "source": use.source, "at": use.at}
        yield f"      - {{{', '.join(f'{name}: {_scalar(value)}' for name, value in given.items() if value)}}}"


def _scalar(text: str) -> str:
    """`text` as a YAML value, in quotes only where YAML needs them."""
    if text in _NULLS or _NEEDS_QUOTES.search(text):
        return "'" + text.replace("'", "''") + "'"
    return text
