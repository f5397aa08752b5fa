"""POST /v1/rewrite: the suggestions of a house style put into the text, where the caller chose them."""

from typing import Any

from flask import Response
from marshmallow import Schema, fields, validate

from service.checking.rewrite import Edit, Left, Span
from service.text.offsets import OffsetConverter
from service.web.answers import refuse_unreadable, send, versions
from service.web.blueprint import Blueprint
from service.web.document import Document, document_of
from service.web.document_schema import DocumentSchema
from service.web.engine import Engine, current_engine, current_settings
from service.web.fields import StrictSchema
from service.web.problems import FieldError, refuse
from service.web.schema import VersionedSchema, dumps

blueprint = Blueprint(
    "rewrite", __name__, url_prefix="/v1", description="Rewrite a text by a house style. Nothing that is sent is kept."
)
blueprint.before_request(refuse_unreadable)

# What a rewritten document cannot be asked for: overlapping names have no one rewriting.
_SETTLED: dict[str, Any] = {"overlaps": "longest", "include": None, "alternatives": "none"}


class ChosenSpanSchema(StrictSchema):
    """The span of an annotation that has a suggestion, as `/v1/annotate` answers it."""

    start = fields.Integer(required=True, strict=True)
    end = fields.Integer(required=True, strict=True)


class RewriteSchema(DocumentSchema):
    """A document to rewrite: as for `/v1/annotate`, with a style, and the spans to rewrite."""

    class Meta:
        """Overlapping names have no one rewriting, and the answer is its own."""

        exclude = tuple(_SETTLED)

    style = fields.String(required=True, metadata={"description": "ID of a house style (GET /v1/styles)."})
    spans = fields.List(
        fields.Nested(ChosenSpanSchema),
        load_default=None,
        allow_none=True,
        metadata={"description": "Only these suggestions; left out: all. Spans as `/v1/annotate` answers them."},
    )


class EditSchema(Schema):
    """One replacement: a span of the document as sent, and the span that it has become."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    old = fields.String(required=True)
    new_start = fields.Integer(required=True)
    new_end = fields.Integer(required=True)
    new = fields.String(required=True)
    concept_id = fields.String(required=True)
    why = fields.String(required=True)
    warning = fields.String(required=True, allow_none=True, metadata={"description": "What to check in it."})


class LeftSchema(Schema):
    """A name that the style has something to say of, and that was left as it is."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    surface = fields.String(required=True)
    concept_id = fields.String(required=True)
    why = fields.String(required=True, metadata={"description": "What the style says of it."})
    reason = fields.String(required=True, metadata={"description": "Why it was left."})


class RewrittenSchema(VersionedSchema):
    """The document rewritten, under the name it was sent by, with an account of what was done."""

    text = fields.String()
    html = fields.String()
    edits = fields.List(fields.Nested(EditSchema), required=True)
    left = fields.List(fields.Nested(LeftSchema), required=True)
    style = fields.String(required=True)
    lang = fields.String(required=True, allow_none=True)
    lang_detected = fields.Boolean(required=True)
    offsets = fields.String(required=True, validate=validate.OneOf(("codepoint", "utf16", "utf8")))


REWRITE = RewriteSchema()


@blueprint.route("/rewrite", methods=["POST"])
@blueprint.arguments(REWRITE, example={"text": "…", "lang": "en", "style": "dual-names"})
@blueprint.response(200, RewrittenSchema)
def rewrite(values: dict[str, Any]) -> Response:
    """Rewrite one document by a house style.

    The suggestions that `/v1/annotate` gives for the style are put in: all of them, or those at `spans`. Quoted speech
    stays, and so does every tag of HTML. The answer lists each edit, and what was left, with the reason.
    """
    engine = current_engine()
    return send(dumps(rewritten(values, engine, current_settings().max_text)))


def rewritten(values: dict[str, Any], engine: Engine, max_text: int) -> dict[str, Any]:
    """The answer for the fields, as `RewriteSchema` loads them."""
    document = document_of(values | _SETTLED, engine, max_text)
    assert document.style is not None  # noqa: S101  # the schema requires it, document_of knows it
    advice = document.advice(engine)
    at = OffsetConverter(document.source, document.offsets).convert
    spans = {
        (at(found.start), at(found.end)): (found.start, found.end)
        for found, suggestion in zip(advice.result.annotations, advice.suggestions, strict=True)
        if suggestion is not None
    }
    done = advice.rewritten(_chosen(values["spans"], spans))
    at_new = OffsetConverter(done.source, document.offsets).convert
    return {
        _field(document): done.source,
        "edits": [
            _edit(edit, (at(edit.start), at(edit.end)), (at_new(edit.new_start), at_new(edit.new_end)))
            for edit in done.edits
        ],
        "left": [_left(left, (at(left.start), at(left.end)), document) for left in done.left],
        "style": document.style.id,
        "lang": advice.result.lang,
        "lang_detected": advice.result.lang_detected,
        "offsets": document.offsets,
        **versions(engine),
    }


def _chosen(wanted: list[dict[str, int]] | None, spans: dict[Span, Span]) -> frozenset[Span] | None:
    if wanted is None:
        return None
    places = [(one["start"], one["end"]) for one in wanted]
    unknown = [number for number, place in enumerate(places) if place not in spans]
    if unknown:
        message = "is not the span of a name that the style has something to say of."
        raise refuse(*(FieldError(f"spans[{number}]", message) for number in unknown))
    return frozenset(spans[place] for place in places)


def _field(document: Document) -> str:
    return "text" if document.request.html is None else "html"


def _edit(edit: Edit, span: Span, new_span: Span) -> dict[str, Any]:
    return {
        "start": span[0],
        "end": span[1],
        "old": edit.old,
        "new_start": new_span[0],
        "new_end": new_span[1],
        "new": edit.new,
        "concept_id": edit.annotation.concept.id,
        "why": edit.suggestion.why,
        "warning": edit.suggestion.warning,
    }


def _left(left: Left, span: Span, document: Document) -> dict[str, Any]:
    return {
        "start": span[0],
        "end": span[1],
        "surface": document.source[left.start : left.end],
        "concept_id": left.annotation.concept.id,
        "why": left.suggestion.why,
        "reason": left.why,
    }
