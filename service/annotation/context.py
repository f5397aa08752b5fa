"""Ambiguous forms resolved by their senses' context tests, or left unresolved with the reason."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from service.annotation.evidence import Evidence
from service.annotation.matching import Candidate
from service.annotation.meaning import Ambiguity, Name
from service.annotation.namesake import Namesakes
from service.lexicon.model import AmbiguousForm, Lexicon, Sense, When
from service.text.languages import Languages


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an ambiguous candidate came to: a sense with the evidence for it, or none.

    `reported` tells whether a form without a sense is worth telling the writer of.
    """

    sense: Sense | None
    why: str
    reported: bool = False


_UNAMBIGUOUS = Resolution(None, "the form has one meaning")


@dataclass(frozen=True, slots=True, eq=False)
class _Open:
    """An ambiguous candidate, the senses it may still have, and the first name of somebody else that stands before."""

    candidate: Candidate
    form: AmbiguousForm
    senses: tuple[Sense, ...]
    namesake: str | None


class Resolver:
    """Resolves the ambiguous candidates of one text after another. Immutable; safe to share between threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._namesakes = Namesakes(lexicon)

    def resolve(
        self, found: Sequence[Candidate], evidence: Evidence, text: str, languages: Languages
    ) -> dict[Candidate, Resolution]:
        """A resolution for each candidate; that of a form with one meaning needs no evidence.

        Names count as mentions first; then, round after round, each form that was resolved counts for those still
        open, so the result does not depend on the order of the lexicon's files. In each round the first sense whose
        test holds wins. A surname after somebody else's first name stays open.
        """
        evidence.add_mentions((c.start, c.meaning.concept.id) for c in found if isinstance(c.meaning, Name))
        resolved = {c: _UNAMBIGUOUS for c in found if isinstance(c.meaning, Name)}
        ends = frozenset(candidate.end for candidate in found)
        still_open = [
            self._open(c, c.meaning, text, languages, ends) for c in found if isinstance(c.meaning, Ambiguity)
        ]
        while still_open:
            settled = {item.candidate: r for item in still_open if (r := _first_sense(item, evidence))}
            if not settled:
                break
            resolved |= settled
            evidence.add_mentions((c.start, r.sense.concept) for c, r in settled.items() if r.sense)
            still_open = [item for item in still_open if item.candidate not in settled]
        return resolved | {item.candidate: _unsettled(item, evidence) for item in still_open}

    def _open(
        self, candidate: Candidate, meaning: Ambiguity, text: str, languages: Languages, ends: Collection[int]
    ) -> _Open:
        senses, namesake = meaning.ambiguous.senses, None
        if " " not in meaning.form:
            for concept in candidate.concepts:
                name = self._namesakes.first_name_before(text, candidate.start, concept, languages, ends)
                if name:
                    namesake = name
                    senses = tuple(sense for sense in senses if sense.concept != concept)
        return _Open(candidate, meaning.ambiguous, senses, namesake)


def _first_sense(item: _Open, evidence: Evidence) -> Resolution | None:
    for sense in item.senses:
        why = _holds(sense.when, item.candidate, evidence)
        if why is not None and _holds(sense.unless, item.candidate, evidence) is None:
            return Resolution(sense, why)
    return None


def _unsettled(item: _Open, evidence: Evidence) -> Resolution:
    form = item.form
    relevant = not form.only_if or _holds(form.only_if, item.candidate, evidence) is not None
    why = (
        f"“{item.namesake}” stands before it, another first name" if item.namesake else "no sense's context test holds"
    )
    return Resolution(None, why, reported=relevant and form.otherwise == "unresolved")


def _holds(tests: Sequence[When], candidate: Candidate, evidence: Evidence) -> str | None:
    """Why one of the tests holds; None if none does."""
    reasons = (evidence.supports(when, candidate.start, candidate.units) for when in tests)
    return next((why for why in reasons if why is not None), None)
