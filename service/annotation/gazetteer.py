"""The look-up built from the lexicon: every form that may be found, folded, in one Aho-Corasick automaton."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from service.lexicon.model import AmbiguousForm, Concept, Label, Lexicon, Sense, When
from service.text.folding import fold_all, pattern_spellings
from service.text.inflection import inflections
from service.text.inflection.noun import NounClass


@dataclass(frozen=True, slots=True)
class Name:
    """A form that stands for one concept wherever it is found."""

    form: str
    label: Label
    concept: Concept
    degree: int

    @property
    def inflected(self) -> bool:
        """Whether the form is not the label itself."""
        return self.degree > LABEL

    @property
    def qualified(self) -> bool:
        """Whether qualifiers before the form belong to the mention."""
        return self.label.qualified


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A form whose meaning the context decides; `text` is the form as the lexicon writes it, not inflected."""

    form: str
    text: str
    ambiguous: AmbiguousForm
    degree: int

    @property
    def inflected(self) -> bool:
        """Whether the form is not the one that the lexicon writes."""
        return self.degree > LABEL

    @property
    def qualified(self) -> bool:
        """Whether qualifiers before the form belong to the mention."""
        return self.ambiguous.qualified


@dataclass(frozen=True, slots=True)
class Guard:
    """A fixed phrase in which the names of `concepts` are part of another name."""

    form: str
    concepts: tuple[str, ...]
    degree: int
    qualified = False


# How far a form is from what the lexicon writes; the nearer one wins where forms of several things coincide.
LABEL, CASE, DERIVED = range(3)

_PLACES = frozenset(
    ["region", "district", "city", "town", "village", "historical polity", "river", "water", "mountain"]
)


@dataclass(frozen=True, slots=True)
class Distancing:
    """Words by which a writer keeps a distance from the name that follows: "so-called"."""

    form: str
    degree = 0
    qualified = False


Inflect = Callable[[str, str, NounClass], Iterator[str]]

Meaning = Name | Ambiguity | Guard | Distancing


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern may mean. `capitals` are the units of the pattern that must be capitals in the text."""

    meaning: Meaning
    lang: str
    capitals: tuple[int, ...]


class Gazetteer:
    """All patterns with their entries. Immutable once built; safe to share between threads."""

    def __init__(self, lexicon: Lexicon, inflect: Inflect = inflections) -> None:
        entries: defaultdict[str, list[Entry]] = defaultdict(list)
        spelled = [
            (s, meaning, lang) for meaning, lang in _meanings(lexicon, inflect) for s in pattern_spellings(meaning.form)
        ]
        for (spelling, meaning, lang), folded in zip(spelled, fold_all([s for s, _, _ in spelled]), strict=True):
            capitals = tuple(folded.unit(place) for place, letter in enumerate(spelling) if letter.isupper())
            entries[folded.units].append(Entry(meaning, lang, capitals))
        patterns = sorted(entries)
        self.entries = [_ranked(entries[pattern]) for pattern in patterns]
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)

    def find(self, units: str) -> list[tuple[int, int, int]]:
        """Every occurrence of every pattern, overlapping ones too: (index into `entries`, start, end) in units."""
        return self._automaton.find_matches_as_indexes(units, overlapping=True)


def _ranked(entries: list[Entry]) -> tuple[Entry, ...]:
    """The most specific first: more capitals, a name before a guard, a label before a case form before a derived one.

    Where inflected forms of several concepts coincide and no label is the same, the context has to decide.
    """
    if len(entries) == 1:
        return tuple(entries)
    ranked = sorted(entries, key=_rank)
    rivals = [entry.meaning for entry in ranked if _rank(entry) == _rank(ranked[0])]
    names = {rival.concept.id: rival for rival in rivals if isinstance(rival, Name) and rival.inflected}
    if len(names) < 2:
        return tuple(ranked)
    return (Entry(_coincidence(names), ranked[0].lang, ranked[0].capitals), *ranked)


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return -len(entry.capitals), isinstance(entry.meaning, Guard), entry.meaning.degree


def _coincidence(names: Mapping[str, Name]) -> Ambiguity:
    """An ambiguous form that stands for the one of the named concepts which the text also names otherwise."""
    first = next(iter(names.values()))
    form = first.form
    senses = tuple(Sense(key, (When(mentions=(key,)),), names[key].label) for key in sorted(names))
    why = f"“{form}” is an inflected form of names of several things."
    return Ambiguity(
        form,
        form,
        AmbiguousForm(
            (form,), first.label.lang, first.label.script, why, senses, "unresolved", (), first.concept.pack, ""
        ),
        degree=CASE,
    )


def _meanings(lexicon: Lexicon, inflect: Inflect) -> Iterator[tuple[Meaning, str]]:
    """Each form with its language, in a fixed order."""
    for concept in lexicon.concepts.values():
        if concept.status != "withdrawn":
            yield from _names(concept, inflect)
    for ambiguous in lexicon.ambiguous:
        yield from _ambiguities(ambiguous, lexicon.concepts, inflect)
    for lang, words in lexicon.vocabulary.distancing.items():
        for word in words:
            yield Distancing(word), lang


def _names(concept: Concept, inflect: Inflect) -> Iterator[tuple[Meaning, str]]:
    noun = noun_class(concept.kind)
    for label in concept.labels:
        if label.contextual:
            continue
        for form, degree in _forms(label.text, label.lang, inflect, noun):
            yield Name(form, label, concept, degree), label.lang
        yield from _guards(label.not_in, label.lang, (concept.id,), inflect, noun)


def _ambiguities(
    ambiguous: AmbiguousForm, concepts: Mapping[str, Concept], inflect: Inflect
) -> Iterator[tuple[Meaning, str]]:
    meant = tuple(dict.fromkeys(sense.concept for sense in ambiguous.senses))
    noun = noun_class(concepts[meant[0]].kind)
    for text in ambiguous.forms:
        made: set[str] = set()
        for lang in _languages(text, ambiguous, [concepts[concept_id] for concept_id in meant]):
            for form, degree in _forms(text, lang, inflect, noun):
                if form not in made:
                    made.add(form)
                    yield Ambiguity(form, text, ambiguous, degree), lang
    yield from _guards(ambiguous.not_in, ambiguous.lang, meant, inflect, noun)


def _guards(
    phrases: Sequence[str], lang: str, concepts: tuple[str, ...], inflect: Inflect, noun: NounClass
) -> Iterator[tuple[Meaning, str]]:
    """A phrase may be declined like the name in it, or like a phrase."""
    kinds: tuple[NounClass, ...] = (noun, "other")
    forms = dict(pair for kind in kinds for phrase in phrases for pair in _forms(phrase, lang, inflect, kind))
    for form, degree in forms.items():
        yield Guard(form, concepts, degree), lang


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
