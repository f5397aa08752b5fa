"""The frame around the pages: navigation, language, headers, error pages."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.web.pages import localization


def links(page: str) -> dict[str, str]:
    """The language switch: tag → address."""
    return {
        tag: address.replace("&amp;", "&") for address, tag in re.findall(r'<a href="([^"]*)" hreflang="([^"]*)"', page)
    }


@pytest.mark.parametrize(
    ("accepted", "cookie", "query", "lang"),
    [
        ("", "", "", "en"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "", "", "ru"),
        ("fr,hy;q=0.5", "", "", "hy"),
        ("fr", "", "", "en"),
        ("ru", "", "?ui=az", "az"),
        ("ru", "", "?ui=xx", "ru"),
        ("ru", "hy", "", "hy"),
        ("", "hy", "?ui=az", "az"),
        ("", "<b>", "", "en"),
    ],
)
def test_the_language_of_a_page(client: FlaskClient, accepted: str, cookie: str, query: str, lang: str) -> None:
    client.set_cookie("ui", cookie)
    response = client.get(f"/{query}", headers={"Accept-Language": accepted})
    assert f'<html lang="{lang}">' in response.text
    assert response.headers["Content-Language"] == lang
    assert {"Accept-Language", "Cookie"} <= set(response.vary)
    assert re.findall(r'hreflang="(\w+)"[^>]*aria-current', response.text) == [lang]


def test_a_choice_is_remembered_and_nothing_else(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/").headers
    [cookie] = client.get("/?ui=hy&text=Oldvale").headers.getlist("Set-Cookie")
    assert cookie.startswith("ui=hy; ")
    assert {"HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))


def test_data_have_no_language(client: FlaskClient) -> None:
    response = client.get("/v1/lexicon?")
    assert "Content-Language" not in response.headers
    assert "Accept-Language" not in response.vary


def test_the_switch_keeps_what_was_asked(app: Flask) -> None:
    with app.test_request_context("/?q=%C5%9Eu%C5%9Fa+%26%22&lang=az&lang=ru&ui=hy"):
        assert localization.this_page_in("ru") == "?q=%C5%9Eu%C5%9Fa+%26%22&lang=az&lang=ru&ui=ru"


def test_the_switch_repeats_nothing_that_was_sent(client: FlaskClient) -> None:
    page = client.post("/", data={"text": "Oldvale"}).text
    assert links(page) == {tag: f"?ui={tag}" for tag in localization.INTERFACE_LANGUAGES}


def test_hostile_queries_stay_in_the_address(client: FlaskClient) -> None:
    page = client.get('/?q="><script>alert(1)</script>').text
    assert "<script>alert" not in page
    assert links(page)["ru"] == "?q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E&ui=ru"


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("DELETE", "/", 405)])
def test_problems_are_told_inside_the_frame(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method, headers={"Accept": "text/html"})
    assert response.status_code == status
    assert '<nav class="pages"' in response.text
    assert links(response.text)
    assert f"Status {status}." in response.text
    assert response.headers["Content-Language"] == "en"
