"""What tests of the page that marks a text do on it."""

from playwright.sync_api import Locator, Page, expect

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
