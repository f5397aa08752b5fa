"""Each concept has a name: a label of its own, or a sense in `ambiguous/`."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "unnamed"


def check(draft: Draft) -> Iterator[Finding]:
    """A concept without labels is what a sense of an ambiguous form means. Says nothing while a file cannot be read."""
    for concept in draft.concepts:
        if not concept.labels and not draft.broken:
            message, advice = "the concept has no name", "Give it a label, or make it a sense of a form in ambiguous/"
            yield draft.finding(NAME, concept.path, ("id",), message, advice)
