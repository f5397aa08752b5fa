"""One engine, several thin entrances: the same question gets the same answer at each."""

import json

import pytest
from flask.testing import FlaskClient

from service.annotation.model import Request
from service.text.offsets import UNITS, Unit
from service.web import writer
from service.web.engine import Engine
from service.web.schema import dump_result, dumps, encode
from service.web.writer import Writer

TEXTS = [
    "Oldvale, “Nuvel” and the ortaq.",
    "😀 Oldvale\n\nSilver Run",
    "nothing",
    "<b>Old</b>vale & Nuvel",
    "\nOldvale\n",
]


@pytest.mark.parametrize("form", ["text", "html"])
@pytest.mark.parametrize("text", TEXTS)
def test_entrances_agree(client: FlaskClient, engine: Engine, text: str, form: str) -> None:
    rest = client.post("/v1/annotate", json={form: text, "lang": "en"}).text
    batch = client.post("/v1/annotate/batch", json={"documents": [{form: text, "lang": "en"}]}).get_json()
    # A browser sends line breaks as CR LF.
    pasted = {"text": text.replace("\n", "\r\n"), "format": form, "lang": "en", "view": "json"}
    page = client.post("/", data=pasted).text
    request = Request(text=text, lang="en") if form == "text" else Request(html=text, lang="en")
    direct = dumps(dump_result(engine.annotator.annotate(request), text, "codepoint", engine.lexicon.version))
    assert page == rest == direct
    assert batch["documents"] == [{"id": None} | json.loads(rest)]


@pytest.mark.parametrize("kept_bytes", [0, 1 << 20])
@pytest.mark.parametrize("include", [(), ("suppressed",)])
@pytest.mark.parametrize("unit", UNITS)
def test_the_fast_writer_writes_what_the_dump_says(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, unit: Unit, include: tuple[str, ...], kept_bytes: int
) -> None:
    monkeypatch.setattr(writer, "_KEPT_BYTES", kept_bytes)
    text = " ".join([*TEXTS, "so-called Oldvale, https://vale.example/Oldvale"])
    result = engine.annotator.annotate(Request(text=text, overlaps="all"))
    assert result.annotations
    assert result.unresolved
    assert result.suppressed
    write = Writer().write
    for alternatives in (True, False, True, False):  # the second time from memory
        expected = encode(dump_result(result, text, unit, "v", include, alternatives=alternatives))
        assert write(result, text, unit, "v", include, alternatives=alternatives) == expected
    nothing = engine.annotator.annotate(Request(text="nothing"))
    assert Writer().write(nothing, "nothing", unit, "v") == encode(dump_result(nothing, "nothing", unit, "v"))
