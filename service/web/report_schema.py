"""What a document report looks like over HTTP, and how it is written down."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import Schema, fields

from service.annotation.model import Annotation
from service.annotation.report import ConceptCount, LabelCount, PerspectiveCount, Report, SideCount, Voices

Convert = Callable[[int], int]


class VoicesSchema(Schema):
    """A number of mentions, by who speaks."""

    total = fields.Integer(required=True)
    own = fields.Integer(required=True, metadata={"description": "In the writer's own voice."})
    quoted = fields.Integer(required=True, metadata={"description": "Inside quoted speech."})
    distanced = fields.Integer(
        required=True, metadata={"description": "After “so-called” or the like, or in quotation marks of its own."}
    )


def _voices(description: str) -> fields.Nested:
    return fields.Nested(VoicesSchema, required=True, metadata={"description": description})


class FirstMentionSchema(Schema):
    """Where something is mentioned first: a span of the text or HTML as sent."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    surface = fields.String(required=True)


class LabelCountSchema(Schema):
    """A label as a name of a concept, and how often it is used."""

    concept_id = fields.String(required=True)
    text = fields.String(required=True)
    lang = fields.String(required=True)
    stance = fields.String(required=True)
    side = fields.String(
        required=True, allow_none=True, metadata={"description": "The side that alone uses it, if one does."}
    )
    mentions = _voices("How often.")
    first = fields.Nested(FirstMentionSchema, required=True)


class ConceptCountSchema(Schema):
    """A concept and the labels that name it, in the order of their first mention."""

    concept_id = fields.String(required=True)
    kind = fields.String(required=True)
    gloss = fields.String(required=True)
    contested = fields.Boolean(required=True)
    mentions = _voices("How often, by whatever label.")
    first = fields.Nested(FirstMentionSchema, required=True)
    sides = fields.Dict(
        keys=fields.String(),
        values=fields.Nested(VoicesSchema),
        required=True,
        metadata={"description": "Mentions by the labels of each side; labels of no one side are left out."},
    )
    labels = fields.List(fields.Nested(LabelCountSchema), required=True)


class SideCountSchema(Schema):
    """Mentions of contested concepts by the labels of one side."""

    side = fields.String(required=True)
    name = fields.String(required=True)
    mentions = _voices("How often.")
    stances = fields.Dict(keys=fields.String(), values=fields.Nested(VoicesSchema), required=True)


class SharedCountSchema(Schema):
    """Mentions of contested concepts by labels of no one side."""

    mentions = _voices("How often.")
    stances = fields.Dict(keys=fields.String(), values=fields.Nested(VoicesSchema), required=True)


class UsedLabelSchema(Schema):
    """A label of the text that a perspective uses."""

    concept_id = fields.String(required=True)
    text = fields.String(required=True)
    lang = fields.String(required=True)
    mentions = _voices("How often.")


class PerspectiveCountSchema(Schema):
    """Mentions of contested concepts by the labels that a perspective uses. A label may have several users."""

    perspective = fields.String(required=True, metadata={"description": "Key of GET /v1/perspectives."})
    name = fields.String(required=True)
    side = fields.String(required=True, allow_none=True)
    mentions = _voices("How often.")
    labels = fields.List(fields.Nested(UsedLabelSchema), required=True)


class OneSideSchema(Schema):
    """A contested concept that the text names by the labels of one side only."""

    concept_id = fields.String(required=True)
    side = fields.String(required=True)
    mentions = _voices("How often.")


class ReportSchema(Schema):
    """The counts of one document. Nothing is weighed."""

    mentions = _voices("All annotations.")
    contested = _voices("Mentions of contested concepts.")
    unresolved = fields.Integer(required=True, metadata={"description": "Mentions that are in no other count."})
    concepts = fields.List(fields.Nested(ConceptCountSchema), required=True)
    sides = fields.List(fields.Nested(SideCountSchema), required=True)
    shared = fields.Nested(SharedCountSchema, required=True)
    perspectives = fields.List(fields.Nested(PerspectiveCountSchema), required=True)
    mixed = fields.List(
        fields.String(), required=True, metadata={"description": "IDs of concepts named by labels of several sides."}
    )
    one_side_only = fields.List(fields.Nested(OneSideSchema), required=True)
    judging = fields.List(
        fields.Nested(LabelCountSchema),
        required=True,
        metadata={"description": "The loaded, euphemistic and pejorative labels in the text."},
    )


def dump_report(report: Report, at: Convert) -> dict[str, Any]:
    """The report as JSON shows it; `at` converts offsets."""
    return {
        "mentions": _dump_voices(report.mentions),
        "contested": _dump_voices(report.contested),
        "unresolved": report.unresolved,
        "concepts": [_concept(one, at) for one in report.concepts],
        "sides": [{"side": one.key, "name": one.name, **_counts(one)} for one in report.sides],
        "shared": _counts(report.shared),
        "perspectives": [_perspective(one) for one in report.perspectives],
        "mixed": [one.concept.id for one in report.mixed],
        "one_side_only": [
            {"concept_id": one.concept.id, "side": side, "mentions": _dump_voices(one.voices)}
            for one in report.one_side_only
            for side in one.sides
        ],
        "judging": [_label(one, at) for one in report.judging],
    }


def _concept(one: ConceptCount, at: Convert) -> dict[str, Any]:
    concept = one.concept
    return {
        "concept_id": concept.id,
        "kind": concept.kind,
        "gloss": concept.gloss,
        "contested": concept.contested,
        "mentions": _dump_voices(one.voices),
        "first": _first(one.first, at),
        "sides": _by_key(one.sides),
        "labels": [_label(label, at) for label in one.labels],
    }


def _label(one: LabelCount, at: Convert) -> dict[str, Any]:
    return {
        "concept_id": one.concept.id,
        "text": one.label.text,
        "lang": one.label.lang,
        "stance": one.label.stance,
        "side": one.side,
        "mentions": _dump_voices(one.voices),
        "first": _first(one.first, at),
    }


def _perspective(one: PerspectiveCount) -> dict[str, Any]:
    return {
        "perspective": one.perspective.key,
        "name": one.perspective.name,
        "side": one.perspective.side,
        "mentions": _dump_voices(one.voices),
        "labels": [
            {
                "concept_id": used.concept.id,
                "text": used.label.text,
                "lang": used.label.lang,
                "mentions": _dump_voices(used.voices),
            }
            for used in one.labels
        ],
    }


def _counts(one: SideCount) -> dict[str, Any]:
    return {"mentions": _dump_voices(one.voices), "stances": _by_key(one.stances)}


def _first(found: Annotation, at: Convert) -> dict[str, Any]:
    return {"start": at(found.start), "end": at(found.end), "surface": found.surface}


def _by_key(counts: Mapping[str, Voices]) -> dict[str, Any]:
    return {key: _dump_voices(voices) for key, voices in counts.items()}


def _dump_voices(voices: Voices) -> dict[str, int]:
    return {"total": voices.total, "own": voices.own, "quoted": voices.quoted, "distanced": voices.distanced}
