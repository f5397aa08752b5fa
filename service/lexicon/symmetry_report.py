"""The symmetry report: what each side has, for each contested concept and in total, and what is missing."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from service.lexicon.draft import Draft, Entry
from service.lexicon.model import Concept, Pack
from service.lexicon.rules.order import sides_in_order
from service.lexicon.rules.symmetry import compared, gaps
from service.lexicon.tally import Tally, names_compared, sides_of, tally


@dataclass(frozen=True, slots=True)
class Missing:
    """A side's names that the symmetry rule asks for and the concept lacks."""

    concept: str
    side: str
    lang: str | None  # None: in every language
    reason: str | None  # as `exceptions.yml` gives it; None where nothing excuses the gap


@dataclass(frozen=True, slots=True)
class Row:
    """One contested concept."""

    concept: str
    name: str  # its everyday names, as the first line of its file has them
    path: str
    sides: Mapping[str, Tally]
    cells: Mapping[tuple[str, str], Tally]  # (side, language)
    first: Mapping[str, str]  # language -> the side whose sided label stands first, where both have one
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class SymmetryReport:
    """One pack. `sides` and `languages` are in alphabetical order, so that no side is put first by choice."""

    pack: str
    sides: Mapping[str, str]
    own: Mapping[str, str | None]  # language of the symmetry rule -> the side whose own it is, None if shared
    languages: tuple[str, ...]  # those of the symmetry rule, then others in which a side has labels
    rows: tuple[Row, ...]  # in order of name
    totals: Mapping[str, Tally]
    cells: Mapping[tuple[str, str], Tally]
    first: Mapping[str, Mapping[str, int]]  # language -> side -> in how many concepts its label stands first

    def asked(self, side: str, language: str) -> bool:
        """Whether the symmetry rule asks for a label of the side in the language."""
        return language in self.own and self.own[language] in (None, side)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Every gap, in order of the rows."""
        return tuple(missing for row in self.rows for missing in row.missing)

    @property
    def unexplained(self) -> tuple[Missing, ...]:
        """The gaps that nothing excuses."""
        return tuple(missing for missing in self.missing if missing.reason is None)


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
