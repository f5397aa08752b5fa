"""Whatever is sent is answered: with an answer or with a problem, never with a failure of ours."""

import json

from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.app import create_app
from tests.invented import SETTINGS, engine_of, invented_lexicon

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
NAMES = st.sampled_from(["Oldvale", "Nuvel", "ortaq", "<b>", "</p>", "&amp;", "“", "\r\n", "\u00ad", "😀", "\x00"])
TEXT = st.one_of(ANY_TEXT, st.lists(st.one_of(NAMES, ANY_TEXT), max_size=8).map("".join))
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ANY_TEXT, inner, max_size=3)),
    max_leaves=5,
)
KNOWN = {
    "lang": st.sampled_from(["en", "ru-RU"]),
    "as_of": st.dates().map(str),
    "offsets": st.sampled_from(["codepoint", "utf16", "utf8"]),
    "overlaps": st.sampled_from(["longest", "all"]),
    "kinds": st.lists(st.sampled_from(["town", "river"]), min_size=1),
    "alternatives": st.sampled_from(["all", "none"]),
    "include": st.just(["suppressed"]),
}
DOCUMENT = st.one_of(
    st.fixed_dictionaries({"text": TEXT}, optional=KNOWN),
    st.fixed_dictionaries({"html": TEXT}, optional=KNOWN),
    st.fixed_dictionaries({}, optional=dict.fromkeys(["text", "html", "style", "id", *KNOWN], JSON)),
    JSON,
)

ENGINE = engine_of(invented_lexicon())
APP: Flask = create_app(SETTINGS, load_engine=lambda _: ENGINE)
STATUSES = {200, 400, 413, 422}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENT)
def test_any_json(document: object) -> None:
    response = APP.test_client().post("/v1/annotate", data=json.dumps(document), content_type="application/json")
    assert response.status_code in STATUSES, response.text
    assert json.loads(response.text)
    batch = json.dumps({"documents": [document]})
    response = APP.test_client().post("/v1/annotate/batch", data=batch, content_type="application/json")
    assert response.status_code in {200, 400}, response.text  # 400: a key given twice
    if response.status_code == 200:
        [answer] = json.loads(response.text)["documents"]
        assert answer.get("error", {"status": 200})["status"] in STATUSES


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60), st.sampled_from(["/v1/annotate", "/v1/annotate/batch"]))
def test_any_bytes(body: bytes, path: str) -> None:
    response = APP.test_client().post(path, data=body, content_type="application/json")
    assert response.status_code in STATUSES


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_query(q: str) -> None:
    client = APP.test_client()
    for path in ("/v1/names", "/v1/concepts"):
        response = client.get(path, query_string={"q": q})
        assert response.status_code in STATUSES
        if response.status_code == 200:
            assert client.get(path, query_string={"q": q}).get_data() == response.get_data()
    assert client.get(f"/v1/concepts/{q}").status_code in {200, 404, 410, 308}


@settings(max_examples=200, deadline=None)
@given(TEXT, st.sampled_from(["text", "html"]), ANY_TEXT)
def test_any_form(text: str, form: str, lang: str) -> None:
    sendable = [value.encode("utf-8", "replace").decode() for value in (text, lang)]
    response = APP.test_client().post("/", data={"text": sendable[0], "format": form, "lang": sendable[1]})
    assert response.status_code in STATUSES
    assert response.mimetype == "text/html"
