"""Annotations as a table for a terminal."""

from service.annotation.model import Annotation, Result, Unresolved
from service.text.columns import aligned


def table(source: str, result: Result) -> str:
    """The mentions in aligned columns, in order of place."""
    found: list[Annotation | Unresolved] = [*result.annotations, *result.unresolved]
    rows: list[tuple[str, ...]] = [("PLACE", "SURFACE", "CONCEPT", "STANCE", "WHOSE", "WHAT")]
    rows += (_row(source, mention) for mention in sorted(found, key=lambda mention: (mention.start, mention.end)))
    return aligned(rows)


def _row(source: str, mention: Annotation | Unresolved) -> tuple[str, ...]:
    line = source.count("\n", 0, mention.start) + 1
    column = mention.start - source.rfind("\n", 0, mention.start)
    place, surface = f"{line}:{column}", " ".join(mention.surface.split())
    if isinstance(mention, Unresolved):
        return place, surface, " or ".join(mention.candidates), "unresolved", "", mention.why
    concept, label = mention.concept, mention.label
    return place, surface, concept.id, label.stance, ", ".join(label.perspectives), concept.gloss
