import pytest

from service.checking.catalogue import Catalogue
from service.lexicon.model import Location
from service.web.pages.spots import LEVELS, spots
from tests.invented import concept, label, make_lexicon


def place(number: int, lon: float, **more: object) -> object:
    location = Location(40.0, lon, "gazette")
    return concept(f"c-plc{number:03}", label(f"Hamlet {number}"), location=location, **more)


def levels(*places: object) -> dict[str, int]:
    found = spots(Catalogue(make_lexicon(*places)), "en")  # type: ignore[arg-type]
    return {spot.concept.id: spot.level for spot in found}


def test_names_far_apart_are_shown_at_once() -> None:
    assert levels(place(1, 44.0), place(2, 49.0)) == {"c-plc001": 0, "c-plc002": 0}


def test_of_names_that_would_touch_the_second_waits_for_more_room() -> None:
    found = levels(place(1, 46.0), place(2, 46.05))
    assert found["c-plc001"] == 0
    assert 0 < found["c-plc002"] < len(LEVELS)


@pytest.mark.parametrize("kinds", [("village", "city"), ("town", "city"), ("village", "district")])
def test_the_larger_kind_of_place_comes_first(kinds: tuple[str, str]) -> None:
    found = levels(place(1, 46.0, kind=kinds[0]), place(2, 46.05, kind=kinds[1]))
    assert found["c-plc002"] < found["c-plc001"]


def test_places_on_one_spot_all_get_their_names_in_the_end() -> None:
    assert max(levels(*(place(number, 46.0) for number in range(9))).values()) == len(LEVELS) - 1
