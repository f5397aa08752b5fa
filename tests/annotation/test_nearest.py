"""Senses that ask for mentions alone: the one named nearest is meant, and none if several are equally near."""

from datetime import date

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from tests.annotation.builders import ambiguous, concept, lexicon, sense, years

_PERSONS = (concept("c-ada", "Ada Smith", kind="person"), concept("c-bob", "Bob Smith", kind="person"))
_SMITH = ambiguous("Smith", sense("c-ada", "Smith", mentions=("c-ada",)), sense("c-bob", "Smith", mentions=("c-bob",)))
_PLACES = (
    concept("c-north", "North Vale", kind="district"),
    concept("c-south", "South Vale", kind="district"),
    concept("c-mill-north", "Mill of the North", kind="village"),
    concept("c-mill-south", "Mill of the South", kind="village"),
)
_MILL = ambiguous(
    "Mill",
    sense("c-mill-north", "Mill", mentions=("c-north", "c-mill-north")),
    sense("c-mill-south", "Mill", mentions=("c-south", "c-mill-south")),
)


def annotate(text: str, *, reverse: bool = False) -> Result:
    forms = [form if not reverse else ambiguous(form.forms[0], *reversed(form.senses)) for form in (_SMITH, _MILL)]
    return Annotator(lexicon([*_PERSONS, *_PLACES], forms)).annotate(Request(text=text))


def meant(result: Result, surface: str) -> list[str]:
    return [annotation.concept.id for annotation in result.annotations if annotation.surface == surface]


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("Ada Smith came. Bob Smith left. Smith spoke.", "Smith", "c-bob"),
        ("Bob Smith came. Ada Smith left. Smith spoke.", "Smith", "c-ada"),
        ("Ada Smith came. Smith spoke. Later Bob Smith left.", "Smith", "c-ada"),
        ("Bob Smith lay ill.\n\nAda Smith came. It rained. Smith spoke.", "Smith", "c-ada"),
        ("South Vale is far. In North Vale Mill is a village.", "Mill", "c-mill-north"),
        ("South Vale is far.\n\nIn winter North Vale is cold. So is Mill.", "Mill", "c-mill-north"),
        ("In North Vale, Mill of the South is known; Mill is small.", "Mill", "c-mill-south"),
    ],
)
def test_the_nearest_mention_decides_whatever_the_order_of_the_senses(text: str, surface: str, expected: str) -> None:
    assert meant(annotate(text), surface) == [expected]
    assert meant(annotate(text, reverse=True), surface) == [expected]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Ada Smith met Bob Smith. Smith spoke.", "Smith"),
        ("North Vale and South Vale are far. So is Mill.", "Mill"),
        ("North Vale is far. It is cold. South Vale is near. So is Mill.", "Mill"),
        ("North Vale is far.\n\nIt is cold.\n\nSouth Vale is near.\n\nMill is small.", "Mill"),
    ],
)
def test_of_equally_near_ones_none_is_taken_and_the_reason_told(text: str, surface: str) -> None:
    result = annotate(text)
    assert meant(result, surface) == []
    (open_one,) = result.unresolved
    assert open_one.surface == surface
    assert "equally near" in open_one.why


def test_a_sense_with_more_than_mentions_keeps_its_place_in_the_order() -> None:
    form = ambiguous(
        "Smith",
        sense("c-ada", "Smith", mentions=("c-ada",), words=("painter",)),
        sense("c-bob", "Smith", mentions=("c-bob",)),
    )
    text = "Ada Smith is a painter. Bob Smith left. Smith spoke."
    result = Annotator(lexicon(_PERSONS, [form])).annotate(Request(text=text))
    assert meant(result, "Smith") == ["c-ada"]


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("Bob Smith came with Ada Smith. Smith spoke.", date(2020, 5, 1), ["c-bob"]),
        ("Bob Smith came. His mother Ada Smith left. Smith spoke.", date(2020, 5, 1), ["c-bob"]),
        ("Ada Smith came. Her son Bob Smith left. Smith spoke.", date(1993, 5, 1), ["c-ada"]),
        ("Bob Smith came. His mother Ada Smith left. In 1994 Smith spoke.", date(2020, 5, 1), ["c-ada"]),
        ("Ada Smith is known. Smith spoke.", date(2020, 5, 1), ["c-ada"]),
        ("Bob Smith came. His mother Ada Smith left. Smith spoke.", None, ["c-ada"]),
    ],
)
def test_of_two_who_are_named_the_one_whose_time_it_is_is_meant(
    text: str, as_of: date | None, expected: list[str]
) -> None:
    form = ambiguous(
        "Smith",
        *_SMITH.senses,
        sense("c-ada", "Smith", mentions=("c-north",), as_of=years(1990, 1999)),
        sense("c-bob", "Smith", mentions=("c-north",), as_of=years(2000, 2030)),
    )
    result = Annotator(lexicon([*_PERSONS, *_PLACES], [form])).annotate(Request(text=text, as_of=as_of))
    assert meant(result, "Smith") == expected
