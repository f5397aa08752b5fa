from typing import Any

import pytest
from flask.testing import FlaskClient

from service.web.translation_schema import ComparisonSchema
from tests.invented import MARKET, RIVER, TOWN
from tests.web.test_error_shape import assert_error_shape


def check(client: FlaskClient, source: Any, target: Any, **more: Any) -> dict[str, Any]:
    response = client.post("/v1/check-translation", json={"source": source, "target": target, **more})
    assert response.status_code == 200, response.text
    assert response.headers["Cache-Control"] == "no-store"
    answer: dict[str, Any] = response.get_json()
    assert ComparisonSchema().validate(answer) == {}
    return answer


def test_each_concept_of_the_source_with_what_the_target_has_for_it(client: FlaskClient) -> None:
    answer = check(
        client,
        {"text": "Oldvale on the Silver Run.", "lang": "en"},
        {"text": "Нувель. “Fernholt”", "lang": "ru"},
    )
    town, river = answer["concepts"]
    assert (town["concept_id"], town["outcome"], town["stance_changed"]) == (TOWN, "changed", True)
    assert [one["side"] for one in town["source"] + town["target"]] == ["upland", "lowland"]
    assert town["target"][0]["label"]["text"] == "Нувель"
    assert (river["concept_id"], river["outcome"], river["target"]) == (RIVER, "missing", [])
    assert answer["lexicon_version"]


def test_words_that_may_be_several_things(client: FlaskClient) -> None:
    answer = check(client, {"text": "ortaq. Silver Run"}, {"text": "the ortaq, the ortaq by the water"})
    assert answer["unsettled"][0]["candidates"] == [RIVER, MARKET]
    assert answer["unsettled"][0]["named"] == [RIVER]


@pytest.mark.parametrize(("unit", "start"), [("codepoint", 2), ("utf16", 3), ("utf8", 5)])
@pytest.mark.parametrize("form", ["text", "html"])
def test_offsets_are_into_each_text_as_sent(client: FlaskClient, form: str, unit: str, start: int) -> None:
    answer = check(client, {form: "😀 Oldvale"}, {form: "Nuvel"}, offsets=unit)
    [pair] = answer["concepts"]
    assert pair["source"][0]["mentions"] == [
        {"start": start, "end": start + 7, "surface": "Oldvale", "in_quotation": False, "distanced": None}
    ]
    assert pair["target"][0]["mentions"][0]["start"] == 0


TEXT = {"text": "Oldvale"}


@pytest.mark.parametrize(
    ("body", "status", "fields"),
    [
        ({"source": TEXT}, 422, ["target"]),
        ({"source": TEXT, "target": {}}, 422, ["target.text"]),
        ({"source": {"text": " "}, "target": {"html": ""}}, 422, ["source.text", "target.html"]),
        ({"source": TEXT, "target": TEXT | {"lang": "english"}}, 422, ["target.lang"]),
        ({"source": TEXT | {"style": "both"}, "target": TEXT}, 422, ["source.style"]),
        ({"source": TEXT, "target": {"text": "x" * 2_001}}, 413, ["target.text"]),
        ({"source": {"text": " "}, "target": {"text": "x" * 2_001}}, 413, ["source.text", "target.text"]),
        ({"source": TEXT, "target": TEXT, "as_of": "2020"}, 422, ["as_of"]),
        ({"source": "Oldvale", "target": TEXT}, 422, ["source"]),
    ],
)
def test_unusable_fields_are_named(client: FlaskClient, body: dict[str, Any], status: int, fields: list[str]) -> None:
    assert_error_shape(client.post("/v1/check-translation", json=body), status, *fields)
