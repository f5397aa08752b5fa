"""POST /v1/annotate and /v1/annotate/batch."""

from typing import Any

from flask import Response
from marshmallow import ValidationError, fields, validate

from service.errors import LimitError
from service.web.answers import refuse_unreadable, send, versions
from service.web.blueprint import Blueprint
from service.web.document import DOCUMENT, document_of, lone_surrogate
from service.web.document_schema import DocumentSchema
from service.web.engine import Engine, current_engine, current_settings
from service.web.fields import StrictSchema
from service.web.problems import ProblemSchema, problem_of
from service.web.schema import ResultSchema, VersionedSchema, encode
from service.web.writer import splice

blueprint = Blueprint(
    "annotate", __name__, url_prefix="/v1", description="Annotate texts. Nothing that is sent is kept."
)
blueprint.before_request(refuse_unreadable)


def _encodable(name: str) -> None:
    if lone_surrogate(name) is not None:
        raise ValidationError("has half of a surrogate pair, which is no character.")


_ID = fields.String(
    load_default=None,
    allow_none=True,
    validate=[validate.Length(max=200), _encodable],
    metadata={"description": "The caller's own name for the document; it comes back with the answer."},
)


class BatchDocumentSchema(DocumentSchema):
    """A document of a batch."""

    id = _ID


class Unread(fields.Nested):
    """Documented as its schema, handed on as it came: each document is read on its own."""

    def deserialize(self, value: Any, *_context: Any, **_options: Any) -> Any:
        """The value, whatever it is."""
        return value


class BatchSchema(StrictSchema):
    """Several documents. Each is read and answered on its own: one that cannot be used does not spoil the others."""

    documents = fields.List(Unread(BatchDocumentSchema), required=True)


class BatchItemSchema(ResultSchema):
    """The answer for a document as in /v1/annotate, or `error` instead of all that."""

    id = _ID
    error = fields.Nested(ProblemSchema)


class BatchResultSchema(VersionedSchema):
    """One answer for each document, in the order of the request."""

    documents = fields.List(fields.Nested(BatchItemSchema(partial=True)), required=True)


_BATCH_DOCUMENT = BatchDocumentSchema()


@blueprint.route("/annotate", methods=["POST"])
@blueprint.arguments(DOCUMENT, example={"text": "…", "lang": "en", "as_of": "2023-09-25"})
@blueprint.response(200, ResultSchema)
def annotate(values: dict[str, Any]) -> Response:
    """Annotate one document.

    Names and labels of the lexicon are found in the text or HTML, each with the concept it stands for, whose name it
    is, what else the concept is called, and the reason. An ambiguous word that its context does not settle is listed
    under `unresolved`.
    """
    engine = current_engine()
    return send(document_of(values, engine, current_settings().max_text).answer(engine))


@blueprint.route("/annotate/batch", methods=["POST"])
@blueprint.arguments(BatchSchema())
@blueprint.response(200, BatchResultSchema)
def annotate_batch(values: dict[str, Any]) -> Response:
    """Annotate several documents.

    Each document is as for `/v1/annotate`, with an optional `id`. The answers come in the order of the documents; one
    that cannot be used has an `error` in place of its answer, shaped like every other problem.
    """
    engine, settings = current_engine(), current_settings()
    documents = values["documents"]
    if len(documents) > settings.max_batch:
        raise LimitError("documents", settings.max_batch, len(documents), "documents")
    answers = [_batch_answer(document, engine, settings.max_text) for document in documents]
    return send(splice({}, b'"documents":[%b]' % b",".join(answers), versions(engine)))


def _batch_answer(document: Any, engine: Engine, max_text: int) -> bytes:
    name = {"id": _name(document)}
    try:
        values = _BATCH_DOCUMENT.load(document)
        return splice(name, document_of(values, engine, max_text).answer(engine)[1:-1])
    except Exception as error:  # one document must not spoil the others; problem_of logs what is ours
        return encode({**name, "error": problem_of(error).as_dict()})


def _name(document: Any) -> str | None:
    """The document's own name, if it can be repeated in the answer."""
    name = document.get("id") if isinstance(document, dict) else None
    return name if isinstance(name, str) and lone_surrogate(name) is None else None
