"""Ways for a text to come to the page that marks it, and what is said of those that fail."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.web.engine import Engine
from service.web.pages.entered import MAX_IN_ADDRESS
from tests.invented import SETTINGS
from tests.web.pages.test_annotating import TEXT, Elements, marked, post


@pytest.mark.parametrize(
    ("fields", "status", "field", "words"),
    [
        ({"text": ""}, 422, "text", "is blank"),
        ({}, 422, "text", "is blank"),
        ({"text": "<b>" + "x" * 2_000}, 413, "text", "the limit is 2,000"),
        ({"text": "Oldvale", "as_of": "last week"}, 422, "as_of", "YYYY-MM-DD"),
        ({"text": "Oldvale", "lang": "<b>"}, 422, "lang", "BCP 47"),
    ],
)
def test_errors_stand_next_to_their_field(
    client: FlaskClient, fields: dict[str, str], status: int, field: str, words: str
) -> None:
    text = post(client, status, **fields)
    page = Elements(text)
    [invalid] = [attrs for _, attrs in page.found if attrs.get("aria-invalid")]
    assert invalid["id"] == field
    assert page.all("p", id=str(invalid["aria-describedby"]))
    assert words in text
    kept = fields.get("text", "").replace("<", "&lt;").replace(">", "&gt;")
    assert f">\n{kept}</textarea>" in text


def test_a_body_over_the_limit(client: FlaskClient) -> None:
    assert "is larger than 40,000 bytes" in post(client, 413, text="x" * 41_000)


def test_what_was_chosen_stays_chosen(client: FlaskClient) -> None:
    page = Elements(post(client, text="Oldvale", format="html", lang="hy", as_of="2020-01-31"))
    assert [attrs["value"] for attrs in page.all("option") if "selected" in attrs] == ["hy"]
    assert [attrs["value"] for attrs in page.all("input", type="radio", name="format") if "checked" in attrs] == [
        "html"
    ]
    assert page.all("input", id="as_of", value="2020-01-31")


def test_an_address_opens_the_page(client: FlaskClient) -> None:
    page = client.get("/?text=Oldvale+%3Cb%3E&lang=en&as_of=2020-01-31&style=both&format=html").text
    elements = Elements(page)
    assert "</a>" in marked(page)
    assert [attrs["value"] for attrs in elements.all("option") if "selected" in attrs] == ["en", "both"]
    assert elements.all("input", id="as_of", value="2020-01-31")
    assert ["checked" in attrs for attrs in elements.all("input", name="format", value="html")] == [True]
    assert "no-store" in client.get("/?text=Oldvale").headers["Cache-Control"]


def test_an_address_holds_only_so_much(engine: Engine) -> None:
    app = create_app(replace(SETTINGS, max_text=10_000), load_engine=lambda _: engine)
    response = app.test_client().get("/", query_string={"text": "x" * (MAX_IN_ADDRESS + 1)})
    assert response.status_code == 413
    assert "the limit is 4,000 characters in an address" in response.text
    assert app.test_client().get("/", query_string={"text": "x" * MAX_IN_ADDRESS}).status_code == 200


def test_only_some_kinds(client: FlaskClient) -> None:
    page = post(client, text=TEXT, kinds="river")
    assert re.findall(r'class="surface">([^<]+)<', marked(page)) == ["ortaq", "Silver Run"]
    chosen = [attrs["value"] for attrs in Elements(page).all("input", name="kinds") if "checked" in attrs]
    assert chosen == ["river"]
    assert "is none of the lexicon&#39;s kinds" in post(client, 422, text=TEXT, kinds="castle")


@pytest.mark.parametrize(("name", "data"), [("<img src=x>.txt", b"Oldvale"), ("<img src=x>.exe", b"x")])
def test_a_hostile_file_name_is_escaped(client: FlaskClient, name: str, data: bytes) -> None:
    page = client.post("/", data={"file": (BytesIO(data), name)}, content_type="multipart/form-data").text
    assert "<img" not in page
    assert ("&lt;img src=x&gt;.txt" in page) is name.endswith("txt")


def test_a_file_takes_the_place_of_the_text(client: FlaskClient) -> None:
    fields = {"text": "Nuvel", "format": "html", "file": (BytesIO("Ворота города Нувель".encode("cp1251")), "a.txt")}
    page = client.post("/", data=fields, content_type="multipart/form-data").text
    assert re.findall(r'class="surface">([^<]+)<', marked(page)) == ["Нувель"]
    assert "it was read as cp1251" in page
    assert ["checked" in attrs for attrs in Elements(page).all("input", name="format", value="text")] == [True]


def test_a_file_that_cannot_be_read_is_told_at_its_field(client: FlaskClient) -> None:
    fields = {"text": "Nuvel", "file": (BytesIO(b"x" * 2_001), "a.txt")}
    response = client.post("/", data=fields, content_type="multipart/form-data")
    assert response.status_code == 413
    page = Elements(response.text)
    [invalid] = [attrs for _, attrs in page.found if attrs.get("aria-invalid")]
    assert (invalid["id"], invalid["aria-describedby"]) == ("file", "file-error")
    assert "the limit is 2,000 characters" in response.text
    assert ">\nNuvel</textarea>" in response.text
