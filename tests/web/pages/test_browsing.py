import re
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Relation
from tests.invented import GONE, MARKET, RIVER, SETTINGS, TOWN, concept, engine_of, label, make_lexicon
from tests.web.pages.elements import HOSTILE, get


def listed(page: str) -> list[str]:
    return re.findall(r'<p class="name"><a href="/c/([^"]+)"', page)


def facet(page: str, name: str) -> dict[str, int]:
    """The choices of a facet with their numbers."""
    part = re.search(rf"<h3>{name}</h3></summary>(.*?)</ul>\s*(?:</details>|<details>)", page, re.DOTALL)
    assert part, f"no facet {name}"
    return {
        re.sub(r"<span (?:class=\"aside\"|aria-hidden).*?</span>|<[^>]+>", "", words).strip(): int(number)
        for words, number in re.findall(r'<li><a [^>]*>(.*?)</a> <span class="count">(\d+)</span>', part[1])
    }


def test_all_concepts_in_alphabetical_order(client: FlaskClient) -> None:
    page, _ = get(client, "/lexicon")
    assert listed(page) == [GONE, TOWN, MARKET, RIVER]  # Fernholt, Nuvel / Oldvale, ortaq, Silver Run
    assert '<bdi lang="en">Nuvel</bdi> / <bdi lang="en">Oldvale</bdi>' in page
    assert "4 concepts" in page


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("Oldvale", [TOWN]),
        ("nuve", [TOWN]),  # the beginning of a word
        ("Նուվել", [TOWN]),
        ("nuvel'", [TOWN]),
        ("Oldvael", [TOWN]),  # a slip
        ("run", [RIVER]),
        ("hall", [MARKET]),  # of the gloss
        (RIVER, [RIVER]),
        ("ortaq", [MARKET, RIVER]),
        ("nothing of the kind", []),
        ("%%%", []),
    ],
)
def test_search_in_any_spelling(client: FlaskClient, q: str, found: list[str]) -> None:
    response = client.get("/lexicon", query_string={"q": q})
    assert sorted(listed(response.text)) == sorted(found)
    assert ("Nothing found." in response.text) is (not found)


def test_a_name_found_in_other_letters_says_so(client: FlaskClient) -> None:
    page, _ = get(client, "/lexicon?q=Nuvəl")
    assert "in other letters" in page
    page, _ = get(client, "/lexicon?q=Oldvael")
    assert "written much like it" in page


def test_facets_count_what_a_choice_would_leave(client: FlaskClient) -> None:
    page, _ = get(client, "/lexicon")
    assert facet(page, "Kind") == {"town": 2, "river": 1, "site": 1}
    assert facet(page, "Contested") == {"contested": 2, "not contested": 2}
    page, _ = get(client, "/lexicon?contested=no")
    assert facet(page, "Kind") == {"river": 1, "site": 1}
    assert facet(page, "Contested") == {"contested": 2, "not contested": 2}, "a facet does not narrow itself"
    page, _ = get(client, "/lexicon?q=ortaq")
    assert facet(page, "Kind") == {"river": 1, "site": 1}


def test_sides_come_by_name_not_by_number(client: FlaskClient) -> None:
    page, _ = get(client, "/lexicon")
    assert list(facet(page, "Side with a name for it")) == ["Lowland side", "no side", "Upland side"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=river", [RIVER]),
        ("region=" + RIVER, [TOWN]),
        ("side=lowland", [TOWN]),
        ("perspective=observers&contested=no", [MARKET, RIVER]),
        ("stance=loaded", [TOWN]),
        ("status=draft", [MARKET]),
        ("status=withdrawn", [GONE]),
        ("kind=castle", []),
        ("colour=green&kind=river", [RIVER]),
        ("q=ortaq&kind=site", [MARKET]),
    ],
)
def test_each_choice_is_in_the_address(client: FlaskClient, query: str, found: list[str]) -> None:
    page, _ = get(client, f"/lexicon?{query}")
    assert sorted(listed(page)) == sorted(found)


def test_a_chosen_value_can_be_taken_back(client: FlaskClient) -> None:
    _, elements = get(client, "/lexicon?q=ortaq&kind=castle&status=draft")
    chosen = [attrs["href"] for attrs in elements.all("a") if attrs.get("aria-current") == "true"]
    assert "/lexicon?q=ortaq&status=draft" in chosen
    hidden = {(attrs["name"], attrs["value"]) for attrs in elements.all("input", type="hidden")}
    assert hidden == {("kind", "castle"), ("status", "draft")}


def test_a_region_holds_what_lies_in_its_parts() -> None:
    inside = concept("c-hmt7x7", label("Hamlet"), relations=(Relation("in", TOWN),))
    town = concept(TOWN, label("Oldvale"), relations=(Relation("in", RIVER), Relation("in", "c-gone")))
    turning = concept(RIVER, label("Run"), relations=(Relation("in", TOWN),))  # a circle ends
    app = create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(inside, town, turning)))
    page, _ = get(app.test_client(), f"/lexicon?region={RIVER}")
    assert sorted(listed(page)) == sorted([inside.id, TOWN])


def test_pages_of_a_long_list() -> None:
    many = [concept(f"c-many{n:03}", label(f"Hamlet {n:03}")) for n in range(120)]
    client = create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(*many))).test_client()
    page, elements = get(client, "/lexicon?kind=town")
    assert len(listed(page)) == 50
    assert "/lexicon?kind=town&page=2" in elements.links()
    page, elements = get(client, "/lexicon?kind=town&page=3")
    assert len(listed(page)) == 20
    assert [link for link in elements.links() if "page=" in link and "ui=" not in link] == ["/lexicon?kind=town&page=2"]
    page, elements = get(client, "/lexicon?kind=town&page=4")
    assert listed(page) == []
    assert "/lexicon?kind=town&page=3" in elements.links()


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5", "9999999", "²"])
def test_a_page_number_that_is_none(client: FlaskClient, number: str) -> None:
    page, _ = get(client, f"/lexicon?page={number}", 422)
    assert "whole number above 0" in page


def test_words_over_the_limit(client: FlaskClient) -> None:
    page, _ = get(client, f"/lexicon?q={'x' * 41}", 413)
    assert "40 characters" in page


def test_caches_are_told_what_the_page_hangs_on(client: FlaskClient) -> None:
    first = client.get("/lexicon")
    assert {"Accept-Language", "Cookie"} <= set(first.vary)
    again = client.get("/lexicon", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    in_russian = client.get("/lexicon", headers={"If-None-Match": first.headers["ETag"], "Accept-Language": "ru"})
    assert in_russian.status_code == 200


def test_hostile_words_and_names_are_escaped() -> None:
    hostile = concept(TOWN, label(HOSTILE, type=HOSTILE), gloss=HOSTILE, kind=HOSTILE)
    client = create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(hostile))).test_client()
    for query in ({}, {"q": HOSTILE[:40]}, {"kind": HOSTILE}, {"region": HOSTILE}, {"status": "javascript:alert(1)"}):
        address = f"/lexicon?{urlencode(query)}"
        page, elements = get(client, address)
        elements.harmless()
        assert "{{ 7*7 }}" in page or query  # not evaluated
