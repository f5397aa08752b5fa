"""References: every concept ID that is named belongs to a concept that is in force."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.model import AmbiguousForm
from service.lexicon.reader import Keys

NAME = "reference"


def check(draft: Draft) -> Iterator[Finding]:
    """Relations, senses, mentions and expectations lead somewhere, and not to the concept itself."""
    retired = {concept.id for concept in draft.concepts if concept.status == "withdrawn"}
    for path, keys, concept_id in _references(draft):
        if concept_id not in draft.known_ids:
            message, advice = f"there is no concept {concept_id}", "Check the ID in INDEX.md"
            yield draft.finding(NAME, path, keys, message, advice)
        elif concept_id in retired:
            message, advice = f"the concept {concept_id} is withdrawn", "Name the concept that took its place"
            yield draft.finding(NAME, path, keys, message, advice)
    for concept in draft.concepts:
        seen = set()
        for number, relation in enumerate(concept.relations):
            keys = ("relations", number)
            if relation.to == concept.id:
                yield draft.finding(NAME, concept.path, keys, "the relation leads to the concept itself", "Delete it")
            if (relation.type, relation.to) in seen:
                yield draft.finding(NAME, concept.path, keys, "the relation is given twice", "Keep one of the two")
            seen.add((relation.type, relation.to))


def _references(draft: Draft) -> Iterator[tuple[str, Keys, str]]:
    for concept in draft.concepts:
        if concept.status != "withdrawn":
            for number, relation in enumerate(concept.relations):
                yield concept.path, ("relations", number, "to"), relation.to
    for pack in draft.lexicon.packs.values():
        if pack.area:
            yield f"{pack.key}/pack.yml", ("area",), pack.area
    for form in draft.lexicon.ambiguous:
        for keys, concept_id in _references_of_form(draft, form):
            yield form.path, keys, concept_id


def _references_of_form(draft: Draft, form: AmbiguousForm) -> Iterator[tuple[Keys, str]]:
    for number, sense in enumerate(form.senses):
        yield ("senses", number, "concept"), sense.concept
    for keys, when in draft.context_tests(form):
        for place, concept_id in enumerate(when.mentions):
            yield (*keys, "mentions", place), concept_id
    for number, example in enumerate(form.examples):
        if example.expect not in ("unresolved", "nothing"):
            yield ("examples", number, "expect"), example.expect
