"""A real browser for the tests of this folder: headless Chromium, started once, and the app on a port of its own.

Every page is watched (`watch.py`): a breach of the Content-Security-Policy, an error in the console, an exception that
nobody catches or a request to another machine fails the test. The lexicon is the invented one, as elsewhere.

Where no Chromium is installed the tests are skipped, unless `EVENHAND_BROWSER_TESTS=required`, as in `.ci/run`.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from service.app import create_app
from service.settings import Settings
from service.web.engine import Engine
from tests.browser.chromium import PROGRAMS, launch, program
from tests.browser.live import served
from tests.browser.watch import Watch

_PATIENCE = 20_000  # milliseconds that something may take before it counts as missing; machines may be busy
expect.set_options(timeout=_PATIENCE)

Tab = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if program() is None:
        missing = f"needs a browser, and none of {', '.join(PROGRAMS)} is installed"
        if os.environ.get("EVENHAND_BROWSER_TESTS") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def live_app(engine: Engine) -> Flask:
    """The app with the invented lexicon, and the limits of every day."""
    return create_app(Settings(), load_engine=lambda _: engine)


@pytest.fixture(scope="session")
def address(live_app: Flask) -> Iterator[str]:
    """Where the app is served: http://127.0.0.1:PORT."""
    with served(live_app) as base:
        yield base


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Tab]:
    """Opens a watched tab, each in a profile of its own.

    `tab(dark=True, width=360, javascript=False, lang="ru")`; any other option is one of Playwright's for a context
    (`forced_colors="active"`, `has_touch=True`, `base_url=…`).
    """
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_tab(
        *,
        dark: bool = False,
        width: int = 1280,
        height: int = 900,
        javascript: bool = True,
        lang: str = "en",
        **more: Any,
    ) -> Page:
        options: dict[str, Any] = {"base_url": address, "locale": lang, "java_script_enabled": javascript, **more}
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **options
        )
        context.set_default_timeout(_PATIENCE)
        opened.append((context, Watch(context)))
        return context.new_page()

    yield open_tab
    for context, _ in opened:
        context.close()
    assert [trouble for _, watch in opened for trouble in watch.troubles] == []


@pytest.fixture
def page(tab: Tab) -> Page:
    """A tab as most people have it: wide, light, English, with JavaScript."""
    return tab()
