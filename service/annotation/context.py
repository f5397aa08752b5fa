"""Ambiguous forms resolved by their senses' context tests, or left unresolved with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.annotation.evidence import Evidence
from service.annotation.gazetteer import Ambiguity, Name
from service.annotation.matching import Candidate
from service.annotation.namesake import Namesakes
from service.lexicon.model import Lexicon, Sense, When


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an ambiguous candidate came to: a sense with the evidence for it, or none.

    `reported` tells whether a form without a sense is worth telling the writer of.
    """

    sense: Sense | None
    why: str
    reported: bool = False


_UNAMBIGUOUS = Resolution(None, "the form has one meaning")


class Resolver:
    """Resolves the ambiguous candidates of one text after another. Immutable; safe to share between threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._namesakes = Namesakes(lexicon)

    def resolve(
        self, found: Sequence[Candidate], evidence: Evidence, text: str, lang: str | None
    ) -> dict[Candidate, Resolution]:
        """A resolution for each candidate; that of a form with one meaning needs no evidence.

        Names count as mentions first; then, round after round, each form that was resolved counts for those still
        open, so the result does not depend on the order of the lexicon's files. In each round the first sense whose
        test holds wins. A surname after somebody else's first name stays open.
        """
        evidence.add_mentions((c.start, c.meaning.concept.id) for c in found if isinstance(c.meaning, Name))
        resolved = {c: _UNAMBIGUOUS for c in found if isinstance(c.meaning, Name)}
        ends = frozenset(candidate.end for candidate in found)
        senses: dict[Candidate, Sequence[Sense]] = {}
        namesakes: dict[Candidate, str] = {}
        for candidate in found:
            if isinstance(candidate.meaning, Ambiguity):
                senses[candidate] = candidate.meaning.ambiguous.senses
                for sense in senses[candidate] if " " not in candidate.meaning.form else ():
                    name = self._namesakes.first_name_before(text, candidate.start, sense.concept, lang, ends)
                    if name:
                        namesakes[candidate] = name
                        senses[candidate] = [other for other in senses[candidate] if other.concept != sense.concept]
        open_forms = dict(senses)
        while open_forms:
            settled = {c: r for c, options in open_forms.items() if (r := _first_sense(options, c, evidence))}
            if not settled:
                break
            resolved |= settled
            evidence.add_mentions((c.start, r.sense.concept) for c, r in settled.items() if r.sense)
            open_forms = {c: options for c, options in open_forms.items() if c not in settled}
        return resolved | {c: _unsettled(c, namesakes.get(c), evidence) for c in open_forms}


def _first_sense(senses: Sequence[Sense], candidate: Candidate, evidence: Evidence) -> Resolution | None:
    for sense in senses:
        why = _holds(sense.when, candidate, evidence)
        if why is not None and _holds(sense.unless, candidate, evidence) is None:
            return Resolution(sense, why)
    return None


def _unsettled(candidate: Candidate, namesake: str | None, evidence: Evidence) -> Resolution:
    why = f"“{namesake}” stands before it, another first name" if namesake else "no sense's context test holds"
    if not isinstance(candidate.meaning, Ambiguity):
        return Resolution(None, why)
    form = candidate.meaning.ambiguous
    relevant = not form.only_if or _holds(form.only_if, candidate, evidence) is not None
    return Resolution(None, why, reported=relevant and form.otherwise == "unresolved")


def _holds(tests: Sequence[When], candidate: Candidate, evidence: Evidence) -> str | None:
    """Why one of the tests holds; None if none does."""
    reasons = (evidence.supports(when, candidate.start, candidate.units) for when in tests)
    return next((why for why in reasons if why is not None), None)
