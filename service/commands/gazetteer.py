"""`import`: places of a gazetteer file become drafts in the lexicon."""

import argparse
from pathlib import Path
from typing import Any

from service.commands.command import FINE, add_command, add_lexicon
from service.exchange.gazetteer_import import import_places
from service.settings import Settings


def add_import(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "enter the places of a gazetteer file as drafts, or bring them up to date"
    parser = add_command(
        commands, "import", _import, summary, "places.jsonl", "places.jsonl --words en.txt --words ru.txt"
    )
    parser.add_argument("data", type=Path, metavar="FILE", help="JSON, one place a line; service/exchange/gazetteer/")
    parser.add_argument("--pack", default="karabakh", help="pack to enter them in (default karabakh)")
    parser.add_argument(
        "--words", type=Path, action="append", default=[], metavar="FILE", help="everyday words, one a line; repeatable"
    )
    add_lexicon(parser, settings)


def _import(options: argparse.Namespace, _settings: Settings) -> int:
    print(import_places(options.data, options.lexicon, options.pack, options.words))
    return FINE
