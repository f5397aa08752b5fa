"""What the pages have in common: who serves them, and the frame around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask, request

from service.web.pages import (
    annotating,
    browsing,
    change_page,
    comparison_page,
    concept_page,
    label_part,
    localization,
    map_page,
    name_list_page,
    names_page,
    perspective_pages,
    source_pages,
    symmetry_page,
    vocabulary_page,
)
from service.web.pages.localization import translated

PAGES = (
    annotating.blueprint,
    label_part.blueprint,
    browsing.blueprint,
    change_page.blueprint,
    concept_page.blueprint,
    names_page.blueprint,
    name_list_page.blueprint,
    comparison_page.blueprint,
    map_page.blueprint,
    perspective_pages.blueprint,
    source_pages.blueprint,
    symmetry_page.blueprint,
    vocabulary_page.blueprint,
)
# Addresses of the lexicon's pages that do not begin like its list.
_LEXICON = ("/c/", "/contributing", "/map", "/perspectives", "/sources", "/symmetry", "/vocabulary")


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
        ("/names", translated("Names and translations")),
        ("/lexicon", translated("Lexicon")),
        ("/docs", translated("API")),
    ):
        yield Link(address, name, request.path == address or (address != "/" and _below(request.path, address)))


def _below(path: str, address: str) -> bool:
    return path.startswith(f"{address}/") or (address == "/lexicon" and path.startswith(_LEXICON))
