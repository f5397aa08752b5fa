"""Balance: what the sides have is of the same order, in the notes of each concept and in the totals of a pack.

The bounds are wide on purpose: sources are not equally rich. They tell when one side has been worked on and the other
has not.
"""

from collections.abc import Callable, Iterator
from itertools import permutations

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding
from service.lexicon.model import Concept
from service.lexicon.rules.symmetry import compared
from service.lexicon.symmetry import MEASURES, Tally
from service.lexicon.tally import names_compared, sides_of, tally

NAME = "balance"
LONGER_NOTE = 3  # times the longest note of one side may be as long as that of another, in one concept
LARGER_TOTAL = 2  # times as much of anything one side may have in a pack
FEWEST = {"labels": 60, "forms": 60, "uses": 60, "sources": 60, "notes": 1500}  # of all sides; below, chance rules
FIELD_POINTS = 20  # percentage points by which the sides' share of labels or uses with a field may differ
FEWEST_RECORDS = 60  # labels or uses of each side; below, chance rules
_FIELDS: tuple[tuple[str, Callable[[Tally], tuple[int, int]]], ...] = (
    ("labels with also", lambda one: (one.spelled, one.labels)),
    ("labels with a note", lambda one: (one.noted, one.labels)),
    ("uses with from or until", lambda one: (one.dated, one.uses)),
    ("uses with at", lambda one: (one.placed, one.uses)),
)


def check(draft: Draft) -> Iterator[Finding]:
    """No side's notes are much longer, and no side has much more or is described much more fully."""
    if draft.broken:
        return
    concepts = compared(draft)
    for concept in concepts:
        yield from _notes(draft, concept)
    for pack in draft.lexicon.packs.values():
        entries = names_compared(draft, [concept for concept in concepts if concept.pack == pack.key])
        totals = {side: tally(draft, entries, side) for side in sorted(pack.sides)}
        for side, other in permutations(totals, 2):
            for message, advice in (*_larger(totals, side, other), *_fuller(totals, side, other)):
                yield draft.finding(NAME, f"{pack.key}/pack.yml", ("sides", other), message, advice)


def _notes(draft: Draft, concept: Concept) -> Iterator[Finding]:
    longest: dict[str, Entry] = {}
    for entry in draft.by_concept.get(concept.id, ()):
        sides = sides_of(draft, entry.label)
        if entry.label.note and len(sides) == 1:
            side = sides.pop()
            if side not in longest or len(entry.label.note) > len(longest[side].label.note or ""):
                longest[side] = entry
    for side, other in permutations(sorted(longest), 2):
        long, short = (len(longest[one].label.note or "") for one in (side, other))
        if long > LONGER_NOTE * short:
            entry = longest[side]
            message = f"the note has {long} characters, the longest on a label of the {other} side {short}"
            advice = f"Say less here or more there; {LONGER_NOTE} times as long is the limit"
            yield draft.finding(NAME, entry.path, (*entry.record, "note"), message, advice)


def _larger(totals: dict[str, Tally], side: str, other: str) -> Iterator[tuple[str, str]]:
    for measure in MEASURES:
        ours, theirs = getattr(totals[side], measure), getattr(totals[other], measure)
        if ours > LARGER_TOTAL * theirs and sum(getattr(one, measure) for one in totals.values()) >= FEWEST[measure]:
            what = "characters of notes" if measure == "notes" else measure
            message = f"contested concepts have {ours} {what} of the {side} side and {theirs} of the {other} side"
            yield message, f"Look for what the {other} side lacks; {LARGER_TOTAL} times as many is the limit"


def _fuller(totals: dict[str, Tally], side: str, other: str) -> Iterator[tuple[str, str]]:
    for what, counts in _FIELDS:
        (ours, all_ours), (theirs, all_theirs) = counts(totals[side]), counts(totals[other])
        if min(all_ours, all_theirs) < FEWEST_RECORDS:
            continue
        share, other_share = 100 * ours / all_ours, 100 * theirs / all_theirs
        if share - other_share > FIELD_POINTS:
            message = f"{what} are {share:.0f} % of the {side} side's and {other_share:.0f} % of the {other} side's"
            yield message, f"Fill the field for the {other} side, too; {FIELD_POINTS} points apart is the limit"
