"""Notes: a label that judges, softens, belittles or has aged says how it is heard."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "note"
NOTED = ("loaded", "euphemistic", "pejorative", "dated")


def check(draft: Draft) -> Iterator[Finding]:
    """Loaded, euphemistic, pejorative and dated labels have a note."""
    for entry in draft.records:
        if entry.label.stance in NOTED and entry.label.note is None:
            message = f"{entry.label.text} is {entry.label.stance} and has no note"
            yield draft.finding(NAME, entry.path, entry.record, message, "Add a note: how is it heard, and by whom?")
