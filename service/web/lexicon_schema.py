"""What the lexicon's own data look like over HTTP; `lexicon_dump.py` writes them down."""

from marshmallow import Schema, fields, validate

from service.web.fields import LanguageTag, StrictSchema
from service.web.schema import LabelSchema, VersionedSchema
from service.web.styles_schema import StyleRuleSchema, StyleSummarySchema


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


class StylesSchema(VersionedSchema):
    """All house styles. None of them is a default."""

    styles = fields.List(fields.Nested(StyleSummarySchema), required=True)


class StyleSchema(StyleSummarySchema, VersionedSchema):
    """A house style with its rules in order, and what goes before them."""

    rules = fields.List(fields.Nested(StyleRuleSchema), required=True)
    separator = fields.String(required=True, metadata={"description": "Between the two names of `dual`."})
    attributions = fields.Dict(
        keys=fields.String(),
        values=fields.Dict(keys=fields.String(), values=fields.String()),
        required=True,
        metadata={"description": "Language, then side: the text of `attributed`, with {label} in it."},
    )
    exceptions = fields.Dict(
        keys=fields.String(),
        values=fields.Dict(keys=fields.String(), values=fields.String()),
        required=True,
        metadata={"description": "Concept ID, then language: the text that the style wants, whatever its rules say."},
    )


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
