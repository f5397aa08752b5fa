"""The harness notices what it is there to notice."""

from collections.abc import Iterator

import pytest
from flask import Flask, Response
from playwright.sync_api import Browser

from service.web import headers
from tests.browser.axe import violations
from tests.browser.live import served
from tests.browser.watch import Watch

PAGES = {
    "inline": "<script>document.title = 'ran'</script>",
    "style": '<p style="color: red">red</p>',
    "exception": '<script src="/static/throw.js"></script>',
    "missing": '<img src="/none.png" alt="">',
    "elsewhere": '<img src="http://elsewhere.invalid/1.png" alt="">',
    "console": '<script src="/static/complain.js"></script>',
    "calm": "<p>Nothing here.</p>",
}
SCRIPTS = {"throw.js": "throw new Error('out of ink')", "complain.js": "console.error('no ink')"}


@pytest.fixture(scope="module")
def bad_site() -> Iterator[str]:
    app = Flask(__name__, static_folder=None)
    headers.install(app)

    @app.get("/<name>")
    def page(name: str) -> str:
        return f"<!doctype html><title>{name}</title><link rel=icon href=data:,>{PAGES[name]}" if name in PAGES else ""

    @app.get("/static/<name>")
    def script(name: str) -> Response:
        return Response(SCRIPTS[name], mimetype="text/javascript")

    @app.get("/none.png")
    def none() -> tuple[str, int]:
        return "", 404

    with served(app) as base:
        yield base


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("inline", "Content Security Policy"),
        ("style", "Content Security Policy"),
        ("exception", "out of ink"),
        ("missing", "404 for"),
        ("elsewhere", "asked another machine: http://elsewhere.invalid/1.png"),
        ("console", "no ink"),
        ("calm", ""),
    ],
)
def test_a_page_that_misbehaves_is_told_on(chromium: Browser, bad_site: str, name: str, told: str) -> None:
    context = chromium.new_context()
    watch = Watch(context)
    page = context.new_page()
    page.goto(f"{bad_site}/{name}", wait_until="networkidle")
    context.close()
    assert bool(watch.troubles) is bool(told)
    assert told in " ".join(watch.troubles)


def test_axe_finds_an_unlabelled_field_and_pale_letters(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(
        "<!doctype html><html lang=en><title>t</title><main><h1>T</h1><input>"
        "<p style='color:#ccc;background:#fff'>pale</p></main>"
    )
    assert {line.split(":")[0] for line in violations(page)} == {"label", "color-contrast"}
    page.close()
