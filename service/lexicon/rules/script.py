"""Script: the letters of a label belong to the script that it states."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.text.scripts import scripts_of

NAME = "script"


def check(draft: Draft) -> Iterator[Finding]:
    """No letter of another script, such as a Cyrillic а among Latin letters, hides in a label."""
    for entry in draft.entries:
        strangers = scripts_of(entry.label.text) - {entry.label.script, "Zyyy", "Zinh"}
        if strangers:
            message = f"{entry.label.text} has letters of {', '.join(sorted(strangers))}, not of {entry.label.script}"
            yield draft.finding(NAME, entry.path, entry.at, message, "Retype the letters, or change the script")
