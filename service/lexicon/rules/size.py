"""Sizes: texts are short, glosses one line, and a file does not grow without end."""

from collections import Counter
from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.reader import Keys

NAME = "size"
FORM, GLOSS, NOTE, WHY, EXAMPLE = 120, 200, 500, 500, 500
FORMS_OF_A_FILE = 400
SENSES = 20


def check(draft: Draft) -> Iterator[Finding]:
    """Nothing passes the limits above."""
    for path, keys, what, text, limit in _texts(draft):
        if len(text) > limit:
            message = f"the {what} has {len(text)} characters; {limit} are the limit"
            yield draft.finding(NAME, path, keys, message, "Shorten it")
    for concept in draft.concepts:
        if "\n" in concept.gloss:
            message, advice = "the gloss has several lines", "Write it in one"
            yield draft.finding(NAME, concept.path, ("gloss",), message, advice)
    for path, number in Counter(entry.path for entry in draft.entries if not entry.label.contextual).items():
        if number > FORMS_OF_A_FILE:
            message = f"the concept has {number} forms; {FORMS_OF_A_FILE} are the limit"
            yield draft.finding(NAME, path, ("labels",), message, "Keep those that occur in texts")
    for form in draft.lexicon.ambiguous:
        if len(form.senses) > SENSES:
            message = f"the form has {len(form.senses)} senses; {SENSES} are the limit"
            yield draft.finding(NAME, form.path, ("senses",), message, "Keep those that occur in texts")


def _texts(draft: Draft) -> Iterator[tuple[str, Keys, str, str, int]]:
    for concept in draft.concepts:
        yield concept.path, ("gloss",), "gloss", concept.gloss, GLOSS
    for entry in draft.entries:
        yield entry.path, entry.at, "form", entry.label.text, FORM
    for entry in draft.records:
        if entry.label.note is not None:
            yield entry.path, (*entry.record, "note"), "note", entry.label.note, NOTE
    for form in draft.lexicon.ambiguous:
        yield form.path, ("why",), "reason", form.why, WHY
        for number, example in enumerate(form.examples):
            yield form.path, ("examples", number), "example", example.text, EXAMPLE
