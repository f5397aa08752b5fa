"""Fields of requests: strict about what they take, and in words that read on from the field's name."""

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from marshmallow import Schema, ValidationError, fields, missing

_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)

_EXPECTED = {
    fields.String: "a string",
    fields.List: "a list",
    fields.Integer: "a whole number",
    fields.Boolean: "true or false",
}


class StrictSchema(Schema):
    """Refuses unknown fields by name."""

    error_messages = {  # noqa: RUF012  # marshmallow's own way
        "unknown": "is not a field of this request.",
        "type": "must be a JSON object.",
    }

    def load(self, data: Any, **options: Any) -> Any:
        """What marshmallow loads, for schemas without hooks. Fields that are left out, and most are, cost nothing."""
        if not options and isinstance(data, dict) and self._required <= data.keys():
            read = self._defaults.copy()
            try:
                for name, value in data.items():
                    read[name] = self._readers[name](value)
            except (KeyError, ValidationError):
                pass  # marshmallow says what is the matter with each field
            else:
                return read
        return super().load(data, **options)

    @cached_property
    def _readers(self) -> dict[str, Callable[[Any], Any]]:
        return {name: field.deserialize for name, field in self.load_fields.items()}

    @cached_property
    def _required(self) -> set[str]:
        return {name for name, field in self.load_fields.items() if field.required}

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        return {
            name: field.load_default for name, field in self.load_fields.items() if field.load_default is not missing
        }

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Messages that read on from the field's name."""
        field_obj.error_messages.update(required="is required.", null="must not be null.")
        for kind, expected in _EXPECTED.items():
            if type(field_obj) is kind:
                field_obj.error_messages["invalid"] = f"must be {expected}."
        if isinstance(field_obj, fields.List):
            self.on_bind_field(field_name, field_obj.inner)


class LanguageTag(fields.String):
    """A BCP 47 tag; what is read of it is the primary subtag, in small letters (en-GB: en)."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        tag = super()._deserialize(value, attr, data, **kwargs)
        match = _LANGUAGE_TAG.fullmatch(tag)
        if not match:
            raise self.make_error("tag")
        return match[1].lower()

    default_error_messages = {"tag": "must be a BCP 47 language tag such as en, az or ru-RU."}  # noqa: RUF012


class Day(fields.Date):
    """A date as YYYY-MM-DD, and in no other way."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise self.make_error("invalid")
        day: date = super()._deserialize(value, attr, data, **kwargs)
        return day

    default_error_messages = {"invalid": "must be a date written YYYY-MM-DD."}  # noqa: RUF012
