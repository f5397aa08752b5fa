"""What the answer for a document looks like, and how an annotation result is written down.

The marshmallow schemas describe answers in the OpenAPI document. The answers themselves are built as plain
dictionaries by `dump_result`, the one way out for every entrance (REST, form, command line); a test holds the
dictionaries against the schemas.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

import msgspec
from marshmallow import Schema, fields, validate

from service import __version__
from service.annotation.model import Annotation, Result, Suppressed, Unresolved
from service.annotation.report import Report
from service.checking.suggestion import Suggestion
from service.lexicon.model import Label
from service.text.offsets import UNITS, OffsetConverter, Unit
from service.web.report_schema import ReportSchema, dump_report
from service.web.styles_schema import SuggestionSchema, dump_suggestion

_ENCODER = msgspec.json.Encoder()


class LabelSchema(Schema):
    """A name of a concept, and what using it tells."""

    text = fields.String(required=True)
    lang = fields.String(required=True, metadata={"description": "BCP 47"})
    type = fields.String(required=True, metadata={"description": "endonym, exonym, title, description …"})
    stance = fields.String(required=True, metadata={"description": "neutral, sided, loaded, euphemistic …"})
    note = fields.String(required=True, allow_none=True, metadata={"description": "How the word is heard, by whom."})
    perspectives = fields.List(
        fields.String(), required=True, metadata={"description": "Who uses it: keys of GET /v1/perspectives."}
    )


class AlternativeSchema(Schema):
    """Another name of the same concept."""

    text = fields.String(required=True)
    lang = fields.String(required=True)
    type = fields.String(required=True)
    stance = fields.String(required=True)
    perspectives = fields.List(fields.String(), required=True)


class SpanSchema(Schema):
    """A half-open range of the text or HTML as sent, and the characters in it."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    surface = fields.String(
        required=True, metadata={"description": "text[start:end]; if it differs, the text moved on."}
    )
    why = fields.String(required=True)


class AnnotationSchema(SpanSchema):
    """A span, the concept it stands for, and the label that was recognized."""

    concept_id = fields.String(required=True)
    kind = fields.String(required=True)
    gloss = fields.String(required=True)
    contested = fields.Boolean(required=True)
    label = fields.Nested(LabelSchema, required=True)
    alternatives = fields.List(
        fields.Nested(AlternativeSchema),
        metadata={"description": "The concept's other names. Left out only if the request says `alternatives: none`."},
    )
    in_quotation = fields.Boolean(required=True)
    distanced = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "How the writer keeps a distance from the name: so-called, quotation marks …"},
    )
    in_name = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "The name of an organisation or a work that this one is a part of: Vale Bank."},
    )
    inflected = fields.Boolean(required=True)
    suggestion = fields.Nested(
        SuggestionSchema, required=True, allow_none=True, metadata={"description": "Only with a house style."}
    )


class CandidatesSchema(SpanSchema):
    """A span with the concepts it might stand for."""

    candidates = fields.List(fields.String(), required=True, metadata={"description": "Concept IDs."})


class VersionedSchema(Schema):
    """Every answer says which data and which code it comes from."""

    lexicon_version = fields.String(required=True, metadata={"description": "Content hash of the lexicon."})
    service_version = fields.String(required=True)


class ResultSchema(VersionedSchema):
    """The answer for one document. The same document and versions give the same bytes."""

    annotations = fields.List(fields.Nested(AnnotationSchema), required=True)
    unresolved = fields.List(
        fields.Nested(CandidatesSchema), required=True, metadata={"description": "Ambiguous here; not guessed."}
    )
    suppressed = fields.List(
        fields.Nested(CandidatesSchema), metadata={"description": "Only if `include` asks for it."}
    )
    report = fields.Nested(ReportSchema, metadata={"description": "Only if `include` asks for it."})
    lang = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "The language of the text: as the request says, else as found; null if neither."},
    )
    lang_detected = fields.Boolean(
        required=True, metadata={"description": "Whether the service found `lang` itself: the request named none."}
    )
    offsets = fields.String(required=True, validate=validate.OneOf(UNITS))


def dump_result(
    result: Result,
    source_text: str,
    offsets: Unit,
    lexicon_version: str,
    include: Collection[str] = (),
    suggestions: Sequence[Suggestion | None] | None = None,
    report: Report | None = None,
    *,
    alternatives: bool = True,
) -> dict[str, Any]:
    """The answer for one document, ready for `dumps`. `source_text` is the text or HTML as sent."""
    at = OffsetConverter(source_text, offsets).convert
    found = zip(result.annotations, suggestions or [None] * len(result.annotations), strict=True)
    return {
        "annotations": [
            {
                **dump_span(one, at(one.start), at(one.end)),
                **dump_about(one, alternatives),
                **dump_remarks(one, said),
            }
            for one, said in found
        ],
        **dump_frame(result, at, offsets, lexicon_version, include, report),
    }


def dump_frame(
    result: Result,
    at: Callable[[int], int],
    offsets: Unit,
    lexicon_version: str,
    include: Collection[str],
    report: Report | None,
) -> dict[str, Any]:
    """The answer but for its annotations; `at` converts offsets."""
    frame: dict[str, Any] = {
        "unresolved": [dump_candidates(found, at(found.start), at(found.end)) for found in result.unresolved]
    }
    if "suppressed" in include:
        frame["suppressed"] = [dump_candidates(found, at(found.start), at(found.end)) for found in result.suppressed]
    if report is not None:
        frame["report"] = dump_report(report, at)
    return frame | {
        "lang": result.lang,
        "lang_detected": result.lang_detected,
        "offsets": offsets,
        "lexicon_version": lexicon_version,
        "service_version": __version__,
    }


def encode(answer: dict[str, Any] | msgspec.Struct) -> bytes:
    """The one way to write an answer as JSON: the same answer gives the same bytes."""
    return _ENCODER.encode(answer)


def dumps(answer: dict[str, Any]) -> str:
    """The characters that `encode` writes."""
    return encode(answer).decode()


def dump_label(label: Label) -> dict[str, Any]:
    """The label as annotations and look-ups show it."""
    return {
        "text": label.text,
        "lang": label.lang,
        "type": label.type,
        "stance": label.stance,
        "note": label.note,
        "perspectives": list(label.perspectives),
    }


def dump_alternative(label: Label) -> dict[str, Any]:
    """The label as an alternative to another one."""
    return {
        "text": label.text,
        "lang": label.lang,
        "type": label.type,
        "stance": label.stance,
        "perspectives": list(label.perspectives),
    }


def dump_span(found: Annotation, start: int, end: int) -> dict[str, Any]:
    """The first part of an annotation: where it stands in the text."""
    return {"start": start, "end": end, "surface": found.surface}


def dump_about(found: Annotation, alternatives: bool) -> dict[str, Any]:
    """The second part of an annotation: what the lexicon says, whatever the text."""
    concept = found.concept
    about = {
        "concept_id": concept.id,
        "kind": concept.kind,
        "gloss": concept.gloss,
        "contested": concept.contested,
        "label": dump_label(found.label),
    }
    if alternatives:
        about["alternatives"] = [dump_alternative(label) for label in found.alternatives]
    return about


def dump_remarks(found: Annotation, suggestion: Suggestion | None) -> dict[str, Any]:
    """The last part of an annotation: how the text uses the name, and what a house style would write."""
    return {
        "in_quotation": found.in_quotation,
        "distanced": found.distanced,
        "in_name": found.in_name,
        "inflected": found.inflected,
        "why": found.why,
        "suggestion": dump_suggestion(suggestion),
    }


def dump_candidates(found: Unresolved | Suppressed, start: int, end: int) -> dict[str, Any]:
    """A member of `unresolved` or `suppressed`."""
    return {
        "start": start,
        "end": end,
        "surface": found.surface,
        "candidates": list(found.candidates),
        "why": found.why,
    }
