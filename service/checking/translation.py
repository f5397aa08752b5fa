"""A text beside its translation: what becomes of each concept that the source mentions.

Both are annotated by the same annotator; here the two answers are laid side by side, concept by concept. Nothing is
judged: that a sided name becomes the other side's, or a loaded word a plain one, is told, and a translator decides.

kept        the target names it, with labels that stand alike and in the same voices
changed     the target names it, but the labels' stances or sides differ, or its own voice says what was quoted
unresolved  the target has only a word that may or may not stand for it
missing     the target has nothing for it; it may use a name that the lexicon does not hold, or a pronoun
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from service.annotation.model import Annotation, Result, Unresolved
from service.annotation.report import Voices, count
from service.annotation.sides import side_of
from service.checking.naming import in_language
from service.lexicon.model import Concept, Label, Lexicon, Stance

Outcome = Literal["kept", "changed", "unresolved", "missing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a label stands in the dispute: its stance, and the one side whose label it is, if it is one side's."""

    stance: Stance
    side: str | None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A label that a text uses for a concept, and where."""

    label: Label
    standing: Standing
    mentions: tuple[Annotation, ...]
    voices: Voices


@dataclass(frozen=True, slots=True)
class Pair:
    """A concept that the source mentions, and what the target has for it."""

    concept: Concept
    outcome: Outcome
    source: tuple[Rendering, ...]
    target: tuple[Rendering, ...]
    stance_changed: bool
    voice_changed: bool  # quoted or kept at a distance on one side, in the writer's own voice only on the other
    maybe: tuple[Unresolved, ...]  # words of the target that may stand for it
    offered: tuple[Label, ...]  # the concept's labels in the target's language, where the target has none
    related: tuple[Concept, ...]  # directly, to this one; only the target mentions them, and has nothing for this one


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A word of the source that may stand for several things, and those of them that the target mentions."""

    mention: Unresolved
    named: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """A concept that only the target mentions."""

    concept: Concept
    target: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Source and target side by side; everything in the order of its first mention."""

    pairs: tuple[Pair, ...]
    unsettled: tuple[Unsettled, ...]
    added: tuple[Added, ...]


def compare(source: Result, target: Result, lexicon: Lexicon) -> Comparison:
    """Lay the annotations of a text and of its translation side by side."""
    told, found = _renderings(source, lexicon), _renderings(target, lexicon)
    only_target = {concept_id: lexicon.concepts[concept_id] for concept_id in found if concept_id not in told}
    maybe = {
        concept_id: tuple(word for word in target.unresolved if concept_id in word.candidates) for concept_id in told
    }
    return Comparison(
        tuple(
            _pair(lexicon.concepts[one], renderings, found.get(one, ()), maybe[one], target.lang, only_target)
            for one, renderings in told.items()
        ),
        tuple(
            Unsettled(word, tuple(lexicon.concepts[one] for one in word.candidates if one in found))
            for word in source.unresolved
        ),
        tuple(Added(concept, found[concept_id]) for concept_id, concept in only_target.items()),
    )


def _renderings(result: Result, lexicon: Lexicon) -> dict[str, tuple[Rendering, ...]]:
    """What a text calls each concept that it mentions."""
    mentions: dict[str, dict[Label, list[Annotation]]] = {}
    for found in result.annotations:
        mentions.setdefault(found.concept.id, {}).setdefault(found.label, []).append(found)
    return {
        concept_id: tuple(
            Rendering(label, Standing(label.stance, side_of(label, lexicon.perspectives)), tuple(places), count(places))
            for label, places in labels.items()
        )
        for concept_id, labels in mentions.items()
    }


def _pair(
    concept: Concept,
    source: Sequence[Rendering],
    target: Sequence[Rendering],
    maybe: tuple[Unresolved, ...],
    lang: str | None,
    only_target: Mapping[str, Concept],
) -> Pair:
    stance_changed = bool(target) and standings(source) != standings(target)
    voice_changed = bool(target) and _in_own_voice(source) != _in_own_voice(target)
    outcome: Outcome = "missing"
    if target:
        outcome = "changed" if stance_changed or voice_changed else "kept"
    elif maybe:
        outcome = "unresolved"
    return Pair(
        concept,
        outcome,
        tuple(source),
        tuple(target),
        stance_changed,
        voice_changed,
        () if target else maybe,
        () if target else tuple(_offered(concept, lang)),
        () if target else tuple(_related(concept, only_target)),
    )


def standings(renderings: Iterable[Rendering]) -> tuple[Standing, ...]:
    """The ways in which these labels stand, each once, in a fixed order."""
    found = {rendering.standing for rendering in renderings}
    return tuple(sorted(found, key=lambda standing: (standing.stance, standing.side or "")))


def _in_own_voice(renderings: Iterable[Rendering]) -> bool:
    return any(rendering.voices.own for rendering in renderings)


def _offered(concept: Concept, lang: str | None) -> Iterator[Label]:
    """What the lexicon has in the target's language; no misspelling is put forward."""
    for label in in_language(concept, lang):
        if label.type != "misspelling":
            yield label


def _related(concept: Concept, others: Mapping[str, Concept]) -> Iterator[Concept]:
    near = {relation.to for relation in concept.relations}
    for other in others.values():
        if other.id in near or any(relation.to == concept.id for relation in other.relations):
            yield other
