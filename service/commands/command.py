"""What all commands share: exit codes, the parser, the option that names the lexicon, and how findings are printed."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from service.lexicon.findings import Finding
from service.settings import Settings

FINE, FINDINGS, UNUSABLE = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; --help has the rest."""

    def error(self, message: str) -> NoReturn:
        """One line instead of the whole usage."""
        self.exit(UNUSABLE, f"{self.prog}: {message} (see --help)\n")


def add_command(commands: Any, name: str, run: Any, summary: str, *examples: str) -> argparse.ArgumentParser:
    """Add a command that `run` carries out; the examples are shown at the end of its help."""
    lines = "\n".join(f"  python -m service {name}{' ' * bool(example)}{example}" for example in examples)
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=f"examples:\n{lines}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def add_lexicon(parser: argparse.ArgumentParser, settings: Settings) -> None:
    """Add the option that names the lexicon's folder."""
    text = f"folder of the lexicon (EVENHAND_LEXICON; now {settings.lexicon})"
    parser.add_argument("--lexicon", type=Path, default=settings.lexicon, metavar="DIR", help=text)


def print_findings(findings: Sequence[Finding], folder: Path) -> None:
    """Print the findings on the lexicon in `folder`, one a line."""
    for finding in findings:
        print(replace(finding, path=(folder / finding.path).as_posix()))  # a path that an editor can click on


def write_out(text: str, file: Path | None) -> None:
    """Write to `file`, or to standard output where none is named."""
    if file is None:
        sys.stdout.write(text)
    else:
        file.write_text(text, encoding="utf-8", newline="\n")
