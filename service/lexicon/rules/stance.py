"""Stance is read off the uses.

A contested thing's `neutral` label is used by two sides, or by a body of no side. A `sided` label is used by one side
and by no other; bodies of no side may use it besides. The other stances judge, and go with any uses. A thing that is
not contested may have a neutral label from one side's own language alone: that is what it is called there.
"""

from collections.abc import Iterator

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding

NAME = "stance"


def check(draft: Draft) -> Iterator[Finding]:
    """The stance of each label agrees with its uses."""
    if "perspectives.yml" in draft.broken:
        return
    contested = {concept.id for concept in draft.concepts if concept.contested}
    for entry in draft.records:
        users = [draft.lexicon.perspectives.get(use.by) for use in entry.label.uses]
        if None in users:
            continue  # the rule for unknown keys speaks of it
        sides = {user.side for user in users if user}
        problem = _problem(entry, sides, entry.concept in contested)
        if problem:
            message, advice = problem
            yield draft.finding(NAME, entry.path, (*entry.record, "stance"), f"{entry.label.text} {message}", advice)


def _problem(entry: Entry, sides: set[str | None], contested: bool) -> tuple[str, str] | None:
    parties = sorted(side for side in sides if side is not None)
    if entry.label.stance == "sided" and len(parties) != 1:
        if parties:
            return f"is sided but used by {' and '.join(parties)}", "Make it neutral, or check who uses it"
        return "is sided but no side uses it", "Make it neutral, or record the side's own use"
    if entry.label.stance == "neutral" and contested and len(parties) == 1 and None not in sides:
        return f"is neutral but only {parties[0]} uses it", "Make it sided, or record a use by another side or by none"
    return None
