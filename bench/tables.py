"""Tables for people: Markdown for files, aligned columns for terminals; and the page that results are kept on."""

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a heading; the first column is text, the others are figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()

    def markdown(self) -> str:
        """The table in GitHub's Markdown."""
        lines = [f"## {self.title}", "", _line(self.columns), _line(("---", *("---:" for _ in self.columns[1:])))]
        lines += [_line(row) for row in self.rows]
        lines += ["", *(f"- {note}" for note in self.notes)] if self.notes else []
        return "\n".join(lines) + "\n"

    def plain(self) -> str:
        """The table for a terminal."""
        widths = [max(len(row[place]) for row in (self.columns, *self.rows)) for place in range(len(self.columns))]

        def line(cells: Sequence[str]) -> str:
            first, *rest = (
                cell.rjust(width) if place else cell.ljust(width)
                for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
            return "  ".join((first, *rest)).rstrip()

        rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
        return "\n".join([self.title, rule, line(self.columns), rule, *map(line, self.rows), *self.notes, ""])


@dataclass(slots=True)
class Page:
    """The tables of one part with what they were measured on; written as `bench/results/<name>.md`."""

    name: str
    title: str
    packages: tuple[str, ...]
    tables: list[Table] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    def add(self, table: Table) -> None:
        """Show the table, and keep it for the page."""
        print(table.plain())
        self.tables.append(table)

    def write(self, folder: Path = RESULTS) -> Path:
        """Write the page."""
        folder.mkdir(parents=True, exist_ok=True)
        parts = [f"# {self.title}\n", circumstances(self.packages) + "\n"]
        parts += [f"![{self.title}]({picture})\n" for picture in self.pictures]
        parts += [table.markdown() for table in self.tables]
        target = folder / f"{self.name}.md"
        target.write_text("\n".join(parts), encoding="utf-8")
        print(f"written: {target}")
        return target


def circumstances(packages: Iterable[str]) -> str:
    """When, where and with what it was measured."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    versions = ", ".join(f"{name} {_version(name)}" for name in packages)
    return (
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {_processor()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, load {load:.1f} at the end. Python {platform.python_version()}; "
        f"{versions}. Figures of one table were measured in turn, so their ratios hold; the machine sets the rest."
    )


def number(value: float, digits: int = 3) -> str:
    """A figure with about `digits` significant digits, and thousands set apart."""
    if value == 0:
        return "0"
    whole = len(str(int(abs(value)))) if abs(value) >= 1 else 0
    return f"{value:,.{max(0, digits - max(whole, 1))}f}"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "an unknown processor"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "a processor")
