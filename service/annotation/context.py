"""Ambiguous forms resolved by their senses' context tests, or left unresolved with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.annotation.evidence import Evidence
from service.annotation.gazetteer import Ambiguity, Guard, Name
from service.annotation.matching import Candidate
from service.lexicon.model import Sense


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an ambiguous candidate came to: a sense with the evidence for it, or none."""

    sense: Sense | None
    why: str


_UNAMBIGUOUS: dict[type, Resolution] = {
    Name: Resolution(None, "the form has one meaning"),
    Guard: Resolution(None, "a fixed phrase in which the name is part of another name"),
}


def resolve(found: Sequence[Candidate], evidence: Evidence) -> dict[Candidate, Resolution]:
    """A resolution for each candidate; that of a name or a guard needs no evidence.

    Names count as mentions first; then, round after round, each form that was resolved counts for those still open, so
    the result does not depend on the order of the lexicon's files. In each round the first sense whose test holds wins.
    """
    evidence.add_mentions((c.start, c.meaning.concept.id) for c in found if isinstance(c.meaning, Name))
    open_candidates = [candidate for candidate in found if isinstance(candidate.meaning, Ambiguity)]
    resolved = {c: _UNAMBIGUOUS[type(c.meaning)] for c in found if not isinstance(c.meaning, Ambiguity)}
    while open_candidates:
        settled = {c: resolution for c in open_candidates if (resolution := _first_sense(c, evidence))}
        if not settled:
            break
        resolved |= settled
        evidence.add_mentions((c.start, r.sense.concept) for c, r in settled.items() if r.sense)
        open_candidates = [candidate for candidate in open_candidates if candidate not in settled]
    for candidate in open_candidates:
        resolved[candidate] = Resolution(None, "no sense's context test holds")
    return resolved


def _first_sense(candidate: Candidate, evidence: Evidence) -> Resolution | None:
    senses = candidate.meaning.ambiguous.senses if isinstance(candidate.meaning, Ambiguity) else ()
    for sense in senses:
        why = evidence.supports(sense.when, candidate.start, candidate.units)
        if why is not None:
            return Resolution(sense, why)
    return None
