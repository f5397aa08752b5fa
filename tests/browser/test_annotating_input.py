"""Ways for a text to come to the page that marks it: formatting, files, addresses."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from service.exchange.docx import write_docx
from tests.browser.editing import field, marks, paste


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
