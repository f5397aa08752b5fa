"""The command line, `python -m service COMMAND`: one engine, the same answers as the web service.

Exit codes: 0 fine, 1 findings, 2 wrong usage or unusable input. Errors are one line on standard error.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from service import __version__
from service.commands.command import FINE, UNUSABLE, Parser
from service.errors import EvenhandError
from service.lexicon.findings import LexiconError
from service.settings import Settings

# Each command with its module, where `add_<command>` adds it to the parser. Only the module of the command asked for is
# imported: what reads the lexicon's files takes long.
_COMMANDS = {
    "annotate": "annotate",
    "rewrite": "rewrite",
    "lint": "lint",
    "mint": "entry",
    "new": "new",
    "find": "entry",
    "index": "lint",
    "schema": "lint",
    "import": "gazetteer",
    "diff": "compare",
    "messages": "messages",
    "symmetry": "survey",
    "stats": "survey",
    "outlines": "outlines",
    "serve": "serve",
    "compile": "serve",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # names need more than a C locale has
    try:
        settings = Settings.from_environment(os.environ)
        options = _parser(settings, arguments[0] if arguments else None).parse_args(arguments)
        code: int = options.run(options, settings)
        sys.stdout.flush()
    except SystemExit as ending:  # argparse's, after --help or an error
        return ending.code if isinstance(ending.code, int) else FINE
    except BrokenPipeError:
        # Whoever read the output had enough. Python would complain when it closes standard output at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 128 + 2
    except LexiconError as error:
        first, *others = error.findings
        more = f" And {len(others)} more; python -m service lint lists them." if others else ""
        return _refuse(f"the lexicon cannot be used. {first}{more}")
    except EvenhandError as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return code


def _refuse(message: str) -> int:
    print(f"evenhand: {' '.join(message.split())}", file=sys.stderr)
    return UNUSABLE


def _parser(settings: Settings, asked: str | None) -> argparse.ArgumentParser:
    """The parser of the command that is asked for, or of all of them."""
    parser = Parser(prog="python -m service", description="Evenhand: what a name stands for, and whose name it is.")
    parser.add_argument("--version", action="version", version=f"Evenhand {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    wanted = [command for command in _COMMANDS if command == asked] or list(_COMMANDS)
    for command in wanted:
        module = import_module(f"service.commands.{_COMMANDS[command]}")
        getattr(module, f"add_{command}")(commands, settings)
    return parser
