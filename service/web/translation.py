"""POST /v1/check-translation: a text and its translation side by side, concept by concept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import Response
from marshmallow import ValidationError, fields, validate

from service.annotation.model import Result
from service.checking.translation import Comparison, compare
from service.errors import EvenhandError
from service.text.offsets import UNITS, OffsetConverter
from service.web.answers import refuse_unreadable, send, versions
from service.web.blueprint import Blueprint
from service.web.document import Document, document_of
from service.web.document_schema import DocumentSchema
from service.web.engine import Engine, current_engine, current_settings
from service.web.fields import Day, StrictSchema
from service.web.problems import FieldError, Problem, problem_of, refuse
from service.web.schema import encode
from service.web.translation_schema import ComparisonSchema, dump_comparison

blueprint = Blueprint(
    "translation",
    __name__,
    url_prefix="/v1",
    description="Check a translation against its source. Nothing that is sent is kept.",
)
blueprint.before_request(refuse_unreadable)

# What is the same for both texts, or has no meaning here.
_SETTLED: dict[str, Any] = {
    "as_of": None,
    "offsets": "codepoint",
    "style": None,
    "kinds": None,
    "packs": None,
    "overlaps": "longest",
    "alternatives": "none",
    "include": None,
}
_TEXTS = ("source", "target")


class TranslatedTextSchema(DocumentSchema):
    """One of the two texts: exactly one of `text` and `html`."""

    class Meta:
        """What is the same for both stands beside them."""

        exclude = tuple(_SETTLED)


class TranslationSchema(StrictSchema):
    """A text and its translation, of any length up to the limit of a document each."""

    source = fields.Nested(TranslatedTextSchema, required=True)
    target = fields.Nested(TranslatedTextSchema, required=True)
    as_of = Day(load_default=None, allow_none=True, metadata={"description": "The article's date, YYYY-MM-DD."})
    offsets = fields.String(
        load_default="codepoint",
        validate=validate.OneOf(UNITS, error="must be one of: {choices}."),
        metadata={"description": "The unit of `start` and `end`, as for `/v1/annotate`."},
    )


@dataclass(frozen=True, slots=True)
class Checked:
    """The two texts as they were sent, what was found in each, and the comparison."""

    source: str
    target: str
    source_result: Result
    target_result: Result
    comparison: Comparison


TRANSLATION = TranslationSchema()


@blueprint.route("/check-translation", methods=["POST"])
@blueprint.arguments(
    TRANSLATION, example={"source": {"text": "…", "lang": "en"}, "target": {"text": "…", "lang": "ru"}}
)
@blueprint.response(200, ComparisonSchema)
def check_translation(values: dict[str, Any]) -> Response:
    """Lay a translation beside its source.

    For every concept that the source mentions, the answer lists what the target calls it, and whether it is kept,
    changed in stance, side or voice, unresolved or missing. Nothing is judged: a change may be what is wanted.
    """
    engine = current_engine()
    checked = checked_translation(values, engine, current_settings().max_text)
    answer = dump_comparison(
        checked.comparison,
        OffsetConverter(checked.source, values["offsets"]).convert,
        OffsetConverter(checked.target, values["offsets"]).convert,
    )
    return send(encode({**answer, "offsets": values["offsets"], **versions(engine)}))


def checked_translation(values: Mapping[str, Any], engine: Engine, max_text: int) -> Checked:
    """Annotate both texts and compare; a Problem names the fields that cannot be used, of both texts."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in _TEXTS:
        try:
            documents[name] = _document(values[name], values["as_of"], engine, max_text)
        except (EvenhandError, ValidationError) as error:
            problems.append(_placed(problem_of(error), name))
    if problems:
        raise _joined(problems)
    source, target = (documents[name] for name in _TEXTS)
    source_result = engine.annotator.annotate(source.request)
    target_result = engine.annotator.annotate(target.request)
    comparison = compare(source_result, target_result, engine.lexicon)
    return Checked(source.source, target.source, source_result, target_result, comparison)


def _document(values: Mapping[str, Any], as_of: date | None, engine: Engine, max_text: int) -> Document:
    return document_of(_SETTLED | {"as_of": as_of} | dict(values), engine, max_text)


def _placed(problem: Problem, name: str) -> Problem:
    """The problem with its fields named from the top of the request."""
    errors = [replace(error, field=f"{name}.{error.field}") for error in problem.errors]
    return Problem(problem.status, problem.detail, errors)


def _joined(problems: list[Problem]) -> Problem:
    """One problem for both texts; if one is too long, that is the matter with the request."""
    errors: list[FieldError] = [error for problem in problems for error in problem.errors]
    told = refuse(*errors)
    return Problem(max((problem.status for problem in problems), key=(422, 413).index), told.detail, errors)
