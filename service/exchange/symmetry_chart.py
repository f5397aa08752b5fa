"""The symmetry report as a chart (SVG): bars told apart by pattern as well as by colour, each with its number."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from service.lexicon.symmetry import MEASURES, Row, SymmetryReport, Tally

_WIDTH, _MARGIN, _NAMES, _BARS = 1080, 16, 350, 340  # of the chart, its border, the names, the longest bar
_BAR, _GAP, _HEADING = 10, 8, 34
_LONGEST_NAME = 50
# Colours that people with any kind of colour vision can tell apart; a pattern each, for grey prints.
_LOOKS = (
    ("#0072b2", ""),
    ("#e69f00", '<path d="M-1 1 1-1M0 6 6 0M5 7 7 5" stroke="#000" stroke-width="1"/>'),
    ("#009e73", '<circle cx="3" cy="3" r="1.2" fill="#000"/>'),
    ("#cc79a7", '<path d="M0 3H6M3 0V6" stroke="#000" stroke-width=".8"/>'),
)
_STYLE = "text{font:12px sans-serif;fill:#111}.h{font-weight:bold;font-size:14px}rect.b{stroke:#111;stroke-width:.6}"


def chart(report: SymmetryReport) -> str:
    """An SVG picture that stands alone: totals, totals by language, then the labels of each concept."""
    parts: list[str] = []
    y = _MARGIN + 16
    title = f"Symmetry of the pack {report.pack}: what each side has"
    parts.append(_text(_MARGIN, y, title, "h"))
    y += 24
    for number, name in enumerate(report.sides.values()):
        x = _MARGIN + number * 220
        parts.append(_bar(report, x, y - 10, 24, number) + _text(x + 32, y, name))
    for heading, groups in _sections(report):
        y += _HEADING
        parts.append(_text(_MARGIN, y, heading, "h"))
        y += 10
        for name, values, remark, most in groups:
            parts.append(_group(report, y, name, values, remark, most))
            y += len(values) * _BAR + _GAP
    height = y + _MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="{report.pack}-title {report.pack}-account">',
            f'<title id="{report.pack}-title">{escape(title)}</title>',
            f'<desc id="{report.pack}-account">{escape(_account(report))}</desc>',
            f"<style>{_STYLE}</style>",
            f"<defs>{''.join(_pattern(report, number) for number in range(len(report.sides)))}</defs>",
            f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>',
            *parts,
            "</svg>",
            "",
        ]
    )


_Group = tuple[str, list[int], str, int]  # name, a value for each side, a remark, the value of the longest bar


def _sections(report: SymmetryReport) -> Iterator[tuple[str, list[_Group]]]:
    totals = []
    for measure in MEASURES:
        values = [getattr(counted, measure) for counted in report.totals.values()]
        totals.append(("characters of notes" if measure == "notes" else measure, values, "", max(values)))
    yield "In total (each row has its own scale)", totals
    by_language = {language: _labels(report.cells, report.sides, language) for language in report.languages}
    most = max((max(values) for values in by_language.values()), default=0)
    yield "Labels by language", [(language, values, "", most) for language, values in by_language.items()]
    most = max((counted.labels for row in report.rows for counted in row.sides.values()), default=0)
    rows = [(row.name, [one.labels for one in row.sides.values()], _remark(report, row), most) for row in report.rows]
    yield "Labels by concept", rows


def _labels(cells: Mapping[tuple[str, str], Tally], sides: Mapping[str, str], language: str) -> list[int]:
    return [cells[side, language].labels for side in sides]


def _remark(report: SymmetryReport, row: Row) -> str:
    """What is missing, in words: colour alone tells nobody."""
    lacking: dict[str, list[str]] = {}
    for gap in row.missing:
        what = gap.lang or "label"
        lacking.setdefault(gap.side, []).append(what if gap.reason else f"{what} (UNEXPLAINED)")
    return "; ".join(f"{report.sides.get(side, side)}: no {', '.join(what)}" for side, what in lacking.items())


def _group(report: SymmetryReport, y: int, name: str, values: Sequence[int], remark: str, most: int) -> str:
    middle = y + len(values) * _BAR // 2 + 4
    shown = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
    account = ", ".join(f"{side} {value}" for side, value in zip(report.sides.values(), values, strict=True))
    parts = [f"<g><title>{escape(f'{name}: {account}. {remark}')}</title>", _text(_MARGIN, middle, shown)]
    for number, value in enumerate(values):
        width = round(_BARS * value / most) if most else 0
        top = y + number * _BAR
        parts.append(_bar(report, _NAMES, top, width, number))
        parts.append(f'<text x="{_NAMES + width + 5}" y="{top + _BAR - 1}" style="font-size:10px">{value:,}</text>')
    parts.append(_text(_NAMES + _BARS + 45, middle, remark) + "</g>")
    return "".join(parts)


def _account(report: SymmetryReport) -> str:
    """The picture in words."""
    sides = (
        f"{name}: " + ", ".join(f"{getattr(report.totals[side], measure):,} {measure}" for measure in MEASURES[:4])
        for side, name in report.sides.items()
    )
    gaps = f"{len(report.missing)} gaps, {len(report.unexplained)} unexplained"
    return f"{len(report.rows)} contested concepts. {'. '.join(sides)}. {gaps}."


def _bar(report: SymmetryReport, x: int, y: int, width: int, number: int) -> str:
    return f'<rect class="b" x="{x}" y="{y}" width="{width}" height="{_BAR}" fill="url(#{report.pack}-{number})"/>'


def _pattern(report: SymmetryReport, number: int) -> str:
    colour, drawing = _LOOKS[number % len(_LOOKS)]
    return (
        f'<pattern id="{report.pack}-{number}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{colour}"/>{drawing}</pattern>'
    )


def _text(x: int, y: int, text: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text x="{x}" y="{y}"{mark}>{escape(text)}</text>' if text else ""
