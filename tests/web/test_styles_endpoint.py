"""`style` and `include: ["report"]` in /v1/annotate, and /v1/rewrite."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.web.rewriting import RewrittenSchema
from service.web.schema import ResultSchema
from tests.invented import RIVER, TOWN
from tests.web.test_error_shape import assert_error_shape

TEXT = "😀 Oldvale on the Silver Run. “We like Oldvale a lot,” he said of Oldvale."
HTML = "<p title='😀'>Old<b>vale</b> on the&nbsp;Silver <i>Run</i>.</p><p>Oldvale</p>"


def post(client: FlaskClient, path: str, **document: Any) -> dict[str, Any]:
    response = client.post(path, json=document)
    assert response.status_code == 200, response.text
    assert response.headers["Cache-Control"] == "no-store"
    answer: dict[str, Any] = json.loads(response.text)
    return answer


def cut(text: str, start: int, end: int, unit: str) -> str:
    encoding, width = {"utf16": ("utf-16-le", 2), "utf8": ("utf-8", 1), "codepoint": ("utf-32-le", 4)}[unit]
    return text.encode(encoding)[start * width : end * width].decode(encoding)


def test_suggestions(client: FlaskClient) -> None:
    answer = post(client, "/v1/annotate", text=TEXT, lang="en", style="both")
    assert [found["suggestion"] and found["suggestion"]["text"] for found in answer["annotations"]] == [
        "Nuvel / Oldvale",
        None,
        None,
        None,
    ]
    assert answer["annotations"][0]["suggestion"] == {
        "text": "Nuvel / Oldvale",
        "why": "Both names. Lowland side: Nuvel; Upland side: Oldvale.",
        "warning": None,
        "mention": "first",
    }
    assert ResultSchema().validate(answer) == {}


def test_a_style_changes_nothing_but_the_suggestions(client: FlaskClient) -> None:
    for document in ({"text": TEXT}, {"html": HTML}):
        plain = post(client, "/v1/annotate", **document, lang="en", offsets="utf16")
        styled = post(client, "/v1/annotate", **document, lang="en", offsets="utf16", style="desk")
        assert any(found["suggestion"] for found in styled["annotations"])
        for found in styled["annotations"]:
            found["suggestion"] = None
        assert styled == plain


def test_a_style_in_a_batch(client: FlaskClient) -> None:
    documents = [{"text": TEXT, "lang": "en", "style": "both"}, {"text": TEXT, "style": "nobody"}]
    first, second = post(client, "/v1/annotate/batch", documents=documents)["documents"]
    assert first["annotations"][0]["suggestion"]["text"] == "Nuvel / Oldvale"
    assert [error["field"] for error in second["error"]["errors"]] == ["style"]


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
@pytest.mark.parametrize("document", [{"text": TEXT}, {"html": HTML}])
def test_the_report_counts_in_the_requests_unit(client: FlaskClient, document: dict[str, str], unit: str) -> None:
    answer = post(client, "/v1/annotate", **document, lang="en", offsets=unit, include=["report"])
    assert ResultSchema().validate(answer) == {}
    report, source = answer["report"], next(iter(document.values()))
    assert {one["concept_id"] for one in report["concepts"]} == {TOWN, RIVER}
    for one in report["concepts"]:
        for first in (one["first"], *(label["first"] for label in one["labels"])):
            assert cut(source, first["start"], first["end"], unit) == first["surface"]
    assert report["mentions"]["total"] == len(answer["annotations"])


def test_a_report_in_full(client: FlaskClient) -> None:
    text = "Oldvale, Nuvel and the liberated Oldvale. “We like Oldvale a lot,” he said. The ortaq."
    report = post(client, "/v1/annotate", text=text, lang="en", include=["report"])["report"]
    own = {"total": 1, "own": 1, "quoted": 0, "distanced": 0}
    assert report["mentions"] == report["contested"] == {"total": 4, "own": 3, "quoted": 1, "distanced": 0}
    assert report["unresolved"] == 1
    assert report["mixed"] == [TOWN]
    assert report["one_side_only"] == []
    assert report["sides"] == [
        {"side": "lowland", "name": "Lowland side", "mentions": own, "stances": {"sided": own}},
        {
            "side": "upland",
            "name": "Upland side",
            "mentions": {"total": 3, "own": 2, "quoted": 1, "distanced": 0},
            "stances": {"loaded": own, "sided": {"total": 2, "own": 1, "quoted": 1, "distanced": 0}},
        },
    ]
    assert report["judging"] == [
        {
            "concept_id": TOWN,
            "text": "liberated Oldvale",
            "lang": "en",
            "stance": "loaded",
            "side": "upland",
            "mentions": own,
            "first": {"start": 23, "end": 40, "surface": "liberated Oldvale"},
        }
    ]
    assert [one["perspective"] for one in report["perspectives"]] == ["lowland-press", "upland-press"]
    assert report["perspectives"][0] == {
        "perspective": "lowland-press",
        "name": "Lowland press",
        "side": "lowland",
        "mentions": own,
        "labels": [{"concept_id": TOWN, "text": "Nuvel", "lang": "en", "mentions": own}],
    }


def test_one_side_only(client: FlaskClient) -> None:
    report = post(client, "/v1/annotate", text="Oldvale", include=["report"])["report"]
    assert report["one_side_only"] == [
        {"concept_id": TOWN, "side": "upland", "mentions": {"total": 1, "own": 1, "quoted": 0, "distanced": 0}}
    ]


def test_no_report_unless_asked_for(client: FlaskClient) -> None:
    assert "report" not in post(client, "/v1/annotate", text="Oldvale")


def test_rewritten_in_full(client: FlaskClient) -> None:
    answer = post(
        client, "/v1/rewrite", text="In Oldvale. “We like Oldvale a lot.”", lang="en", style="desk", offsets="utf8"
    )
    assert list(answer) == [
        "text", "edits", "left", "style", "lang", "lang_detected", "offsets", "lexicon_version", "service_version",
    ]  # fmt: skip
    assert answer["text"] == "In Oldvale. “We like Oldvale a lot.”"
    assert answer["edits"] == []
    assert answer["left"] == [
        {
            "start": 3,
            "end": 10,
            "surface": "Oldvale",
            "concept_id": TOWN,
            "why": "As observers say.",
            "reason": "The lexicon has no English label that is used by: Observers.",
        }
    ]
    assert answer["style"] == "desk"

    answer = post(client, "/v1/rewrite", text="In Oldvale!", lang="en", style="both")
    assert answer["text"] == "In Nuvel / Oldvale!"
    assert answer["edits"] == [
        {
            "start": 3,
            "end": 10,
            "old": "Oldvale",
            "new_start": 3,
            "new_end": 18,
            "new": "Nuvel / Oldvale",
            "concept_id": TOWN,
            "why": "Both names. Lowland side: Nuvel; Upland side: Oldvale.",
            "warning": None,
        }
    ]
    assert RewrittenSchema().validate(answer) == {}


def test_html_comes_back_as_html_with_its_markup(client: FlaskClient) -> None:
    answer = post(client, "/v1/rewrite", html=HTML, lang="en", style="desk")
    assert "text" not in answer
    assert answer["html"] == ("<p title='😀'>Old<b>vale</b> on the&nbsp;Silver &lt;Run&gt;<i></i>.</p><p>Oldvale</p>")
    assert post(client, "/v1/rewrite", html=HTML, lang="en", style="both")["html"] == (
        "<p title='😀'>Nuvel / Oldvale<b></b> on the&nbsp;Silver <i>Run</i>.</p><p>Oldvale</p>"
    )


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
@pytest.mark.parametrize("document", [{"text": TEXT}, {"html": HTML}])
def test_spans_chosen_from_the_annotations(client: FlaskClient, document: dict[str, str], unit: str) -> None:
    asked = {**document, "lang": "en", "style": "desk", "offsets": unit}
    annotations = post(client, "/v1/annotate", **asked)["annotations"]
    spans = [
        {"start": found["start"], "end": found["end"]}
        for found in annotations
        if found["suggestion"] and found["suggestion"]["text"]
    ]
    assert spans
    for chosen in ([], spans[:1], spans, None):
        answer = post(client, "/v1/rewrite", **asked, spans=chosen)
        kind, source = next(iter(document.items()))
        expected = spans if chosen is None else chosen
        assert [{"start": edit["start"], "end": edit["end"]} for edit in answer["edits"]] == expected
        for edit in answer["edits"]:
            assert cut(source, edit["start"], edit["end"], unit) == edit["old"]
            assert cut(answer[kind], edit["new_start"], edit["new_end"], unit) == edit["new"]
        if not expected:
            assert answer[kind] == source
        assert len(answer["edits"]) + len(answer["left"]) == sum(bool(found["suggestion"]) for found in annotations)


REWRITE: dict[str, Any] = {"text": "Oldvale", "style": "both"}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"text": "Oldvale"}, ["style"]),
        (REWRITE | {"style": None}, ["style"]),
        (REWRITE | {"style": "nobody"}, ["style"]),
        (REWRITE | {"text": " "}, ["text"]),
        (REWRITE | {"html": "<p>"}, ["text"]),
        (REWRITE | {"overlaps": "all"}, ["overlaps"]),
        (REWRITE | {"include": ["report"]}, ["include"]),
        (REWRITE | {"spans": [{"start": 0, "end": 7}, {"start": 0, "end": 6}]}, ["spans[1]"]),
        (REWRITE | {"spans": [{"start": 0}]}, ["spans[0].end"]),
        (REWRITE | {"spans": [{"start": "0", "end": 7}]}, ["spans[0].start"]),
        (REWRITE | {"spans": [{"start": 0, "end": 7, "x": 1}]}, ["spans[0].x"]),
        (REWRITE | {"spans": [0]}, ["spans[0]"]),
        (REWRITE | {"spans": 0}, ["spans"]),
        (REWRITE | {"kinds": ["planet"]}, ["kinds[0]"]),
        ([], ["body"]),
    ],
)
def test_unusable_fields_are_named(client: FlaskClient, body: object, fields: list[str]) -> None:
    assert_error_shape(client.post("/v1/rewrite", json=body), 422, *fields)


def test_too_long(client: FlaskClient) -> None:
    assert_error_shape(client.post("/v1/rewrite", json=REWRITE | {"text": "a" * 2_001}), 413, "text")


def test_unknown_style(client: FlaskClient) -> None:
    assert_error_shape(client.get("/v1/styles/nobody"), 404)
