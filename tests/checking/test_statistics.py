"""Counts of a lexicon: each thing once."""

from pathlib import Path

from service.annotation.gazetteer import build
from service.checking.statistics import statistics
from service.lexicon import store

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"


def test_counts() -> None:
    counted = statistics(store.read_draft(BASE)[0])
    totals = counted.totals()
    assert {name: number for name, number in totals.items() if "patterns" not in name} == {
        "concepts": 2,
        "contested": 1,
        "labels": 6,
        "forms": 7,
        "uses": 7,
        "ambiguous_forms": 1,
        "senses": 1,
        "examples": 3,
        "sources": 1,
    }
    assert counted.by_kind == {"city": 1, "event": 1}
    assert counted.by_status == {"draft": 1, "reviewed": 1}
    assert counted.by_stance == {"neutral": 3, "sided": 4}
    assert counted.by_language == {"en": 5, "qn": 1, "qo": 1}
    assert counted.by_perspective == {"nuvel-press": 3, "ortaq-press": 2, "world-press": 2}
    assert counted.by_source == {"atlas": 7}


def test_patterns_are_those_of_the_gazetteer() -> None:
    draft, _ = store.read_draft(BASE)
    counted = statistics(draft)
    assert counted.patterns == len(build(draft.lexicon)) == sum(counted.by_meaning.values())
    assert counted.by_meaning.keys() == {"name", "ambiguous form", "guarding phrase"}
    assert counted.inflected_share == counted.inflected_patterns / counted.patterns
    assert counted.patterns - counted.inflected_patterns == 7 + 1 + 1
