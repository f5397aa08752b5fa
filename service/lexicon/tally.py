"""How much a lexicon holds of each side: what the symmetry report shows and the rule of balance compares."""

from collections.abc import Iterable

from service.lexicon.draft import Draft, Entry
from service.lexicon.model import Concept, Dates, Label, Use
from service.lexicon.symmetry import Tally


def sides_of(draft: Draft, label: Label) -> set[str]:
    """The sides whose bodies use the label."""
    users = (draft.lexicon.perspectives.get(use.by) for use in label.uses)
    return {user.side for user in users if user and user.side}


def names_compared(draft: Draft, concepts: Iterable[Concept]) -> list[Entry]:
    """The forms of these concepts that are compared: all but misspellings, which are nobody's names."""
    wanted = {concept.id for concept in concepts}
    return [entry for entry in draft.entries if entry.concept in wanted and entry.label.type != "misspelling"]


def tally(draft: Draft, entries: Iterable[Entry], side: str) -> Tally:
    """What `side` has among `entries`."""
    labels, spelled, noted = set(), set(), set()
    forms, notes, uses = set(), set(), set()
    for entry in entries:
        label, sides = entry.label, sides_of(draft, entry.label)
        if side not in sides:
            continue
        form = entry.concept, label.lang, label.text
        forms.add(form)
        uses |= {(entry.path, entry.record, use) for use in _uses_by(draft, label, side)}
        if entry.first:
            labels.add(form)
        else:
            spelled.add((entry.path, entry.record))
        if entry.first and label.note:
            noted.add(form)
        if label.note and sides == {side}:
            notes.add((entry.concept, label.note))
    return Tally(
        labels=len(labels),
        forms=len(forms),
        uses=len(uses),
        sources=len({use.source for _, _, use in uses}),
        notes=sum(len(note) for _, note in notes),
        spelled=len(spelled),
        noted=len(noted),
        dated=sum(use.dates != Dates() for _, _, use in uses),
        placed=sum(use.at is not None for _, _, use in uses),
    )


def _uses_by(draft: Draft, label: Label, side: str) -> list[Use]:
    users = draft.lexicon.perspectives
    return [use for use in label.uses if use.by in users and users[use.by].side == side]
