"""The counts of a text as a table for a spreadsheet (CSV, UTF-8)."""

import csv
from collections.abc import Iterator
from io import StringIO

from service.annotation.report import Report, Voices

COLUMNS = ("counted", "name", "side", "stance", "lang", "concept_id", "gloss", "total", "own", "quoted", "distanced")
# A spreadsheet would take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_csv(report: Report) -> str:
    """One row for each side, perspective and label. The byte order mark tells spreadsheets that it is UTF-8."""
    written = StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows([_harmless(cell) for cell in row] for row in _rows(report))
    return "\ufeff" + written.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    yield ("all mentions", "", "", "", "", "", "", *_numbers(report.mentions))
    yield ("contested concepts", "", "", "", "", "", "", *_numbers(report.contested))
    yield ("unresolved", "", "", "", "", "", "", str(report.unresolved), "", "", "")
    for side in (*report.sides, report.shared):
        yield ("side", side.name, side.key, "", "", "", "", *_numbers(side.voices))
    for one in report.perspectives:
        yield ("perspective", one.perspective.name, one.perspective.side or "", "", "", "", "", *_numbers(one.voices))
    for concept in report.concepts:
        for label in concept.labels:
            about = (label.label.text, label.side or "", label.label.stance, label.label.lang)
            yield ("label", *about, concept.concept.id, concept.concept.gloss, *_numbers(label.voices))


def _numbers(voices: Voices) -> tuple[str, ...]:
    return str(voices.total), str(voices.own), str(voices.quoted), str(voices.distanced)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
