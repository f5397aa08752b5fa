"""What the lexicon's own data look like over HTTP, and how they are written down."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from marshmallow import Schema, fields, validate

from service.checking.names import NameMatch
from service.lexicon.model import Concept, Dates, Label, Lexicon, Perspective, Source, Use
from service.web.schema import LabelSchema, LanguageTag, StrictSchema, VersionedSchema, dump_label


class NamesQuerySchema(StrictSchema):
    """A name, and in which language its labels are wanted."""

    q = fields.String(required=True, metadata={"description": "The name, in any spelling or script."})
    lang = LanguageTag(metadata={"description": "Only labels of this language, BCP 47."})
    limit = fields.Integer(load_default=20, validate=validate.Range(1, 100))


class NameMatchSchema(Schema):
    """A label that the name may stand for."""

    concept_id = fields.String(required=True)
    label = fields.Nested(LabelSchema, required=True)
    contextual = fields.Boolean(
        required=True, metadata={"description": "Stands for the concept in some contexts only."}
    )
    match = fields.String(
        required=True, validate=validate.OneOf(("exact", "folded", "inflected", "transliterated", "fuzzy"))
    )
    score = fields.Integer(required=True, validate=validate.Range(0, 100))


class NamesSchema(VersionedSchema):
    """Best match first."""

    matches = fields.List(fields.Nested(NameMatchSchema), required=True)


class UseSchema(Schema):
    """A sourced, dated claim that a body used the label."""

    by = fields.String(required=True, metadata={"description": "Key of GET /v1/perspectives."})
    source = fields.String(required=True, metadata={"description": "Key among `sources`."})
    at = fields.String(required=True, allow_none=True, metadata={"description": "Place inside the source."})
    start = fields.Date(required=True, allow_none=True, data_key="from")
    until = fields.Date(required=True, allow_none=True)


class FullLabelSchema(LabelSchema):
    """A label with everything that is recorded about it."""

    script = fields.String(required=True, metadata={"description": "ISO 15924"})
    contextual = fields.Boolean(required=True)
    uses = fields.List(fields.Nested(UseSchema), required=True)


class SourceSchema(Schema):
    """The document behind a use."""

    key = fields.String(required=True)
    title = fields.String(required=True)
    publisher = fields.String(required=True)
    date = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    licence = fields.String(required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)


class RelationSchema(Schema):
    """A typed link to another concept."""

    type = fields.String(required=True)
    to = fields.String(required=True, metadata={"description": "Concept ID."})
    uses = fields.List(fields.Nested(UseSchema), required=True)


class DatesSchema(Schema):
    """A closed range of days; an open end is null."""

    start = fields.Date(required=True, allow_none=True, data_key="from")
    until = fields.Date(required=True, allow_none=True)


class LocationSchema(Schema):
    """Decimal degrees, WGS 84."""

    lat = fields.Float(required=True)
    lon = fields.Float(required=True)
    source = fields.String(required=True)


class SummarySchema(Schema):
    """A concept in a list."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    gloss = fields.String(required=True)
    status = fields.String(required=True)
    contested = fields.Boolean(required=True)
    pack = fields.String(required=True)
    labels = fields.List(fields.Nested(LabelSchema), required=True)


class ConceptSchema(SummarySchema, VersionedSchema):
    """A concept with all that is recorded."""

    labels = fields.List(fields.Nested(FullLabelSchema), required=True)
    dates = fields.Nested(DatesSchema, required=True, allow_none=True)
    location = fields.Nested(LocationSchema, required=True, allow_none=True)
    external_ids = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    relations = fields.List(fields.Nested(RelationSchema), required=True)
    sources = fields.List(fields.Nested(SourceSchema), required=True)


class ConceptsQuerySchema(StrictSchema):
    """Filters (all must hold) and the page."""

    kind = fields.String()
    pack = fields.String()
    contested = fields.Boolean(truthy={"true", "yes", "1"}, falsy={"false", "no", "0"})
    status = fields.String(validate=validate.OneOf(("draft", "reviewed", "withdrawn")))
    q = fields.String(metadata={"description": "Part of a label or of the gloss, case ignored."})
    page = fields.Integer(load_default=1, validate=validate.Range(1))
    page_size = fields.Integer(load_default=50, validate=validate.Range(1, 200))


class ConceptsSchema(VersionedSchema):
    """One page of the concepts, in order of ID."""

    concepts = fields.List(fields.Nested(SummarySchema), required=True)
    total = fields.Integer(required=True)
    page = fields.Integer(required=True)
    page_size = fields.Integer(required=True)


class PerspectiveSchema(Schema):
    """A body or community whose usage is recorded; `side` is null for one that belongs to none."""

    key = fields.String(required=True)
    name = fields.String(required=True)
    definition = fields.String(required=True)
    side = fields.String(required=True, allow_none=True)


class PerspectivesSchema(VersionedSchema):
    """All perspectives."""

    perspectives = fields.List(fields.Nested(PerspectiveSchema), required=True)


class StyleSchema(Schema):
    """A newsroom's own choice of names."""

    id = fields.String(required=True)
    title = fields.String(required=True)


class StylesSchema(VersionedSchema):
    """All house styles; none yet."""

    styles = fields.List(fields.Nested(StyleSchema), required=True)


class PackSchema(Schema):
    """The part of the lexicon for one dispute."""

    key = fields.String(required=True)
    title = fields.String(required=True)
    description = fields.String(required=True)
    sides = fields.Dict(keys=fields.String(), values=fields.String(), required=True)
    concepts = fields.Integer(required=True)


class CountsSchema(Schema):
    """How much of what there is."""

    concepts = fields.Integer(required=True)
    labels = fields.Integer(required=True)
    ambiguous_forms = fields.Integer(required=True)
    kinds = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    stances = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    languages = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class LexiconSchema(VersionedSchema):
    """The lexicon as a whole. `kinds` counts concepts, `stances` and `languages` count labels."""

    counts = fields.Nested(CountsSchema, required=True)
    packs = fields.List(fields.Nested(PackSchema), required=True)


def dump_match(match: NameMatch) -> dict[str, Any]:
    """A member of `matches`."""
    return {
        "concept_id": match.concept.id,
        "label": dump_label(match.label),
        "contextual": match.label.contextual,
        "match": match.match,
        "score": match.score,
    }


def dump_summary(concept: Concept) -> dict[str, Any]:
    """A concept in a list."""
    return {
        "id": concept.id,
        "kind": concept.kind,
        "gloss": concept.gloss,
        "status": concept.status,
        "contested": concept.contested,
        "pack": concept.pack,
        "labels": [dump_label(label) for label in concept.labels],
    }


def dump_concept(concept: Concept, lexicon: Lexicon) -> dict[str, Any]:
    """A concept with everything recorded; `sources` holds each source that its uses name."""
    location = concept.location
    return {
        **dump_summary(concept),
        "labels": [_full_label(label) for label in concept.labels],
        "dates": _dates(concept.dates) if concept.dates else None,
        "location": {"lat": location.lat, "lon": location.lon, "source": location.source} if location else None,
        "external_ids": dict(sorted(concept.external_ids.items())),
        "relations": [
            {"type": relation.type, "to": relation.to, "uses": [_use(use) for use in relation.uses]}
            for relation in concept.relations
        ],
        "sources": [_source(lexicon.sources[key]) for key in _source_keys(concept)],
    }


def dump_perspective(perspective: Perspective) -> dict[str, Any]:
    """A member of `perspectives`."""
    return {
        "key": perspective.key,
        "name": perspective.name,
        "definition": perspective.definition,
        "side": perspective.side,
    }


def dump_lexicon(lexicon: Lexicon) -> dict[str, Any]:
    """Counts and packs."""
    concepts = lexicon.concepts.values()
    labels = [label for concept in concepts for label in concept.labels]
    in_pack = Counter(concept.pack for concept in concepts)
    return {
        "counts": {
            "concepts": len(concepts),
            "labels": len(labels),
            "ambiguous_forms": len(lexicon.ambiguous),
            "kinds": _sorted_counts(concept.kind for concept in concepts),
            "stances": _sorted_counts(label.stance for label in labels),
            "languages": _sorted_counts(label.lang for label in labels),
        },
        "packs": [
            {
                "key": pack.key,
                "title": pack.title,
                "description": pack.description,
                "sides": dict(pack.sides),
                "concepts": in_pack[pack.key],
            }
            for pack in lexicon.packs.values()
        ],
    }


def _full_label(label: Label) -> dict[str, Any]:
    return {
        **dump_label(label),
        "script": label.script,
        "contextual": label.contextual,
        "uses": [_use(use) for use in label.uses],
    }


def _use(use: Use) -> dict[str, Any]:
    return {"by": use.by, "source": use.source, "at": use.at, **_dates(use.dates)}


def _dates(dates: Dates) -> dict[str, str | None]:
    return {
        "from": dates.start.isoformat() if dates.start else None,
        "until": dates.until.isoformat() if dates.until else None,
    }


def _source_keys(concept: Concept) -> list[str]:
    """The keys of all sources that the concept names, in order."""
    used = [label.uses for label in concept.labels] + [relation.uses for relation in concept.relations]
    places = [concept.location.source] if concept.location else []
    return sorted({*(use.source for uses in used for use in uses), *places})


def _source(source: Source) -> dict[str, Any]:
    return {
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "licence": source.licence,
        "note": source.note,
    }


def _sorted_counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
