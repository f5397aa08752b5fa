import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import __version__
from service.web.api import BatchResultSchema
from service.web.schema import ResultSchema
from tests.invented import MARKET, RIVER, TOWN


def annotate(client: FlaskClient, **document: Any) -> dict[str, Any]:
    response = client.post("/v1/annotate", json=document)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = json.loads(response.text)
    return answer


def test_an_answer_in_full(client: FlaskClient) -> None:
    answer = annotate(client, text="Near “Nuvel” the ortaq dried up.", lang="en-GB")
    assert list(answer) == [
        "annotations", "unresolved", "lang", "lang_detected", "offsets", "lexicon_version", "service_version"
    ]  # fmt: skip
    annotation = answer["annotations"][0]
    alternatives, why = annotation.pop("alternatives"), annotation.pop("why")
    assert annotation == {
        "start": 6,
        "end": 11,
        "surface": "Nuvel",
        "concept_id": TOWN,
        "kind": "town",
        "gloss": "town on the river",
        "contested": True,
        "label": {
            "text": "Nuvel",
            "lang": "en",
            "type": "endonym",
            "stance": "sided",
            "note": None,
            "perspectives": ["lowland-press"],
        },
        "in_quotation": True,
        "distanced": "quotation marks",
        "in_name": None,
        "inflected": False,
        "suggestion": None,
    }
    assert {
        "text": "Oldvale",
        "lang": "en",
        "type": "endonym",
        "stance": "sided",
        "perspectives": ["upland-press"],
    } in alternatives
    assert why
    unresolved = answer["unresolved"][0]
    assert unresolved.pop("why")
    assert unresolved == {"start": 17, "end": 22, "surface": "ortaq", "candidates": [RIVER, MARKET]}
    assert (answer["lang"], answer["lang_detected"]) == ("en", False)
    assert answer["offsets"] == "codepoint"
    assert answer["lexicon_version"] == "0123abcd"
    assert answer["service_version"] == __version__


def test_answers_fit_the_documented_schema(client: FlaskClient) -> None:
    document = {"text": "Oldvale, “Nuvel”, the ortaq, oldvale.example", "include": ["suppressed"], "lang": "en"}
    answer = annotate(client, **document)
    assert answer["annotations"]
    assert answer["unresolved"]
    assert "suppressed" in answer
    assert ResultSchema().validate(answer) == {}
    batch = client.post("/v1/annotate/batch", json={"documents": [document, {}]}).get_json()
    assert BatchResultSchema().validate(batch) == {}


TEXTS = [
    "Oldvale",
    "😀 Oldvale, 😀 Nuvel",
    "İlham saw Oldvale.",
    "Nu\u0308vəl, Nüvəl",
    "‘Oldvale’ \u00abNuvel\u00bb",
    "Oldvale\r\nNuvel",
    "a\u00a0Silver\u00a0Run b",
    "Old\u00advale",
    "\u202bNuvel\u202c",
    "\x00Oldvale\x00",
]


def sliced(text: str, start: int, end: int, unit: str) -> str:
    encoding, width = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1), "codepoint": ("utf-32-le", 4)}[unit]
    return text.encode(encoding)[start * width : end * width].decode(encoding)


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
@pytest.mark.parametrize("text", TEXTS)
def test_offsets_cut_the_surface_out_of_what_was_sent(client: FlaskClient, text: str, unit: str) -> None:
    for document in ({"text": text}, {"html": f"<p title='😀'>{text}</p>"}):
        answer = annotate(client, **document, offsets=unit)
        assert answer["offsets"] == unit
        assert answer["annotations"]
        source = next(iter(document.values()))
        for found in answer["annotations"]:
            assert sliced(source, found["start"], found["end"], unit) == found["surface"]


def test_options_reach_the_annotator(client: FlaskClient) -> None:
    text = "Oldvale on the Silver Run"
    assert [found["concept_id"] for found in annotate(client, text=text)["annotations"]] == [TOWN, RIVER]
    assert [found["concept_id"] for found in annotate(client, text=text, kinds=["river"])["annotations"]] == [RIVER]
    assert len(annotate(client, text="liberated Oldvale")["annotations"]) == 1
    assert len(annotate(client, text="liberated Oldvale", overlaps="all")["annotations"]) == 2
    assert len(annotate(client, text=text, packs=["vale"], as_of="2023-09-25")["annotations"]) == 2


def test_suppressed_spans_come_on_request_only(client: FlaskClient) -> None:
    text = "See https://vale.example/Oldvale today."
    assert "suppressed" not in annotate(client, text=text)
    answer = annotate(client, text=text, include=["suppressed"])
    assert answer["annotations"] == []
    assert [found["surface"] for found in answer["suppressed"]] == ["Oldvale"]


def test_alternatives_are_left_out_on_request(client: FlaskClient) -> None:
    text = "Oldvale, Nuvel and Silver Run"
    full, short = annotate(client, text=text), annotate(client, text=text, alternatives="none")
    assert annotate(client, text=text, alternatives="all") == full
    assert ResultSchema().validate(short) == {}
    assert all(found.pop("alternatives") is not None for found in full["annotations"])
    assert short == full


def test_null_counts_as_left_out(client: FlaskClient) -> None:
    empty = dict.fromkeys(("html", "lang", "as_of", "style", "kinds", "packs", "include"))
    assert annotate(client, text="Oldvale", **empty) == annotate(client, text="Oldvale")


def test_same_request_same_bytes(app: Flask) -> None:
    document = {"text": "Oldvale, Nuvel, the ortaq and Silver Run.", "include": ["suppressed"]}
    answers = {app.test_client().post("/v1/annotate", json=document).get_data() for _ in range(3)}
    assert len(answers) == 1


def test_letters_are_sent_as_such(client: FlaskClient) -> None:
    response = client.post("/v1/annotate", json={"text": "Oldvale"})
    assert "Նուվել" in response.text
    assert response.mimetype == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


def test_a_byte_order_mark_and_other_json_types_are_read(client: FlaskClient) -> None:
    body = b'\xef\xbb\xbf{"text": "Oldvale"}'
    for content_type in ("application/json; charset=UTF-8", "application/ld+json"):
        assert client.post("/v1/annotate", data=body, content_type=content_type).status_code == 200


def test_limits_are_inclusive(client: FlaskClient) -> None:
    assert annotate(client, text="Oldvale".ljust(2_000))["annotations"]


def test_one_bad_document_does_not_spoil_the_others(client: FlaskClient) -> None:
    for bad, status, field in [
        ({"id": "b"}, 422, "text"),
        ({"id": "b", "text": "x" * 2_001}, 413, "text"),
        ({"id": "b", "text": "\ud800"}, 422, "text"),
        ({"id": "b", "text": "Oldvale", "\ud800": 1}, 422, "\\ud800"),
        ({"id": "b", "text": "Oldvale", "kinds": ["planet"]}, 422, "kinds[0]"),
    ]:
        documents = [{"id": "a", "text": "Oldvale"}, bad, {"text": "Nuvel", "offsets": "utf8"}]
        response = client.post("/v1/annotate/batch", json={"documents": documents})
        assert response.status_code == 200
        first, second, third = response.get_json()["documents"]
        assert first == {"id": "a"} | annotate(client, text="Oldvale")
        assert list(second) == ["id", "error"]
        assert second["id"] == "b"
        assert second["error"]["status"] == status
        assert [error["field"] for error in second["error"]["errors"]] == [field]
        assert third == {"id": None} | annotate(client, text="Nuvel", offsets="utf8")


@pytest.mark.parametrize("bad", [1, None, [], "Oldvale", {"id": 1, "text": "a"}, {"id": "\ud800", "text": "a"}])
def test_what_is_no_document(client: FlaskClient, bad: object) -> None:
    response = client.post("/v1/annotate/batch", json={"documents": [bad, {"id": "a", "text": "Oldvale"}]})
    broken, whole = response.get_json()["documents"]
    assert broken["id"] is None
    assert broken["error"]["status"] == 422
    assert whole["annotations"]


def test_an_empty_batch_has_an_empty_answer(client: FlaskClient) -> None:
    assert client.post("/v1/annotate/batch", json={"documents": []}).get_json()["documents"] == []


def test_options_lists_the_methods(client: FlaskClient) -> None:
    response = client.options("/v1/annotate")
    assert response.status_code == 200
    assert {method.strip() for method in response.headers["Allow"].split(",")} == {"POST", "OPTIONS"}
