"""How far the lexicon reaches: of each kind of concept, how many have a label in each language."""

from collections import Counter
from dataclasses import dataclass

from service.lexicon.model import Lexicon


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of concepts that are not withdrawn. Words that stand for a concept in some contexts only count, too."""

    concepts: int
    kinds: dict[str, int]  # kind -> concepts, most first
    languages: dict[str, int]  # tag -> concepts with a label in it, most first
    cells: dict[tuple[str, str], int]  # (kind, language) -> concepts
    statuses: dict[str, int]


def coverage(lexicon: Lexicon) -> Coverage:
    """Count the concepts once."""
    kinds, languages, statuses = Counter[str](), Counter[str](), Counter[str]()
    cells = Counter[tuple[str, str]]()
    for concept in lexicon.concepts.values():
        if concept.status == "withdrawn":
            continue
        kinds[concept.kind] += 1
        statuses[concept.status] += 1
        for language in {label.lang for label in concept.labels}:
            languages[language] += 1
            cells[concept.kind, language] += 1
    return Coverage(kinds.total(), _sorted(kinds), _sorted(languages), dict(cells), _sorted(statuses))


def _sorted(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
