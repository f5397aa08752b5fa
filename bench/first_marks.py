"""From the paste of a 4 KB article to its first marks, in a browser: `python -m bench.first_marks` (needs Chromium).

The service runs under gunicorn on this machine, with the shipped lexicon. Measured inside the page, from the browser's
`input` event to the frame after the one in which the first mark stands.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.article import article
from bench.server import serving
from tests.browser.chromium import PROGRAMS, launch, program

_BYTES = 4096
_PASTES = 20
_FIRST = ("/v1/annotate", {"text": "A first question."})

# Stands in the page before the paste; `marked` is then a promise of the milliseconds.
_WATCH = """() => {
    const field = document.getElementById("text");
    window.marked = new Promise((tell) => {
        field.addEventListener("input", () => {
            const began = performance.now();
            new MutationObserver((_, watcher) => {
                if (!document.querySelector("#marked .mark")) return;
                watcher.disconnect();
                requestAnimationFrame(() => setTimeout(() => tell(performance.now() - began)));
            }).observe(document.body, { childList: true, subtree: true });
        }, { once: true, capture: true });
    });
}"""


def main() -> int:
    """Print the median and the range; 1 if there is no browser."""
    if program() is None:
        print(f"None of {', '.join(PROGRAMS)} is installed.", file=sys.stderr)
        return 1
    with (
        tempfile.TemporaryDirectory() as cache,
        serving("service.app:create_app()", _FIRST, Path(cache)) as server,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        context = browser.new_context(base_url=server.url, permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        times = [_paste(page, number) for number in range(_PASTES + 2)][2:]  # two to warm up
        marks = page.locator("#marked .mark").count()
        browser.close()
    told = f"{statistics.median(times):.0f} ms (from {min(times):.0f} to {max(times):.0f})"
    print(f"Paste of {_BYTES} bytes to the first of {marks} marks: {told}, median of {len(times)} pastes.")
    return 0


def _paste(page: Page, number: int) -> float:
    page.goto("/")
    text = f"{number:03}\n" + article(_BYTES)[: _BYTES - 4]
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.locator("#text").focus()
    page.evaluate(_WATCH)
    page.keyboard.press("Control+V")
    time: float = page.evaluate("window.marked")
    return time


if __name__ == "__main__":
    sys.exit(main())
