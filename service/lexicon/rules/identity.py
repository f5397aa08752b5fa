"""IDs: minted, named like their file, used once, never brought back."""

from collections.abc import Iterator

from service.lexicon import ids
from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "id"


def check(draft: Draft) -> Iterator[Finding]:
    """Each ID has the minted shape and its file's name, stands in one file, and is not withdrawn."""
    withdrawn = {item.id for item in draft.withdrawn}
    first: dict[str, str] = {}
    for concept in draft.concepts:
        for message, advice in _problems(concept.id, concept.path, withdrawn, first.get(concept.id)):
            yield draft.finding(NAME, concept.path, ("id",), message, advice)
        first.setdefault(concept.id, concept.path)
    seen: set[str] = set()
    for number, item in enumerate(draft.withdrawn):
        at = (number, "id")
        if not ids.is_valid(item.id):
            yield draft.finding(NAME, "withdrawn.yml", at, f"{item.id} was never an ID", "Check its characters")
        if item.id in seen:
            yield draft.finding(NAME, "withdrawn.yml", at, f"{item.id} is withdrawn twice", "Keep one entry")
        seen.add(item.id)


def _problems(concept_id: str, path: str, withdrawn: set[str], other: str | None) -> Iterator[tuple[str, str]]:
    if not ids.is_valid(concept_id):
        yield f"{concept_id} is not a minted ID", "Take one from python -m service mint, or check its characters"
    stem = path.rpartition("/")[2].removesuffix(".yml")
    if stem != concept_id:
        yield f"the file is called {stem}, its concept {concept_id}", "Give the file its concept's ID as name"
    if concept_id in withdrawn:
        yield f"{concept_id} was withdrawn and must not come back", "Mint a new ID"
    if other is not None:
        yield f"{concept_id} is the ID of {other}, too", "Mint a new ID for one of them"
