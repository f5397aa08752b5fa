from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from service.app import create_app
from service.lexicon.findings import Finding, LexiconError
from service.web.engine import Engine, keeper_of
from service.web.health import ReadySchema
from tests.invented import SETTINGS, TOWN, concept, engine_of, label, make_lexicon

GOOD = engine_of(make_lexicon(concept(TOWN, label("Oldvale")), version="good"))
BETTER = engine_of(make_lexicon(concept(TOWN, label("Nuvel")), version="better"))
REFUSED = LexiconError([Finding("vale/places/c-x.yml", 7, "forms", "the label is blank", "Write a name")])


def app_with(*loads: Engine | Exception) -> Flask:
    """An app whose lexicon loads in these ways, one after another."""
    return create_app(SETTINGS, load_engine=_in_turn(*loads), version_of=lambda _: "badbad")


def _in_turn(*loads: Engine | Exception) -> Callable[[Path], Engine]:
    left = list(loads)

    def load(_: Path) -> Engine:
        loaded = left.pop(0)
        if isinstance(loaded, Exception):
            raise loaded
        return loaded

    return load


def found(app: Flask, text: str) -> int:
    return len(app.test_client().post("/v1/annotate", json={"text": text}).get_json()["annotations"])


def test_ready() -> None:
    app = app_with(GOOD)
    answer = app.test_client().get("/readyz").get_json()
    assert answer["status"] == "ready"
    assert answer["lexicon_version"] == "good"
    assert answer["refused_reload"] is None
    assert ReadySchema().validate(answer) == {}
    assert app.test_client().get("/healthz").get_json()["status"] == "up"


def test_a_reload_replaces_the_lexicon() -> None:
    app = app_with(GOOD, BETTER)
    assert keeper_of(app).reload() is True
    assert app.test_client().get("/readyz").get_json()["lexicon_version"] == "better"
    assert (found(app, "Oldvale"), found(app, "Nuvel")) == (0, 1)


def test_a_refused_reload_keeps_the_old_lexicon_and_names_both_versions() -> None:
    app = app_with(GOOD, REFUSED)
    assert keeper_of(app).reload() is False
    answer = app.test_client().get("/readyz").get_json()
    assert answer["lexicon_version"] == "good"
    assert answer["refused_reload"] == {
        "lexicon_version": "badbad",
        "findings": ["vale/places/c-x.yml:7: forms: the label is blank. Write a name."],
    }
    assert ReadySchema().validate(answer) == {}
    assert found(app, "Oldvale") == 1


def test_a_reload_that_breaks_off_keeps_the_old_lexicon() -> None:
    app = app_with(GOOD, RuntimeError("disk"))
    with pytest.raises(RuntimeError):
        keeper_of(app).reload()
    assert found(app, "Oldvale") == 1


def test_without_a_lexicon_the_process_is_up_and_recovers() -> None:
    app = app_with(REFUSED, GOOD)
    assert app.test_client().get("/healthz").status_code == 200
    assert app.test_client().get("/readyz").status_code == 503
    assert keeper_of(app).reload() is True
    assert app.test_client().get("/readyz").status_code == 200
    assert found(app, "Oldvale") == 1
