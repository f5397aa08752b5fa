"""What a text beside its translation looks like over HTTP, and how the comparison is written down."""

from collections.abc import Callable, Iterable
from typing import Any

from marshmallow import Schema, fields, validate

from service.annotation.model import Annotation
from service.checking.translation import Comparison, Pair, Rendering
from service.lexicon.model import Concept
from service.text.offsets import UNITS
from service.web.schema import (
    AlternativeSchema,
    CandidatesSchema,
    LabelSchema,
    VersionedSchema,
    dump_alternative,
    dump_candidates,
    dump_label,
)

Convert = Callable[[int], int]


class MentionSchema(Schema):
    """A mention: a span of the source or the target as sent."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    surface = fields.String(required=True)
    in_quotation = fields.Boolean(required=True)
    distanced = fields.String(required=True, allow_none=True)


class RenderingSchema(Schema):
    """A label that one of the two texts uses for a concept, and where."""

    label = fields.Nested(LabelSchema, required=True)
    side = fields.String(required=True, allow_none=True, metadata={"description": "The side that alone uses it."})
    mentions = fields.List(fields.Nested(MentionSchema), required=True)


class MentionedConceptSchema(Schema):
    """A concept, and what the target calls it."""

    concept_id = fields.String(required=True)
    kind = fields.String(required=True)
    gloss = fields.String(required=True)
    contested = fields.Boolean(required=True)
    target = fields.List(fields.Nested(RenderingSchema), required=True)


class ComparedConceptSchema(MentionedConceptSchema):
    """A concept that the source mentions, and what the target has for it."""

    source = fields.List(fields.Nested(RenderingSchema), required=True)
    outcome = fields.String(
        required=True,
        validate=validate.OneOf(("kept", "changed", "unresolved", "missing")),
        metadata={
            "description": "`changed`: the labels' stances or sides differ, or one text quotes what the other says in "
            "its own voice. `unresolved`: the target has only a word that may stand for it. `missing`: it has none."
        },
    )
    stance_changed = fields.Boolean(required=True)
    voice_changed = fields.Boolean(required=True)
    maybe = fields.List(
        fields.Nested(CandidatesSchema),
        required=True,
        metadata={"description": "Words of the target that may stand for it."},
    )
    offered = fields.List(
        fields.Nested(AlternativeSchema),
        required=True,
        metadata={"description": "If the target has none: the concept's labels in its language, alphabetical."},
    )
    related = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "If the target has none: IDs of related concepts that only the target mentions."},
    )


class UnsettledSchema(CandidatesSchema):
    """A word of the source that may stand for several things."""

    named = fields.List(
        fields.String(), required=True, metadata={"description": "Those of its candidates that the target mentions."}
    )


class ComparisonSchema(VersionedSchema):
    """Source and target side by side, concept by concept, in the order of first mention."""

    concepts = fields.List(fields.Nested(ComparedConceptSchema), required=True)
    unsettled = fields.List(fields.Nested(UnsettledSchema), required=True)
    added = fields.List(
        fields.Nested(MentionedConceptSchema),
        required=True,
        metadata={"description": "Concepts that only the target mentions."},
    )
    offsets = fields.String(required=True, validate=validate.OneOf(UNITS))


def dump_comparison(found: Comparison, at_source: Convert, at_target: Convert) -> dict[str, Any]:
    """The comparison; the two functions convert the offsets of source and target."""
    return {
        "concepts": [_pair(pair, at_source, at_target) for pair in found.pairs],
        "unsettled": [
            {
                **dump_candidates(word.mention, at_source(word.mention.start), at_source(word.mention.end)),
                "named": [concept.id for concept in word.named],
            }
            for word in found.unsettled
        ],
        "added": [{**_concept(one.concept), "target": _renderings(one.target, at_target)} for one in found.added],
    }


def _pair(pair: Pair, at_source: Convert, at_target: Convert) -> dict[str, Any]:
    return {
        **_concept(pair.concept),
        "outcome": pair.outcome,
        "stance_changed": pair.stance_changed,
        "voice_changed": pair.voice_changed,
        "source": _renderings(pair.source, at_source),
        "target": _renderings(pair.target, at_target),
        "maybe": [dump_candidates(word, at_target(word.start), at_target(word.end)) for word in pair.maybe],
        "offered": [dump_alternative(label) for label in pair.offered],
        "related": [concept.id for concept in pair.related],
    }


def _concept(concept: Concept) -> dict[str, Any]:
    return {
        "concept_id": concept.id,
        "kind": concept.kind,
        "gloss": concept.gloss,
        "contested": concept.contested,
    }


def _renderings(found: Iterable[Rendering], at: Convert) -> list[dict[str, Any]]:
    return [
        {
            "label": dump_label(one.label),
            "side": one.standing.side,
            "mentions": [_mention(mention, at) for mention in one.mentions],
        }
        for one in found
    ]


def _mention(mention: Annotation, at: Convert) -> dict[str, Any]:
    return {
        "start": at(mention.start),
        "end": at(mention.end),
        "surface": mention.surface,
        "in_quotation": mention.in_quotation,
        "distanced": mention.distanced,
    }
