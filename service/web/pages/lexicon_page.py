"""A page of the lexicon: the frame's words, and what caches may do with it."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask import Response, make_response, render_template, request

from service import __version__
from service.lexicon.model import Concept, Label
from service.web.engine import current_engine
from service.web.pages import phrases
from service.web.pages.library import current_library
from service.web.pages.localization import interface_language, translated


def send_page(template: str, *, vary: Iterable[str] = (), tag: str = "", **values: Any) -> Response:
    """The page, which changes with the versions and the reader's language only: 304 for a reader who has it.

    `tag` stands for anything else that the page shows.
    """
    lexicon = current_engine().lexicon
    page = render_template(
        template,
        lexicon=lexicon,
        lexicon_parts=lexicon_parts,
        names_of=names_of,
        phrases=phrases,
        language=lambda lang: lexicon.vocabulary.languages.get(lang, lang),
        **values,
    )
    return cacheable(make_response(page), interface_language(), tag, vary=vary)


def cacheable(response: Response, *tags: str, vary: Iterable[str] = ()) -> Response:
    """The response with an ETag from the versions and `tags`: browsers ask each time and are told if it is the same."""
    known = "-".join((current_engine().lexicon.version, __version__, *(tag for tag in tags if tag)))
    response.set_etag("".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in known))
    response.headers["Cache-Control"] = "no-cache"
    response.vary.update(vary)
    response.make_conditional(request)
    return response


def lexicon_parts() -> Iterator[tuple[str, str]]:
    """The lexicon's own navigation: address and name of each of its parts."""
    yield "/lexicon", translated("Concepts")
    yield "/map", translated("Map")
    yield "/sources", translated("Sources")
    yield "/perspectives", translated("Perspectives")
    yield "/symmetry", translated("Symmetry")
    yield "/vocabulary", translated("Vocabulary")


def names_of(concept: Concept) -> tuple[Label, ...]:
    """The names that stand for the concept where there is room for a few words only."""
    return current_library().catalogue.heading(concept, interface_language())
