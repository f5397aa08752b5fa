"""The translator's pages: one name, many names, source and translation."""

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Use
from service.web.pages import name_list_page
from tests.invented import MARKET, RIVER, SETTINGS, TOWN, concept, engine_of, label, make_lexicon
from tests.web.pages.test_annotating import HOSTILE, Elements


def words(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text
    assert response.headers["Cache-Control"] == "no-store"
    Elements(response.text)
    return response.text


def post(client: FlaskClient, address: str, status: int = 200, **fields: str | list[str]) -> str:
    response = client.post(address, data=fields)
    assert response.status_code == status, response.text
    assert response.headers["Cache-Control"] == "no-store"
    Elements(response.text)
    return response.text


@pytest.mark.parametrize("address", ["/names", "/names/list", "/names/compare"])
def test_the_empty_forms_have_a_label_for_each_field(client: FlaskClient, address: str) -> None:
    page = Elements(get(client, address))
    fields = {attrs["id"] for tag in ("textarea", "select", "input") for attrs in page.all(tag) if "id" in attrs}
    assert fields
    assert fields == {attrs["for"] for attrs in page.all("label") if "for" in attrs}
    assert [attrs["href"] for attrs in page.all("a", aria_current="page") if attrs] in ([], ["/names", address])


@pytest.mark.parametrize("q", ["Nuvel", "nüvəl", "Նուվել", " Нувель "])
def test_a_name_in_any_script_shows_the_labels_of_every_language(client: FlaskClient, q: str) -> None:
    page = get(client, f"/names?q={q}")
    shown = words(page)
    for told in ("The name stands for 1 thing", "town on the river", "Oldvale", "Nüvəl", "Նուվել", "Нувель"):
        assert told in shown
    assert "Heard in the lowland as a claim to the town." in shown
    assert f'href="/c/{TOWN}"' in page
    languages = re.findall(r"<h4[^>]*>(\w+)</h4>", page)
    assert languages == ["Armenian", "Azerbaijani", "English", "Russian", "German"]


def test_each_label_says_whose_it_is_and_where_that_is_written(client: FlaskClient) -> None:
    page = get(client, "/names?q=Oldvale")
    assert "Upland side" in page
    assert 'href="/perspectives/upland-press"' in page
    assert "The Gazette" in page
    assert "1999-05" in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=ortaq", "The name may stand for 2 things"),
        ("q=Oldvlae", "No such name; these are similar"),
        ("q=Nowhere", "The lexicon has no such name"),
        ("q=Oldvale&lang=az", "The lexicon has no such name"),
        ("q=Oldvale&lang=xx", "The name stands for 1 thing"),
        ("q=Fernholt", "withdrawn"),
    ],
)
def test_what_a_name_comes_to(client: FlaskClient, query: str, told: str) -> None:
    assert told in words(get(client, f"/names?{query}"))


def test_a_name_that_is_too_long_is_told_beside_its_field(client: FlaskClient) -> None:
    page = Elements(get(client, "/names?q=" + "x" * 41, 413))
    assert page.all("p", id="q-error")


def test_a_list_of_names_as_a_table(client: FlaskClient) -> None:
    page = post(client, "/names/list", names="Oldvale\r\n\r\northern\r\northaq\r\nortaq", to=["hy", "az"])
    assert re.findall(r'<th role="rowheader"[^>]*><bdi>([^<]+)</bdi>', page) == [
        "Oldvale",
        "orthern",
        "orthaq",
        "ortaq",
    ]
    assert [cell.strip() for cell in re.findall(r'<td[^>]*><span class="outcome [^"]+">([^<]+)', page)] == [
        "found", "not found", "only similar", "ambiguous",
    ]  # fmt: skip
    assert MARKET in page
    assert RIVER in page
    assert "Նուվել" in page
    assert "Нувель" not in page.partition("As columns")[0]


def test_columns_keep_the_lines(client: FlaskClient) -> None:
    page = post(client, "/names/list", names="Oldvale\n\nNowhere\nNuvel", to=["az", "en"])
    found = dict(re.findall(r'<textarea id="column-(\w+)"[^>]*>\n([^<]*)</textarea>', page))
    assert found == {"az": "Nüvəl\n\n\nNüvəl", "en": "\n\n\n".join(["liberated Oldvale / Nuvel / Oldvale"] * 2)}


def test_a_list_as_a_file(client: FlaskClient) -> None:
    response = client.post("/names/list", data={"names": "Oldvale\n=1+1", "to": ["az"], "view": "csv"})
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == 'attachment; filename="names.csv"'
    assert response.headers["Cache-Control"] == "no-store"
    rows = list(csv.reader(io.StringIO(response.get_data().decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["name", "Oldvale", "'=1+1"]
    assert rows[1][-2:] == ["Nüvəl", "sided (Lowland side)"]


@pytest.mark.parametrize(
    ("fields", "status", "field"),
    [
        ({"names": " \n", "to": "az"}, 422, "names"),
        ({"names": "Oldvale"}, 422, "to"),
        ({"names": "Oldvale", "to": "xx"}, 422, "to"),
        ({"names": "x" * 41, "to": "az"}, 413, "names"),
        ({"names": "x\n" * (name_list_page.MAX_LINES + 1), "to": "az"}, 413, "names"),
    ],
)
@pytest.mark.parametrize("view", ["page", "csv"])
def test_what_is_the_matter_with_a_list(
    client: FlaskClient, fields: dict[str, str], status: int, field: str, view: str
) -> None:
    response = client.post("/names/list", data={**fields, "view": view})
    assert response.status_code == status
    page = Elements(response.text)
    assert page.all("p", id=f"{field}-error")


def compare(client: FlaskClient, source: str, target: str, **more: str) -> str:
    return post(client, "/names/compare", 200, source=source, target=target, **more)


def test_a_translation_beside_its_source(client: FlaskClient) -> None:
    page = compare(client, "Oldvale by the Silver Run.", "Нувель.", source_lang="en", target_lang="ru")
    shown = words(page)
    assert "no counterpart: 1" in shown
    assert "changed: 1" in shown
    assert "Stance: sided (Upland side) → sided (Lowland side)" in shown
    marks = re.findall(r'<a class="mark ([^"]+)" id="([^"]+)" href="#([^"]+)"', page)
    assert marks == [
        ("sided changed", "s-0", "pair-1"),
        ("neutral missing", "s-15", "pair-2"),
        ("sided changed", "t-0", "pair-1"),
    ]
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_a_missing_name_lists_what_the_language_has(client: FlaskClient) -> None:
    page = compare(client, "Oldvale", "Nothing.", source_lang="en", target_lang="az")
    assert "Recorded in Azerbaijani: 1" in words(page)
    assert "Nüvəl" in page


def test_words_that_are_not_settled_are_listed(client: FlaskClient) -> None:
    page = compare(client, "the ortaq", "ortaq and Silver Run", source_lang="en", target_lang="en")
    assert "Words that may stand for several things" in page
    assert "river in the vale" in page
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_texts_without_names(client: FlaskClient) -> None:
    assert "The source has no name or label of the lexicon." in compare(client, "None.", "Нет.")


@pytest.mark.parametrize(
    ("fields", "status", "names"),
    [
        ({"source": "", "target": ""}, 422, ["source", "target"]),
        ({"source": "Oldvale", "target": " "}, 422, ["target"]),
        ({"source": "Oldvale", "target": "x" * 2_001}, 413, ["target"]),
        ({"source": "a", "target": "b", "target_lang": "<b>"}, 422, ["target_lang"]),
        ({"source": "a", "target": "b", "as_of": "yesterday"}, 422, ["as_of"]),
    ],
)
def test_what_is_the_matter_with_the_texts(
    client: FlaskClient, fields: dict[str, str], status: int, names: list[str]
) -> None:
    page = Elements(post(client, "/names/compare", status, **fields))
    assert [attrs["id"] for _, attrs in page.found if attrs.get("aria-invalid")] == names
    assert [attrs["id"] for attrs in page.all("p", class_="error")] == [f"{name}-error" for name in names]


@pytest.fixture
def hostile() -> Flask:
    """An app whose lexicon is out to do harm in every value that these pages show."""
    uses = (Use("upland-press", "gazette", HOSTILE),)
    town = concept(
        TOWN,
        label("Oldvale", note=HOSTILE, uses=uses, type=HOSTILE),
        label(HOSTILE, "ru", uses=uses),
        gloss=HOSTILE,
        kind=HOSTILE,
    )
    return create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(town, version=HOSTILE)))


def test_hostile_names_and_labels_are_escaped(hostile: Flask) -> None:
    client = hostile.test_client()
    pages = (
        get(client, "/names?q=Oldvale"),
        get(client, "/names?q=<script>alert(1)</script>"),
        post(client, "/names/list", names=f"Oldvale\n{HOSTILE[:20]}</textarea>", to=["ru", "en"]),
        compare(client, f"Oldvale {HOSTILE}</textarea>", HOSTILE, target_lang="ru"),
    )
    for page in pages:
        elements = Elements(page)
        assert elements.all("img") == []
        assert all(str(attrs.get("src", "")).startswith("/static/") for attrs in elements.all("script"))
        assert not [name for _, attrs in elements.found for name in attrs if name.startswith("on")]
