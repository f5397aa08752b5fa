"""What a text as a whole does with the names in it, as plain counts. Nothing here weighs or judges.

Counted are the annotations of one answer; what is unresolved there stays out, and its number is told. A mention is
quoted (inside quoted speech, or a part of the name of an organisation or a work), distanced ("so-called", or quotation
marks around the name alone) or in the writer's own voice. A label belongs to a side if that side alone uses it
(`sides.py`); the counts per side and per perspective are about contested concepts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.annotation.matching import QUOTED
from service.annotation.model import Annotation, Result
from service.annotation.sides import side_of
from service.lexicon.model import Concept, Label, Lexicon, Perspective

SHARED = "shared"
JUDGING = ("loaded", "euphemistic", "pejorative")


@dataclass(frozen=True, slots=True)
class Voices:
    """A number of mentions, by who speaks."""

    own: int = 0
    quoted: int = 0
    distanced: int = 0

    @property
    def total(self) -> int:
        """All mentions."""
        return self.own + self.quoted + self.distanced


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label as a name of a concept: how often it is used, and where first (an annotation's span)."""

    concept: Concept
    label: Label
    side: str | None
    voices: Voices
    first: Annotation


@dataclass(frozen=True, slots=True)
class ConceptCount:
    """A concept with its labels in the order of their first mention; `sides` counts the mentions by one side's names.

    Mentions by labels of no one side are in `voices` and in none of `sides`.
    """

    concept: Concept
    voices: Voices
    first: Annotation
    labels: tuple[LabelCount, ...]
    sides: Mapping[str, Voices]


@dataclass(frozen=True, slots=True)
class SideCount:
    """The mentions of contested concepts by labels of one side, and how many of them have which stance."""

    key: str
    name: str
    voices: Voices
    stances: Mapping[str, Voices]


@dataclass(frozen=True, slots=True)
class PerspectiveCount:
    """The mentions of contested concepts by labels that a perspective uses, and these labels."""

    perspective: Perspective
    voices: Voices
    labels: tuple[LabelCount, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of one text. Concepts and labels are in the order of their first mention."""

    mentions: Voices
    contested: Voices  # mentions of contested concepts
    unresolved: int
    concepts: tuple[ConceptCount, ...]
    sides: tuple[SideCount, ...]  # every side of the packs that the text touches, also with no mention
    shared: SideCount  # mentions of contested concepts by labels of no one side
    perspectives: tuple[PerspectiveCount, ...]  # in order of key
    mixed: tuple[ConceptCount, ...]  # named by labels of more than one side
    one_side_only: tuple[ConceptCount, ...]  # contested, and named by labels of exactly one side and by no others
    judging: tuple[LabelCount, ...]  # loaded, euphemistic and pejorative labels


def report(result: Result, lexicon: Lexicon) -> Report:
    """Count what `result` holds."""
    found = result.annotations
    sides = {label: side_of(label, lexicon.perspectives) for label in _labels(found)}
    concepts = tuple(_concepts(found, sides))
    contested = [annotation for annotation in found if annotation.concept.contested]
    packs = sorted({annotation.concept.pack for annotation in found})
    names = [(key, name) for pack in packs for key, name in lexicon.packs[pack].sides.items()]
    return Report(
        mentions=count(found),
        contested=count(contested),
        unresolved=len(result.unresolved),
        concepts=concepts,
        sides=tuple(_side(key, name, [one for one in contested if sides[one.label] == key]) for key, name in names),
        shared=_side(SHARED, "no one side", [one for one in contested if sides[one.label] is None]),
        perspectives=tuple(_perspectives(concepts, lexicon)),
        mixed=tuple(one for one in concepts if len(one.sides) > 1),
        one_side_only=tuple(one for one in concepts if one.concept.contested and _of_one_side(one)),
        judging=tuple(label for one in concepts for label in one.labels if label.label.stance in JUDGING),
    )


def count(annotations: Iterable[Annotation]) -> Voices:
    """How many mentions these are, by who speaks."""
    return Voices(**Counter(map(_voice, annotations)))


def _voice(annotation: Annotation) -> str:
    if annotation.in_name is not None:
        return "quoted"
    # Marks around the name alone are the writer's; "so-called" inside a quotation is the speaker's.
    if annotation.distanced == QUOTED or (annotation.distanced and not annotation.in_quotation):
        return "distanced"
    return "quoted" if annotation.in_quotation else "own"


def _labels(annotations: Iterable[Annotation]) -> dict[Label, None]:
    return dict.fromkeys(annotation.label for annotation in annotations)


def _concepts(found: Iterable[Annotation], sides: Mapping[Label, str | None]) -> Iterator[ConceptCount]:
    by_concept: dict[str, list[Annotation]] = {}
    for annotation in found:
        by_concept.setdefault(annotation.concept.id, []).append(annotation)
    for mentions in by_concept.values():
        labels = []
        for label in _labels(mentions):
            own = [annotation for annotation in mentions if annotation.label == label]
            labels.append(LabelCount(own[0].concept, label, sides[label], count(own), own[0]))
        used = [side for side in dict.fromkeys(sides[annotation.label] for annotation in mentions) if side]
        counts = {side: count(one for one in mentions if sides[one.label] == side) for side in sorted(used)}
        yield ConceptCount(mentions[0].concept, count(mentions), mentions[0], tuple(labels), counts)


def _side(key: str, name: str, mentions: Collection[Annotation]) -> SideCount:
    stances = sorted({annotation.label.stance for annotation in mentions})
    return SideCount(
        key,
        name,
        count(mentions),
        {stance: count(one for one in mentions if one.label.stance == stance) for stance in stances},
    )


def _perspectives(concepts: Iterable[ConceptCount], lexicon: Lexicon) -> Iterator[PerspectiveCount]:
    labels = [label for one in concepts if one.concept.contested for label in one.labels]
    for key in sorted({key for one in labels for key in one.label.perspectives}):
        used = tuple(one for one in labels if key in one.label.perspectives)
        yield PerspectiveCount(lexicon.perspectives[key], _sum(one.voices for one in used), used)


def _sum(counts: Iterable[Voices]) -> Voices:
    every = list(counts)
    return Voices(*(sum(getattr(one, name) for one in every) for name in ("own", "quoted", "distanced")))


def _of_one_side(concept: ConceptCount) -> bool:
    return len(concept.sides) == 1 and all(label.side for label in concept.labels)
