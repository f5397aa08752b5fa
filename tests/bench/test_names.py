from typing import Any

from bench.names import forms_of, lexicon_of, script_of
from service.annotation.annotate import Annotator
from service.annotation.model import Request


def record(key: int, name: str, *others: str, country: str = "XX", population: int = 0) -> dict[str, Any]:
    return {
        "geonameid": key,
        "name": name,
        "alternatenames": list(others),
        "countrycode": country,
        "population": population,
    }


PLACES = [
    record(1, "Oldvale", "oldvale town", "OVL", "Ol", population=10),
    record(2, "Nuvel", "NUVEL", "Nu\u0308vel", "Нувель", population=20),
    record(3, "Ortaq", "Oldvale", "123", country="AZ"),
    record(4, "Market", population=5),
]


def test_forms_are_extracted_in_order() -> None:
    forms = [(form.text, form.place, form.script) for form in forms_of(PLACES, plain_words=["market"])]
    assert forms == [
        ("Ortaq", 3, "Latn"),  # the region first
        ("Oldvale", 3, "Latn"),  # a form belongs to the first place that has it
        ("Nuvel", 2, "Latn"),  # then the larger place
        ("Nüvel", 2, "Latn"),  # NFC, once whatever its case
        ("Нувель", 2, "Cyrl"),
        ("OVL", 1, "Latn"),  # not "Ol", which is too short, nor "Market", which is a plain word
        ("oldvale town", 1, "Latn"),  # small letters come last
    ]


def test_scripts() -> None:
    assert [script_of(text) for text in ("Baku", "“Баку”", "Բաքու", "ბაქო", "バクー")] == [
        "Latn", "Cyrl", "Armn", "Geor", "Zyyy",
    ]  # fmt: skip


def test_a_lexicon_of_the_forms_finds_them() -> None:
    lexicon = lexicon_of(forms_of(PLACES))
    assert [len(concept.labels) for concept in lexicon.concepts.values()] == [2, 3, 2, 1]
    found = Annotator(lexicon).annotate(Request(text="Nüvel lies near Ortaq; Нувель.")).annotations
    assert [(one.surface, one.concept.id) for one in found] == [
        ("Nüvel", "c-0000002"),
        ("Ortaq", "c-0000003"),
        ("Нувель", "c-0000002"),
    ]
