"""The first line of a file teaches it: the everyday names of a concept, or the keys of a list."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "legend"


def check(draft: Draft) -> Iterator[Finding]:
    """Every file opens with a comment."""
    for path, document in draft.documents.items():
        if not document.text.startswith("# "):
            advice = "Begin with # and the everyday names, or what the file holds"
            yield draft.finding(NAME, path, (), "the file does not open with a comment", advice)
