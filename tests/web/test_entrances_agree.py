"""One engine, several thin entrances: the same question gets the same answer at each."""

import json

import pytest
from flask.testing import FlaskClient

from service.annotation.model import Request
from service.web.engine import Engine
from service.web.schema import dump_result, dumps

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
