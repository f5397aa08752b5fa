"""A page of the lexicon: the frame's words, and what caches may do with it."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, make_response, render_template, request

from service import __version__
from service.lexicon.model import Concept, Label
from service.web.engine import current_engine
from service.web.pages import phrases
from service.web.pages.library import current_library
from service.web.pages.localization import interface_language, translated

_SERVICE = Path(__file__).parent.parent.parent


def send_page(template: str, *, tag: str = "", **values: Any) -> Response:
    """The page, which changes with the lexicon, the code and the reader's language only: 304 for a reader who has it.

    `tag` stands for anything else that the page shows. A page that the reader has is not rendered.
    """
    tags = (interface_language(), tag)
    if request.if_none_match.contains_weak(_etag(*tags)):
        return cacheable(Response(mimetype="text/html"), *tags)
    lexicon = current_engine().lexicon
    page = render_template(
        template,
        lexicon=lexicon,
        lexicon_parts=lexicon_parts,
        names_of=names_of,
        phrases=phrases,
        **values,
    )
    return cacheable(make_response(page), *tags)


def cacheable(response: Response, *tags: str) -> Response:
    """The response with an ETag that `tags` tell apart: browsers ask each time and are told if it is the same."""
    response.set_etag(_etag(*tags))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def _etag(*tags: str) -> str:
    known = "-".join((current_engine().lexicon.version, __version__, _code(), *filter(None, tags)))
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in known)


@cache
def _code() -> str:
    """A hash of what pages are made by: another template gives another page, whatever the version says."""
    digest = hashlib.sha256()
    for file in sorted(_SERVICE.rglob("*")):
        if file.suffix in (".py", ".html", ".svg", ".mo"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


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
