"""What the pages have in common: who serves them, and the frame around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, request

from service.web.pages import annotating, localization
from service.web.pages.localization import translated

PAGES = (annotating.blueprint,)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the navigation."""

    address: str
    name: str
    current: bool


def install(app: Flask) -> None:
    """Register every page, and what the frame around them shows."""
    localization.install(app)
    for blueprint in PAGES:
        app.register_blueprint(blueprint)
    app.jinja_env.globals.update(site_pages=site_pages)


def site_pages() -> Iterator[Link]:
    """The navigation: each page by its address; the one that is shown, or whose part is shown, is the current one."""
    for address, name in (
        ("/", translated("Mark a text")),
        ("/docs", translated("API")),
    ):
        yield Link(
            address, name, request.path == address or (address != "/" and request.path.startswith(f"{address}/"))
        )
