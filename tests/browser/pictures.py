"""The README's pictures, taken from the real pages: `make pictures`, or `python -m tests.browser.pictures`.

The texts are made up for the pictures; the lexicon is the shipped one.
"""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from service.app import create_app
from service.settings import Settings
from tests.browser.chromium import launch
from tests.browser.live import served

FOLDER = Path(__file__).parent.parent.parent / "docs" / "images"
_WIDE, _PHONE = (1200, 800), (390, 780)

ARTICLE = (
    "STEPANAKERT/KHANKENDI, 25 September 2023. Cars queued on the Lachin road all night. Officials in Baku spoke of "
    "“anti-terror measures”; officials in Yerevan spoke of ethnic cleansing.\n\n"
    "“We left Artsakh with two bags,” said a teacher from Martakert. A clerk whose family had left Agdam in 1993 said "
    "that he hoped to see Garabagh again. Observers counted the refugees at the border."
)
TRANSLATION = (
    "СТЕПАНАКЕРТ, 25 сентября 2023 года. Всю ночь на Лачинской дороге стояли машины. В Баку говорили об "
    "антитеррористических мероприятиях, в Ереване – об этнической чистке.\n\n"
    "«Мы уехали из Нагорного Карабаха с двумя сумками», – сказала учительница из Мартакерта. Служащий, чья семья "
    "покинула город в 1993 году, сказал, что надеется снова увидеть Карабах."
)


def annotate(page: Page) -> None:
    """An article with its marks, and what is said of one of them."""
    page.goto("/")
    page.get_by_role("textbox", name="Text").fill(ARTICLE)
    page.get_by_role("button", name="Mark the names").click()
    mark = page.locator(".mark", has_text="KHANKENDI").first
    expect(mark).to_be_visible()
    page.wait_for_load_state("networkidle")
    mark.click()


def names(page: Page) -> None:
    """What one name stands for, and its labels in every language."""
    page.goto("/names?q=Xankendi")


def compare(page: Page) -> None:
    """A text and its translation."""
    page.goto("/names/compare")
    page.get_by_role("textbox", name="Source text", exact=True).fill(ARTICLE)
    page.get_by_role("textbox", name="Translation", exact=True).fill(TRANSLATION)
    page.get_by_role("button", name="Compare the names").click()
    expect(page.locator(".pair").first).to_be_visible()


def concept(page: Page) -> None:
    """The page of a place with names of both sides."""
    page.goto("/names?q=Xankendi")
    page.locator("a.id").first.click()
    page.wait_for_load_state("networkidle")


def coverage_map(page: Page) -> None:
    """The map with both sides' names."""
    page.goto("/map")
    page.wait_for_load_state("networkidle")


# Name of the file: what is done, size, light or dark.
PICTURES: dict[str, tuple[Callable[[Page], None], tuple[int, int], bool]] = {
    "annotate": (annotate, _WIDE, False),
    "annotate-dark": (annotate, _WIDE, True),
    "annotate-phone": (annotate, _PHONE, False),
    "names": (names, _WIDE, False),
    "compare": (compare, _WIDE, False),
    "compare-dark": (compare, _WIDE, True),
    "concept": (concept, _WIDE, False),
    "map": (coverage_map, _WIDE, False),
}


def main() -> None:
    """Take all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served(create_app(Settings())) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in PICTURES:
            take(browser, base, name)
        browser.close()


def take(browser: Browser, base: str, name: str) -> None:
    """Take one."""
    act, (width, height), dark = PICTURES[name]
    page = browser.new_page(
        base_url=base,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="en",
        reduced_motion="reduce",
    )
    act(page)
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")
    page.close()


if __name__ == "__main__":
    main()
