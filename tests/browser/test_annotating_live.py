"""The page that marks a text, while one types and reads."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.editing import TEXT, box, field, marks, opened, paste


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


@pytest.mark.parametrize("broken", [False, True])
def test_the_text_stays_when_the_service_does_not_answer(page: Page, broken: bool) -> None:
    page.goto("/")
    page.route("**/", lambda route: route.fulfill(status=500, body="{}") if broken else route.abort())
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


def test_a_text_over_the_limit_is_told_before_it_is_sent(page: Page) -> None:
    page.goto("/")
    page.evaluate(
        """() => {
            const text = document.getElementById("text");
            text.value = "x".repeat(Number(text.form.dataset.limit) + 1);
            text.dispatchEvent(new InputEvent("input", {bubbles: true, inputType: "insertFromPaste"}));
            text.form.requestSubmit();
        }"""
    )
    expect(page.get_by_role("status")).to_have_text("")
    page.get_by_label("Language", exact=True).select_option("en")
    expect(page.get_by_role("status")).to_have_text("This text has 1,000,001 characters; the limit is 1,000,000.")
