"""A form that can mean two things lives in `ambiguous/`, in one file, and in no plain label.

Forms whose words begin with other capitals are different forms: the one with more is found where the text shows them.
"""

import re
from collections.abc import Iterator

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding

NAME = "shared-form"

_WORDS = re.compile(r"\w+")


def check(draft: Draft) -> Iterator[Finding]:
    """A form, folded, belongs to one concept, or to one file in `ambiguous/`."""
    by_key: dict[tuple[str, tuple[bool, ...]], list[Entry]] = {}
    for entry in draft.entries:
        by_key.setdefault((entry.key, _capitals(entry.label.text)), []).append(entry)
    for entries in by_key.values():
        if len(entries) > 1:
            yield from _clashes(draft, entries)


def _capitals(text: str) -> tuple[bool, ...]:
    """Which words of the form begin with a capital."""
    return tuple(word[0].isupper() for word in _WORDS.findall(text))


def _clashes(draft: Draft, entries: list[Entry]) -> Iterator[Finding]:
    contextual = sorted({entry.path for entry in entries if entry.label.contextual})
    plain = [entry for entry in entries if not entry.label.contextual]
    if contextual:
        for entry in plain:
            message = f"{entry.label.text} is an ambiguous form, too, in {contextual[0]}"
            yield draft.finding(NAME, entry.path, entry.at, message, "Delete it here; its senses stand there")
        for entry in entries:
            if entry.label.contextual and entry.path != contextual[0] and entry.record == ("senses", 0):
                message = f"{entry.label.text} is an ambiguous form in {contextual[0]}, too"
                yield draft.finding(NAME, entry.path, entry.at, message, "Put all its senses in one file")
        return
    for entry in plain:
        others = sorted({other.concept for other in plain} - {entry.concept})
        if others:
            message = f"{entry.label.text} is a label of {', '.join(others)}, too"
            advice = "Move it to a file in ambiguous/ with a sense for each, or drop it from one of them"
            yield draft.finding(NAME, entry.path, entry.at, message, advice)
