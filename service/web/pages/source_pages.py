"""The documents behind the lexicon: a list of them, and for each what rests on it."""

from collections.abc import Iterable

from flask import Blueprint, Response, request

from service.checking.names import plain_letters
from service.errors import UnknownIdError
from service.lexicon.model import Source
from service.web.engine import current_settings
from service.web.pages.lexicon_page import send_page
from service.web.pages.library import Library, current_library
from service.web.pages.selection import selection_of, slice_of

blueprint = Blueprint("sources", __name__)

PATH = "/sources"
_SIZE = 100  # entries on a page


@blueprint.get(PATH)
def sources() -> Response:
    """The sources, by publisher and title, or those with the words that the address asks for."""
    library = current_library()
    selection = selection_of(PATH, request.args, (), current_settings().max_query)
    found = [source for source in _ordered(library) if _has(source, plain_letters(selection.q).split())]
    part = slice_of(len(found), selection.page, _SIZE)
    listed = [(source, len(library.catalogue.uses_from(source.key))) for source in found[part.start : part.end]]
    return send_page("sources.html", selection=selection, part=part, listed=listed)


@blueprint.get(f"{PATH}/<key>")
def source(key: str) -> Response:
    """One source, and the uses that rest on it."""
    library = current_library()
    found = library.lexicon.sources.get(key)
    if found is None:
        raise UnknownIdError("The lexicon holds no source with this key.")
    selection = selection_of(f"{PATH}/{key}", request.args, (), current_settings().max_query)
    uses = library.catalogue.uses_from(key)
    part = slice_of(len(uses), selection.page, _SIZE)
    return send_page(
        "source.html",
        source=found,
        selection=selection,
        part=part,
        uses=uses[part.start : part.end],
        located=len(library.catalogue.located_by(key)),
    )


def _ordered(library: Library) -> list[Source]:
    return sorted(library.lexicon.sources.values(), key=lambda one: (one.publisher.casefold(), one.title, one.key))


def _has(source: Source, words: Iterable[str]) -> bool:
    text = plain_letters(f"{source.key} {source.title} {source.publisher}")
    return all(word in text for word in words)
