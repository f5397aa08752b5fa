"""Places in a list that share one noun."""

from service.annotation.annotate import Annotator
from service.annotation.gazetteer import build
from service.annotation.lists import Lists
from service.annotation.model import Request
from tests.annotation.builders import concept, lexicon

HEADS = {"en": ("districts district",), "de": ("bezirke Bezirk",), "az": ("rayonlar* rayonu",)}


def found(text: str) -> list[tuple[str, str]]:
    built = lexicon(
        (
            concept("c-town", "Oldvale"),
            concept("c-other", "Nuvel"),
            concept("c-sea", "Silver Sea", kind="water"),
            concept("c-wide", "Oldvale district", "Oldvale rayonu", kind="district"),
            concept("c-far", "Nuvel district", kind="district"),
        ),
        list_heads=HEADS,
    )
    result = Annotator(built).annotate(Request(text=text))
    return [(annotation.surface, annotation.concept.id) for annotation in result.annotations]


def test_towns_before_the_plural_are_districts_and_the_last_takes_the_noun_in() -> None:
    assert found("The Oldvale and Nuvel districts are quiet.") == [("Oldvale", "c-wide"), ("Nuvel districts", "c-far")]
    assert found("Nuvel, Oldvale rayonlarında") == [("Nuvel", "c-far"), ("Oldvale rayonlarında", "c-wide")]


def test_towns_after_the_plural_are_districts() -> None:
    assert found("The districts of Oldvale, Nuvel") == [("Oldvale", "c-wide"), ("Nuvel", "c-far")]
    assert found("Die Bezirke Oldvale und Nuvel") == [("Oldvale", "c-wide"), ("Nuvel", "c-far")]


def test_what_has_no_district_of_its_name_stays_what_it_is() -> None:
    assert found("The Silver Sea and Oldvale districts") == [("Silver Sea", "c-sea"), ("Oldvale districts", "c-wide")]


def test_towns_without_the_noun_or_beyond_other_words_stay_towns() -> None:
    assert found("Oldvale and Nuvel are quiet.") == [("Oldvale", "c-town"), ("Nuvel", "c-other")]
    assert found("Oldvale and Nuvel and all districts.") == [("Oldvale", "c-town"), ("Nuvel", "c-other")]
    assert found("Oldvale sleeps, but Nuvel districts do not.") == [
        ("Oldvale", "c-town"),
        ("Nuvel districts", "c-far"),
    ]


def test_without_such_nouns_nothing_changes() -> None:
    assert Lists(build(lexicon((concept("c-town", "Oldvale"),))), {}).told("Oldvale", []) == []
