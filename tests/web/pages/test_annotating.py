import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.app import create_app
from service.lexicon.model import Use
from service.web.pages.marked import read
from tests.invented import RIVER, SETTINGS, TOWN, concept, engine_of, label, make_lexicon

TEXT = "Oldvale, or “Nuvel”: the ortaq by Oldvale is the Silver Run."


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    VOID = ("meta", "link", "input", "br", "hr", "img")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        return [
            attrs
            for name, attrs in self.found
            if name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in attributes.items())
        ]


def post(client: FlaskClient, status: int = 200, **fields: str) -> str:
    response = client.post("/", data=fields)
    assert response.status_code == status, response.text
    assert response.mimetype == "text/html"
    assert response.headers["Cache-Control"] == "no-store"
    Elements(response.text)
    return response.text


def marked(page: str) -> str:
    found = re.search(r'<div class="text" id="marked"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert found
    return found[1]


def test_the_empty_form(client: FlaskClient) -> None:
    response = client.get("/")
    page = Elements(response.text)
    assert [field["name"] for field in page.all("textarea")] == ["text"]
    assert page.all("form", method="post", action="/#result-heading")
    fields = {attrs["id"] for tag in ("textarea", "select", "input") for attrs in page.all(tag) if "id" in attrs}
    assert fields == {attrs["for"] for attrs in page.all("label") if "for" in attrs}
    assert page.all("a", class_="skip", href="#content")
    assert page.all("html", lang="en")
    assert "Nothing is stored" in response.text


def test_marks_tell_the_stance_in_words_and_letters(client: FlaskClient) -> None:
    text = marked(post(client, text=TEXT))
    assert re.findall(r'class="mark ([^"]+)"', text) == [
        "sided is-contested is-place",
        "sided is-contested is-quoted is-place quoted",
        "unresolved is-unresolved is-place",
        "sided is-contested is-place",
        "neutral is-place",
    ]
    assert re.findall(r'aria-hidden="true">([^<]+)<', text) == ["S", "S”", "?", "S", "N"]
    assert re.findall(r'class="aside"> \(([^)]+)\)', text) == [
        "sided", "sided, in quoted speech", "unresolved", "sided", "neutral",
    ]  # fmt: skip


def test_the_legend_explains_and_counts_what_occurs(client: FlaskClient) -> None:
    legend = re.search(r'<ul class="legend">(.*?)</ul>', post(client, text=TEXT), re.DOTALL)
    assert legend
    lines = [re.sub(r"<[^>]+>", "", line).split() for line in re.findall(r"<li>(.*?)</li>", legend[1])]
    assert [" ".join(line) for line in lines] == [
        "1 neutralN used by all",
        "3 sidedS one side&#39;s name",
        "1 unresolved? may stand for several things; not guessed",
        "1 in quoted speech” any of these in somebody else’s words",
    ]


def test_the_text_can_be_read_as_it_was_pasted(client: FlaskClient) -> None:
    pasted = "  Oldvale\n\n\tand <Nuvel> &amp; “so” on\n"
    shown = re.sub(r"<sup.*?</sup>|<span class=\"aside\">.*?</span>|<[^>]+>", "", marked(post(client, text=pasted)))
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == pasted


def test_every_mark_leads_to_an_entry_and_back(client: FlaskClient) -> None:
    page = Elements(post(client, text=TEXT))
    entries = {attrs["id"] for attrs in page.all("li") if "id" in attrs}
    marks = {str(attrs["id"]): str(attrs["href"]) for attrs in page.all("a") if "mark" in str(attrs.get("class"))}
    assert {href.removeprefix("#") for href in marks.values()} == entries
    assert len(marks) == 5
    assert len(entries) == 4  # both mentions of Oldvale share one
    assert {str(attrs["href"]) for attrs in page.all("a")} >= {f"#{mark}" for mark in marks}


def test_an_entry_says_whose_label_it_is_and_on_whose_word(client: FlaskClient) -> None:
    page = post(client, text="Oldvale")
    for said in (
        TOWN,
        "town on the river",
        "Upland side: Upland press",
        "Heard in the lowland as a claim to the town.",
        '<a href="https://gazette.example/4" rel="noreferrer noopener">The Gazette</a>, Vale Printers, 1999-05, page 4',
        '<bdi lang="hy">Նուվել</bdi>',
        "“Oldvale” is a sided endonym",
    ):
        assert said in page
    assert re.findall(r"<dt>(\w+)</dt>", page) == ["Armenian", "Azerbaijani", "English", "Russian", "German"]


@pytest.mark.parametrize(("number", "folded"), [(8, False), (9, True)])
def test_a_long_list_of_names_folds_up_as_a_whole(number: int, folded: bool) -> None:
    town = concept(TOWN, label("Oldvale"), *(label(f"Nuvel {n}") for n in range(number)))
    app = create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(town)))
    page = post(app.test_client(), text="Oldvale")
    assert page.count('<bdi lang="en">Nuvel') == number
    assert (f"<summary>{number} names</summary>" in page) is folded


def test_a_distance_that_the_writer_keeps_is_told(client: FlaskClient) -> None:
    page = re.sub(r"<[^>]+>", "", post(client, text="the “Nuvel” of some"))
    assert "The writer keeps a distance from the word: quotation marks." in page


def test_an_unresolved_mention_shows_its_candidates(client: FlaskClient) -> None:
    page = post(client, text="the ortaq")
    assert "river in the vale" in page
    assert "market hall" in page
    assert RIVER in page


def test_only_web_addresses_become_links(client: FlaskClient) -> None:
    page = post(client, text="Nuvel")
    assert "The Ledger" in page
    assert "javascript:" not in page


def test_a_text_without_names(client: FlaskClient) -> None:
    page = post(client, text="Nothing of the kind.")
    assert "No name or label of the lexicon stands in this text." in page
    assert "Nothing of the kind." in marked(page)


def test_html_is_shown_as_its_reader_sees_it(client: FlaskClient) -> None:
    text = marked(post(client, text="<p title='Nuvel'>Old<b>vale</b></p><p>2 &lt; 3", format="html"))
    assert text.startswith('<p dir="auto"><a')
    assert text.count("<a") == 1
    assert "2 &lt; 3" in text
    assert "<b>" not in text


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"


@pytest.fixture
def hostile() -> Flask:
    """An app whose lexicon is out to do harm in every value that a page shows."""
    uses = (Use("upland-press", "gazette", HOSTILE),)
    town = concept(
        TOWN,
        label("Oldvale" + HOSTILE, note=HOSTILE, uses=uses, type=HOSTILE),
        label("Oldvale", note=HOSTILE, uses=uses),
        gloss=HOSTILE,
    )
    return create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(town, version=HOSTILE)))


@pytest.mark.parametrize("form", ["text", "html"])
def test_hostile_texts_and_labels_are_escaped(hostile: Flask, form: str) -> None:
    page = post(hostile.test_client(), text=f"Oldvale {HOSTILE}</textarea><script>", format=form, lang="en")
    elements = Elements(page)
    assert elements.all("img") == []
    assert all(attrs.get("src", "").startswith("/static/") for attrs in elements.all("script"))  # type: ignore[union-attr]
    assert not [name for _, attrs in elements.found for name in attrs if name.startswith("on")]
    assert "49" not in page


def test_nothing_inline_for_the_policy_to_refuse(client: FlaskClient) -> None:
    for path in ("/", "/docs"):
        response = client.get(path)
        elements = Elements(response.text)
        assert all(attrs.get("src") for attrs in elements.all("script"))
        assert elements.all("style") == []
        assert not [attrs for _, attrs in elements.found if "style" in attrs]
        policy = response.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "script-src 'self'" in policy
        for tag, attribute in (("script", "src"), ("link", "href")):
            for attrs in elements.all(tag):
                assert client.get(str(attrs[attribute])).status_code == 200


def test_each_paragraph_has_its_own_direction(client: FlaskClient) -> None:
    text = marked(post(client, text="Oldvale\n\nسطر\nNuvel\n"))
    assert re.findall(r'<p dir="auto">', text) == ['<p dir="auto">'] * 3


def test_a_mark_over_a_line_break_keeps_its_lines_together(client: FlaskClient) -> None:
    text = marked(post(client, text="the Silver\nRun.\nOldvale"))
    assert [len(re.findall("<a ", paragraph)) for paragraph in text.split("<p ")[1:]] == [1, 1]


def test_ids_of_marks_do_not_hang_on_what_stands_before_them(client: FlaskClient) -> None:
    def ids(text: str) -> list[str]:
        return re.findall(r'id="(mark-[^"]+)"', marked(post(client, text=text)))

    assert ids("Silver Run. Nuvel and Oldvale")[1:] == ids("Nuvel and Oldvale")
    assert len(set(ids("Oldvale, Oldvale, Nuvel"))) == 3


def test_filters_count_what_they_show(client: FlaskClient) -> None:
    page = post(client, text=TEXT, show="quoted")
    offered = re.findall(r'id="show-(\w+)" value="\1"( checked)?> [\w ]+ <span class="number">(\d+)<', page)
    assert offered == [
        ("all", "", "5"),
        ("contested", "", "3"),
        ("unresolved", "", "1"),
        ("quoted", " checked", "1"),
        ("place", "", "5"),
    ]


def test_a_part_is_the_answer_of_the_page(client: FlaskClient) -> None:
    page, part = post(client, text=TEXT), post(client, text=TEXT, view="part")
    assert "<form" not in part
    assert marked(part) == marked(page)
    problem = post(client, 422, text=TEXT, lang="<b>", view="part")
    assert re.findall('data-field="([^"]*)"', problem) == ["lang"]


def test_overlapping_mentions_are_marked_once() -> None:
    lexicon = make_lexicon(concept(TOWN, label("Oldvale")), concept(RIVER, label("Oldvale Run")))
    text = "Oldvale Run & Oldvale"
    result = Annotator(lexicon).annotate(Request(text=text, overlaps="all"))
    assert len(result.annotations) == 3
    assert re.findall(r'class="surface">([^<]+)<', read(text, result, lexicon).text) == ["Oldvale Run", "Oldvale"]
