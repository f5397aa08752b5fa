"""What another lexicon changes in the annotation of a text."""

import shutil
from pathlib import Path

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.checking.annotation_changes import AnnotationChange, annotation_changes
from service.lexicon import store

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY, FAIR = "vale/places/c-000015.yml", "vale/ambiguous/fair.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def found(new: Path, request: Request) -> list[AnnotationChange]:
    old, now = (Annotator(store.read_draft(folder)[0].lexicon) for folder in (BASE, new))
    return annotation_changes("a.txt", request, old, now)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def test_a_stance_that_changed(copy: Path) -> None:
    edit(copy / CITY, "stance: sided", "stance: loaded")
    change = AnnotationChange("a.txt", 2, 6, "They came.\nFrom ", "Nuvelgrad", " to Oldvale and the valley.",
                              "c-000015 Nuvelgrad (en, sided)", "c-000015 Nuvelgrad (en, loaded)")  # fmt: skip
    assert found(copy, Request(text="They came.\nFrom Nuvelgrad to Oldvale and the valley.")) == [change]


def test_a_name_that_came_one_that_went_and_one_that_is_no_longer_clear(copy: Path) -> None:
    edit(copy / CITY, "text: Oldvale", "text: Oldenvale")
    changes = found(copy, Request(text="Oldvale, Oldenvale? Off to the fair."))
    assert [(one.surface, one.old, one.new) for one in changes] == [
        ("Oldvale", "c-000015 Oldvale (en, neutral)", "–"),
        ("Oldenvale", "–", "c-000015 Oldenvale (en, neutral)"),
    ]
    changes = found(copy, Request(text="Oldvale. Off to the fair."))
    assert [(one.surface, one.old, one.new) for one in changes][1] == (
        "the fair", "c-00002b the fair (en, neutral)", "unresolved: c-00002b"
    )  # fmt: skip


def test_what_the_short_form_does_not_show_is_told_in_full(copy: Path) -> None:
    edit(copy / CITY, "by: world-press", "by: nuvel-press")
    (change,) = found(copy, Request(text="Oldvale"))
    assert change.old == "c-000015 Oldvale (en, neutral): city, city on the river; exonym, by world-press"
    assert change.new == "c-000015 Oldvale (en, neutral): city, city on the river; exonym, by nuvel-press"


def test_html_places_are_those_of_the_html(copy: Path) -> None:
    edit(copy / CITY, "stance: neutral", "stance: dated")
    (change,) = found(copy, Request(html="<p>\n<b>Oldvale</b>"))
    assert (change.line, change.column, change.surface) == (2, 4, "Oldvale")


def test_no_difference_where_only_a_reason_is_worded_otherwise(copy: Path) -> None:
    edit(copy / FAIR, "why: A plain word", "why: A word")
    assert found(copy, Request(text="Off to the fair.")) == []
