"""The symmetry report: what each side has, what is missing, and who stands first."""

import shutil
from pathlib import Path

import pytest

from service.lexicon import store
from service.lexicon.symmetry import Missing, SymmetryReport
from service.lexicon.symmetry_report import as_json, symmetry_reports

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY = "vale/places/c-000015.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def report_of(path: Path) -> SymmetryReport:
    draft, _ = store.read_draft(path)
    (report,) = symmetry_reports(draft)
    return report


def cut(file: Path, start: str, end: str) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index(start)] + text[text.index(end) :], encoding="utf-8")


def test_sides_and_languages_in_alphabetical_order() -> None:
    report = report_of(BASE)
    assert (list(report.sides), report.languages) == (["nuvel", "ortaq"], ("en", "qn", "qo"))
    assert [(row.concept, row.name) for row in report.rows] == [("c-000015", "Nuvelgrad / Oldvale / Ortaqabad")]


def test_labels_for_each_side_and_language() -> None:
    report = report_of(BASE)
    labels = {cell: counted.labels for cell, counted in report.cells.items() if counted.labels}
    assert labels == {("nuvel", "en"): 1, ("ortaq", "en"): 1, ("nuvel", "qn"): 1, ("ortaq", "qo"): 1}
    assert report.rows[0].first == {"en": "nuvel"}
    assert report.first == {"en": {"nuvel": 1, "ortaq": 0}}
    assert (report.missing, report.unexplained) == ((), ())


def test_a_gap_without_an_excuse_and_with_one(copy: Path) -> None:
    cut(copy / CITY, "  - text: Ortaqovad", "location:")
    assert report_of(copy).unexplained == (Missing("c-000015", "ortaq", "qo", None),)
    excuse = "# Excused.\n\n- {concept: c-000015, rule: symmetry, lang: qo, reason: No text., way_out: A text.}\n"
    (copy / "exceptions.yml").write_text(excuse)
    report = report_of(copy)
    assert report.missing == (Missing("c-000015", "ortaq", "qo", "No text."),)
    assert report.unexplained == ()


def test_a_side_without_any_label(copy: Path) -> None:
    cut(copy / CITY, "  - text: Ortaqovad", "location:")
    cut(copy / CITY, "  - text: Ortaqabad", "  - text: Nuvelgradi")
    assert report_of(copy).unexplained == (Missing("c-000015", "ortaq", None, None),)


def test_only_what_the_rule_asks_for_is_asked() -> None:
    report = report_of(BASE)
    asked = [(side, lang) for side in report.sides for lang in (*report.languages, "fr") if report.asked(side, lang)]
    assert asked == [("nuvel", "en"), ("nuvel", "qn"), ("ortaq", "en"), ("ortaq", "qo")]


def test_json_holds_all_of_it() -> None:
    value = as_json(report_of(BASE))
    assert value["totals"]["nuvel"]["labels"] == 2
    assert value["languages"]["qn"]["nuvel"]["labels"] == 1
    assert value["concepts"][0]["path"] == CITY
