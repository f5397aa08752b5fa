import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.annotation.model import Request, Result
from service.app import create_app
from service.lexicon.findings import Finding, LexiconError
from service.web.engine import Engine
from tests.invented import GONE, RETIRED, SETTINGS

JSON = "application/json"


class Broken:
    """An annotator with a bug whose message holds the text."""

    def annotate(self, request: Request) -> Result:
        raise KeyError(request.text)


def refuse_lexicon(_: Path) -> Engine:
    raise LexiconError([Finding("vale/places/c-x.yml", 7, "forms", "the label is blank", "Write a name")])


@pytest.fixture
def broken(engine: Engine) -> Flask:
    return create_app(SETTINGS, load_engine=lambda _: replace(engine, annotator=Broken()))


@pytest.fixture
def without_lexicon() -> Flask:
    return create_app(SETTINGS, load_engine=refuse_lexicon, version_of=lambda _: "badbad")


def assert_error_shape(response: TestResponse, status: int, *fields: str) -> dict[str, Any]:
    """Every error of every endpoint is `application/problem+json` (RFC 9457) with exactly these members:

    type    "about:blank"
    title   the status in words
    status  the same number as the response's status
    detail  a sentence on what was the matter with this request
    errors  a list, empty if no field is to blame, of
            field    the path of the field: text, kinds[0], body, q …
            message  what is the matter with it, reading on from the field's name
            limit    only where a limit was passed: the limit
    """
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    assert response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    problem: dict[str, Any] = json.loads(response.get_data())
    assert list(problem) == ["type", "title", "status", "detail", "errors"]
    assert problem["type"] == "about:blank"
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    for error in problem["errors"]:
        assert set(error) in ({"field", "message"}, {"field", "message", "limit"})
        assert error["message"]
    assert [error["field"] for error in problem["errors"]] == list(fields)
    return problem


TEXT: dict[str, Any] = {"text": "Oldvale"}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["text"]),
        ({"text": "Oldvale", "html": "<p>Oldvale</p>"}, ["text"]),
        ({"text": ""}, ["text"]),
        ({"text": " \n\u00a0\t"}, ["text"]),
        ({"html": " "}, ["html"]),
        ({"text": 1}, ["text"]),
        ({"text": ["Oldvale"]}, ["text"]),
        ({"text": "a\ud800b"}, ["text"]),
        (TEXT | {"langue": "en"}, ["langue"]),
        (TEXT | {"\udfff": 1}, ["\\udfff"]),
        (TEXT | {"lang": "english"}, ["lang"]),
        (TEXT | {"lang": "e n"}, ["lang"]),
        (TEXT | {"lang": "en\n"}, ["lang"]),
        (TEXT | {"as_of": "20230925"}, ["as_of"]),
        (TEXT | {"as_of": "2023-02-30"}, ["as_of"]),
        (TEXT | {"as_of": 2023}, ["as_of"]),
        (TEXT | {"offsets": "bytes"}, ["offsets"]),
        (TEXT | {"offsets": None}, ["offsets"]),
        (TEXT | {"overlaps": "some"}, ["overlaps"]),
        (TEXT | {"alternatives": "some"}, ["alternatives"]),
        (TEXT | {"style": "house"}, ["style"]),
        (TEXT | {"kinds": ["town", "planet"]}, ["kinds[1]"]),
        (TEXT | {"kinds": "town"}, ["kinds"]),
        (TEXT | {"kinds": []}, ["kinds"]),
        (TEXT | {"kinds": [1]}, ["kinds[0]"]),
        (TEXT | {"packs": ["moon"]}, ["packs[0]"]),
        (TEXT | {"include": ["everything"]}, ["include[0]"]),
        (TEXT | {"a": 1, "style": {}}, ["style", "a"]),
        ([], ["body"]),
        ("Oldvale", ["body"]),
        (None, ["body"]),
    ],
)
def test_unusable_fields_are_named(client: FlaskClient, body: object, fields: list[str]) -> None:
    assert_error_shape(client.post("/v1/annotate", data=json.dumps(body), content_type=JSON), 422, *fields)


def test_a_lone_surrogate_is_placed(client: FlaskClient) -> None:
    problem = assert_error_shape(client.post("/v1/annotate", json={"text": "😀 a\ud800"}), 422, "text")
    assert "code point 3" in problem["detail"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"{'text': 'Oldvale'}", "not JSON"),
        (b'{"text": "a\nb"}', "line 1"),
        (b'{"text": NaN}', "NaN"),
        (b'{"text": "\xff"}', "byte 10"),
        (b"[" * 20_000, "nested"),
        (b'{"text": ' + b"[" * 15_000 + b"]" * 15_000 + b"}", "nested"),
        (b'{"text": ' + b"9" * 5_000 + b"}", "number"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/annotate", "/v1/annotate/batch"])
def test_what_is_not_json(client: FlaskClient, path: str, body: bytes, words: str) -> None:
    assert words in assert_error_shape(client.post(path, data=body, content_type=JSON), 400, "body")["detail"]


def test_a_field_given_twice_has_two_readings(client: FlaskClient) -> None:
    body = b'{"text": "Oldvale", "lang": "en", "text": "Nuvel"}'
    assert_error_shape(client.post("/v1/annotate", data=body, content_type=JSON), 400, "text")


@pytest.mark.parametrize(
    ("headers", "content_type"),
    [
        ({}, "text/plain"),
        ({}, "application/x-www-form-urlencoded"),
        ({}, None),
        ({}, "application/json; charset=iso-8859-1"),
        ({"Content-Encoding": "gzip"}, JSON),
    ],
)
def test_other_media_types(client: FlaskClient, headers: dict[str, str], content_type: str | None) -> None:
    response = client.post("/v1/annotate", data=b'{"text":"Oldvale"}', headers=headers, content_type=content_type)
    assert_error_shape(response, 415)


@pytest.mark.parametrize(
    ("body", "field", "limit"),
    [
        ({"text": "x" * 2_001}, "text", 2_000),
        ({"html": "😀" * 2_001}, "html", 2_000),
        ({"text": "x" * 40_000}, "body", 40_000),
    ],
)
def test_over_a_limit(client: FlaskClient, body: dict[str, str], field: str, limit: int) -> None:
    data = json.dumps(body, ensure_ascii=False).encode()
    problem = assert_error_shape(client.post("/v1/annotate", data=data, content_type=JSON), 413, field)
    assert problem["errors"][0]["limit"] == limit
    assert f"{limit:,}" in problem["detail"]


@pytest.mark.parametrize("declared", [True, False])
def test_the_body_limit_is_exact(client: FlaskClient, declared: bool) -> None:
    def post(size: int) -> TestResponse:
        body = b'{"text": "Oldvale"}'.ljust(size)
        options: dict[str, Any] = (
            {"content_length": size} if declared else {"headers": {"Transfer-Encoding": "chunked"}}
        )
        terminated = {"wsgi.input_terminated": not declared}
        return client.post(
            "/v1/annotate", input_stream=BytesIO(body), content_type=JSON, environ_overrides=terminated, **options
        )

    assert post(40_000).status_code == 200
    assert_error_shape(post(40_001), 413, "body")
    assert_error_shape(post(90_000), 413, "body")


def test_a_form_of_undeclared_length(client: FlaskClient) -> None:
    assert_error_shape(client.post("/", headers={"Transfer-Encoding": "chunked"}), 411)


def test_too_many_documents(client: FlaskClient) -> None:
    problem = assert_error_shape(client.post("/v1/annotate/batch", json={"documents": [TEXT] * 4}), 413, "documents")
    assert problem["errors"][0]["limit"] == 3


@pytest.mark.parametrize(
    ("path", "status", "fields"),
    [
        ("/nothing", 404, []),
        ("/v1/nothing", 404, []),
        ("/v1/annotate", 405, []),
        ("/v1/concepts/c-000000", 404, []),
        (f"/v1/concepts/{GONE}", 410, []),
        (f"/v1/concepts/{RETIRED}", 410, []),
        ("/v1/concepts?kind=planet", 422, ["kind"]),
        ("/v1/concepts?pack=moon", 422, ["pack"]),
        ("/v1/concepts?status=good", 422, ["status"]),
        ("/v1/concepts?contested=perhaps", 422, ["contested"]),
        ("/v1/concepts?page=0", 422, ["page"]),
        ("/v1/concepts?page=" + "9" * 5_000, 422, ["page"]),
        ("/v1/concepts?page_size=201", 422, ["page_size"]),
        ("/v1/concepts?page_size=1.5", 422, ["page_size"]),
        ("/v1/concepts?size=3", 422, ["size"]),
        ("/v1/concepts?q=", 422, ["q"]),
        ("/v1/names", 422, ["q"]),
        ("/v1/names?q=%20", 422, ["q"]),
        ("/v1/names?q=a&q=b", 422, ["q"]),
        ("/v1/names?q=a&limit=0", 422, ["limit"]),
        ("/v1/names?q=a&lang=1", 422, ["lang"]),
        ("/v1/names?q=" + "a" * 41, 413, ["q"]),
    ],
)
def test_get(client: FlaskClient, path: str, status: int, fields: list[str]) -> None:
    assert_error_shape(client.get(path), status, *fields)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/annotate", "POST"),
        ("PUT", "/v1/annotate/batch", "POST"),
        ("GET", "/v1/rewrite", "POST"),
        ("POST", "/v1/names", "GET"),
        ("DELETE", "/v1/concepts", "GET"),
        ("POST", "/healthz", "GET"),
    ],
)
def test_other_methods(client: FlaskClient, method: str, path: str, allowed: str) -> None:
    response = client.open(path, method=method)
    assert_error_shape(response, 405)
    assert allowed in response.headers["Allow"]


@pytest.mark.parametrize("path", ["/v1/names?q=a", "/v1/concepts", "/v1/perspectives", "/v1/styles", "/v1/lexicon"])
def test_callers_that_take_no_json(client: FlaskClient, path: str) -> None:
    assert_error_shape(client.get(path, headers={"Accept": "text/csv"}), 406)
    assert_error_shape(client.get(path, headers={"Accept": "application/xml;q=0.9, text/html"}), 406)
    assert client.get(path, headers={"Accept": "text/html, */*;q=0.1"}).status_code == 200
    assert client.get(path, headers={"Accept": "application/*"}).status_code == 200


def test_a_bug_is_answered_without_the_text(broken: Flask) -> None:
    response = broken.test_client().post("/v1/annotate", json={"text": "Oldvale secret"})
    assert_error_shape(response, 500)
    assert "secret" not in response.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("POST", "/"),
        ("POST", "/v1/annotate"),
        ("POST", "/v1/annotate/batch"),
        ("POST", "/v1/rewrite"),
        ("GET", "/v1/names?q=Oldvale"),
        ("GET", "/v1/concepts"),
        ("GET", "/v1/concepts/c-000000"),
        ("GET", "/v1/perspectives"),
        ("GET", "/v1/styles"),
        ("GET", "/v1/styles/both"),
        ("GET", "/v1/lexicon"),
    ],
)
def test_without_a_lexicon(without_lexicon: Flask, method: str, path: str) -> None:
    body: dict[str, Any] = {"documents": []} if path.endswith("batch") else TEXT
    body = body | {"style": "both"} if path.endswith("rewrite") else body
    options: dict[str, Any] = {"json": body} if path.startswith(("/v1/annotate", "/v1/rewrite")) else {}
    response = without_lexicon.test_client().open(path, method=method, **options)
    assert_error_shape(response, 503)
    assert response.headers["Retry-After"]


def test_not_ready_lists_the_findings(without_lexicon: Flask) -> None:
    problem = assert_error_shape(without_lexicon.test_client().get("/readyz"), 503, "vale/places/c-x.yml:7")
    assert problem["errors"][0]["message"] == "forms: the label is blank. Write a name."


def test_a_person_gets_a_page(client: FlaskClient) -> None:
    response = client.get("/nothing", headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.status_code == 404
    assert response.mimetype == "text/html"
    assert "<h1>There is nothing at this address</h1>" in response.text
    assert_error_shape(client.get("/v1/nothing", headers={"Accept": "text/html,*/*;q=0.8"}), 404)
