"""`mint` and `find`: help with making an entry."""

import argparse
import sys
from dataclasses import replace
from typing import Any

from service.commands.command import FINDINGS, FINE, add_command, add_lexicon
from service.commands.drafts import sound_draft
from service.errors import InputError
from service.lexicon import editing
from service.settings import Settings

_MOST_IDS = 1000


def add_mint(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(commands, "mint", _mint, "make new concept IDs, one a line", "", "5")
    parser.add_argument("number", nargs="?", default="1", metavar="N", help=f"how many, 1 to {_MOST_IDS} (default 1)")
    add_lexicon(parser, settings)


def add_find(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "say where a name stands in the lexicon, as file:line; exit code 1 if nowhere"
    parser = add_command(commands, "find", _find, summary, "Stepanakert", "--fuzzy Stepanakrt", "Xankəndidə")
    parser.add_argument("name", metavar="NAME", help="label, ambiguous form, guarding phrase, or a form of these")
    parser.add_argument("--fuzzy", action="store_true", help="also names that are like it, in any script")
    add_lexicon(parser, settings)


def _mint(options: argparse.Namespace, _settings: Settings) -> int:
    number = options.number
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= _MOST_IDS:
        raise InputError(f"N is a whole number from 1 to {_MOST_IDS}, not {number}.")
    print("\n".join(editing.new_ids(options.lexicon, int(number))))
    return FINE


def _find(options: argparse.Namespace, _settings: Settings) -> int:
    from service.checking.whereabouts import whereabouts

    draft = sound_draft(options.lexicon)
    hits = whereabouts(draft, options.name, options.fuzzy)
    for hit in hits:
        print(replace(hit, path=(options.lexicon / hit.path).as_posix()))
    if not hits:
        print(f"{options.name} stands nowhere in {options.lexicon}", file=sys.stderr)
    return FINE if hits else FINDINGS
