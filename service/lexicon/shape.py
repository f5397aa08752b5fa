"""Checks a document against its format: a quick test first, and marshmallow's full account where that one fails.

The quick test is made from the same schemas. It exists because marshmallow takes many times as long, and nearly every
file is sound.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

from marshmallow import Schema, ValidationError, fields

from service.lexicon.fields import OneOrMany
from service.lexicon.findings import Finding
from service.lexicon.reader import Document, Keys, Tree

Test = Callable[[Tree], bool]
Form = fields.Field  # how a whole file, or a value in it, has to look


def shape_findings(document: Document, form: "Form[Any]") -> list[Finding]:
    """What is wrong with the document's shape, each finding at its own line."""
    if fits(form)(document.data):
        return []
    try:
        form.deserialize(document.data)
    except ValidationError as error:
        findings = []
        for keys, message in _messages(form, error.messages, ()):
            what, _, advice = message.partition("\n")
            findings.append(
                Finding(document.path, document.line(*keys), "schema", f"{_name(keys)}{what}", advice or "Mend it")
            )
        return findings
    return []


@cache
def fits(form: "Form[Any]") -> Test:
    """A quick test whether a value has the shape `form`. It never accepts what marshmallow would refuse."""
    if isinstance(form, fields.Nested):
        return _fits_record(form.schema)
    if isinstance(form, OneOrMany):
        one, many = fits(form.inner), _fits_list(form)
        return lambda value: many(value) if type(value) is list else one(value)
    if isinstance(form, fields.List):
        return _fits_list(form)
    if isinstance(form, fields.Dict):
        return _fits_dict(form)
    validators = tuple(form.validators)
    return lambda value: type(value) is str and (not validators or _valid(validators, value))


def _fits_record(schema: Schema) -> Test:
    tests = {field.data_key or name: fits(field) for name, field in schema.fields.items()}
    required = {field.data_key or name for name, field in schema.fields.items() if field.required}

    def test(value: Tree) -> bool:
        if type(value) is not dict or not required <= value.keys():
            return False
        for name, item in value.items():
            field_test = tests.get(name)
            if field_test is None or not field_test(item):
                return False
        return True

    return test


def _fits_list(form: "fields.List[Any]") -> Test:
    item_test, validators = fits(form.inner), tuple(form.validators)
    return lambda value: type(value) is list and _valid(validators, value) and all(map(item_test, value))


def _fits_dict(form: fields.Dict) -> Test:
    key_test, value_test = fits(cast("Form[Any]", form.key_field)), fits(cast("Form[Any]", form.value_field))
    validators = tuple(form.validators)
    return lambda value: (
        type(value) is dict
        and _valid(validators, value)
        and all(map(key_test, value))
        and all(map(value_test, value.values()))
    )


def _valid(validators: tuple[Callable[[Any], Any], ...], value: Tree) -> bool:
    try:
        for validate in validators:
            validate(value)
    except ValidationError:
        return False
    return True


def _messages(form: "Form[Any] | None", errors: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Each message of marshmallow's nested account, with the way to the value it is about."""
    if isinstance(errors, list):
        for message in errors:
            yield keys, message
        return
    for key, inner in errors.items():
        if key == "_schema":
            yield from _messages(form, inner, keys)
        elif isinstance(form, fields.Dict):
            yield from _messages(None, inner.get("key", []), (*keys, key))
            yield from _messages(form.value_field, inner.get("value", []), (*keys, key))
        elif isinstance(form, fields.List):
            yield from _messages(form.inner, inner, (*keys, key))
        else:
            yield from _messages(_field(form, key), inner, (*keys, key))


def _field(form: "Form[Any] | None", key: str) -> "Form[Any] | None":
    if not isinstance(form, fields.Nested):
        return None
    return next((field for name, field in form.schema.fields.items() if (field.data_key or name) == key), None)


def _name(keys: Keys) -> str:
    """The way to a value, as a person would say it: `labels 2, uses 1, by: `."""
    if not keys:
        return ""
    parts: list[str] = []
    for key in keys:
        if isinstance(key, int):
            parts[-1:] = [f"{parts[-1] if parts else 'item'} {key + 1}"]
        else:
            parts.append(key)
    return f"{', '.join(parts)}: "
