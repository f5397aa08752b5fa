"""The symmetry report as tables: for a terminal, and as a page (HTML) that holds the chart, too."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from service.exchange.symmetry_chart import chart
from service.lexicon.symmetry import MEASURES, Missing, Row, SymmetryReport, Tally
from service.text.columns import aligned

Table = tuple[str, list[str], list[list[str]]]  # heading, names of the columns, rows
_LONGEST_NAME = 50
_LEGEND = (
    "A language column holds the number of labels. ^ the side's sided label stands first in the file; "
    "e none, and exceptions.yml says why; ! none, and nothing says why."
)


def table(report: SymmetryReport) -> str:
    """The report for a terminal."""
    blocks = []
    for heading, columns, rows in _tables(report):
        flush = frozenset(number for number, name in enumerate(columns) if name in MEASURES)
        body = aligned([[name.upper() for name in columns], *rows], flush) if rows else "none"
        blocks.append(f"{heading}\n\n{body}")
    blocks.insert(1, _LEGEND)
    return "\n\n".join(blocks)


def page(reports: Sequence[SymmetryReport], version: str) -> str:
    """The reports as one page that needs nothing else; what the charts show stands in the tables, too."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Symmetry report</title><style>',
        "body{font:15px/1.4 sans-serif;margin:2rem;max-width:75rem;color:#111;background:#fff}svg{max-width:100%;"
        "height:auto}table{border-collapse:collapse}td,th{border:1px solid #767676;padding:.15rem .5rem;"
        "text-align:left;vertical-align:top}td.n{text-align:right}</style></head><body><h1>Symmetry report</h1>",
        f"<p>Lexicon version {escape(version)}.</p>",
    ]
    for report in reports:
        parts += [f"<h2>{escape(report.pack)}</h2>", chart(report), f"<p>{escape(_LEGEND)}</p>"]
        parts += (_html(*one) for one in _tables(report))
    return "\n".join([*parts, "</body></html>", ""])


def _html(heading: str, columns: list[str], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "\n".join(
        "<tr>"
        + "".join(
            f'<td class="n">{escape(cell)}</td>' if name in MEASURES else f"<td>{escape(cell)}</td>"
            for name, cell in zip(columns, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f"<h3>{escape(heading)}</h3>\n<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def _tables(report: SymmetryReport) -> Iterator[Table]:
    languages = list(report.languages)
    rows = [line for row in report.rows for line in _lines(report, row)]
    yield f"{report.pack}: {len(report.rows)} contested concepts", ["concept", "side", *MEASURES, *languages], rows
    yield "In total", ["side", *MEASURES], [[report.sides[side], *_numbers(one)] for side, one in report.totals.items()]
    by_language = [
        [language, report.sides[side], *_numbers(report.cells[side, language])]
        for language in languages
        for side in report.sides
    ]
    yield "By language", ["language", "side", *MEASURES], by_language
    first = [[language, *(str(number) for number in counted.values())] for language, counted in report.first.items()]
    yield "Concepts in which a side's sided label stands first", ["language", *report.sides.values()], first
    names = {row.concept: row.name for row in report.rows}
    gaps = [
        [gap.concept, names[gap.concept], gap.side, gap.lang or "all", gap.reason or "UNEXPLAINED"]
        for gap in report.missing
    ]
    yield "Missing", ["concept", "name", "side", "language", "why"], gaps


def _lines(report: SymmetryReport, row: Row) -> Iterator[list[str]]:
    """A concept's rows, one for each side; the concept is named in the first."""
    name = row.name if len(row.name) <= _LONGEST_NAME else f"{row.name[: _LONGEST_NAME - 1]}…"
    named = f"{row.concept} {name}"
    for side, counted in row.sides.items():
        cells = [_cell(report, row, side, language) for language in report.languages]
        yield [named, side, *_numbers(counted), *cells]
        named = ""


def _cell(report: SymmetryReport, row: Row, side: str, language: str) -> str:
    gap = _gap(row.missing, side, language, report)
    if gap is not None:
        return "e" if gap.reason else "!"
    labels = _labels(row.cells, side, language)
    return f"{labels}^" if row.first.get(language) == side else str(labels) if labels else ""


def _gap(gaps: Sequence[Missing], side: str, language: str, report: SymmetryReport) -> Missing | None:
    asked = report.asked(side, language)
    return next((gap for gap in gaps if gap.side == side and (gap.lang == language or (not gap.lang and asked))), None)


def _labels(cells: Mapping[tuple[str, str], Tally], side: str, language: str) -> int:
    return cells[side, language].labels if (side, language) in cells else 0


def _numbers(counted: Tally) -> list[str]:
    return [f"{getattr(counted, measure):,}" for measure in MEASURES]
