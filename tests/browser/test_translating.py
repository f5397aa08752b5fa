"""The translator's pages, used as a translator uses them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from service.app import create_app
from service.lexicon.model import Use
from service.settings import Settings
from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.live import served
from tests.browser.test_every_page import walk
from tests.invented import TOWN, concept, engine_of, label, make_lexicon

SOURCE = "Oldvale lies on the Silver Run. He said: “Nuvel is ours.” The ortaq is full. 😀 Fernholt is near."
TARGET = "Нувель стоит у реки. Он сказал: «Нувель наш»."
HOSTILE = "<script>document.title='ran'</script>\"'><img src=x onerror=\"document.title='ran'\">"

LOOKS = pytest.mark.parametrize(
    "look", [{}, {"dark": True}, {"width": 360}, {"forced_colors": "active"}], ids=["light", "dark", "phone", "forced"]
)


def look_up(page: Page, name: str) -> None:
    page.goto("/names")
    page.get_by_role("searchbox", name="Name").fill(name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def look_up_many(page: Page, names: str) -> None:
    page.goto("/names/list")
    page.get_by_label("Names, one a line").focus()
    page.keyboard.insert_text(names)
    page.get_by_role("button", name="Look up").click()


def compare(page: Page, source: str = SOURCE, target: str = TARGET) -> None:
    page.goto("/names/compare")
    for name, text in (("Source text", source), ("Translation", target)):
        page.get_by_role("textbox", name=name, exact=True).focus()
        page.keyboard.insert_text(text)
    page.get_by_role("button", name="Compare the names").click()


def assert_good(page: Page) -> None:
    """Accessible, and as wide as the window."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


@pytest.mark.parametrize("javascript", [True, False])
def test_a_name_and_who_uses_it(tab: Tab, javascript: bool) -> None:
    page = tab(javascript=javascript)
    look_up(page, "nuvəl")
    armenian = page.get_by_role("group", name="Armenian")
    expect(armenian).to_contain_text("Նուվել")
    expect(armenian).to_contain_text("Upland side: Upland press")
    armenian.get_by_text("Since when, and on whose word").click()
    expect(armenian).to_contain_text("The Gazette")


@LOOKS
def test_one_name_is_good_to_look_at(tab: Tab, look: dict[str, object]) -> None:
    page = tab(**look)
    look_up(page, "ortaq")
    expect(page.get_by_role("heading", name="The name may stand for 2 things")).to_be_visible()
    assert_good(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_column_of_names_becomes_a_table(tab: Tab, javascript: bool) -> None:
    page = tab(javascript=javascript)
    look_up_many(page, "Oldvale\t12\nNowhere\nortaq")
    rows = page.get_by_role("row")
    expect(rows).to_have_count(5)  # the heading, and two for the ambiguous name
    expect(page.get_by_role("rowheader")).to_have_text(["Oldvale", "Nowhere", "ortaq"])
    expect(rows.nth(1)).to_contain_text("Նուվել")


@LOOKS
def test_many_names_are_good_to_look_at(tab: Tab, look: dict[str, object]) -> None:
    page = tab(**look)
    look_up_many(page, "Oldvale\nOldvlae\nNowhere\nortaq")
    expect(page.get_by_role("table")).to_be_visible()
    assert_good(page)


def test_a_column_can_be_copied(tab: Tab, address: str) -> None:
    page = tab(permissions=["clipboard-read", "clipboard-write"])
    look_up_many(page, "Oldvale\n\nNowhere\nNuvel")
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Նուվել\n\n\nՆուվել"


def test_the_table_as_a_file(page: Page, tmp_path: Path) -> None:
    page.goto("/names/list")
    page.get_by_label("Names, one a line").fill("Oldvale\n=1+1")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Download as CSV").click()
    coming.value.save_as(tmp_path / "names.csv")
    written = (tmp_path / "names.csv").read_bytes()
    assert coming.value.suggested_filename == "names.csv"
    assert written.startswith(b"\xef\xbb\xbfline,name,")
    assert b"\r\n2,'=1+1,not found," in written


@pytest.mark.parametrize("javascript", [True, False])
def test_a_translation_beside_its_source(tab: Tab, javascript: bool) -> None:
    page = tab(javascript=javascript)
    compare(page)
    expect(page.locator(".pair").first).to_contain_text("Stance: sided (Lowland side), sided (Upland side)")
    expect(page.locator(".pair.missing").first).to_contain_text("river in the vale")
    mark = page.locator("#source-heading + .text .mark.missing").first
    mark.click()
    row = page.locator(f"[id='{(mark.get_attribute('href') or '').removeprefix('#')}']")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="mention 1").first.click()
    expect(mark).to_be_in_viewport()


@LOOKS
def test_a_comparison_is_good_to_look_at(tab: Tab, look: dict[str, object]) -> None:
    page = tab(**look)
    compare(page)
    expect(page.locator(".pair").first).to_be_visible()
    assert_good(page)


def test_a_comparison_by_keyboard(page: Page) -> None:
    compare(page)
    expect(page.locator(".pair").first).to_be_visible()
    reached = walk(page)
    assert any("Oldvale" in words for words in reached)
    assert reached.index("source") < reached.index("Compare the names")


def test_a_long_article_and_its_translation(page: Page) -> None:
    compare(page, SOURCE * 1_000, TARGET * 1_000)
    expect(page.locator("#source-heading + .text .mark")).to_have_count(4_000)


def test_problems_stand_at_their_field(page: Page) -> None:
    page.goto("/names/compare")
    page.get_by_role("button", name="Compare the names").click()
    expect(page.get_by_role("textbox", name="Source text", exact=True)).to_have_accessible_description(
        "Problem: this field is blank; there is nothing to read."
    )
    assert_good(page)


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    """An app whose lexicon is out to do harm."""
    uses = (Use("upland-press", "gazette", HOSTILE),)
    town = concept(
        TOWN, label("Oldvale", note=HOSTILE, uses=uses, type=HOSTILE), label(HOSTILE, "ru"), gloss=HOSTILE, kind=HOSTILE
    )
    with served(create_app(Settings(), load_engine=lambda _: engine_of(make_lexicon(town)))) as base:
        yield base


def test_hostile_texts_and_lexicons_stay_text(tab: Tab, hostile_address: str) -> None:
    page = tab(base_url=hostile_address)
    look_up(page, "Oldvale")
    expect(page.locator(".note").first).to_contain_text("<script>")
    look_up(page, HOSTILE)
    look_up_many(page, f"Oldvale\n{HOSTILE}")
    expect(page.get_by_role("table")).to_contain_text("<img src=x")
    compare(page, f"Oldvale {HOSTILE}", f"{HOSTILE}</textarea>")
    expect(page.locator(".pair").first).to_contain_text("<script>")
    expect(page.locator("main img")).to_have_count(0)
    assert page.title() != "ran"
