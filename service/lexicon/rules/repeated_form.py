"""A form stands once in a file for each language."""

from collections.abc import Iterator

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding

NAME = "repeated-form"


def check(draft: Draft) -> Iterator[Finding]:
    """Two spellings that fold alike are one form; what is known of it belongs in one label."""
    seen: dict[tuple[object, ...], Entry] = {}
    for entry in draft.entries:
        # The senses of an ambiguous file share its forms, so there the form is what repeats, not the sense.
        owner = entry.record if entry.label.contextual else ()
        key = (entry.path, owner, entry.label.lang, entry.label.script, entry.key)
        if key in seen:
            line = draft.documents[entry.path].line(*seen[key].at)
            other = seen[key].label.text
            spelling = "" if other == entry.label.text else f" as {other}"
            message = f"{entry.label.text} stands in this file already, on line {line}{spelling}"
            advice = "Keep one; where only a capital differs, the small letter matches both"
            yield draft.finding(NAME, entry.path, entry.at, message, advice)
        else:
            seen[key] = entry
