"""Annotations as a table for a terminal."""

import unicodedata

from service.annotation.model import Annotation, Result, Unresolved


def table(source: str, result: Result) -> str:
    """The mentions in aligned columns, in order of place."""
    found: list[Annotation | Unresolved] = [*result.annotations, *result.unresolved]
    rows: list[tuple[str, ...]] = [("PLACE", "SURFACE", "CONCEPT", "STANCE", "WHOSE", "WHAT")]
    rows += (_row(source, mention) for mention in sorted(found, key=lambda mention: (mention.start, mention.end)))
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _row(source: str, mention: Annotation | Unresolved) -> tuple[str, ...]:
    line = source.count("\n", 0, mention.start) + 1
    column = mention.start - source.rfind("\n", 0, mention.start)
    place, surface = f"{line}:{column}", " ".join(mention.surface.split())
    if isinstance(mention, Unresolved):
        return place, surface, " or ".join(mention.candidates), "unresolved", "", mention.why
    concept, label = mention.concept, mention.label
    return place, surface, concept.id, label.stance, ", ".join(label.perspectives), concept.gloss


def _width(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
