"""What each side has in the lexicon, what is missing, and how far the lexicon reaches: tables with charts."""

from dataclasses import dataclass

from flask import Blueprint, Response, request

from service.checking.coverage import Coverage, coverage
from service.checking.names import plain_letters
from service.errors import UnknownIdError
from service.lexicon.symmetry import MEASURES, Row, SymmetryReport
from service.web.engine import Engine, current_engine, current_settings
from service.web.pages.bars import Chart, chart
from service.web.pages.lexicon_page import send_page
from service.web.pages.localization import language_name, term, translated
from service.web.pages.selection import selection_of, slice_of

blueprint = Blueprint("symmetry", __name__)

PATH = "/symmetry"
_SIZE = 50  # concepts on a page


@dataclass(frozen=True, slots=True)
class Charts:
    """The pictures of one pack."""

    totals: Chart
    languages: Chart


@blueprint.get(PATH)
def overview() -> Response:
    """The totals of every pack, and the coverage of the lexicon."""
    engine = current_engine()
    reports = engine.derived(_reports)
    reach = engine.derived(_coverage)
    return send_page(
        "symmetry.html",
        reports=[(report, _charts(report)) for report in reports],
        packs=engine.lexicon.packs,
        measures=_measures(),
        reach=reach,
        reached=_reached(reach),
    )


@blueprint.get(f"{PATH}/<pack>")
def concepts(pack: str) -> Response:
    """The contested concepts of one pack: what each side has, and why something is missing."""
    engine = current_engine()
    report = next((one for one in engine.derived(_reports) if one.pack == pack), None)
    if report is None:
        raise UnknownIdError("There is no symmetry report of a pack with this key.")
    selection = selection_of(f"{PATH}/{pack}", request.args, ("gaps",), current_settings().max_query)
    rows = [row for row in report.rows if _wanted(row, selection.chosen.get("gaps"), plain_letters(selection.q))]
    part = slice_of(len(rows), selection.page, _SIZE)
    return send_page(
        "symmetry_concepts.html",
        report=report,
        pack=engine.lexicon.packs[pack],
        selection=selection,
        part=part,
        rows=rows[part.start : part.end],
        with_gaps=sum(bool(row.missing) for row in report.rows),
    )


def _reports(engine: Engine) -> tuple[SymmetryReport, ...]:
    return engine.symmetry()


def _coverage(engine: Engine) -> Coverage:
    return coverage(engine.lexicon)


def _wanted(row: Row, gaps: str | None, words: str) -> bool:
    return (gaps is None or bool(row.missing)) and all(word in plain_letters(row.name) for word in words.split())


def _measures() -> dict[str, str]:
    names = {
        "labels": translated("labels"),
        "forms": translated("spellings"),
        "uses": translated("uses"),
        "sources": translated("sources"),
        "notes": translated("characters of notes"),
    }
    return {measure: names[measure] for measure in MEASURES}


def _charts(report: SymmetryReport) -> Charts:
    """Sides stand in order of their names, so that none is first by choice."""
    named = ((side, term("sides", name)) for side, name in sorted(report.sides.items(), key=lambda item: item[1]))
    sides = list(named)
    totals = []
    for measure, name in _measures().items():
        values = [(side_name, getattr(report.totals[side], measure)) for side, side_name in sides]
        bars = [(number, value, f"{value:,} {said}") for number, (said, value) in enumerate(values, 1)]
        totals.append((name, bars, max((value for _, value in values), default=0)))
    counted = {language: [report.cells[side, language].labels for side, _ in sides] for language in report.languages}
    most = max((max(values, default=0) for values in counted.values()), default=0)
    languages = [
        (
            language_name(language),
            [(number, value, f"{value:,} {sides[number - 1][1]}") for number, value in enumerate(values, 1)],
            most,
        )
        for language, values in counted.items()
    ]
    return Charts(chart(totals), chart(languages))


def _reached(reach: Coverage) -> Chart:
    """For each language, the share of all concepts that have a label in it."""
    rows = [
        (language_name(language), [(0, number, f"{number:,} ({number / reach.concepts:.0%})")], reach.concepts)
        for language, number in reach.languages.items()
    ]
    return chart(rows)
