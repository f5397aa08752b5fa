"""External IDs: of a known gazetteer, in its shape, and of one concept only."""

import re
from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "external-id"
SHAPES = {"wikidata": "Q[1-9][0-9]{0,9}", "geonames": "[1-9][0-9]{0,9}", "wof": "[1-9][0-9]{0,11}"}


def check(draft: Draft) -> Iterator[Finding]:
    """Each external ID can be looked up where it says, and means one concept."""
    owners: dict[tuple[str, str], str] = {}
    for concept in draft.concepts:
        for name, value in concept.external_ids.items():
            keys = ("external_ids", name)
            if name not in SHAPES:
                message, advice = f"{name} is not a gazetteer known here", f"Use {', '.join(SHAPES)}"
                yield draft.finding(NAME, concept.path, keys, message, advice)
            elif not re.fullmatch(SHAPES[name], value):
                advice = "Write Q and digits" if name == "wikidata" else "Write digits only"
                yield draft.finding(NAME, concept.path, keys, f"{value} is not an ID of {name}", advice)
            elif owners.setdefault((name, value), concept.id) != concept.id:
                message = f"{name} {value} is the record of {owners[name, value]}, too"
                yield draft.finding(NAME, concept.path, keys, message, "Check which of the two it means")
