"""The page that marks a text: paste it, open it or choose a file, and read. Nothing that is submitted is kept."""

from flask import Blueprint, Response, make_response, render_template, request
from marshmallow import ValidationError
from werkzeug.exceptions import RequestEntityTooLarge

from service.errors import EvenhandError
from service.web.answers import send, versions
from service.web.engine import current_engine, current_settings
from service.web.pages.downloads import KINDS, download
from service.web.pages.entered import Entered, from_address, from_form, with_file
from service.web.pages.entries import Wording
from service.web.pages.marked import stance_of
from service.web.pages.review import Review, review
from service.web.problems import Problem, problem_of

blueprint = Blueprint("annotating", __name__)

_FIELDS = ("file", "lang", "as_of", "style", "kinds")  # the others' problems stand at the text
_REFUSALS = (EvenhandError, ValidationError, RequestEntityTooLarge)


@blueprint.get("/")
def form() -> Response:
    """The form; filled in and answered if the address brings a text (`/?text=…&lang=en`)."""
    entered = Entered()
    try:
        entered = from_address()
        found = review(entered, current_engine(), current_settings()) if entered.text else None
    except _REFUSALS as error:
        return _page(entered, problem=problem_of(error))
    return _page(entered, found)


@blueprint.post("/")
def annotate() -> Response:
    """The form as it was filled in, with the marked text, or with what is the matter next to its field.

    `view` asks for something else: only the answer (`part`, for the script of the page), JSON, a report, or a file.
    """
    engine, settings = current_engine(), current_settings()
    view, entered = "page", Entered()
    try:
        entered = from_form()
        view = request.form.get("view", view)
        entered = with_file(entered, settings)
        if view == "json":
            return send(entered.document(engine, settings).answer(engine))
        found = review(entered, engine, settings, request.form.get("decide", ""))
    except _REFUSALS as error:
        problem = problem_of(error)
        return _part(problem=problem) if view == "part" else _page(entered, problem=problem)
    # A file with fewer changes than were chosen would go unnoticed.
    if view in KINDS and not (found.changes and found.changes.lost):
        return download(view, found, engine)
    if view == "report":
        return _answer(render_template("report.html", review=found, **versions(engine)))
    return _part(found) if view == "part" else _page(found.entered, found)


def _part(found: Review | None = None, problem: Problem | None = None) -> Response:
    """The answer alone, or what is the matter, to be put into the page that is shown."""
    engine = current_engine()
    page = render_template(
        "_part.html",
        part=True,
        review=found,
        problem=problem,
        errors=_by_field(problem),
        wording=Wording(engine.lexicon),
        stance_of=stance_of,
    )
    return _answer(page, problem)


def _page(entered: Entered, found: Review | None = None, problem: Problem | None = None) -> Response:
    engine, settings = current_engine(), current_settings()
    vocabulary = engine.lexicon.vocabulary
    page = render_template(
        "annotate.html",
        part=False,
        entered=entered,
        review=found,
        problem=problem,
        errors=_by_field(problem),
        wording=Wording(engine.lexicon),
        stance_of=stance_of,
        languages=sorted(vocabulary.languages.items(), key=lambda item: item[1]),
        kinds=vocabulary.kinds,
        styles=sorted(engine.styles.styles.values(), key=lambda style: style.title.casefold()),
        max_text=settings.max_text,
        max_body=settings.max_body,
        **versions(engine),
    )
    return _answer(page, problem)


def _answer(page: str, problem: Problem | None = None) -> Response:
    response = make_response(page, problem.status if problem else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def _by_field(problem: Problem | None) -> dict[str, str]:
    """What is the matter with each field of the form; what has no field of its own stands at the text."""
    found: dict[str, str] = {}
    for error in problem.errors if problem else ():
        name = error.field.partition("[")[0]
        field = name if name in _FIELDS else "text"
        found[field] = f"{found[field]} {error.message}" if field in found else error.message
    return found
