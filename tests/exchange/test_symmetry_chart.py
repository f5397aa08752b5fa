"""The symmetry report as chart and tables: sound SVG, nothing that hangs on colour alone, names as text."""

import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from service.exchange.symmetry_chart import chart
from service.exchange.symmetry_table import page, table
from service.lexicon import store
from service.lexicon.symmetry import Missing, SymmetryReport
from service.lexicon.symmetry_report import symmetry_reports

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def report(tmp_path: Path) -> SymmetryReport:
    """The city with a name that has to be escaped, one gap excused and one not."""
    path = Path(shutil.copytree(BASE, tmp_path / "lexicon"))
    file = path / "vale" / "places" / "c-000015.yml"
    file.write_text(file.read_text().replace("# Nuvelgrad /", "# <Nuvelgrad> & co /"))
    (report,) = symmetry_reports(store.read_draft(path)[0])
    gaps = (Missing("c-000015", "ortaq", "qo", "No text."), Missing("c-000015", "nuvel", "en", None))
    return replace(report, rows=(replace(report.rows[0], missing=gaps),))


def test_chart_is_sound_and_says_what_it_shows(report: SymmetryReport) -> None:
    root = ET.fromstring(chart(report))  # noqa: S314 - our own
    names = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    title, account = (root.get("aria-labelledby") or "").split()
    assert "vale" in (names[title] or "")
    assert "Nuvel side: 2 labels" in (names[account] or "")
    assert "2 gaps, 1 unexplained" in (names[account] or "")
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert "<Nuvelgrad> & co / Oldvale / Ortaqabad" in texts
    assert "Ortaq side: no qo; Nuvel side: no en (UNEXPLAINED)" in texts


def test_sides_differ_in_pattern_and_bars_carry_numbers(report: SymmetryReport) -> None:
    root = ET.fromstring(chart(report))  # noqa: S314 - our own
    drawings = [tuple(child.tag for child in pattern) for pattern in root.iter(f"{SVG}pattern")]
    assert len(drawings) == len(set(drawings)) == 2
    bars = list(root.iter(f"{SVG}g"))
    assert len(bars) == 5 + 3 + 1
    assert all(len(group.findall(f"{SVG}rect")) == 2 for group in bars)
    assert all(len([one for one in group.findall(f"{SVG}text") if (one.text or "").isdigit()]) == 2 for group in bars)


def test_table_marks_gaps_and_who_is_first(report: SymmetryReport) -> None:
    lines = table(report).splitlines()
    heading = next(number for number, line in enumerate(lines) if line.startswith("CONCEPT"))
    assert lines[heading].split()[-3:] == ["EN", "QN", "QO"]
    assert lines[heading + 1].split()[-2:] == ["!", "1"]
    assert lines[heading + 2].split()[-2:] == ["1", "e"]
    assert lines[-1].endswith("UNEXPLAINED")


def test_page_escapes_and_holds_chart_and_tables(report: SymmetryReport) -> None:
    text = page([report], "0123")
    assert "<Nuvelgrad>" not in text
    assert "&lt;Nuvelgrad&gt; &amp; co" in text
    assert text.count("<svg") == 1
    assert text.count("<table>") == 5
