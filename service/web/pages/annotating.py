"""The web form: paste a text, press, read. Nothing that is pasted is kept."""

from collections.abc import Mapping

from flask import Blueprint, Response, make_response, render_template, request
from marshmallow import ValidationError
from werkzeug.exceptions import LengthRequired, RequestEntityTooLarge

from service import __version__
from service.errors import EvenhandError
from service.web.answers import send
from service.web.document import DOCUMENT, Document, document_of
from service.web.engine import Engine, current_engine, current_settings
from service.web.pages.entries import Wording
from service.web.pages.marked import Reading, read, stance_of
from service.web.problems import Problem, problem_of

blueprint = Blueprint("annotating", __name__)

_EMPTY = {"text": "", "format": "text", "lang": "", "as_of": ""}


@blueprint.get("/")
def form() -> Response:
    """The empty form."""
    return _page(_EMPTY)


@blueprint.post("/")
def annotate() -> Response:
    """The form as it was filled in, with the marked text, or with what is the matter next to its field."""
    engine = current_engine()
    entered = _EMPTY
    try:
        entered = _entered()
        document = _document(entered, engine)
    except (EvenhandError, ValidationError, RequestEntityTooLarge) as error:
        return _page(entered, problem=problem_of(error))
    if request.form.get("view") == "json":
        return send(document.answer(engine))
    result = engine.annotator.annotate(document.request)
    return _page(entered, reading=read(document.source, result))


def _entered() -> dict[str, str]:
    if "Transfer-Encoding" in request.headers:
        # No browser does this, and a form that is cut off at the limit would not show it.
        raise LengthRequired("A form must be sent with its Content-Length.")
    entered = {name: request.form.get(name, default) for name, default in _EMPTY.items()}
    # Browsers send a line break as CR LF, whatever was pasted.
    entered["text"] = entered["text"].replace("\r\n", "\n")
    return entered


def _document(entered: Mapping[str, str], engine: Engine) -> Document:
    fields = {
        "html" if entered["format"] == "html" else "text": entered["text"],
        "lang": entered["lang"] or None,
        "as_of": entered["as_of"] or None,
    }
    return document_of(DOCUMENT.load(fields), engine, current_settings().max_text)


def _page(entered: Mapping[str, str], reading: Reading | None = None, problem: Problem | None = None) -> Response:
    lexicon = current_engine().lexicon
    page = render_template(
        "annotate.html",
        entered=entered,
        reading=reading,
        problem=problem,
        errors=_by_field(problem),
        wording=Wording(lexicon),
        stance_of=stance_of,
        languages=sorted(lexicon.vocabulary.languages.items(), key=lambda item: item[1]),
        lexicon_version=lexicon.version,
        service_version=__version__,
        max_text=current_settings().max_text,
    )
    response = make_response(page, problem.status if problem else 200)
    response.headers["Cache-Control"] = "no-store"
    return response


def _by_field(problem: Problem | None) -> dict[str, str]:
    """What is the matter with each field of the form; what has no field of its own stands at the text."""
    found: dict[str, str] = {}
    for error in problem.errors if problem else ():
        field = error.field if error.field in ("lang", "as_of") else "text"
        found[field] = f"{found[field]} {error.message}" if field in found else error.message
    return found
