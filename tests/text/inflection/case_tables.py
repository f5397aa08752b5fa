"""Reads the tables in tests/cases/inflection: label, what it names, forms that must be there, forms that must not."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from service.text.inflection import inflections

_FOLDER = Path(__file__).parents[2] / "cases" / "inflection"
MOST_FORMS = 40


@dataclass(frozen=True)
class Case:
    label: str
    noun: str
    forms: list[str]
    never: list[str]


def cases(lang: str) -> list:  # type: ignore[type-arg]
    rows = yaml.load((_FOLDER / f"{lang}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return [
        pytest.param(Case(row["label"], row["noun"], row.get("forms", []), row.get("never", [])), id=row["label"])
        for row in rows
    ]


def check(lang: str, case: Case) -> None:
    """The forms are there and the others are not; each form once, never the label, and not too many."""
    made = list(inflections(case.label, lang, case.noun))  # type: ignore[arg-type]
    assert [form for form in case.forms if form not in made] == []
    assert [form for form in case.never if form in made] == []
    assert len(set(made)) == len(made) <= MOST_FORMS
    assert case.label not in made
    if case.never == ["any"]:
        assert made == []
