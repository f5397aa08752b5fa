"""The kinds of value that a lexicon file may hold. All are strings in YAML; these say which strings.

A message has two lines: what is wrong, and what to do; `schema.py` makes a finding of it.
"""

import difflib
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validates_schema

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DECIMAL = re.compile(r"-?\d{1,3}(?:\.\d{1,8})?")

_MISSING = "the field is missing\nAdd it"
YES_NO = {"yes": True, "no": False}


@lru_cache(maxsize=4096)
def days(text: str) -> tuple[date, date]:
    """First and last day of `text` (YYYY, YYYY-MM or YYYY-MM-DD); ValueError if it is not a real date."""
    match = _DATE.fullmatch(text)
    if not match or not text.isascii():
        raise ValueError(text)
    year, month, day = match.groups()
    first = date(int(year), int(month or 1), int(day or 1))
    if day is not None:
        return first, first
    last_month = 12 if month is None else first.month
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])


def is_date(text: str) -> None:
    """Refuse what is not a real date."""
    try:
        days(text)
    except ValueError:
        raise ValidationError(f"{text} is not a date\nWrite YYYY, YYYY-MM or YYYY-MM-DD") from None


def is_day(text: str) -> None:
    """Refuse what is not one single, real day."""
    is_date(text)
    if len(text) != len("2023-09-19"):
        raise ValidationError(f"{text} is not one day\nWrite YYYY-MM-DD")


def is_key(text: str) -> None:
    """Refuse what does not look like a key."""
    if not _KEY.fullmatch(text):
        raise ValidationError(f"{text} is not a key\nUse small ASCII letters, digits and single hyphens")


def is_decimal(text: str) -> None:
    """Refuse what is not a decimal number of degrees."""
    if not text.isascii() or not _DECIMAL.fullmatch(text):
        raise ValidationError(f"{text} is not a number of degrees\nWrite a decimal such as 39.8153 or -0.5")


class Choice:
    """A validator for the values that are part of the format itself."""

    def __init__(self, *values: str) -> None:
        self.values = values

    def __call__(self, text: str) -> None:
        """Refuse what is not one of the values."""
        if text not in self.values:
            raise ValidationError(f"{text} is not allowed here\nUse {one_of(self.values)}")


def one_of(values: tuple[str, ...]) -> str:
    """`a, b or c`."""
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"


class Text(fields.String):
    """A single value."""

    def __init__(self, description: str, **options: Any) -> None:
        messages = refusals("a single value is wanted here, not a list or a mapping\nWrite one value")
        super().__init__(metadata={"description": description}, error_messages=messages, **options)


class TextList(fields.List[Any]):
    """A list of single values, at least one."""

    def __init__(self, description: str, **options: Any) -> None:
        super().__init__(
            Text(""),
            validate=not_empty,
            metadata={"description": description},
            error_messages=refusals("a list is wanted here\nWrite [one, two]"),
            **options,
        )


class TextMapping(fields.Dict):
    """A mapping of keys to single values, at least one; `keys` and `values` make them something else."""

    def __init__(
        self,
        description: str,
        keys: fields.Field[Any] | None = None,
        values: fields.Field[Any] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(
            keys=keys or Text(""),
            values=values or Text(""),
            validate=not_empty,
            metadata={"description": description},
            error_messages=refusals("a mapping is wanted here\nWrite key: value"),
            **options,
        )


def refusals(invalid: str) -> dict[str, Any]:
    """A field's own words for a value that is missing or of another shape."""
    return {"required": _MISSING, "invalid": invalid}


def not_empty(values: Any) -> None:
    """Refuse an empty list or mapping."""
    if not values:
        raise ValidationError("the list is empty\nFill it or delete the field")


class Record(Schema):
    """A mapping with known fields. An unknown one is refused by name, with the nearest known one."""

    class Meta:
        """An unknown field is kept out of marshmallow's own way, as the check below words it better."""

        unknown = EXCLUDE

    error_messages = {"type": "a mapping is wanted here\nWrite field: value"}  # noqa: RUF012 - as marshmallow has it

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def refuse_unknown(self, _data: Any, original: Any, **_options: Any) -> None:
        """Refuse fields that the format does not have."""
        if not isinstance(original, Mapping):
            return
        names = [field.data_key or name for name, field in self.fields.items()]
        unknown = {}
        for name in original:
            if name not in names:
                near = difflib.get_close_matches(name, names, n=1)
                advice = f"Did you mean {near[0]}?" if near else f"Known fields: {', '.join(names)}"
                unknown[name] = [f"there is no field {name} here\n{advice}"]
        if unknown:
            raise ValidationError(unknown)


class One(fields.Nested):
    """One record inside another."""

    def __init__(self, schema: type[Record], description: str, **options: Any) -> None:
        super().__init__(
            schema,
            metadata={"description": description},
            error_messages={"required": _MISSING},
            **options,
        )


class Many(fields.List[Any]):
    """A list of records, at least one unless `validate` says otherwise."""

    def __init__(self, schema: type[Record], description: str, **options: Any) -> None:
        options.setdefault("validate", not_empty)
        super().__init__(
            One(schema, ""),
            metadata={"description": description},
            error_messages=refusals("a list is wanted here\nBegin each item with a hyphen"),
            **options,
        )


class OneOrMany(Many):
    """A record, or a list of records; read as a list either way."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> list[Any]:
        if isinstance(value, list):
            return super()._deserialize(value, attr, data, **options)
        return [self.inner.deserialize(value, attr, data, **options)]
