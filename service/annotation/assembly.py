"""The answer from chosen candidates and their resolutions: every span with its reason, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from service.annotation.context import Resolution
from service.annotation.matching import QUOTED, Candidate
from service.annotation.meaning import Ambiguity, Guard, Name, Told
from service.annotation.model import Annotation, Request, Result, Suppressed, Unresolved
from service.lexicon.model import Concept, Dates, Label, Lexicon
from service.memory import ByIdentity
from service.text.languages import Languages
from service.text.quotation import Quotations

GUARDED = "a fixed phrase in which the name is part of another name"
IN_LITERAL = "inside an address, a file name, a handle or code"
IN_CAPITALS = "an ordinary word of the language, in a line of capitals"

# Such names are put in quotation marks without any distance: газета «Oldvale», партия «Oldvale».
_IN_QUOTES_BY_CUSTOM = frozenset(["media", "organization"])
_REMEMBERED = 1 << 14  # ambiguous forms


class Assembler:
    """Turns candidates into annotations, unresolved mentions and suppressed ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._senses: ByIdentity[Ambiguity, dict[int, Told]] = ByIdentity(self._sense, _REMEMBERED)

    def assemble(
        self,
        text: str,
        request: Request,
        chosen: Sequence[Candidate],
        resolutions: Mapping[Candidate, Resolution],
        left_out: Mapping[Candidate, str],
        marks: Quotations,
        languages: Languages,
    ) -> Result:
        """`chosen` holds names, and guards that left a name out, in order.

        A name of several meanings has a resolution; none that stands in `left_out` becomes an annotation.
        """
        annotations: list[Annotation] = []
        unresolved: list[Unresolved] = []
        suppressed: list[Suppressed] = []
        filtered = request.kinds is not None or request.packs is not None
        for candidate in chosen:
            item = self._item(text, request.as_of, candidate, resolutions, left_out, marks)
            if filtered and not self._wanted(item, request):
                continue
            if isinstance(item, Annotation):
                annotations.append(item)
            elif isinstance(item, Unresolved):
                unresolved.append(item)
            else:
                suppressed.append(item)
        main = languages.main
        detected = request.lang is None and main is not None
        return Result(tuple(annotations), tuple(unresolved), tuple(suppressed), main, detected)

    def _wanted(self, item: Annotation | Unresolved | Suppressed, request: Request) -> bool:
        """Whether some concept of the item passes the request's filters."""
        ids = (item.concept.id,) if isinstance(item, Annotation) else item.candidates
        return any(
            (request.kinds is None or concept.kind in request.kinds)
            and (request.packs is None or concept.pack in request.packs)
            for concept in (self._lexicon.concepts[concept_id] for concept_id in ids)
        )

    def _item(
        self,
        text: str,
        as_of: date | None,
        candidate: Candidate,
        resolutions: Mapping[Candidate, Resolution],
        left_out: Mapping[Candidate, str],
        marks: Quotations,
    ) -> Annotation | Unresolved | Suppressed:
        start, end, meaning = candidate.start, candidate.end, candidate.meaning
        surface = text[start:end]
        if isinstance(meaning, Guard) or (left_out and candidate in left_out):
            return Suppressed(start, end, surface, candidate.concepts, left_out.get(candidate, GUARDED))
        quoted = marks.covers(start, end)
        if isinstance(meaning, Name):
            told = meaning.told or self._name(meaning)
            why, inflected = told.why, meaning.inflected
        else:
            resolution = resolutions[candidate]
            if resolution.sense is None:
                if not resolution.reported:
                    return Suppressed(start, end, surface, candidate.concepts, resolution.why)
                why = f"{meaning.ambiguous.why} Here {resolution.why}."
                return Unresolved(start, end, surface, candidate.concepts, quoted, why)
            told, inflected = self._senses(meaning)[id(resolution.sense)], meaning.inflected
            why = f"“{meaning.form}” has several meanings; taken as this one because {resolution.why}."
        if as_of is not None and told.recorded is not None and not told.recorded.covers(as_of):
            why += f" Its uses are recorded {_range(told.recorded)}; the text is of {as_of}."
        concept, label, alternatives = told.concept, told.label, told.alternatives
        distanced = candidate.distanced
        if distanced == QUOTED and concept.kind in _IN_QUOTES_BY_CUSTOM:
            distanced = None
        return Annotation(start, end, surface, concept, label, alternatives, quoted, inflected, why, distanced)

    def _name(self, name: Name) -> Told:
        """What to tell of a name, which remembers it: at worst two threads work it out, and find the same."""
        label = name.label
        form = f"“{name.form}”, a form of “{label.text}”," if name.inflected else f"“{label.text}”"
        bodies = "; ".join(self._lexicon.perspectives[key].name for key in label.perspectives)
        why = f"{form} is a {label.stance} {label.type} of this concept, used by: {bodies}."
        name.told = told = _told(label, name.concept, why)
        return told

    def _sense(self, meaning: Ambiguity) -> dict[int, Told]:
        """What to tell of each sense, by its identity; a contextual label has the text of the form that was found."""
        return {
            id(sense): _told(
                replace(sense.label, text=meaning.text) if sense.label.contextual else sense.label,
                self._lexicon.concepts[sense.concept],
            )
            for sense in meaning.ambiguous.senses
        }


def _told(label: Label, concept: Concept, why: str = "") -> Told:
    return Told(concept, label, others(label, concept), _recorded(label), why)


def _recorded(label: Label) -> Dates | None:
    """The days from the first recorded use to the last, None if that is not bounded on either side."""
    starts = [use.dates.start for use in label.uses if use.dates.start is not None]
    untils = [use.dates.until for use in label.uses if use.dates.until is not None]
    start = min(starts) if len(starts) == len(label.uses) else None
    until = max(untils) if len(untils) == len(label.uses) else None
    return None if start is None and until is None else Dates(start, until)


def _range(dates: Dates) -> str:
    parts = (dates.start and f"from {dates.start}", dates.until and f"until {dates.until}")
    return " ".join(part for part in parts if part)


def others(label: Label, concept: Concept) -> tuple[Label, ...]:
    """The concept's other labels, by language, then alphabetically, so that neither side comes first."""
    found = {(other.lang, other.text): other for other in concept.labels}
    found.pop((label.lang, label.text), None)
    return tuple(found[key] for key in sorted(found))
