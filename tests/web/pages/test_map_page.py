import re

from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Concept, Location
from tests.invented import GONE, MARKET, RIVER, SETTINGS, TOWN, concept, engine_of, label, make_lexicon
from tests.web.pages.elements import HOSTILE, get

HERE = Location(40.0, 47.0, "gazette")


def client_of(*concepts: Concept) -> FlaskClient:
    return create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(*concepts))).test_client()


def drawn(page: str) -> dict[str, str]:
    """The places in the picture: ID → names."""
    return dict(re.findall(r'<a class="spot[^>]*href="/c/([^"]+)"[^>]*><circle[^>]*/><text[^>]*>([^<]*)<', page))


def pair(concept_id: str, location: Location = HERE, **more: object) -> Concept:
    labels = label("Oldvale"), label("Nuvel", by="lowland-press")
    return concept(concept_id, *labels, location=location, **more)


def test_places_stand_with_all_names_and_again_in_a_list() -> None:
    page, elements = get(client_of(pair(TOWN)), "/map")
    assert drawn(page) == {TOWN: "Nuvel / Oldvale"}
    assert elements.links().count(f"/c/{TOWN}") == 2
    assert all(attrs.get("tabindex") == "-1" for attrs in elements.all("a", href=f"/c/{TOWN}")[:1])


def test_the_map_says_whose_outlines_they_are() -> None:
    page, _ = get(client_of(pair(TOWN)), "/map")
    assert "Natural Earth’s depiction" in page
    assert "takes no position" in page


def test_uncontested_villages_are_shown_when_asked_for() -> None:
    client = client_of(
        pair(TOWN, kind="village"),
        pair(RIVER, kind="village", contested=False),
        pair(MARKET, kind="town", contested=False),
        pair(GONE, status="withdrawn"),
        concept("c-nwh7x7", label("Nowhere")),
    )
    assert set(drawn(get(client, "/map")[0])) == {TOWN, MARKET}
    assert set(drawn(get(client, "/map?places=all")[0])) == {TOWN, RIVER, MARKET}


def test_what_lies_outside_and_countries_are_listed_only() -> None:
    page, elements = get(client_of(pair(TOWN, Location(1.0, 2.0, "gazette")), pair(RIVER, kind="country")), "/map")
    assert drawn(page) == {}
    assert {f"/c/{TOWN}", f"/c/{RIVER}"} <= set(elements.links())


def test_a_concept_has_a_map_of_its_surroundings() -> None:
    near, far = Location(40.1, 47.1, "gazette"), Location(41.5, 44.0, "gazette")
    client = client_of(pair(TOWN), pair(RIVER, near), pair(MARKET, far))
    page, _ = get(client, f"/c/{TOWN}")
    assert set(drawn(page)) == {TOWN, RIVER}
    assert re.search(rf'class="spot[^"]* here" href="/c/{TOWN}"', page)


def test_no_map_without_a_place_on_it(client: FlaskClient) -> None:
    page, _ = get(client, f"/c/{TOWN}")  # far outside
    assert "On the map" not in page
    page, _ = get(client, f"/c/{RIVER}")  # no coordinates
    assert "On the map" not in page


def test_hostile_names_are_escaped() -> None:
    page, elements = get(client_of(concept(TOWN, label(HOSTILE), location=HERE, kind=HOSTILE)), "/map")
    elements.harmless()
    assert "{{ 7*7 }}" in page
