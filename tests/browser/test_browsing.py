"""The lexicon's pages, used as their readers use them."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from service.app import create_app
from service.lexicon.model import Location, Source, Use
from service.settings import Settings
from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.live import served
from tests.invented import RIVER, TOWN, concept, engine_of, label, make_lexicon

HOSTILE = "<script>document.title='ran'</script>\"'><img src=x onerror=\"document.title='ran'\">"


def place(number: int, lon: float, lat: float) -> object:
    """A contested place of the region with the names of both sides."""
    labels = label(f"Oldvale {number}"), label(f"Nuvel {number}", by="lowland-press")
    return concept(f"c-plc{number:03}", *labels, location=Location(lat, lon, "gazette"))


@pytest.fixture(scope="module")
def region_address() -> Iterator[str]:
    """An app whose lexicon has places all over the map, some close together."""
    places = [place(number, 44 + number % 8 * 0.8, 38.6 + number // 8 * 0.4) for number in range(64)]
    close = [place(100 + number, 46.5 + number * 0.02, 40.0) for number in range(9)]
    engine = engine_of(make_lexicon(*places, *close))  # type: ignore[arg-type]
    with served(create_app(Settings(), load_engine=lambda _: engine)) as base:
        yield base


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    """An app whose lexicon is out to do harm."""
    town = concept(
        TOWN,
        label("Oldvale", note=HOSTILE, uses=(Use("upland-press", "evil", HOSTILE),), type=HOSTILE),
        label(HOSTILE),
        gloss=HOSTILE,
        location=Location(40.0, 47.0, "evil"),
    )
    lexicon = make_lexicon(town)
    evil = Source("evil", HOSTILE, HOSTILE, "2020", "javascript:document.title='ran'", HOSTILE, HOSTILE)
    engine = engine_of(replace(lexicon, sources={"evil": evil, **lexicon.sources}))
    with served(create_app(Settings(), load_engine=lambda _: engine)) as base:
        yield base


def names(page: Page) -> list[str]:
    return page.locator(".concepts .name").all_inner_texts()


def test_the_list_answers_while_one_types(page: Page) -> None:
    page.goto("/lexicon")
    expect(page.get_by_role("status")).to_have_text("4 concepts")
    field = page.get_by_role("searchbox")
    field.press_sequentially("nuve", delay=20)
    expect(page.get_by_role("status")).to_contain_text("1 concept for “nuve”")
    assert names(page) == ["Nuvel / Oldvale"]
    expect(page).to_have_url(re.compile(r"/lexicon\?q=nuve$"))
    expect(field).to_be_focused()
    field.fill("")
    expect(page.get_by_role("status")).to_have_text("4 concepts")
    expect(page).to_have_url(re.compile(r"/lexicon$"))


def test_typing_keeps_what_was_chosen(page: Page) -> None:
    page.goto("/lexicon?kind=river")
    page.get_by_role("searchbox").fill("ortaq")
    expect(page.get_by_role("status")).to_contain_text("1 concept for")
    expect(page).to_have_url(re.compile(r"q=ortaq&kind=river"))
    page.get_by_role("link", name="take back: river").click()
    expect(page.get_by_role("status")).to_contain_text("2 concepts")
    expect(page.get_by_role("searchbox")).to_have_value("ortaq")


def test_without_javascript_the_button_searches(tab: Tab) -> None:
    page = tab(javascript=False)
    page.goto("/lexicon?contested=yes")
    page.get_by_role("searchbox").fill("Նուվել")
    page.get_by_role("button", name="Search").click()
    assert names(page) == ["Nuvel / Oldvale"]
    expect(page).to_have_url(re.compile(r"contested=yes"))


def test_from_the_list_to_a_concept_to_whom_it_belongs(page: Page) -> None:
    page.goto("/lexicon")
    page.get_by_role("link", name="Nuvel / Oldvale").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nuvel / Oldvale")
    page.get_by_text("On whose word: 1 use").first.click()
    page.locator("details[open]").get_by_role("link", name="The Gazette").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Gazette")
    page.get_by_role("link", name="Upland press").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Upland press")


def test_conditions_of_an_ambiguous_word_unfold_by_keyboard(page: Page) -> None:
    page.goto(f"/c/{RIVER}")
    summary = page.locator("summary", has_text="When it stands for this")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("in the same sentence stands")).to_be_visible()


def test_the_map_comes_closer_by_button_and_key(tab: Tab, region_address: str) -> None:
    page = tab(base_url=region_address)
    page.goto("/map")
    shown = ".map .spot text >> visible=true"
    few = page.locator(shown).count()
    assert 0 < few < 73
    whole = page.locator("#map").get_attribute("viewBox")
    for _ in range(5):
        page.get_by_role("button", name="Closer").click()
    assert page.locator(shown).count() > few
    near = page.locator("#map").get_attribute("viewBox")
    page.locator("#frame").focus()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#map").get_attribute("viewBox") != near
    page.keyboard.press("0")
    assert page.locator("#map").get_attribute("viewBox") == whole


def test_a_drag_moves_the_map_and_a_click_opens_a_place(tab: Tab, region_address: str) -> None:
    page = tab(base_url=region_address)
    page.goto("/map")
    for _ in range(3):
        page.get_by_role("button", name="Closer").click()
    before = page.locator("#map").get_attribute("viewBox")
    box = page.locator("#map").bounding_box()
    assert box
    page.mouse.move(box["x"] + 400, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 250, steps=4)
    page.mouse.up()
    assert page.locator("#map").get_attribute("viewBox") != before
    expect(page).to_have_url(re.compile(r"/map$"))
    page.get_by_role("button", name="Whole map").click()
    page.locator('.map a[href="/c/c-plc000"] circle').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nuvel 0 / Oldvale 0")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_maps_are_accessible_and_fit(tab: Tab, region_address: str, dark: bool, width: int) -> None:
    page = tab(base_url=region_address, dark=dark, width=width)
    for address in ("/map", "/c/c-plc009"):
        page.goto(address)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_javascript_the_map_is_a_picture_and_a_list(tab: Tab, region_address: str) -> None:
    page = tab(base_url=region_address, javascript=False)
    page.goto("/map")
    expect(page.get_by_role("button", name="Closer")).to_have_count(0)
    expect(page.locator(".columns").get_by_role("link", name="Nuvel 0 / Oldvale 0")).to_be_visible()


def test_the_file_is_copied(tab: Tab) -> None:
    page = tab(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"/c/{TOWN}/change")
    page.get_by_role("button", name="Copy").last.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "{by: PERSPECTIVE" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    "path", ["/lexicon", "/lexicon?q=Oldvale", f"/c/{TOWN}", f"/c/{TOWN}/change", "/map", "/sources", "/sources/evil"]
)
def test_a_hostile_lexicon_stays_text(tab: Tab, hostile_address: str, path: str) -> None:
    page = tab(base_url=hostile_address)
    page.goto(path)
    expect(page.locator("main img")).to_have_count(0)
    for summary in page.locator("main summary").all():
        if summary.is_visible():
            summary.click()
    assert page.locator('a[href^="javascript"]').count() == 0
    assert page.title() != "ran"
