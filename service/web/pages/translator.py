"""What the translator's pages have in common: their navigation, their languages, and that nothing is kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Response, make_response, render_template

from service.checking.name_table import NameTable
from service.lexicon.model import Lexicon
from service.web.engine import current_engine, current_settings
from service.web.pages import phrases
from service.web.pages.label_groups import language_rank
from service.web.pages.localization import language_name, translated
from service.web.pages.marked import SIGNS
from service.web.problems import Problem


def send_page(template: str, problem: Problem | None = None, **values: Any) -> Response:
    """A page that shows what was sent: nobody between here and the reader may keep it."""
    engine = current_engine()
    page = render_template(
        template,
        lexicon=engine.lexicon,
        translator_parts=translator_parts,
        languages=languages(engine.lexicon),
        phrases=phrases,
        signs=SIGNS,
        problem=problem,
        max_text=current_settings().max_text,
        **values,
    )
    response = make_response(page, problem.status if problem else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def translator_parts() -> Iterator[tuple[str, str]]:
    """The navigation of these pages: address and name."""
    yield "/names", translated("One name")
    yield "/names/list", translated("Many names")
    yield "/names/compare", translated("Source and translation")


def languages(lexicon: Lexicon) -> list[tuple[str, str]]:
    """The lexicon's languages by tag, each with its name; those of the dispute and of most readers come first."""
    order = sorted(lexicon.vocabulary.languages, key=lambda tag: language_rank(tag, lexicon))
    return [(tag, language_name(tag)) for tag in order]


def name_table() -> NameTable:
    """Looks names up with the engine in use."""
    engine = current_engine()
    return NameTable(engine.names, engine.annotator.annotate)


def by_field(problem: Problem | None, fields: Mapping[str, str], rest: str) -> dict[str, str]:
    """What is the matter with each field of a form; what has no field of its own stands at `rest`."""
    found: dict[str, str] = {}
    for error in problem.errors if problem else ():
        field = fields.get(error.field, rest)
        found[field] = f"{found[field]} {error.message}" if field in found else error.message
    return found
