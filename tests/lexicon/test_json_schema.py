"""The JSON Schemas that editors use: they take what the lint takes, and mark one mistake in each format.

Each file of `tests/cases/json-schema/` has a mistake; its first line says where.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from marshmallow import fields

from service.lexicon import json_schema, store
from service.lexicon.fields import One, Record
from service.lexicon.files import yaml_files
from service.lexicon.reader import parse
from tests.editor import as_an_editor_reads, kind_of

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "lint" / "base"
SCHEMAS = json_schema.json_schemas(store.load(BASE))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[name])


def read(file: Path) -> Any:
    document, findings = parse(file.name, file.read_bytes())
    assert document is not None
    assert findings == []
    return document.data


@pytest.mark.parametrize("name", json_schema.FORMS)
def test_schema_is_sound(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("file", yaml_files(BASE), ids=lambda file: file.name)
def test_a_sound_lexicon_fits(file: Path) -> None:
    tree = read(file)
    for value in (tree, as_an_editor_reads(tree)):
        assert [error.message for error in validator(kind_of(file.relative_to(BASE))).iter_errors(value)] == []


@pytest.mark.parametrize("name", json_schema.FORMS)
def test_a_mistake_is_marked(name: str) -> None:
    file = CASES / "json-schema" / f"{name}.yml"
    place = file.read_text().partition("\n")[0].removeprefix("# ")
    errors = list(validator(name).iter_errors(as_an_editor_reads(read(file))))
    assert ["/".join(map(str, error.absolute_path)) or "(root)" for error in errors] in ([place], [place, place])


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("from: 1990", True),
        ("from: 1990-05", True),
        ("from: 1990-05-31", True),
        ("from: 1990-13", False),
        ("from: 31.5.1990", False),
        ("at: 17", True),
        ("by: nobody", False),
        ("until: [1990]", False),
        ("untill: 1990", False),
    ],
)
def test_uses(text: str, fits: bool) -> None:
    document, _ = parse("a.yml", text.encode())
    assert document is not None
    use = {"by": "world-press", "source": "atlas", **document.data}
    rules = {"$ref": "#/$defs/Use", "$defs": SCHEMAS["concept"]["$defs"]}
    for value in (use, as_an_editor_reads(use)):
        assert Draft202012Validator(rules).is_valid(value) is fits


def test_a_field_of_an_unknown_sort_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(Record):
        """A record with a field that no schema is known for."""

        odd = fields.Integer(metadata={"description": "a number"})

    monkeypatch.setitem(json_schema.FORMS, "odd", One(Odd, ""))
    with pytest.raises(TypeError, match="Integer"):
        json_schema.json_schemas(store.load(BASE))


def test_files_are_written_and_told_when_stale(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(BASE, tmp_path / "lexicon"))
    lexicon = store.load(copy)
    assert json_schema.schema_findings(copy, lexicon) == []  # a lexicon need not have the folder
    assert json_schema.write_schemas(copy, lexicon) == [f"schema/{name}.json" for name in json_schema.FORMS]
    assert json_schema.write_schemas(copy, lexicon) == []
    assert json_schema.schema_findings(copy, lexicon) == []
    file = copy / "schema" / "pack.json"
    assert json.loads(file.read_text()) == SCHEMAS["pack"]
    file.write_text("{}")
    assert [finding.path for finding in json_schema.schema_findings(copy, lexicon)] == ["schema/pack.json"]
    assert store.load(copy) == lexicon  # the schemas are no data
