"""Places in a list that share one noun."""

from service.annotation.annotate import Annotator
from service.annotation.gazetteer import build
from service.annotation.lists import Lists
from service.annotation.model import Request
from tests.annotation.builders import concept, label, lexicon

HEADS = {
    "en": ("districts district", "regions region"),
    "de": ("bezirke Bezirk",),
    "az": ("rayonlar* rayonu rayonunun",),
    "ru": ("р-ны р-н",),
}


def found(text: str) -> list[tuple[str, str]]:
    built = lexicon(
        (
            concept("c-town", "Oldvale"),
            concept("c-other", "Nuvel", "Nuvelgrad"),
            concept("c-lost", "Ortaq", kind="village"),
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
    assert found("Nuvel და Oldvale districts") == [("Nuvel", "c-far"), ("Oldvale districts", "c-wide")]
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
    assert Lists(build(lexicon((concept("c-town", "Oldvale"),))), {}, {}).told("Oldvale", []) == []


def test_lists_may_stand_in_brackets_or_be_introduced() -> None:
    assert found("Two districts (Oldvale, Nuvel) are quiet.") == [("Oldvale", "c-wide"), ("Nuvel", "c-far")]
    assert found("Two districts, including Oldvale and Nuvel") == [("Oldvale", "c-wide"), ("Nuvel", "c-far")]
    assert found("The districts are quiet: Oldvale, Nuvel") == [("Oldvale", "c-town"), ("Nuvel", "c-other")]


def test_places_that_nobody_knows_do_not_end_a_list() -> None:
    assert found("The Oldvale, Xyz and Nuvel districts") == [("Oldvale", "c-wide"), ("Nuvel districts", "c-far")]
    assert found("The Oldvale, Nuvel and Xyz districts") == [("Oldvale", "c-wide"), ("Nuvel", "c-far")]
    assert found("The Oldvale, quiet and Nuvel districts") == [("Oldvale", "c-town"), ("Nuvel districts", "c-far")]


def test_another_name_in_brackets_is_that_of_the_district_too() -> None:
    assert found("The Nuvelgrad (Nuvel) district") == [("Nuvelgrad", "c-far"), ("Nuvel", "c-far")]
    assert found("The Nuvelgrad (Nuvel), Oldvale districts") == [
        ("Nuvelgrad", "c-far"),
        ("Nuvel", "c-far"),
        ("Oldvale districts", "c-wide"),
    ]
    assert found("Nuvelgrad (Oldvale) district") == [("Nuvelgrad", "c-other"), ("Oldvale", "c-town")]


def test_a_town_beside_the_noun_is_the_district_under_whatever_name_of_the_town() -> None:
    assert found("The Nuvelgrad district lies east.") == [("Nuvelgrad district", "c-far")]
    assert found("The Nuvelgrad region lies east.") == [("Nuvelgrad region", "c-far")]
    assert found("The district of Nuvelgrad lies east.") == [("district of Nuvelgrad", "c-far")]
    assert found("Der Bezirk Nuvelgrad liegt im Osten.") == [("Bezirk Nuvelgrad", "c-far")]
    assert found("Oldvale р-н и Oldvale, Nuvel р-ны") == [
        ("Oldvale р-н", "c-wide"),
        ("Oldvale", "c-wide"),
        ("Nuvel р-ны", "c-far"),
    ]


def test_a_place_without_a_district_and_a_plural_change_nothing() -> None:
    assert found("The Ortaq district lies east.") == [("Ortaq", "c-lost")]
    assert found("A district Nuvelgrad knows") == [("Nuvelgrad", "c-other")]
    assert found("Oldvale rayonunun Nuvelgrad") == [("Oldvale rayonunun", "c-wide"), ("Nuvelgrad", "c-other")]
    assert found("Nuvelgrad districts") == [("Nuvelgrad", "c-other")]


def test_adjectives_with_villages_between_them_share_the_noun_at_the_end() -> None:
    built = lexicon(
        (
            concept("c-town", label("Олдвейл", "ru")),
            concept("c-other", label("Нувель", "ru")),
            concept("c-wide", label("Олдвейлский район", "ru"), kind="district"),
            concept("c-far", label("Нувельский район", "ru"), kind="district"),
        ),
        list_heads={"ru": ("районов района", "районах районе")},
    )
    annotator = Annotator(built)

    def districts(text: str) -> list[str]:
        marks = annotator.annotate(Request(text=text)).annotations
        return [mark.surface for mark in marks if mark.concept.kind == "district"]

    assert districts("В с. Ортак Олдвейлского и с. Прим Нувельского районов тихо.") == [
        "Олдвейлского",
        "Нувельского районов",
    ]
    assert districts("Сёла Олдвейлского, тихое Прим Нувельского районов") == ["Олдвейлского", "Нувельского районов"]
    assert districts("Ждут жителей олдвейлского. Потом Прим Нувельского районов") == []
    assert districts("Говорят об Олдвейлском и селе Прим Нувельского районов") == []
    assert districts("Дорога Олдвейлского холма и Прим Нувельского районов") == []
