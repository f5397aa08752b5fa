"""A house style on the page that marks a text: from the suggestion to the file that is taken along; and the report."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from service.exchange.article_file import read_article
from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.editing import TEXT, box, field, marks, opened, styled


def test_suggestions_are_accepted_and_undone(page: Page) -> None:
    styled(page)
    diff, undo = page.locator("#diff"), page.get_by_role("button", name="Undo")
    page.get_by_role("group", name="Oldvale → Nuvel / Oldvale").get_by_label("Accept").check()
    expect(diff.locator("ins")).to_have_text(["Nuvel / Oldvale"])
    page.get_by_role("button", name="Leave all").click()
    expect(page.locator("#decided")).to_contain_text("1 left")
    undo.click()
    expect(page.locator("#decided")).to_contain_text("1 accepted")
    undo.click()
    expect(page.locator("#decided")).to_contain_text("1 open")
    expect(undo).to_be_disabled()
    page.get_by_role("button", name="Accept all").click()
    expect(diff.locator("ins")).to_have_count(1)


def test_a_choice_keeps_to_its_name_while_the_text_changes(page: Page) -> None:
    styled(page)
    page.get_by_role("button", name="Accept all").click()
    expect(page.locator("#decided")).to_contain_text("1 accepted")
    field(page).press("Control+Home")
    page.keyboard.type("😀 In ")
    expect(page.locator("#diff")).to_contain_text("😀 In Oldvale")
    expect(page.locator("#decided")).to_contain_text("1 accepted")
    expect(page.locator("#diff ins")).to_have_text(["Nuvel / Oldvale"])


def test_a_mark_shows_its_suggestion(page: Page) -> None:
    styled(page)
    marks(page).first.click()
    box(page).get_by_role("button", name="Accept").click()
    expect(page.locator("#decided")).to_contain_text("1 accepted")
    expect(box(page).get_by_role("button", name="Accept")).to_have_attribute("aria-pressed", "true")
    assert violations(page) == []


def test_the_text_is_taken_along(page: Page, tmp_path: Path) -> None:
    styled(page)
    page.get_by_role("button", name="Accept all").click()
    expect(page.locator("#diff ins")).to_have_count(1)
    rewritten = TEXT.replace("Oldvale", "Nuvel / Oldvale", 1)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == rewritten
    for ending in ("txt", "docx", "html"):
        with page.expect_download() as download:
            page.locator("#changes").get_by_role("button", name=f"Download .{ending}").click()
        taken = read_article(f"a.{ending}", Path(download.value.path()).read_bytes(), 10_000)
        assert "Nuvel / Oldvale lies by the river." in taken.text
    page.get_by_role("button", name="Go on with this text").click()
    expect(field(page)).to_have_value(rewritten)
    expect(page.locator("#changes")).to_contain_text("The style suggests no other name")


def test_going_on_with_the_text_is_undone(page: Page) -> None:
    opened(page, "Oldvale, Silver Run.")
    page.get_by_label("Language", exact=True).select_option("en")
    page.get_by_label("House style", exact=True).select_option("desk")
    page.get_by_role("button", name="Accept all").click()
    expect(page.locator("#diff ins")).not_to_have_count(0)
    before = field(page).input_value()
    page.get_by_role("button", name="Go on with this text").click()
    expect(field(page)).not_to_have_value(before)
    page.get_by_role("button", name="Undo").click()
    expect(field(page)).to_have_value(before)
    expect(page.locator("#diff ins")).not_to_have_count(0)


def test_all_of_it_without_javascript(tab: Tab) -> None:
    page = tab(javascript=False)
    page.goto("/")
    field(page).fill(TEXT)
    page.get_by_label("Language", exact=True).select_option("en")
    page.get_by_label("House style", exact=True).select_option("both")
    page.get_by_role("button", name="Mark the names").click()
    expect(marks(page)).to_have_count(4)
    expect(page.locator("#result-heading")).to_be_in_viewport()
    marks(page).nth(1).click()
    expect(page.locator(".entry:target")).to_contain_text("The Ledger")
    page.get_by_role("radio", name="Quoted 1").check()
    expect(marks(page).nth(0).locator(".sign")).to_be_hidden()
    page.get_by_role("group", name="Oldvale → Nuvel / Oldvale").get_by_label("Accept").check()
    page.get_by_role("button", name="Show the changes").click()
    expect(page.locator("#diff ins")).to_have_text(["Nuvel / Oldvale"])
    expect(page.get_by_role("radio", name="Quoted 1")).to_be_checked()
    with page.expect_download() as download:
        page.locator("#changes").get_by_role("button", name="Download .txt").click()
    assert Path(download.value.path()).read_text() == TEXT.replace("Oldvale", "Nuvel / Oldvale", 1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_report_is_accessible_and_fits(tab: Tab, dark: bool, width: int) -> None:
    page = styled(tab(dark=dark, width=width))
    assert violations(page) == []
    with page.expect_popup() as popup:
        page.get_by_role("button", name="Report to print or save as PDF").click()
    report = popup.value
    expect(report.get_by_role("heading", name="Report", level=1)).to_be_visible()
    expect(report.get_by_role("row", name="Lowland side 1 1 0 0", exact=True)).to_be_visible()
    assert violations(report) == []
    assert report.evaluate("document.documentElement.scrollWidth") <= width
    expect(marks(page)).to_have_count(4)
