"""Every form under which the lexicon's names may be found: labels, ambiguous forms, guarding phrases, inflected.

A form comes as a record, which points into the lexicon by ID or place instead of holding its values. So a million of
them fit into one stretch of bytes, and only those that a text holds ever become objects.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import msgspec

from service.annotation.meaning import (
    BORROWED,
    CASE,
    DERIVED,
    LABEL,
    Ambiguity,
    Bearer,
    Bearers,
    Distancing,
    Guard,
    Meaning,
    Name,
)
from service.lexicon.model import AmbiguousForm, Concept, Lexicon
from service.text.folding import fold_key
from service.text.inflection.noun import NounClass
from service.text.persons import surnames_in

Inflect = Callable[[str, str, NounClass], Iterator[str]]

_SHORTEST_BORROWED = 4
_S_SOUNDS = ("s", "ß", "z", "x", "ce")
_PLACES = frozenset(
    ["region", "district", "city", "town", "village", "historical polity", "river", "water", "mountain"]
)


class _Record(msgspec.Struct, frozen=True, array_like=True, gc=False):
    form: str
    lang: str
    degree: int


class NameRecord(_Record, tag=0, frozen=True, array_like=True, gc=False):
    """A form of the label at the place `label` of the concept."""

    concept: str
    label: int


class AmbiguityRecord(_Record, tag=1, frozen=True, array_like=True, gc=False):
    """A form of the spelling at the place `spelling` of the ambiguous form at the place `ambiguous`."""

    ambiguous: int
    spelling: int


class GuardRecord(_Record, tag=2, frozen=True, array_like=True):
    """A form of a phrase that guards names of the concepts."""

    concepts: tuple[str, ...]


class DistancingRecord(_Record, tag=3, frozen=True, array_like=True, gc=False):
    """Words that keep a distance."""


class SurnameRecord(_Record, tag=4, frozen=True, array_like=True, gc=False):
    """A form of a surname in the label at the place `label` of the person."""

    concept: str
    label: int


Record = NameRecord | AmbiguityRecord | GuardRecord | DistancingRecord | SurnameRecord


def meaning_of(record: Record, lexicon: Lexicon) -> Meaning:
    """What the record points to."""
    match record:
        case NameRecord():
            concept = lexicon.concepts[record.concept]
            return Name(record.form, concept.labels[record.label], concept, record.degree)
        case AmbiguityRecord():
            ambiguous = lexicon.ambiguous[record.ambiguous]
            return Ambiguity(record.form, ambiguous.forms[record.spelling], ambiguous, record.degree)
        case GuardRecord():
            return Guard(record.form, record.concepts, record.degree)
        case DistancingRecord():
            return Distancing(record.form)
        case SurnameRecord():
            person = lexicon.concepts[record.concept]
            label = person.labels[record.label]
            given = fold_key(label.text.split(maxsplit=1)[0])
            return Bearers(record.form, (Bearer(record.form, given, label, person),))


def forms(lexicon: Lexicon, inflect: Inflect) -> Iterator[Record]:
    """Every form, in a fixed order."""
    titles = frozenset(title for words in lexicon.vocabulary.titles.values() for title in words)
    for concept in lexicon.concepts.values():
        if concept.status != "withdrawn":
            yield from _names(concept, inflect)
            if concept.kind == "person":
                yield from _surnames(concept, titles, inflect)
    for place, ambiguous in enumerate(lexicon.ambiguous):
        yield from _ambiguities(place, ambiguous, lexicon.concepts, inflect)
    for lang, words in lexicon.vocabulary.distancing.items():
        for word in words:
            yield DistancingRecord(word, lang, LABEL)


def _names(concept: Concept, inflect: Inflect) -> Iterator[Record]:
    noun = noun_class(concept.kind)
    for place, label in enumerate(concept.labels):
        if label.contextual:
            continue
        for form, degree in _forms(label.text, label.lang, inflect, noun):
            yield NameRecord(form, label.lang, degree, concept.id, place)
        if noun != "other" and not any(other.lang == "de" and other.text == label.text for other in concept.labels):
            for form in _german_genitive(label.text, label.lang):
                yield NameRecord(form, "de", BORROWED, concept.id, place)
        yield from _guards(label.not_in, label.lang, (concept.id,), inflect, noun)


def _surnames(person: Concept, titles: Collection[str], inflect: Inflect) -> Iterator[Record]:
    made: set[tuple[str, str]] = set()
    for place, label in enumerate(person.labels):
        if label.contextual or label.text.split()[0] in titles:
            continue
        for surname in surnames_in(label.text):
            for form, degree in _forms(surname, label.lang, inflect, "person"):
                if (form, label.text[0]) not in made:  # a spelling of the first name is enough for its initial
                    made.add((form, label.text[0]))
                    yield SurnameRecord(form, label.lang, degree, person.id, place)


def _ambiguities(
    place: int, ambiguous: AmbiguousForm, concepts: Mapping[str, Concept], inflect: Inflect
) -> Iterator[Record]:
    meant = tuple(dict.fromkeys(sense.concept for sense in ambiguous.senses))
    noun = noun_class(concepts[meant[0]].kind)
    for spelling, text in enumerate(ambiguous.forms):
        made: set[str] = set()
        for lang in _languages(text, ambiguous, [concepts[concept_id] for concept_id in meant]):
            for form, degree in _forms(text, lang, inflect, noun):
                if form not in made:
                    made.add(form)
                    yield AmbiguityRecord(form, lang, degree, place, spelling)
        if noun != "other" and text[0].isupper():
            for form in _german_genitive(text, ambiguous.lang):
                if form not in made:
                    yield AmbiguityRecord(form, "de", BORROWED, place, spelling)
    yield from _guards(ambiguous.not_in, ambiguous.lang, meant, inflect, noun)


def _german_genitive(text: str, lang: str) -> Iterator[str]:
    """German takes names over as English writes them, and declines them: Hadruts Straßen. None after an s sound."""
    if lang == "en" and len(text) >= _SHORTEST_BORROWED and text[-1].isalpha() and not text.endswith(_S_SOUNDS):
        yield f"{text}s"


def _guards(
    phrases: Sequence[str], lang: str, concepts: tuple[str, ...], inflect: Inflect, noun: NounClass
) -> Iterator[Record]:
    """A phrase may be declined like the name in it, or like a phrase."""
    kinds: tuple[NounClass, ...] = (noun, "other")
    declined = dict(pair for kind in kinds for phrase in phrases for pair in _forms(phrase, lang, inflect, kind))
    for form, degree in declined.items():
        yield GuardRecord(form, lang, degree, concepts)


def _languages(text: str, ambiguous: AmbiguousForm, concepts: Sequence[Concept]) -> list[str]:
    """The form's own language, then those in which a full name of a person ends with it: these inflect it, too."""
    others = {
        label.lang
        for concept in concepts
        if concept.kind == "person"
        for label in concept.labels
        if label.text.endswith(f" {text}") and label.script == ambiguous.script
    }
    return [ambiguous.lang, *sorted(others - {ambiguous.lang})]


def _forms(text: str, lang: str, inflect: Inflect, noun: NounClass) -> Iterator[tuple[str, int]]:
    """The text's forms with their degree: as it stands, its cases, and what is derived from a place's name."""
    yield text, LABEL
    cases = frozenset(inflect(text, lang, "country")) if noun == "place" else None
    for form in inflect(text, lang, noun):
        yield form, CASE if cases is None or form in cases else DERIVED


def noun_class(kind: str) -> NounClass:
    """What labels of a concept of this kind are to grammar."""
    if kind == "person":
        return "person"
    if kind == "country":
        return "country"
    return "place" if kind in _PLACES else "other"
