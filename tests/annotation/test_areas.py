"""“Region” after the name of a region."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from tests.annotation.builders import concept, lexicon

_VALE = concept("c-vale", "Vale", "Upper Vale region", kind="region")
_HILLS = concept("c-hills", "The Hills", kind="region")
_TOWN = concept("c-town", "Oldvale", "Oldvale region")
NOUNS = {"en": ("region", "area*")}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("in the Vale region", "Vale region"),
        ("in the Vale Region", "Vale Region"),
        ("in the Vale-region", "Vale-region"),
        ("in the Vale areas", "Vale areas"),
        ("in the Vale regions", "Vale"),
        ("in the Vale, region", "Vale"),
        ("in the Vale wide region", "Vale"),
        ("in the region of Vale", "Vale"),
        ("The Hills region", "The Hills"),
        ("near Oldvale area", "Oldvale"),
    ],
)
def test_the_noun_belongs_to_the_name_if_the_region_has_such_a_name(text: str, surface: str) -> None:
    built = lexicon([_VALE, _HILLS, _TOWN], area_nouns=NOUNS)
    assert [a.surface for a in Annotator(built).annotate(Request(text=text)).annotations] == [surface]


def test_without_such_nouns_the_name_stands_alone() -> None:
    result = Annotator(lexicon([_VALE])).annotate(Request(text="the Vale region"))
    assert [a.surface for a in result.annotations] == ["Vale"]
