"""Pages of other origins: nothing by default, and what the settings allow."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.errors import InputError
from service.settings import Settings
from service.web.engine import Engine
from tests.invented import SETTINGS

PLUG_IN, DESK = "https://cms.example", "moz-extension://0a1b-2c3d"
PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type, x-secret"}


def app_for(engine: Engine, *origins: str) -> Flask:
    return create_app(replace(SETTINGS, allowed_origins=origins), load_engine=lambda _: engine)


@pytest.fixture
def allowing(engine: Engine) -> FlaskClient:
    return app_for(engine, PLUG_IN, DESK).test_client()


def test_no_origin_is_allowed_by_default(client: FlaskClient) -> None:
    headers = {"Origin": PLUG_IN}
    answers = [
        client.post("/v1/annotate", json={"text": "Oldvale"}, headers=headers),
        client.options("/v1/annotate", headers=headers | PREFLIGHT),
        client.get("/v1/lexicon", headers=headers),
    ]
    assert not [name for answer in answers for name, _ in answer.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("origin", [PLUG_IN, DESK])
def test_a_preflight(allowing: FlaskClient, origin: str) -> None:
    response = allowing.options("/v1/annotate", headers={"Origin": origin} | PREFLIGHT)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == origin
    assert response.headers["Access-Control-Allow-Headers"] == "content-type"
    assert set(response.headers["Access-Control-Allow-Methods"].split(", ")) == {"GET", "HEAD", "POST"}
    assert response.headers["Access-Control-Max-Age"] == "86400"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("body", [{"text": "Oldvale"}, {"text": ""}])
def test_answers_and_errors_may_be_read(allowing: FlaskClient, body: dict[str, str]) -> None:
    response = allowing.post("/v1/annotate", json=body, headers={"Origin": PLUG_IN})
    assert response.status_code == (200 if body["text"] else 422)
    assert response.headers.getlist("Access-Control-Allow-Origin") == [PLUG_IN]
    assert "Origin" in response.vary
    assert "ETag" in response.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("origin", ["https://other.example", "https://cms.example.evil.example", "null", None])
def test_other_origins_are_answered_without_leave(allowing: FlaskClient, origin: str | None) -> None:
    headers = {"Origin": origin} if origin else {}
    response = allowing.post("/v1/annotate", json={"text": "Oldvale"}, headers=headers)
    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_are_not_shared(allowing: FlaskClient, path: str) -> None:
    response = allowing.get(path, headers={"Origin": PLUG_IN})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_any_origin(engine: Engine) -> None:
    response = app_for(engine, "*").test_client().get("/v1/lexicon", headers={"Origin": "https://any.example"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_setting_is_read() -> None:
    read = Settings.from_environment
    assert read({}).allowed_origins == ()
    assert read({"EVENHAND_ALLOWED_ORIGINS": ""}).allowed_origins == ()
    named = {"EVENHAND_ALLOWED_ORIGINS": f"{PLUG_IN}, {DESK} http://localhost:3000"}
    assert read(named).allowed_origins == (PLUG_IN, DESK, "http://localhost:3000")
    assert read({"EVENHAND_ALLOWED_ORIGINS": "*"}).allowed_origins == ("*",)


@pytest.mark.parametrize(
    "raw", ["cms.example", "https://cms.example/", "https://*.example", "null", "https://a.example;b"]
)
def test_what_is_no_origin_is_refused(raw: str) -> None:
    with pytest.raises(InputError, match="EVENHAND_ALLOWED_ORIGINS"):
        Settings.from_environment({"EVENHAND_ALLOWED_ORIGINS": raw})
