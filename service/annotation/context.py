"""Ambiguous forms resolved by their senses' context tests, or left unresolved with the reason."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from service.annotation.evidence import Evidence
from service.annotation.matching import Candidate
from service.annotation.meaning import PLACES, SETTLEMENTS, SURROUNDINGS, Ambiguity, Name
from service.annotation.mentions import Mention
from service.annotation.namesake import Namesakes, Other
from service.annotation.whereabouts import nearest_sense
from service.lexicon.model import Lexicon, Sense, When
from service.text.languages import Languages

_AREAS = frozenset(["country", "region"])


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an ambiguous candidate came to: a sense with the evidence for it, or none.

    `reported` tells whether a form without a sense is worth telling the writer of.
    """

    sense: Sense | None
    why: str
    reported: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Open:
    """An ambiguous candidate, the senses it may still have, and what stands before a surname that is not the person's.

    `excluded` are the concepts that the first name or the occupation is not of; `listed` tells that it can be one of
    several places before or after a noun that all of them share.
    """

    candidate: Candidate
    meaning: Ambiguity
    senses: tuple[Sense, ...]
    other: Other | None
    excluded: tuple[str, ...]
    listed: bool


class Resolver:
    """Resolves the ambiguous candidates of one text after another. Immutable; safe to share between threads."""

    def __init__(self, lexicon: Lexicon, namesakes: Namesakes) -> None:
        self._concepts = lexicon.concepts
        self._namesakes = namesakes
        self._areas = {pack.key: pack.area for pack in lexicon.packs.values() if pack.area}

    def resolve(
        self,
        found: Sequence[Candidate],
        evidence: Evidence,
        text: str,
        languages: Languages,
        dropped: Iterable[Candidate] = (),
    ) -> dict[Candidate, Resolution]:
        """A resolution for each candidate whose form has several meanings.

        Names count as mentions first; then, round after round, each form that was resolved counts for those still
        open, so the result does not depend on the order of the lexicon's files. In each round the first sense whose
        test holds wins; where senses in a row ask for mentions alone, the one named nearest, and none if several are
        equally near. A surname after somebody else's first name stays open, and so it does in the sentence after that.
        """
        ambiguous = [(c, c.meaning) for c in found if isinstance(c.meaning, Ambiguity)]
        resolved: dict[Candidate, Resolution] = {}
        if not ambiguous:
            return resolved
        evidence.add_mentions((c.start, c.meaning.concept.id) for c in found if isinstance(c.meaning, Name))
        evidence.add_mentions(self._spoken_for(found))
        evidence.add_mentions(_towns_in_districts(found, dropped))
        evidence.add_mentions(_areas_in_names(found, dropped))
        evidence.ends = {candidate.start: candidate.end for candidate in found}
        ends = frozenset(evidence.ends.values())
        still_open = [self._open(c, meaning, text, languages, ends, evidence) for c, meaning in ambiguous]
        evidence.add_others((i.candidate.start, concept) for i in still_open if i.other for concept in i.excluded)
        while still_open:
            settled = {item.candidate: r for item in still_open if (r := self._settled(item, evidence))}
            if not settled:
                break
            resolved |= settled
            evidence.add_mentions((c.start, r.sense.concept) for c, r in settled.items() if r.sense)
            still_open = [item for item in still_open if item.candidate not in settled]
        return resolved | {item.candidate: _unsettled(item, evidence) for item in still_open}

    def _spoken_for(self, found: Sequence[Candidate]) -> Iterator[Mention]:
        """What the places that are named speak for: a contested one for the area of the dispute, and
        a district for those of another time or order on its ground, since a village may be on record there.
        """
        for name in found:
            if isinstance(name.meaning, Name) and (concept := name.meaning.concept).kind in SURROUNDINGS:
                yield from ((name.start, relation.to) for relation in concept.relations if relation.type == "overlaps")
                if concept.contested and concept.pack in self._areas:
                    yield name.start, self._areas[concept.pack]

    def _open(
        self,
        candidate: Candidate,
        meaning: Ambiguity,
        text: str,
        languages: Languages,
        ends: Collection[int],
        evidence: Evidence,
    ) -> _Open:
        senses, last, excluded = meaning.ambiguous.senses, None, []
        if " " not in meaning.form and not meaning.initialled:
            span = candidate.start, candidate.end
            for concept in candidate.concepts:
                kind = self._concepts[concept].kind
                if kind in SETTLEMENTS:
                    other = self._namesakes.person_at(text, span, kind)
                else:
                    other = self._namesakes.other_before(text, span, concept, languages, ends, evidence.mentioned)
                if other:
                    last = other
                    excluded.append(concept)
                    senses = tuple(sense for sense in senses if sense.concept != concept)
        senses = tuple(sense for sense in senses if not self._lies_ahead(sense, evidence.as_of))
        listed = all(self._concepts[concept].kind in PLACES for concept in candidate.concepts)
        return _Open(candidate, meaning, senses, last, tuple(excluded), listed)

    def _lies_ahead(self, sense: Sense, as_of: date | None) -> bool:
        """Whether the sense is an event that begins after the article’s day, unless a test asks for that day."""
        concept = self._concepts[sense.concept]
        if as_of is None or concept.kind != "event" or not (concept.dates and concept.dates.start):
            return False
        asked = any(test.as_of is not None and test.as_of.covers(as_of) for test in sense.when)
        return as_of < concept.dates.start and not asked

    def _settled(self, item: _Open, evidence: Evidence) -> Resolution | None:
        best = _best(item, evidence)
        if len(best) == 1:
            return best[0]
        if not item.meaning.initialled:
            span = item.candidate.start, item.candidate.end
            sense = nearest_sense(item.senses, span, self._concepts, evidence)
            return (
                None if sense is None else Resolution(sense, "what it lies in, or is near to, is named nearest to it")
            )
        if best or len(item.candidate.concepts) > 1:
            return None
        # Who alone has the initials and the surname is meant wherever the text is about the dispute.
        subject = next((c for c in sorted(evidence.mentioned) if self._concepts[c].contested), None)
        if subject is None:
            return None
        return Resolution(
            item.senses[0], f"nobody else has initials and surname alike, and the text mentions {subject}"
        )


def _towns_in_districts(found: Sequence[Candidate], dropped: Iterable[Candidate]) -> Iterator[Mention]:
    """The towns that districts have their names from count as mentioned: Oldvale in Oldvale district."""
    edges = {
        edge
        for candidate in found
        if isinstance(candidate.meaning, Name) and candidate.meaning.concept.kind == "district"
        for edge in (candidate.start, candidate.end)
    }
    for name in dropped if edges else ():
        meaning = name.meaning
        at_edge = name.start in edges or name.end in edges
        if at_edge and isinstance(meaning, Name) and meaning.concept.kind in PLACES:
            yield name.start, meaning.concept.id


def _areas_in_names(found: Sequence[Candidate], dropped: Iterable[Candidate]) -> Iterator[Mention]:
    """Regions and states in longer names count as mentioned: Oldvale in the Oldvale conflict. Towns are too narrow."""
    place = 0
    for name in dropped:
        meaning = name.meaning
        if not (isinstance(meaning, Name) and meaning.concept.kind in _AREAS):
            continue
        while place + 1 < len(found) and found[place + 1].start <= name.start:
            place += 1
        around = found[place]
        if around is not name and around.start <= name.start and name.end <= around.end:
            yield name.start, meaning.concept.id


def _best(item: _Open, evidence: Evidence) -> list[Resolution]:
    """The first sense whose test holds; or of several in a row that ask for mentions alone, those named nearest."""
    rivals: dict[str, tuple[When, Resolution]] = {}
    for sense in item.senses:
        bare = all(test.mentions_alone for test in sense.when)
        if rivals and not bare:
            break
        held = _holding(sense.when, item.candidate, evidence, item.listed)
        if held is None or _holding(sense.unless, item.candidate, evidence) is not None:
            continue
        if evidence.other_since(item.candidate.start, sense.concept):
            return []
        when, why = held
        if not bare:
            return [Resolution(sense, why)]
        rivals.setdefault(sense.concept, (when, Resolution(sense, why)))
    if len(rivals) < 2:
        return [resolution for _, resolution in rivals.values()]
    timely = [concept for concept in rivals if _in_its_time(item, concept, evidence)]
    if timely:
        untimely = [concept for concept in rivals if _in_its_time(item, concept, evidence) is False]
        rivals = {concept: rival for concept, rival in rivals.items() if concept not in untimely}
    nearness = {
        concept: evidence.nearness(when, item.candidate.start, concept) for concept, (when, _) in rivals.items()
    }
    nearest = min(nearness.values())
    return [resolution for concept, (_, resolution) in rivals.items() if nearness[concept] == nearest]


def _in_its_time(item: _Open, concept: str, evidence: Evidence) -> bool | None:
    """Whether dates of the concept's senses fit: of father and son the name alone is the son's once he is in office.

    None if none of them has dates.
    """
    dated = [When(as_of=test.as_of) for sense in item.senses if sense.concept == concept for test in sense.when]
    dated = [test for test in dated if test.as_of is not None]
    return _holding(dated, item.candidate, evidence) is not None if dated else None


def _unsettled(item: _Open, evidence: Evidence) -> Resolution:
    form = item.meaning.ambiguous
    relevant = not form.only_if or _holding(form.only_if, item.candidate, evidence) is not None
    if item.other and not item.senses:
        why, relevant = str(item.other), relevant and not item.other.settled
    elif any(evidence.other_since(item.candidate.start, sense.concept) for sense in item.senses):
        why = "somebody else of that name was named last"
    elif _best(item, evidence):
        why = "what speaks for several of its meanings stands equally near"
    else:
        why = "no sense's context test holds"
    return Resolution(None, why, reported=relevant and form.otherwise == "unresolved")


def _holding(
    tests: Sequence[When], candidate: Candidate, evidence: Evidence, listed: bool = False
) -> tuple[When, str] | None:
    """The first of the tests that holds, and why; None if none does."""
    for when in tests:
        why = evidence.supports(when, candidate.start, candidate.units, listed)
        if why is not None:
            return when, why
    return None
