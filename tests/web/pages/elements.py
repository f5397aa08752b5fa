"""The elements of a page, for tests to look at; a page that is not well-formed fails the test."""

from html.parser import HTMLParser

from flask.testing import FlaskClient

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"
_VOID = ("meta", "link", "input", "br", "hr", "img")


class Elements(HTMLParser):
    """The elements with their attributes, in order; each ID is there once."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []
        ids = [attrs["id"] for _, attrs in self.found if "id" in attrs]
        assert len(ids) == len(set(ids)), "an ID stands twice"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another element"

    def all(self, tag: str, **attributes: str) -> list[dict[str, str | None]]:
        """The attributes of the elements called `tag` that have these; `class_` stands for class."""
        return [
            attrs
            for name, attrs in self.found
            if name == tag and all(attrs.get(key.rstrip("_")) == value for key, value in attributes.items())
        ]

    def links(self) -> list[str]:
        """Where the page leads."""
        return [str(attrs["href"]) for attrs in self.all("a") if "href" in attrs]

    def harmless(self) -> None:
        """Nothing that a text or a lexicon says has become markup that runs, loads or leads anywhere it should not."""
        assert self.all("img") == []
        assert self.all("style") == []
        assert all(str(attrs.get("src")).startswith("/static/") for attrs in self.all("script"))
        for _, attrs in self.found:
            assert not [name for name in attrs if name.startswith("on") or name == "style"]
        assert all(link.startswith(("/", "?", "#", "https://", "http://")) for link in self.links())


def get(client: FlaskClient, address: str, status: int = 200) -> tuple[str, Elements]:
    """A page as a browser gets it, and its elements."""
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text
    assert response.mimetype == "text/html"
    elements = Elements(response.text)
    assert len(elements.all("h1")) == 1
    return response.text, elements
