"""What a page must never do: break the policy, report an error, fail in its script, or ask another machine."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

from tests.browser.live import HOST


class Watch:
    """Collects what goes amiss on the pages of a browser context."""

    def __init__(self, context: BrowserContext) -> None:
        self.troubles: list[str] = []
        context.on("console", self._console)
        context.on("weberror", self._script)
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        # Chromium also reports each answer of 400 and above here; `_response` judges those.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console: {message.text}")

    def _script(self, error: WebError) -> None:
        self.troubles.append(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname != HOST:
            self.troubles.append(f"asked another machine: {request.url}")

    def _response(self, response: Response) -> None:
        # A page may be an error page, and a script may be told no: its test looks at that. A part must be there.
        asked_for = response.request.resource_type
        if response.status >= 400 and asked_for not in ("document", "fetch", "xhr"):
            self.troubles.append(f"{response.status} for {response.url}")
