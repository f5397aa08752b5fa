"""The quick test of a file's shape agrees with marshmallow's."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from service.lexicon import list_schema, schema
from service.lexicon.fields import days
from service.lexicon.reader import Tree
from service.lexicon.shape import fits

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
FORMS = {
    "vale/places/c-000015.yml": schema.CONCEPT,
    "vale/events/c-00002b.yml": schema.CONCEPT,
    "vale/ambiguous/fair.yml": schema.AMBIGUOUS,
    "vale/pack.yml": list_schema.PACK,
    "vale/sources.yml": list_schema.SOURCES,
    "perspectives.yml": list_schema.PERSPECTIVES,
    "vocabulary.yml": list_schema.VOCABULARY,
    "withdrawn.yml": list_schema.WITHDRAWN,
    "exceptions.yml": list_schema.EXCEPTIONS,
}
SOUND = {path: yaml.load((BASE / path).read_text(), yaml.BaseLoader) for path in FORMS}  # noqa: S506
STRAY = st.sampled_from(["", "x", "yes", "1999-02-30", "1e3", [], {}, ["x"], {"x": "y"}, [[]]])


def _accepts(form: Any, data: Tree) -> bool:
    try:
        form.deserialize(data)
    except ValidationError:
        return False
    return True


def _ways(data: Tree) -> list[tuple[str | int, ...]]:
    """The ways to all values inside `data`."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(), *((key, *way) for key, value in items for way in _ways(value))]


def _changed(data: Tree, way: tuple[str | int, ...], change: str, stray: Tree) -> Tree:
    """A copy of `data` with one value replaced, removed, or given a neighbour."""
    if not way:
        if change == "neighbour" and isinstance(data, dict):
            return {**data, "stray": stray}
        return stray
    key, *rest = way
    copy = data.copy()
    if not rest and change == "remove":
        del copy[key]
    else:
        copy[key] = _changed(data[key], tuple(rest), change, stray)
    return copy


@pytest.mark.parametrize("path", FORMS)
def test_sound_files_fit(path: str) -> None:
    assert fits(FORMS[path])(SOUND[path])
    assert _accepts(FORMS[path], SOUND[path])


@given(st.data())
def test_quick_test_agrees_with_marshmallow(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(FORMS)))
    way = data.draw(st.sampled_from(_ways(SOUND[path])))
    change = data.draw(st.sampled_from(["replace", "remove", "neighbour"]))
    tree = _changed(SOUND[path], way, change, data.draw(STRAY))
    assert fits(FORMS[path])(tree) == _accepts(FORMS[path], tree)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1999", "1999-01-01", "1999-12-31"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1999-12", "1999-12-01", "1999-12-31"),
        ("2023-09-19", "2023-09-19", "2023-09-19"),
    ],
)
def test_days(text: str, first: str, last: str) -> None:
    assert tuple(day.isoformat() for day in days(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "99", "1999-2", "1999-00", "1999-02-29", "0000", "1999-01-01-01", "١٩٩٩", "1999 "]
)
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - that it is a ValueError is what the callers rely on
        days(text)
