"""`symmetry` and `stats`: what the lexicon holds, and what each side has."""

import argparse
import json
from pathlib import Path
from typing import Any

from service.commands.command import FINDINGS, FINE, add_command, add_lexicon, write_out
from service.commands.drafts import sound_draft, usable_draft
from service.errors import InputError
from service.lexicon.symmetry import SymmetryReport
from service.lexicon.symmetry_report import as_json, symmetry_reports
from service.settings import Settings
from service.text.columns import aligned

_MOST_ROWS = 30


def add_symmetry(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "show what each side has, for each contested concept and in total; exit code 1 if a gap is unexplained"
    parser = add_command(
        commands, "symmetry", _symmetry, summary, "", "--format html --out symmetry.html", "--format svg > chart.svg"
    )
    parser.add_argument(
        "--format",
        choices=("table", "json", "svg", "html"),
        default="table",
        help="table (default), json, svg (a chart), html (a page with chart and tables)",
    )
    parser.add_argument("--pack", metavar="KEY", help="one pack only; needed for svg if there are several")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file instead of standard output")
    add_lexicon(parser, settings)


def add_stats(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(commands, "stats", _stats, "count what the lexicon holds", "", "--format json")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table (default) or json")
    add_lexicon(parser, settings)


def _symmetry(options: argparse.Namespace, _settings: Settings) -> int:
    draft = sound_draft(options.lexicon)
    reports = [one for one in symmetry_reports(draft) if options.pack in (None, one.pack)]
    if not reports or (options.format == "svg" and len(reports) > 1):
        packs = ", ".join(sorted(draft.lexicon.packs))
        raise InputError(f"--pack is one of {packs}.", "pack")
    write_out(_rendered(reports, options.format, draft.lexicon.version), options.out)
    return FINDINGS if any(report.unexplained for report in reports) else FINE


def _rendered(reports: list[SymmetryReport], form: str, version: str) -> str:
    from service.exchange.symmetry_chart import chart
    from service.exchange.symmetry_table import page, table

    if form == "json":
        values = {"lexicon_version": version, "packs": [as_json(report) for report in reports]}
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    if form == "svg":
        return chart(reports[0])
    if form == "html":
        return page(reports, version)
    return "\n\n".join(map(table, reports)) + "\n"


def _stats(options: argparse.Namespace, _settings: Settings) -> int:
    from service.checking.statistics import statistics

    draft = usable_draft(options.lexicon)
    counted, version = statistics(draft), draft.lexicon.version
    if options.format == "json":
        values = {"lexicon_version": version, **counted.totals(), **counted.breakdowns()}
        print(json.dumps(values, ensure_ascii=False, indent=2))
        return FINE
    totals = {name.replace("_", " "): number for name, number in counted.totals().items()}
    totals[f"inflected patterns ({counted.inflected_share:.0%})"] = totals.pop("inflected patterns")
    print(f"lexicon {version}\n\n{_column(totals)}")
    for name, counts in counted.breakdowns().items():
        print(f"\n{name.replace('_', ' ')}\n{_column(counts)}")
    return FINE


def _column(counts: dict[str, int]) -> str:
    shown = list(counts.items())[:_MOST_ROWS]
    rows = [("  " + name, f"{number:,}") for name, number in shown]
    more = f"\n  and {len(counts) - len(shown)} more; --format json has them all" if len(counts) > len(shown) else ""
    return aligned(rows, frozenset([1])) + more
