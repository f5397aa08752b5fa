"""`messages`: the catalogues with the pages' messages in other languages."""

import argparse
from typing import Any

from service.commands.command import FINDINGS, FINE, add_command, add_lexicon
from service.commands.drafts import sound_draft
from service.settings import Settings
from service.web import catalogues


def add_messages(commands: Any, settings: Settings) -> None:
    """Add the command `messages`."""
    summary = "bring the catalogues of the pages' messages up to date, and list what has no translation"
    parser = add_command(commands, "messages", _messages, summary, "", "--check")
    parser.add_argument("--check", action="store_true", help="write nothing; only tell what is not up to date")
    add_lexicon(parser, settings)


def _messages(options: argparse.Namespace, _settings: Settings) -> int:
    lexicon = sound_draft(options.lexicon).lexicon
    if options.check:
        told = catalogues.outdated(lexicon)
        told += [line for lang in catalogues.LANGUAGES for line in catalogues.untranslated(lang)]
    else:
        told = catalogues.write(lexicon)
    for line in told:
        print(line)
    return FINDINGS if told else FINE
