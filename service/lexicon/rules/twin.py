"""Twins: nobody and nothing is entered twice, as happens when editors of several languages work side by side."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "twin"
_NAMESAKES = "places"  # the folder in which many things share a name


def check(draft: Draft) -> Iterator[Finding]:
    """No two concepts begin with the same comment line, but for places."""
    known: dict[str, str] = {}
    for concept in sorted(draft.concepts, key=lambda one: one.id):
        heading = draft.documents[concept.path].text.partition("\n")[0]
        if not heading.startswith("#") or concept.path.split("/")[1] == _NAMESAKES or concept.status == "withdrawn":
            continue
        first = known.setdefault(heading.casefold(), concept.path)
        if first != concept.path:
            message = f"{first} begins with the same line, {heading[1:].strip()}"
            advice = "Keep one concept with the labels of both, or say in the line what tells them apart"
            yield Finding(concept.path, 1, NAME, message, advice)
