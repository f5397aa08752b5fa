"""The command line: `python -m service COMMAND`. Exit codes: 0 fine, 1 findings, 2 wrong usage or unusable input."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from service.errors import EvenhandError, InputError
from service.lexicon import editing, store
from service.lexicon.findings import Finding
from service.settings import Settings

FINE, FINDINGS, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    try:
        settings = Settings.from_environment(os.environ)
        options = _parser(settings).parse_args(arguments)
        code: int = options.run(options)
    except EvenhandError as error:
        print(f"evenhand: {error}", file=sys.stderr)
        return UNUSABLE
    return code


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m service", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    lint = commands.add_parser("lint", help="check the lexicon")
    lint.add_argument("lexicon", nargs="?", type=Path, default=settings.lexicon, metavar="DIR")
    lint.set_defaults(run=_lint)

    mint = commands.add_parser("mint", help="make new concept IDs")
    mint.add_argument("number", nargs="?", type=int, default=1, metavar="N")
    mint.add_argument("--lexicon", type=Path, default=settings.lexicon, metavar="DIR")
    mint.set_defaults(run=_mint)

    index = commands.add_parser("index", help="write lexicon/INDEX.md")
    index.add_argument("--check", action="store_true")
    index.add_argument("--lexicon", type=Path, default=settings.lexicon, metavar="DIR")
    index.set_defaults(run=_index)
    return parser


def _lint(options: argparse.Namespace) -> int:
    lexicon, findings = store.read(options.lexicon)
    if lexicon is not None:
        findings += editing.index_findings(options.lexicon, lexicon)
    for finding in findings:
        print(_shown(finding, options.lexicon))
    return FINDINGS if findings else FINE


def _shown(finding: Finding, folder: Path) -> Finding:
    """The finding with a path that an editor can click on."""
    return replace(finding, path=(folder / finding.path).as_posix())


def _mint(options: argparse.Namespace) -> int:
    if not 1 <= options.number <= 10_000:
        raise InputError("N is a whole number from 1 to 10,000.", "N")
    print("\n".join(editing.new_ids(options.lexicon, options.number)))
    return FINE


def _index(options: argparse.Namespace) -> int:
    lexicon = store.load(options.lexicon)
    if options.check:
        findings = editing.index_findings(options.lexicon, lexicon)
        for finding in findings:
            print(_shown(finding, options.lexicon))
        return FINDINGS if findings else FINE
    editing.write_index(options.lexicon, lexicon)
    return FINE
