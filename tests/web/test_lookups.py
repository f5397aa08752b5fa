from typing import Any

import pytest
from flask.testing import FlaskClient
from marshmallow import Schema

from service.lexicon.model import Lexicon
from service.web.lexicon_schema import (
    ConceptSchema,
    ConceptsSchema,
    LexiconSchema,
    NamesSchema,
    PerspectivesSchema,
    StyleSchema,
    StylesSchema,
)
from tests.invented import GONE, MARKET, RETIRED, RIVER, TOWN


def get(client: FlaskClient, path: str) -> dict[str, Any]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.get_json()
    return answer


PATHS: list[tuple[str, Schema]] = [
    ("/v1/names?q=Nuvel", NamesSchema()),
    ("/v1/concepts", ConceptsSchema()),
    (f"/v1/concepts/{TOWN}", ConceptSchema()),
    (f"/v1/concepts/{RIVER}", ConceptSchema()),
    ("/v1/perspectives", PerspectivesSchema()),
    ("/v1/styles", StylesSchema()),
    ("/v1/lexicon", LexiconSchema()),
]


@pytest.mark.parametrize(("path", "schema"), PATHS, ids=[path for path, _ in PATHS])
def test_answers_fit_the_documented_schema(client: FlaskClient, path: str, schema: Schema) -> None:
    answer = get(client, path)
    assert schema.validate(answer) == {}
    assert answer["lexicon_version"] == "0123abcd"


@pytest.mark.parametrize("path", [path for path, _ in PATHS])
def test_unchanged_data_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    etag = first.headers["ETag"]
    assert "0123abcd" in etag
    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        again = client.get(path, headers={"If-None-Match": known})
        assert again.status_code == 304
        assert again.get_data() == b""
        assert again.headers["ETag"] == etag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_etag_does_not_hide_an_error(client: FlaskClient) -> None:
    etag = client.get("/v1/lexicon").headers["ETag"]
    assert client.get("/v1/concepts/c-000000", headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize("path", [*(path for path, _ in PATHS), "/healthz", "/readyz", "/openapi.json", "/docs", "/"])
def test_head_is_get_without_the_body(client: FlaskClient, path: str) -> None:
    head, full = client.head(path), client.get(path)
    assert (head.status_code, head.get_data()) == (200, b"")
    assert head.headers["Content-Type"] == full.headers["Content-Type"]
    assert head.headers["Content-Length"] == str(len(full.get_data()))


def test_names(client: FlaskClient) -> None:
    matches = get(client, "/v1/names?q=nuvel&limit=2")["matches"]
    assert [(match["label"]["text"], match["match"], match["score"]) for match in matches] == [
        ("Nuvel", "folded", 98),
        ("Nüvəl", "transliterated", 90),
    ]
    assert matches[0]["concept_id"] == TOWN
    assert {match["label"]["lang"] for match in get(client, "/v1/names?q=Nuvel&lang=RU-ru")["matches"]} == {"ru"}
    assert get(client, "/v1/names?q=nobody")["matches"] == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", [GONE, MARKET, RIVER, TOWN]),
        ("?kind=town", [GONE, TOWN]),
        ("?pack=vale&status=draft", [MARKET]),
        ("?contested=false", [MARKET, RIVER]),
        ("?contested=yes&status=reviewed", [TOWN]),
        ("?q=SILVER-RUN", [RIVER]),
        ("?q=market", [MARKET]),
        ("?q=nothing", []),
    ],
)
def test_filters(client: FlaskClient, query: str, ids: list[str]) -> None:
    answer = get(client, f"/v1/concepts{query}")
    assert [concept["id"] for concept in answer["concepts"]] == ids
    assert answer["total"] == len(ids)


def test_pages(client: FlaskClient) -> None:
    pages = [get(client, f"/v1/concepts?page={page}&page_size=3") for page in (1, 2, 3)]
    assert [[concept["id"] for concept in page["concepts"]] for page in pages] == [[GONE, MARKET, RIVER], [TOWN], []]
    assert {(page["total"], page["page_size"]) for page in pages} == {(4, 3)}


def test_a_concept_with_uses_and_sources(client: FlaskClient) -> None:
    town = get(client, f"/v1/concepts/{TOWN}")
    oldvale = town["labels"][0]
    assert oldvale["uses"] == [{"by": "upland-press", "source": "gazette", "at": "page 4", "from": None, "until": None}]
    assert oldvale["script"] == "Latn"
    assert [source["key"] for source in town["sources"]] == ["gazette", "ledger"]
    assert town["location"] == {"lat": 1.5, "lon": 2.5, "source": "gazette"}
    assert town["relations"][0]["to"] == RIVER
    assert town["external_ids"] == {"atlas": "17"}


def test_a_withdrawn_concept_says_so(client: FlaskClient) -> None:
    response = client.get(f"/v1/concepts/{GONE}")
    assert response.status_code == 410
    assert "hamlet that was entered twice" in response.get_json()["detail"]


def test_a_withdrawn_id_says_why_it_went(client: FlaskClient) -> None:
    response = client.get(f"/v1/concepts/{RETIRED}")
    assert response.status_code == 410
    assert response.get_json()["detail"] == f"The concept was withdrawn: The mill is part of the market; use {MARKET}."


def test_the_lexicon_in_numbers(client: FlaskClient, lexicon: Lexicon) -> None:
    answer = get(client, "/v1/lexicon")
    counts = answer["counts"]
    assert counts["concepts"] == len(lexicon.concepts) == sum(counts["kinds"].values())
    assert counts["labels"] == sum(counts["stances"].values()) == sum(counts["languages"].values())
    assert counts["ambiguous_forms"] == 1
    assert answer["packs"][0]["concepts"] == 4


def test_perspectives_and_styles(client: FlaskClient) -> None:
    perspectives = {item["key"]: item["side"] for item in get(client, "/v1/perspectives")["perspectives"]}
    assert perspectives == {"lowland-press": "lowland", "upland-press": "upland", "observers": None}
    styles = get(client, "/v1/styles")["styles"]
    assert [(style["id"], style["title"]) for style in styles] == [("both", "Both names"), ("desk", "Desk")]


def test_a_style_in_full(client: FlaskClient) -> None:
    answer = get(client, "/v1/styles/desk")
    assert StyleSchema().validate(answer) == {}
    assert answer["sources"][0] == {
        "title": "The desk's book", "publisher": "Desk", "url": "https://desk.example/book", "date": None, "note": None,
    }  # fmt: skip
    assert answer["rules"] == [
        {
            "when": {"kinds": None, "contested": None, "stances": None, "types": None, "words": ["old*"]},
            "first": "perspectives",
            "later": "perspectives",
            "perspectives": ["observers"],
            "why": "As observers say.",
        }
    ]
    assert answer["attributions"]["en"]["upland"] == "{label} (upland)"
    assert answer["exceptions"] == {RIVER: {"en": "Silver <Run>"}}
