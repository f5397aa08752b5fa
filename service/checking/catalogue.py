"""The lexicon read the other way round: what leads to a concept, what rests on a source, what a perspective uses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from service.checking.headings import heading
from service.lexicon.label_order import label_key
from service.lexicon.model import AmbiguousForm, Concept, Label, Lexicon, Relation, Sense, Use
from service.text.folding import fold_key


class LabelUse(NamedTuple):
    """A recorded use with its label and concept."""

    concept: Concept
    label: Label
    use: Use


class UsedLabel(NamedTuple):
    """A label of a concept with the uses by one perspective."""

    concept: Concept
    label: Label
    uses: tuple[Use, ...]


class Incoming(NamedTuple):
    """A relation that leads to a concept, and where it comes from."""

    origin: Concept
    relation: Relation


class Meaning(NamedTuple):
    """A sense of an ambiguous form."""

    form: AmbiguousForm
    sense: Sense


class Catalogue:
    """Indexes over one lexicon; nothing changes after construction."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        by_source: defaultdict[str, list[LabelUse]] = defaultdict(list)
        by_perspective: defaultdict[str, list[LabelUse]] = defaultdict(list)
        incoming: defaultdict[str, list[Incoming]] = defaultdict(list)
        meanings: defaultdict[str, list[Meaning]] = defaultdict(list)
        forms: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._located: defaultdict[str, list[Concept]] = defaultdict(list)
        for concept in lexicon.concepts.values():
            for found in _uses(concept):
                by_source[found.use.source].append(found)
                by_perspective[found.use.by].append(found)
            for relation in concept.relations:
                incoming[relation.to].append(Incoming(concept, relation))
            for label in concept.labels:
                forms[fold_key(label.text)][concept.id] = None
            if concept.location:
                self._located[concept.location.source].append(concept)
        for form in lexicon.ambiguous:
            for sense in form.senses:
                meanings[sense.concept].append(Meaning(form, sense))
        self._by_source: Mapping[str, list[LabelUse]] = dict(by_source)
        self._by_perspective: Mapping[str, list[UsedLabel]] = {
            key: _labels(uses) for key, uses in by_perspective.items()
        }
        self._incoming: Mapping[str, list[Incoming]] = dict(incoming)
        self._meanings: Mapping[str, list[Meaning]] = dict(meanings)
        self._forms: Mapping[str, tuple[str, ...]] = {key: tuple(ids) for key, ids in forms.items() if len(ids) > 1}
        self._headings: dict[tuple[str, str], tuple[Label, ...]] = {}

    def heading(self, concept: Concept, lang: str) -> tuple[Label, ...]:
        """The few names that stand for the concept in a list; see `headings.py`."""
        key = (concept.id, lang)
        if key not in self._headings:
            self._headings[key] = heading(concept, self.lexicon, lang)
        return self._headings[key]

    def uses_from(self, source: str) -> list[LabelUse]:
        """The uses that rest on a source."""
        return self._by_source.get(source, [])

    def located_by(self, source: str) -> list[Concept]:
        """The concepts whose coordinates come from a source."""
        return self._located.get(source, [])

    def labels_by(self, perspective: str) -> list[UsedLabel]:
        """The labels that a perspective uses, in alphabetical order."""
        return self._by_perspective.get(perspective, [])

    def incoming(self, concept: str) -> list[Incoming]:
        """The relations of other concepts that lead to this one."""
        return self._incoming.get(concept, [])

    def meanings(self, concept: str) -> list[Meaning]:
        """The ambiguous forms that may stand for the concept, each with the sense in which it does."""
        return self._meanings.get(concept, [])

    def namesakes(self, concept: Concept) -> list[tuple[str, list[Concept]]]:
        """The concept's labels that other concepts have, too, with these others.

        Words of some contexts are left out: what else they may mean stands with their ambiguous form.
        """
        shared: dict[str, list[Concept]] = {}
        for label in concept.labels:
            if label.contextual:
                continue
            others = [one for one in self._forms.get(fold_key(label.text), ()) if one != concept.id]
            if others:
                shared.setdefault(label.text, [self.lexicon.concepts[one] for one in others])
        return sorted(shared.items())


def regions(concept: Concept, lexicon: Lexicon) -> frozenset[str]:
    """The concepts that `concept` lies in, directly or through others."""
    found: set[str] = set()
    waiting = [concept]
    while waiting:
        for relation in waiting.pop().relations:
            if relation.type == "in" and relation.to not in found:
                found.add(relation.to)
                if relation.to in lexicon.concepts:
                    waiting.append(lexicon.concepts[relation.to])
    return frozenset(found - {concept.id})


def _uses(concept: Concept) -> Iterator[LabelUse]:
    """Every use of the concept's labels once, though several context tests may lead to one label."""
    seen: set[tuple[str, str, Use]] = set()
    for label in concept.labels:
        for use in label.uses:
            key = (label.text, label.lang, use)
            if key not in seen:
                seen.add(key)
                yield LabelUse(concept, label, use)


def _labels(uses: Iterable[LabelUse]) -> list[UsedLabel]:
    """The labels in alphabetical order, each once for a concept, with all their uses."""
    found: dict[tuple[str, str, str, str], tuple[LabelUse, list[Use]]] = {}
    for used in uses:
        key = (used.concept.id, used.label.text, used.label.lang, used.label.stance)
        found.setdefault(key, (used, []))[1].append(used.use)
    labels = [UsedLabel(first.concept, first.label, tuple(all_uses)) for first, all_uses in found.values()]
    return sorted(labels, key=lambda one: (*label_key(one.label.text), one.label.lang, one.concept.id))
