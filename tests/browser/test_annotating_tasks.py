"""What editors do on the page that marks a text, from the paste to the file that they take away."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from service.exchange.article_file import read_article
from service.exchange.docx import write_docx
from tests.browser.axe import violations
from tests.browser.conftest import Tab

TEXT = "Oldvale lies by the river.\n\nPeople in Nuvel say so, and “Oldvale is old”.\n\nThe Silver Run is long.\n"


def paste(page: Page, text: str, html: str | None = None) -> None:
    """Paste from the clipboard, as a person does; `html` is the formatting that a word processor leaves there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([text, html]) => navigator.clipboard.write([new ClipboardItem({
            "text/plain": new Blob([text], {type: "text/plain"}),
            ...(html ? {"text/html": new Blob([html], {type: "text/html"})} : {}),
        })])""",
        [text, html],
    )
    field(page).focus()
    page.keyboard.press("Control+V")


def opened(page: Page, text: str = TEXT) -> Page:
    """The page with a text pasted and marked."""
    page.goto("/")
    paste(page, text)
    expect(marks(page)).not_to_have_count(0)
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text")


def marks(page: Page) -> Locator:
    return page.locator("#marked .mark")


def box(page: Page) -> Locator:
    return page.get_by_role("dialog", name="About this name")


def styled(page: Page) -> Page:
    """The page with the house style that wants both names."""
    opened(page)
    page.get_by_label("Language", exact=True).select_option("en")
    page.get_by_label("House style", exact=True).select_option("both")
    expect(page.locator("#decided")).to_contain_text("1 open")
    return page


def test_marks_come_while_typing_and_stay_put(page: Page) -> None:
    opened(page)
    page.evaluate("window.first = document.querySelector('#marked .mark')")
    field(page).press("Control+End")
    page.keyboard.type("Nüvəl and ", delay=15)
    expect(marks(page).locator(".surface")).to_have_text(["Oldvale", "Nuvel", "Oldvale", "Silver Run", "Nüvəl"])
    assert page.evaluate("window.first === document.querySelector('#marked .mark')")
    expect(field(page)).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == len(TEXT) + len("Nüvəl and ")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    expect(marks(page)).to_have_count(0)


def test_an_answer_that_comes_too_late_is_dropped(page: Page) -> None:
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if "Oldvale" in (route.request.post_data or "") and not held:
            held.append(route)
        else:
            route.continue_()

    page.goto("/")
    page.route("**/", hold_the_first)
    paste(page, "Oldvale")
    page.wait_for_timeout(50)
    field(page).fill("Silver Run")
    expect(marks(page).locator(".surface")).to_have_text(["Silver Run"])
    assert len(held) == 1
    page.wait_for_timeout(50)
    expect(marks(page).locator(".surface")).to_have_text(["Silver Run"])


def test_the_text_stays_when_the_service_does_not_answer(page: Page) -> None:
    page.goto("/")
    page.route("**/", lambda route: route.abort())
    paste(page, "Oldvale")
    expect(page.get_by_role("status")).to_have_text("The service did not answer. Your text is still here.")
    expect(field(page)).to_have_value("Oldvale")


def test_a_problem_is_told_at_its_field(page: Page) -> None:
    page.goto("/?lang=no_such")
    page.evaluate("document.querySelector('#lang').append(new Option('odd', '<b>', true, true))")
    paste(page, "Oldvale")
    expect(page.get_by_role("status")).to_contain_text("this field")
    expect(page.get_by_label("Language", exact=True)).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Language", exact=True).select_option("en")
    expect(marks(page)).to_have_count(1)
    expect(page.locator("[aria-invalid]")).to_have_count(0)


def test_formatted_text_is_offered_as_html(page: Page) -> None:
    page.goto("/")
    paste(page, "Oldvale lies there", html="<p>Old<b>vale</b> lies <i>there</i></p>")
    expect(field(page)).to_have_value("Oldvale lies there")
    page.get_by_role("button", name="Use it as HTML").click()
    expect(page.get_by_role("radio", name="HTML")).to_be_checked()
    assert "<b>vale</b>" in field(page).input_value()
    expect(marks(page).locator(".surface")).to_have_text(["Oldvale"])
    paste(page, "Nuvel")
    expect(page.get_by_role("button", name="Use it as HTML")).to_be_hidden()


def test_the_source_of_html_is_recognized_and_can_be_taken_back(page: Page) -> None:
    source = "<p>Old<b>vale</b> lies <i>there</i></p>"
    page.goto("/")
    paste(page, source)
    expect(page.locator("#offer-html")).to_contain_text("looks like HTML")
    expect(marks(page)).to_have_count(0)
    page.get_by_role("button", name="Use it as HTML").click()
    expect(marks(page).locator(".surface")).to_have_text(["Oldvale"])
    expect(field(page)).to_have_value(source)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("radio", name="plain")).to_be_checked()
    expect(marks(page)).to_have_count(0)


@pytest.mark.parametrize("name", ["article.txt", "article.docx", "article.md", "article.html"])
def test_a_file_is_chosen(page: Page, tmp_path: Path, name: str) -> None:
    article = tmp_path / name
    article.write_bytes(write_docx("Oldvale & Nuvel") if name.endswith("docx") else b"Oldvale &amp; Nuvel")
    page.goto("/")
    page.get_by_label("Or a file").set_input_files(article)
    expect(marks(page)).to_have_count(2)
    expect(page.locator("#result")).to_contain_text(f"Read from {name}.")
    expect(page.locator("#result-heading")).to_be_focused()


def test_a_file_is_dropped(page: Page) -> None:
    page.goto("/")
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["Oldvale"], "dropped.txt"));
            document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator("#result")).to_contain_text("Read from dropped.txt.")
    expect(marks(page)).to_have_count(1)


def test_a_file_that_cannot_be_read(page: Page, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK")
    page.goto("/")
    page.get_by_label("Or a file").set_input_files(broken)
    expect(page.locator("#file-error")).to_contain_text("cannot be read as a Word document")
    expect(page.get_by_label("Or a file")).to_be_focused()


@pytest.mark.parametrize("before", ["/?", "/#"])
def test_an_address_opens_a_text(page: Page, before: str) -> None:
    page.goto(f"{before}text=Oldvale+%26+Nuvel&lang=en&style=both&as_of=2020-01-31")
    expect(marks(page)).to_have_count(2)
    expect(field(page)).to_have_value("Oldvale & Nuvel")
    expect(page.get_by_label("House style", exact=True)).to_have_value("both")
    expect(page.get_by_label("Date of the article")).to_have_value("2020-01-31")
    assert "#" not in page.url


@pytest.mark.parametrize("phone", [False, True])
def test_what_a_mark_opens(tab: Tab, phone: bool) -> None:
    page = tab(width=390, height=800, has_touch=True) if phone else tab()
    opened(page)
    (marks(page).nth(1).tap if phone else marks(page).nth(1).click)()
    for said in ("Nuvel", "town on the river", "Lowland press", "The Ledger", "Նուվել", "Why this:"):
        expect(box(page)).to_contain_text(said)
    expect(box(page).get_by_role("link", name="town on the river")).to_have_attribute("href", "/c/c-twn2x2")
    expect(marks(page).nth(1)).to_be_in_viewport()
    assert violations(page) == []
    box(page).get_by_role("button", name="Close").click()
    expect(box(page)).to_be_hidden()
    expect(marks(page).nth(1)).to_be_focused()


def test_filters_and_steps(page: Page) -> None:
    opened(page)
    page.get_by_role("radio", name="Quoted 1").check()
    expect(marks(page).nth(0).locator(".sign")).to_be_hidden()
    expect(marks(page).nth(2).locator(".sign")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(marks(page).nth(2)).to_be_focused()
    page.get_by_role("radio", name="All 4").check()
    page.locator("#marked").focus()
    page.keyboard.press("n")
    expect(marks(page).nth(0)).to_be_focused()
    page.keyboard.press("p")
    expect(marks(page).nth(0)).to_be_focused()
    field(page).focus()
    page.keyboard.press("n")
    expect(field(page)).to_be_focused()


def test_the_filter_stays_while_typing(page: Page) -> None:
    opened(page)
    page.get_by_role("radio", name="Quoted 1").check()
    field(page).press_sequentially("x")
    expect(page.get_by_role("status")).to_contain_text("marked")
    expect(page.get_by_role("radio", name="Quoted 1")).to_be_checked()


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


def test_right_to_left_paragraphs(page: Page) -> None:
    opened(page, "Oldvale\n\nسطر Oldvale\n\nNuvel")
    directions = page.evaluate("[...document.querySelectorAll('#marked p')].map(p => getComputedStyle(p).direction)")
    assert directions == ["ltr", "rtl", "ltr"]


def test_an_article_of_100_kilobytes(page: Page) -> None:
    text = (TEXT * 1_000)[:100_000]
    opened(page, text)
    assert page.locator("#marked").evaluate("marked => [...marked.querySelectorAll('p')].length") > 1_000
    field(page).press("Control+Home")
    page.keyboard.type("Nüvəl ")
    expect(marks(page).locator(".surface").first).to_have_text("Nüvəl")
    marks(page).last.click()
    expect(box(page)).to_contain_text("river in the vale")
    expect(page.locator(".offers ol")).to_have_count(0)
