"""The order of labels within a language: alphabetical, so that nobody chooses whose stands first.

Order changes no answer, so it keeps no lexicon from being loaded: the command `lint` tells, and `lint --fix` mends.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.reader import Document

_ITEM = re.compile(r"( *)- ")
_TOP_LEVEL = re.compile(r"[^\s#-]")


def label_key(text: str) -> tuple[str, str]:
    """What labels of one language are sorted by."""
    return text.casefold(), text


def places_in_order(labels: Sequence[tuple[str, str]]) -> list[int]:
    """Where each of the labels (language, text) comes from once each language's own are sorted.

    The languages keep their places: the first Armenian label stands where the first Armenian label stood.
    """
    by_language: defaultdict[str, list[int]] = defaultdict(list)
    for place, (language, _) in enumerate(labels):
        by_language[language].append(place)
    order = list(range(len(labels)))
    for places in by_language.values():
        wanted = sorted(places, key=lambda place: label_key(labels[place][1]))
        for place, source in zip(places, wanted, strict=True):
            order[place] = source
    return order


def order_findings(draft: Draft) -> Iterator[Finding]:
    """A finding at the first label of each concept that is not where the alphabet has it."""
    for concept in draft.concepts:
        entries = [entry for entry in draft.by_concept.get(concept.id, ()) if entry.path == concept.path]
        order = places_in_order([(entry.label.lang, entry.label.text) for entry in entries])
        place = next((place for place, source in enumerate(order) if place != source), None)
        if place is not None:
            message = f"{entries[place].label.text} stands before {entries[order[place]].label.text}"
            advice = "Put the labels of a language in alphabetical order, or run python -m service lint --fix"
            yield draft.finding("order", concept.path, entries[place].record, message, advice)


def reordered(document: Document, order: Sequence[int]) -> str | None:
    """The text of a concept's file with its labels, and the comments that go with them, in the given order.

    None where the labels are not written one block after the other, each beginning with a hyphen.
    """
    lines = document.text.splitlines(keepends=True)
    starts = [document.line("labels", number) - 1 for number in range(len(order))]
    matches = [_ITEM.match(lines[start]) for start in starts]
    if any(match is None for match in matches) or len(set(starts)) < len(starts):
        return None
    indent = max(len(match[1]) for match in matches if match)
    opening = document.line("labels") - 1
    starts = [_with_comments(lines, start, opening, indent) for start in starts]
    ends = [*starts[1:], _end(lines, starts[-1] + 1, indent)]
    blocks = ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    head, tail = lines[: starts[0]], lines[ends[-1] :]
    return "".join([*head, *(blocks[number] for number in order), *tail])


def _with_comments(lines: list[str], start: int, opening: int, indent: int) -> int:
    """The line at which a block begins: comments right above its hyphen, no deeper than it, are its own."""
    while start - 1 > opening and _is_comment(lines[start - 1]) and _indent(lines[start - 1]) <= indent:
        start -= 1
    return start


def _end(lines: list[str], start: int, indent: int) -> int:
    """The line after the last block; blank lines and comments before the next field stay with that field."""
    end = next((number for number in range(start, len(lines)) if _TOP_LEVEL.match(lines[number])), len(lines))
    while end > start and (
        not lines[end - 1].strip() or (_is_comment(lines[end - 1]) and _indent(lines[end - 1]) < max(indent, 1))
    ):
        end -= 1
    return end


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
