"""What holds for every page: readable for all, at every width, by keyboard, light and dark."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.conftest import Tab
from tests.browser.sheets import SHEETS

_OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", [path for path in SHEETS if path != "/docs"])  # /docs shows Swagger UI as it is
def test_axe_has_nothing_to_say(tab: Tab, path: str, dark: bool) -> None:
    page = tab(dark=dark)
    page.goto(path)
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280])  # 320: a screen of 1280 at 400 %, as WCAG 1.4.10 asks
@pytest.mark.parametrize("path", SHEETS)
def test_nothing_hangs_over_the_edge(tab: Tab, path: str, width: int) -> None:
    page = tab(width=width, height=700)
    page.goto(path)
    assert page.evaluate(_OVERHANG) <= 0


@pytest.mark.parametrize("path", [path for path in SHEETS if path != "/docs"])
def test_the_keyboard_reaches_everything(page: Page, path: str) -> None:
    page.goto(path)
    reached = walk(page)
    assert reached[0] == "Skip to the content"
    # Of a group of radio buttons, Tab reaches one.
    missed = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(element => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
            .filter(element => !element.matches('[type=radio]') && !element.dataset.walked)
            .map(element => element.outerHTML)"""
    )
    assert missed == []


@pytest.mark.parametrize("path", SHEETS)
def test_without_javascript_the_page_is_all_there(tab: Tab, path: str) -> None:
    page = tab(javascript=False)
    page.goto(path)
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()


def walk(page: Page, most: int = 300) -> list[str]:
    """Press Tab from the top to the end of the page; the words of what was reached, each marked as walked."""
    reached: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => {
                const at = document.activeElement;
                const again = "walked" in at.dataset;
                const first = document.querySelector("[data-walked]");
                if (at === document.body || (again && at === first)) return "end";
                if (again) return "again";  // a date has several places in one field
                at.dataset.walked = "yes";
                return "new:" + (at.innerText || at.getAttribute("aria-label") || at.id).trim();
            }"""
        )
        if at == "end":
            return reached
        if at != "again":
            reached.append(at.removeprefix("new:"))
    raise AssertionError("the end of the page was not reached")
