"""The command line, `python -m service COMMAND`: one engine, the same answers as the web service.

Exit codes: 0 fine, 1 findings, 2 wrong usage or unusable input. Errors are one line on standard error.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from service import __version__
from service.commands import annotate, compare, entry, gazetteer, lint, messages, new, outlines, rewrite, serve, survey
from service.commands.command import FINE, UNUSABLE, Parser
from service.errors import EvenhandError
from service.lexicon.findings import LexiconError
from service.settings import Settings


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # names need more than a C locale has
    try:
        settings = Settings.from_environment(os.environ)
        options = _parser(settings).parse_args(arguments)
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


def _parser(settings: Settings) -> argparse.ArgumentParser:
    parser = Parser(prog="python -m service", description="Evenhand: what a name stands for, and whose name it is.")
    parser.add_argument("--version", action="version", version=f"Evenhand {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    annotate.add_annotate(commands, settings)
    rewrite.add_rewrite(commands, settings)
    lint.add_lint(commands, settings)
    entry.add_mint(commands, settings)
    new.add_new(commands, settings)
    entry.add_find(commands, settings)
    lint.add_index(commands, settings)
    lint.add_schema(commands, settings)
    gazetteer.add_import(commands, settings)
    compare.add_diff(commands, settings)
    messages.add_messages(commands, settings)
    survey.add_symmetry(commands, settings)
    survey.add_stats(commands, settings)
    outlines.add_outlines(commands)
    serve.add_serve(commands)
    serve.add_compile(commands, settings)
    return parser
