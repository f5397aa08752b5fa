"""The page that marks a text, used as its readers use it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from service.app import create_app
from service.lexicon.model import Use
from service.settings import Settings
from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.live import served
from tests.invented import TOWN, concept, engine_of, label, make_lexicon

TEXT = "Oldvale, or “Nuvel”: the ortaq by Oldvale is the Silver Run."
HOSTILE = "<script>document.title='ran'</script>\"'><img src=x onerror=\"document.title='ran'\">"


def paste(page: Page, text: str) -> None:
    """Put `text` into the field as a paste does, at once."""
    page.get_by_role("textbox", name="Text").focus()
    page.keyboard.insert_text(text)


def mark(page: Page, text: str) -> None:
    """Paste a text and press the button; on a page that answers by itself that does no harm."""
    page.goto("/")
    paste(page, text)
    page.get_by_role("button", name="Mark the names").click()


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    """An app whose lexicon is out to do harm."""
    uses = (Use("upland-press", "gazette", HOSTILE),)
    town = concept(TOWN, label("Oldvale", note=HOSTILE, uses=uses, type=HOSTILE), label(HOSTILE), gloss=HOSTILE)
    engine = engine_of(make_lexicon(town, version="0123abcd"))
    with served(create_app(Settings(), load_engine=lambda _: engine)) as base:
        yield base


@pytest.mark.parametrize("javascript", [True, False])
def test_a_pasted_text_is_marked(tab: Tab, javascript: bool) -> None:
    page = tab(javascript=javascript)
    mark(page, TEXT)
    marks = page.locator(".text .mark .surface")
    expect(marks).to_have_text(["Oldvale", "Nuvel", "ortaq", "Oldvale", "Silver Run"])
    expect(page.locator(".entry").first).to_contain_text("Upland press")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_result_is_accessible_and_fits(tab: Tab, dark: bool, width: int) -> None:
    page = tab(dark=dark, width=width)
    mark(page, TEXT)
    expect(page.locator(".text .mark")).to_have_count(5)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_marks_by_keyboard(page: Page) -> None:
    mark(page, TEXT)
    marks, box = page.locator("#marked .mark"), page.get_by_role("dialog", name="About this name")
    marks.first.focus()
    page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box.locator("h4")).to_contain_text("Nuvel")
    page.keyboard.press("n")
    expect(box.locator("h4")).to_contain_text("ortaq")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(marks.nth(2)).to_be_focused()


def test_emoji_armenian_and_line_breaks_stay_as_they_are(page: Page) -> None:
    text = "😀 Նուվել\nand 👩‍👩‍👧 Nüvəl\n\nНувель 🏔️"
    mark(page, text)
    expect(page.locator(".text .mark .surface")).to_have_text(["Նուվել", "Nüvəl", "Нувель"])
    expect(page.get_by_role("textbox", name="Text")).to_have_value(text)


def test_a_hostile_text_stays_text(page: Page) -> None:
    mark(page, f"Oldvale {HOSTILE}</textarea>")
    expect(page.locator(".text .mark")).to_have_count(1)
    expect(page.locator(".text")).to_contain_text("<script>document.title='ran'</script>")
    expect(page.locator("main img")).to_have_count(0)
    assert page.title() != "ran"


def test_a_hostile_lexicon_stays_text(tab: Tab, hostile_address: str) -> None:
    page = tab(base_url=hostile_address)
    mark(page, "Oldvale")
    expect(page.locator(".entry").first).to_contain_text("<script>document.title='ran'</script>")
    expect(page.locator("main img")).to_have_count(0)
    assert page.title() != "ran"
