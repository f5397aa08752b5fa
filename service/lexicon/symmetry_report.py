"""The symmetry report: what each side has, for each contested concept and in total, and what is missing."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from service.lexicon.draft import Draft, Entry
from service.lexicon.model import Concept, Pack
from service.lexicon.rules.order import sides_in_order
from service.lexicon.rules.symmetry import compared, gaps
from service.lexicon.symmetry import Missing, Row, SymmetryReport, Tally
from service.lexicon.tally import names_compared, sides_of, tally


def symmetry_reports(draft: Draft) -> list[SymmetryReport]:
    """A report for each pack, in order of key."""
    missing: defaultdict[str, list[Missing]] = defaultdict(list)
    for gap in gaps(draft):
        reason = None if gap.excuse is None else draft.says("exceptions.yml", gap.excuse, "reason")
        missing[gap.concept.id] += (Missing(gap.concept.id, side, gap.lang, reason) for side in gap.sides)
    return [_report(draft, draft.lexicon.packs[key], missing) for key in sorted(draft.lexicon.packs)]


def _report(draft: Draft, pack: Pack, missing: Mapping[str, list[Missing]]) -> SymmetryReport:
    concepts = [concept for concept in compared(draft) if concept.pack == pack.key]
    entries = names_compared(draft, concepts)
    sides = dict(sorted(pack.sides.items()))
    others = {entry.label.lang for entry in entries if sides_of(draft, entry.label)} - pack.languages.keys()
    languages = (*sorted(pack.languages), *sorted(others))
    by_concept: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_concept[entry.concept].append(entry)
    rows = [_row(draft, pack, concept, by_concept[concept.id], missing.get(concept.id, [])) for concept in concepts]
    shared = [language for language in languages if language in pack.languages and pack.languages[language] is None]
    first = {language: Counter(row.first[language] for row in rows if language in row.first) for language in shared}
    return SymmetryReport(
        pack.key,
        sides,
        pack.languages,
        languages,
        tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.concept))),
        {side: tally(draft, entries, side) for side in sides},
        _cells(draft, entries, list(sides), languages),
        {language: {side: counted[side] for side in sides} for language, counted in first.items()},
    )


def _row(draft: Draft, pack: Pack, concept: Concept, entries: list[Entry], missing: list[Missing]) -> Row:
    orders = {language: sides_in_order(draft, concept, language) for language in pack.languages}
    heading = draft.documents[concept.path].text.partition("\n")[0]
    languages = tuple(dict.fromkeys(entry.label.lang for entry in entries))
    return Row(
        concept.id,
        heading.removeprefix("# ").strip() if heading.startswith("# ") else concept.gloss,
        concept.path,
        {side: tally(draft, entries, side) for side in sorted(pack.sides)},
        _cells(draft, entries, sorted(pack.sides), languages),
        {language: order[0] for language, order in orders.items() if len(order) > 1},
        tuple(missing),
    )


def _cells(
    draft: Draft, entries: list[Entry], sides: list[str], languages: tuple[str, ...]
) -> dict[tuple[str, str], Tally]:
    by_language: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_language[entry.label.lang].append(entry)
    return {(side, lang): tally(draft, by_language[lang], side) for lang in languages for side in sides}


def as_json(report: SymmetryReport) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "pack": report.pack,
        "sides": dict(report.sides),
        "totals": {side: asdict(counted) for side, counted in report.totals.items()},
        "languages": _by_language(report.cells),
        "first": {language: dict(counted) for language, counted in report.first.items()},
        "unexplained": len(report.unexplained),
        "concepts": [
            {
                "concept": row.concept,
                "name": row.name,
                "path": row.path,
                "sides": {side: asdict(counted) for side, counted in row.sides.items()},
                "languages": _by_language(row.cells),
                "first": dict(row.first),
                "missing": [
                    {"side": gap.side, "lang": gap.lang, "excused": gap.reason is not None, "reason": gap.reason}
                    for gap in row.missing
                ],
            }
            for row in report.rows
        ],
    }


def _by_language(cells: Mapping[tuple[str, str], Tally]) -> dict[str, dict[str, Any]]:
    nested: dict[str, dict[str, Any]] = {}
    for (side, language), counted in cells.items():
        nested.setdefault(language, {})[side] = asdict(counted)
    return nested
