"""Submitted text is never stored or logged."""

import logging
import re
import runpy
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask

from service.annotation.model import Request, Result
from service.app import create_app
from service.exchange.docx import write_docx
from service.web.engine import Engine
from service.web.pages.downloads import KINDS
from tests.invented import SETTINGS

SECRET = "zzsecretzz"
FILES = {
    ".txt": f"Oldvale {SECRET}".encode("utf-16"),
    ".html": f"<meta charset=windows-1251>Нувель {SECRET}".encode("cp1251"),
    ".md": f"# Oldvale\n\n{SECRET}".encode(),
    ".docx": write_docx(f"Oldvale {SECRET}"),
    "-broken.docx": write_docx(f"Oldvale {SECRET}")[:-50],
    "-older.txt": f"Ворота города Нувель открыты, {SECRET}".encode("cp1251"),
    "-zero.txt": f"{SECRET}\0".encode(),
    ".exe": SECRET.encode(),
}
CONFIG = Path(__file__).parent.parent.parent / "service" / "gunicorn.conf.py"


class Broken:
    """An annotator with a bug whose message holds the text."""

    def annotate(self, request: Request) -> Result:
        raise ValueError(f"cannot read {request.text or request.html}")


@pytest.fixture
def broken(engine: Engine) -> Flask:
    return create_app(SETTINGS, load_engine=lambda _: replace(engine, annotator=Broken()))


def send_everything(app: Flask) -> None:
    """The secret in every place that a request has for it, well-formed and not."""
    client = app.test_client()
    client.post("/v1/annotate", json={"text": f"Oldvale {SECRET}"})
    client.post("/v1/annotate", json={"html": f"<p>Oldvale {SECRET}</p>"})
    client.post("/v1/annotate", json={"text": f"{SECRET}\ud800"})
    client.post("/v1/annotate", json={"text": SECRET * 1_000})
    client.post("/v1/annotate", data=f'{{"text": "{SECRET}', content_type="application/json")
    client.post("/v1/annotate", data=f'{{"text": "{SECRET}\xff"}}'.encode("latin-1"), content_type="application/json")
    client.post("/v1/annotate/batch", json={"documents": [{"text": f"Oldvale {SECRET}"}, {"text": 1}]})
    client.post("/v1/rewrite", json={"text": f"Oldvale {SECRET}", "style": "both"})
    client.post(
        "/v1/rewrite", json={"html": f"<b>Oldvale {SECRET}", "style": "both", "spans": [{"start": 1, "end": 2}]}
    )
    client.post("/v1/annotate", json={"text": f"Oldvale {SECRET}", "style": SECRET, "include": ["report"]})
    client.post("/v1/check-translation", json={"source": {"text": SECRET}, "target": {"text": f"Oldvale {SECRET}"}})
    client.post("/v1/check-translation", json={"source": {"text": SECRET * 1_000}, "target": {SECRET: SECRET}})
    client.get(f"/v1/styles/{SECRET}")
    client.get(f"/v1/names?q={SECRET}")
    client.get(f"/v1/concepts?q={SECRET}&kind={SECRET}")
    client.get(f"/names?q={SECRET}")
    client.get(f"/names?q={SECRET * 10}")
    client.post("/names/list", data={"names": f"Oldvale\n{SECRET}", "to": "az"})
    client.post("/names/list", data={"names": SECRET * 10, "to": "az"})
    client.post("/names/compare", data={"source": f"Oldvale {SECRET}", "target": SECRET})
    client.post("/names/compare", data={"source": f"Oldvale {SECRET}", "target": SECRET, "target_lang": SECRET})
    client.post("/", data={"text": f"Oldvale {SECRET}"})
    client.post("/", data={"text": SECRET, "lang": SECRET, "as_of": SECRET})
    client.get("/", query_string={"text": f"Oldvale {SECRET}", "lang": SECRET})
    for view in ("part", "json", "report", *KINDS):
        client.post("/", data={"text": f"Oldvale {SECRET}", "style": "both", "decide": "accept", "view": view})
    for name, data in FILES.items():
        client.post("/", data={"file": (BytesIO(data), f"{SECRET}{name}")}, content_type="multipart/form-data")


@pytest.mark.parametrize("kind", ["app", "broken"])
def test_nothing_that_was_sent_is_logged(
    kind: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    app: Flask = request.getfixturevalue(kind)
    caplog.set_level(logging.DEBUG)
    send_everything(app)
    written = caplog.text + "".join(capfd.readouterr())
    assert SECRET not in written
    assert all(record.exc_info is None for record in caplog.records)


def test_a_bug_is_logged_with_type_and_place(broken: Flask, caplog: pytest.LogCaptureFixture) -> None:
    assert broken.test_client().post("/v1/annotate", json={"text": SECRET}).status_code == 500
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert record.getMessage().startswith("ValueError at ")
    assert re.search(r"test_privacy\.py:\d+ annotate$", record.getMessage())


def test_a_bug_in_one_document_is_logged_and_spoils_that_document_only(
    broken: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    answer = broken.test_client().post("/v1/annotate/batch", json={"documents": [{"text": SECRET}]}).get_json()
    assert answer["documents"][0]["error"]["status"] == 500
    assert SECRET not in str(answer)
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_nothing_that_was_sent_is_written_to_disk(app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    send_everything(app)
    assert list(tmp_path.rglob("*")) == []


def test_a_large_file_in_a_form_stays_in_memory(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def to_disk(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", to_disk)
    app = create_app(replace(SETTINGS, max_body=2_000_000, max_text=2_000_000), load_engine=lambda _: engine)
    fields = {"text": "Oldvale", "file": (BytesIO(SECRET.encode() * 100_000), "article.txt")}
    response = app.test_client().post("/", data=fields, content_type="multipart/form-data")
    assert response.status_code == 200
    assert response.text.count(SECRET) == 200_000  # in the field and in the marked text


def test_the_access_log_has_neither_query_nor_body_nor_address() -> None:
    written = set(re.findall(r"%\((\w+|\{[^}]*\}\w)\)s", runpy.run_path(str(CONFIG))["access_log_format"]))
    # gunicorn's names: m method, U path without the query string, s status, B size, M milliseconds, t time
    assert written <= {"m", "U", "s", "B", "M", "t"}
    assert "U" in written
