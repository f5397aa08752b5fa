"""What house styles and their suggestions look like over HTTP, and how they are written down."""

from typing import Any

from marshmallow import Schema, fields, validate

from service.checking.style import Rule, Style, StyleSource
from service.checking.suggestion import Suggestion


class SuggestionSchema(Schema):
    """What the house style has to say of an annotation. Null where the text is as the style wants it."""

    text = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "What the style would write; null if it has only something to say."},
    )
    why = fields.String(required=True)
    warning = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Why there is no text, or what to check: a form that could not be built …"},
    )
    mention = fields.String(
        required=True,
        allow_none=True,
        validate=validate.OneOf(("first", "later")),
        metadata={"description": "Of the concept, in the writer's own voice; null in anybody else's."},
    )


class StyleSourceSchema(Schema):
    """The published policy, or the documents, that a style follows."""

    title = fields.String(required=True)
    publisher = fields.String(required=True)
    url = fields.String(required=True)
    date = fields.String(required=True, allow_none=True)
    note = fields.String(required=True, allow_none=True)


class StyleSummarySchema(Schema):
    """A newsroom's own choice of names, in a list."""

    id = fields.String(required=True, metadata={"description": "What `style` takes."})
    title = fields.String(required=True)
    description = fields.String(required=True)
    sources = fields.List(fields.Nested(StyleSourceSchema), required=True)


class StyleConditionsSchema(Schema):
    """What the label in the text has to be. A null condition holds always; each list is any-of."""

    kinds = fields.List(fields.String(), required=True, allow_none=True)
    contested = fields.Boolean(required=True, allow_none=True)
    stances = fields.List(fields.String(), required=True, allow_none=True)
    types = fields.List(fields.String(), required=True, allow_none=True)
    words = fields.List(
        fields.String(), required=True, allow_none=True, metadata={"description": "A word of it; `terror*` is open."}
    )


class StyleRuleSchema(Schema):
    """What to write for the labels that fit. The first rule that fits wins."""

    when = fields.Nested(StyleConditionsSchema, required=True)
    first = fields.String(
        required=True,
        metadata={"description": "keep, remark, dual, perspectives, neutral or attributed, at the first mention."},
    )
    later = fields.String(required=True)
    perspectives = fields.List(fields.String(), required=True)
    why = fields.String(required=True)


def dump_suggestion(suggestion: Suggestion | None) -> dict[str, Any] | None:
    """The suggestion as annotations show it."""
    if suggestion is None:
        return None
    return {
        "text": suggestion.text,
        "why": suggestion.why,
        "warning": suggestion.warning,
        "mention": suggestion.mention,
    }


def dump_style_summary(style: Style) -> dict[str, Any]:
    """A style in a list."""
    return {
        "id": style.id,
        "title": style.title,
        "description": style.description,
        "sources": [_source(source) for source in style.sources],
    }


def dump_style(style: Style) -> dict[str, Any]:
    """A style with everything that is in its file."""
    return {
        **dump_style_summary(style),
        "rules": [_rule(rule) for rule in style.rules],
        "separator": style.separator,
        "attributions": {lang: dict(texts) for lang, texts in style.attributions.items()},
        "exceptions": {concept: dict(texts) for concept, texts in style.exceptions.items()},
    }


def _source(source: StyleSource) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "date": source.date,
        "note": source.note,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "when": {
            "kinds": list(rule.kinds) or None,
            "contested": rule.contested,
            "stances": list(rule.stances) or None,
            "types": list(rule.types) or None,
            "words": list(rule.words) or None,
        },
        "first": rule.first,
        "later": rule.later,
        "perspectives": list(rule.perspectives),
        "why": rule.why,
    }
