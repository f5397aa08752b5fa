"""`lint`, `index` and `schema`: what is wrong with the lexicon, and the files that are made from it."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.annotation.annotate import Annotator
from service.annotation.examples import example_findings
from service.checking.style_file import read_styles
from service.commands.command import FINDINGS, FINE, add_command, add_lexicon, print_findings
from service.commands.drafts import sound_draft
from service.errors import InputError
from service.lexicon import editing, field_table, json_schema, store
from service.lexicon.findings import Finding, LexiconError
from service.lexicon.label_order import order_findings
from service.lexicon.mending import mend
from service.lexicon.model import Lexicon
from service.settings import Settings


def add_lint(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "lint", _lint, "check the lexicon and print every finding", "", "--fix", "path/to/lexicon"
    )
    help_text = (
        "first mend what a machine can, and say what: characters, line ends, order of labels, repeated spellings"
    )
    parser.add_argument("--fix", action="store_true", help=help_text)
    parser.add_argument("lexicon", nargs="?", type=Path, default=settings.lexicon, metavar="DIR")


def add_index(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "write INDEX.md, the field table of the lexicon's README.md, and its JSON Schemas"
    parser = add_command(commands, "index", _index, summary, "", "--check")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 if something is out of date")
    add_lexicon(parser, settings)


def add_schema(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "write JSON Schemas of the lexicon's files into its folder schema/, or print one"
    parser = add_command(commands, "schema", _schema, summary, "", "concept")
    parser.add_argument("name", nargs="?", choices=json_schema.FORMS, metavar="NAME", help="print this one instead")
    add_lexicon(parser, settings)


def _lint(options: argparse.Namespace, _settings: Settings) -> int:
    if not options.lexicon.is_dir():
        raise InputError(f"{options.lexicon} is not a folder.")
    for mended in mend(options.lexicon) if options.fix else ():
        print(replace(mended, path=(options.lexicon / mended.path).as_posix()))
    try:
        draft = store.load_draft(options.lexicon)
    except LexiconError as error:
        findings = list(error.findings)
    else:
        examples = example_findings(options.lexicon, Annotator(draft.lexicon))
        _, styles = read_styles(options.lexicon, draft.lexicon)
        findings = sorted([*examples, *styles, *order_findings(draft), *_stale(options.lexicon, draft.lexicon)])
    print_findings(findings, options.lexicon)
    number = len(findings)
    print(f"{number or 'no'} finding{'s' * (number != 1)}", file=sys.stderr)
    return FINDINGS if findings else FINE


def _stale(path: Path, lexicon: Lexicon) -> list[Finding]:
    return [
        *editing.index_findings(path, lexicon),
        *field_table.page_findings(path),
        *json_schema.schema_findings(path, lexicon),
    ]


def _index(options: argparse.Namespace, _settings: Settings) -> int:
    lexicon = store.load(options.lexicon)
    findings = _stale(options.lexicon, lexicon)
    if options.check:
        print_findings(findings, options.lexicon)
        return FINDINGS if findings else FINE
    editing.write_index(options.lexicon, lexicon)
    field_table.write_page(options.lexicon)
    if (options.lexicon / json_schema.FOLDER).is_dir():
        json_schema.write_schemas(options.lexicon, lexicon)
    return FINE


def _schema(options: argparse.Namespace, _settings: Settings) -> int:
    lexicon = sound_draft(options.lexicon).lexicon
    if options.name is not None:
        print(json_schema.written(json_schema.json_schemas(lexicon)[options.name]), end="")
        return FINE
    for name in json_schema.write_schemas(options.lexicon, lexicon):
        print((options.lexicon / name).as_posix())
    return FINE
