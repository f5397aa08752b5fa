"""What a lexicon holds, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields

from service.annotation.gazetteer import build
from service.annotation.meaning import Ambiguity, Bearers, Distancing, Entry, Guard, Name
from service.lexicon.draft import Draft

Counts = dict[str, int]  # most first, then alphabetical


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of one lexicon. Contextual labels count as senses."""

    concepts: int
    contested: int
    labels: int
    forms: int  # of labels, further spellings included
    uses: int
    ambiguous_forms: int
    senses: int
    examples: int
    sources: int
    patterns: int  # different folded forms in the automaton
    inflected_patterns: int  # of them, those that only an inflected form brings in
    by_kind: Counts  # concepts
    by_status: Counts
    by_stance: Counts  # labels and senses
    by_language: Counts
    by_type: Counts
    by_perspective: Counts  # uses
    by_source: Counts
    by_meaning: Counts  # patterns

    @property
    def inflected_share(self) -> float:
        """The share of the patterns that only an inflected form brings in."""
        return self.inflected_patterns / self.patterns if self.patterns else 0.0

    def totals(self) -> Counts:
        """The fields that are plain numbers, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if not field.name.startswith("by_")}

    def breakdowns(self) -> dict[str, Counts]:
        """The fields that are counts by something, by name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name.startswith("by_")}


def statistics(draft: Draft) -> Statistics:
    """Count everything once."""
    lexicon = draft.lexicon
    concepts = list(lexicon.concepts.values())
    labels = [entry.label for entry in draft.records]
    uses = [use for label in labels for use in label.uses]
    gazetteer = build(lexicon)
    patterns = list(gazetteer.every_meaning())
    return Statistics(
        concepts=len(concepts),
        contested=sum(concept.contested for concept in concepts),
        labels=sum(not label.contextual for label in labels),
        forms=sum(not entry.label.contextual for entry in draft.entries),
        uses=len(uses),
        ambiguous_forms=len(lexicon.ambiguous),
        senses=sum(label.contextual for label in labels),
        examples=sum(len(form.examples) for form in lexicon.ambiguous),
        sources=len(lexicon.sources),
        patterns=len(patterns),
        inflected_patterns=sum(all(_inflected(entry) for entry in entries) for entries in patterns),
        by_kind=_counted(concept.kind for concept in concepts),
        by_status=_counted(concept.status for concept in concepts),
        by_stance=_counted(label.stance for label in labels),
        by_language=_counted(label.lang for label in labels),
        by_type=_counted(label.type for label in labels),
        by_perspective=_counted(use.by for use in uses),
        by_source=_counted(use.source for use in uses),
        by_meaning=_counted(_meaning(entries[0]) for entries in patterns),
    )


def _inflected(entry: Entry) -> bool:
    meaning = entry.meaning
    return isinstance(meaning, Bearers) or (isinstance(meaning, Name | Ambiguity) and meaning.inflected)


def _meaning(entry: Entry) -> str:
    names = {
        Name: "name",
        Ambiguity: "ambiguous form",
        Guard: "guarding phrase",
        Distancing: "distancing words",
        Bearers: "surname behind initials",
    }
    return names[type(entry.meaning)]


def _counted(values: Iterable[str]) -> Counts:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
