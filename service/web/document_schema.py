"""What a document to annotate looks like. The schema reads requests, and describes them in the OpenAPI document."""

from collections.abc import Collection
from typing import Any

from marshmallow import fields, validate

from service.text.offsets import UNITS
from service.web.fields import Day, LanguageTag, StrictSchema

ALTERNATIVES = ("all", "none")
INCLUDES = ("suppressed", "report")


def _optional(description: str, **more: Any) -> dict[str, Any]:
    return {"load_default": None, "allow_none": True, "metadata": {"description": description}, **more}


def _choices(choices: Collection[str]) -> validate.OneOf:
    return validate.OneOf(tuple(choices), error="must be one of: {choices}.")


_NOT_EMPTY = validate.Length(min=1, error="must name at least one, or be left out.")


class DocumentSchema(StrictSchema):
    """A document to annotate: exactly one of `text` and `html`. A field that is null counts as left out."""

    text = fields.String(**_optional("The text, plain."))
    html = fields.String(
        **_optional(
            "Instead of `text`: HTML, of which the visible text is annotated. Offsets are into the HTML as sent."
        )
    )
    lang = LanguageTag(
        **_optional(
            "The text's language, BCP 47; only the primary subtag counts (en-GB: en). Without it the language "
            "is found; a sentence plainly in another language is read as such either way."
        )
    )
    as_of = Day(**_optional("The article's date, YYYY-MM-DD. Dated context tests use it."))
    offsets = fields.String(
        load_default="codepoint",
        validate=_choices(UNITS),
        metadata={
            "description": "The unit of `start` and `end`: Unicode code points, UTF-16 code units or UTF-8 bytes."
        },
    )
    style = fields.String(**_optional("ID of a house style (GET /v1/styles). Without one, nothing is suggested."))
    kinds = fields.List(fields.String(), **_optional("Only concepts of these kinds.", validate=_NOT_EMPTY))
    packs = fields.List(fields.String(), **_optional("Only concepts of these packs.", validate=_NOT_EMPTY))
    overlaps = fields.String(
        load_default="longest",
        validate=_choices(("longest", "all")),
        metadata={"description": "Of overlapping spans keep the longest, then leftmost; or all of them."},
    )
    alternatives = fields.String(
        load_default="all",
        validate=_choices(ALTERNATIVES),
        metadata={
            "description": "`all`: each annotation lists the concept's other names. `none`: it does not, and the "
            "answer is a fraction as long; GET /v1/concepts/{concept_id} has them, and may be cached."
        },
    )
    include = fields.List(
        fields.String(validate=_choices(INCLUDES)),
        **_optional(
            "`suppressed`: also list spans that matched and were left out on purpose. "
            "`report`: add the counts of the document: labels, sides, quoted and own voice, mixed use."
        ),
    )
