"""The file formats as JSON Schema, so that an editor completes and checks while somebody types.

Made from the schemas that the lexicon is read with and from its own closed lists. Source keys are not listed:
they grow with nearly every entry, and the lint knows them. Editors read YAML with types, so a number or a year may
come as a number here, though Evenhand itself reads strings only.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

from marshmallow import fields

from service.lexicon import list_schema, schema
from service.lexicon.fields import Choice, OneOrMany, Record, Text, is_date, is_day, is_decimal, is_key, not_empty
from service.lexicon.findings import Finding
from service.lexicon.ids import ALPHABET
from service.lexicon.model import Lexicon
from service.lexicon.rules.external_id import SHAPES

FOLDER = "schema"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = {"type": ["string", "number", "boolean"]}
_ID = {"type": "string", "pattern": f"^c-[{ALPHABET}]{{6}}$"}
_EXPECTED = {"anyOf": [_ID, {"enum": ["unresolved", "nothing"]}]}
_YEAR, _MONTH, _DAY = "[0-9]{4}", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_VALIDATED: dict[Any, dict[str, Any]] = {
    is_date: {
        "type": ["string", "integer"],
        "pattern": f"^{_YEAR}(-{_MONTH}(-{_DAY})?)?$",
        "minimum": 1,
        "maximum": 9999,
    },
    is_day: {"type": "string", "pattern": f"^{_YEAR}-{_MONTH}-{_DAY}$"},
    is_decimal: {"type": ["string", "number"], "pattern": r"^-?[0-9]{1,3}(\.[0-9]{1,8})?$"},
    is_key: {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
}
FORMS: dict[str, "fields.Field[Any]"] = {
    "ambiguous": schema.AMBIGUOUS,
    "concept": schema.CONCEPT,
    "exceptions": list_schema.EXCEPTIONS,
    "pack": list_schema.PACK,
    "perspectives": list_schema.PERSPECTIVES,
    "sources": list_schema.SOURCES,
    "vocabulary": list_schema.VOCABULARY,
    "withdrawn": list_schema.WITHDRAWN,
}


def json_schemas(lexicon: Lexicon) -> dict[str, dict[str, Any]]:
    """A schema for each kind of file, by its name."""
    known = _known_values(lexicon)
    return {name: _Writer(known).whole(f"Evenhand: {name}", form) for name, form in FORMS.items()}


def _known_values(lexicon: Lexicon) -> dict[tuple[type[Record], str], dict[str, Any]]:
    """What the fields that draw on closed lists may hold."""
    words, sides = lexicon.vocabulary, sorted({side for pack in lexicon.packs.values() for side in pack.sides})
    lang, script, types = _one_of(words.languages), _one_of(words.scripts), _one_of(words.label_types)
    return {
        (schema.ConceptSchema, "id"): _ID,
        (schema.ConceptSchema, "kind"): _one_of(words.kinds),
        (schema.ConceptSchema, "external_ids"): _external_ids(),
        (schema.LabelSchema, "lang"): lang,
        (schema.LabelSchema, "script"): script,
        (schema.LabelSchema, "type"): types,
        (schema.UseSchema, "by"): _one_of(lexicon.perspectives),
        (schema.RelationSchema, "type"): _one_of(words.relation_types),
        (schema.RelationSchema, "to"): _ID,
        (schema.AmbiguousSchema, "lang"): lang,
        (schema.AmbiguousSchema, "script"): script,
        (schema.SenseSchema, "concept"): _ID,
        (schema.SenseSchema, "type"): types,
        (schema.WhenSchema, "mentions"): {"type": "array", "items": _ID, "minItems": 1},
        (schema.ExampleSchema, "expect"): _EXPECTED,
        (list_schema.PerspectiveSchema, "side"): _one_of(sides),
        (list_schema.WithdrawnSchema, "id"): _ID,
        (list_schema.ExceptionSchema, "concept"): _ID,
        (list_schema.ExceptionSchema, "lang"): lang,
    }


def _one_of(values: Any) -> dict[str, Any]:
    return {"enum": list(values)}


def _external_ids() -> dict[str, Any]:
    shapes = {name: {"type": ["string", "integer"], "pattern": f"^{shape}$"} for name, shape in SHAPES.items()}
    return {"type": "object", "properties": shapes, "additionalProperties": False, "minProperties": 1}


class _Writer:
    """Writes one schema; records are definitions, each once."""

    def __init__(self, known: Mapping[tuple[type[Record], str], dict[str, Any]]) -> None:
        self._known = known
        self._definitions: dict[str, dict[str, Any]] = {}

    def whole(self, title: str, form: "fields.Field[Any]") -> dict[str, Any]:
        """The schema of a file."""
        body = self._value(form)
        return {"$schema": _DIALECT, "title": title, **body, "$defs": dict(sorted(self._definitions.items()))}

    def _value(self, form: "fields.Field[Any]") -> dict[str, Any]:
        if isinstance(form, fields.Nested):
            return self._record(type(form.schema))
        if isinstance(form, fields.List):
            items: dict[str, Any] = {"type": "array", "items": self._value(form.inner)}
            if not_empty in form.validators:
                items["minItems"] = 1
            return {"anyOf": [self._value(form.inner), items]} if isinstance(form, OneOrMany) else items
        if isinstance(form, fields.Dict):
            keys, values = (cast("fields.Field[Any]", part) for part in (form.key_field, form.value_field))
            size = {"minProperties": 1} if not_empty in form.validators else {}
            names = {"propertyNames": self._value(keys)} if keys.validators else {}
            return {"type": "object", **names, "additionalProperties": self._value(values), **size}
        return _scalar(form)

    def _record(self, record: type[Any]) -> dict[str, Any]:
        name = record.__name__.removesuffix("Schema")
        if name not in self._definitions:
            self._definitions[name] = {}  # so that a record inside itself ends here
            shape = record()
            properties = {}
            for attribute, field in shape.fields.items():
                key = field.data_key or attribute
                value = self._known.get((record, key)) or self._value(field)
                properties[key] = {"description": field.metadata["description"], **value}
            self._definitions[name] = {
                "description": (record.__doc__ or "").strip(),
                "type": "object",
                "properties": properties,
                "required": [field.data_key or key for key, field in shape.fields.items() if field.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}


def _scalar(form: "fields.Field[Any]") -> dict[str, Any]:
    if not isinstance(form, Text):
        raise TypeError(f"no JSON Schema is known for {form!r}")
    for validate in form.validators:
        if isinstance(validate, Choice):
            return _one_of(validate.values)
        return _VALIDATED[cast("Callable[..., Any]", validate)]
    return _SCALAR


def written(value: Mapping[str, Any]) -> str:
    """A schema as the text of its file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_schemas(path: Path, lexicon: Lexicon) -> list[str]:
    """Write the schemas into the lexicon's folder `path`; the names of the files that changed."""
    changed = []
    for name, value in json_schemas(lexicon).items():
        file = path / FOLDER / f"{name}.json"
        if not _is_fresh(file, value):
            file.parent.mkdir(exist_ok=True)
            file.write_text(written(value), encoding="utf-8", newline="\n")
            changed.append(f"{FOLDER}/{name}.json")
    return changed


def schema_findings(path: Path, lexicon: Lexicon) -> list[Finding]:
    """A finding for each schema that is out of date. A lexicon need not have the folder."""
    if not (path / FOLDER).is_dir():
        return []
    return [
        Finding(f"{FOLDER}/{name}.json", 1, "index", "the JSON Schema is out of date", "Run python -m service index")
        for name, value in json_schemas(lexicon).items()
        if not _is_fresh(path / FOLDER / f"{name}.json", value)
    ]


def _is_fresh(file: Path, value: Mapping[str, Any]) -> bool:
    try:
        return file.read_bytes().replace(b"\r\n", b"\n") == written(value).encode()
    except FileNotFoundError:
        return False
