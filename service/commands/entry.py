"""`mint`: help with making an entry."""

import argparse
from typing import Any

from service.commands.command import FINE, add_command, add_lexicon
from service.errors import InputError
from service.lexicon import editing
from service.settings import Settings

_MOST_IDS = 1000


def add_mint(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(commands, "mint", _mint, "make new concept IDs, one a line", "", "5")
    parser.add_argument("number", nargs="?", default="1", metavar="N", help=f"how many, 1 to {_MOST_IDS} (default 1)")
    add_lexicon(parser, settings)


def _mint(options: argparse.Namespace, _settings: Settings) -> int:
    number = options.number
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= _MOST_IDS:
        raise InputError(f"N is a whole number from 1 to {_MOST_IDS}, not {number}.")
    print("\n".join(editing.new_ids(options.lexicon, int(number))))
    return FINE
