"""The command line, `python -m service COMMAND`: one engine, the same answers as the web service.

Exit codes: 0 fine, 1 findings, 2 wrong usage or unusable input. Errors are one line on standard error.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from service import __version__
from service.errors import EvenhandError, InputError
from service.lexicon import editing, field_table, store
from service.lexicon.findings import Finding, LexiconError
from service.lexicon.model import Lexicon
from service.settings import Settings

if TYPE_CHECKING:
    from service.web.document import Document

FINE, FINDINGS, UNUSABLE = 0, 1, 2
_MOST_IDS = 1000
_STDIN = "-"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; --help has the rest."""

    def error(self, message: str) -> NoReturn:
        """One line instead of the whole usage."""
        self.exit(UNUSABLE, f"{self.prog}: {message} (see --help)\n")


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
    parser = _Parser(prog="python -m service", description="Evenhand: what a name stands for, and whose name it is.")
    parser.add_argument("--version", action="version", version=f"Evenhand {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_annotate(commands, settings)
    _add_lint(commands, settings)
    _add_mint(commands, settings)
    _add_index(commands, settings)
    _add_serve(commands)
    return parser


def _add_command(commands: Any, name: str, run: Any, summary: str, *examples: str) -> argparse.ArgumentParser:
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


def _add_lexicon(parser: argparse.ArgumentParser, settings: Settings) -> None:
    text = f"folder of the lexicon (EVENHAND_LEXICON; now {settings.lexicon})"
    parser.add_argument("--lexicon", type=Path, default=settings.lexicon, metavar="DIR", help=text)


def _add_annotate(commands: Any, settings: Settings) -> None:
    parser = _add_command(
        commands,
        "annotate",
        _annotate,
        "find the names in a text and say whose they are",
        "article.txt",
        "--lang en --as-of 2023-09-25 --format json article.txt",
        "--html --format json --offsets utf16 - < article.html",
    )
    parser.add_argument("file", nargs="?", default=_STDIN, metavar="FILE", help="UTF-8 text; - or none: standard input")
    parser.add_argument("--lang", help="the text's language (BCP 47, such as en)")
    parser.add_argument("--as-of", metavar="DATE", help="the article's date, YYYY-MM-DD")
    parser.add_argument("--html", action="store_true", help="the input is HTML; its visible text is annotated")
    parser.add_argument(
        "--format",
        choices=("table", "json", "html"),
        default="table",
        help="table (default); json: the REST API's answer; html: the text with its names marked",
    )
    parser.add_argument(
        "--offsets", choices=("codepoint", "utf16", "utf8"), default="codepoint", help="unit of the offsets in json"
    )
    parser.add_argument(
        "--overlaps",
        choices=("longest", "all"),
        default="longest",
        help="of overlapping names keep the longest, or all",
    )
    _add_lexicon(parser, settings)


def _add_lint(commands: Any, settings: Settings) -> None:
    parser = _add_command(commands, "lint", _lint, "check the lexicon and print every finding", "", "path/to/lexicon")
    parser.add_argument("lexicon", nargs="?", type=Path, default=settings.lexicon, metavar="DIR")


def _add_mint(commands: Any, settings: Settings) -> None:
    parser = _add_command(commands, "mint", _mint, "make new concept IDs, one a line", "", "5")
    parser.add_argument("number", nargs="?", default="1", metavar="N", help=f"how many, 1 to {_MOST_IDS} (default 1)")
    _add_lexicon(parser, settings)


def _add_index(commands: Any, settings: Settings) -> None:
    summary = "write INDEX.md and the field table of the lexicon's README.md"
    parser = _add_command(commands, "index", _index, summary, "", "--check")
    parser.add_argument("--check", action="store_true", help="write nothing; exit code 1 if something is out of date")
    _add_lexicon(parser, settings)


def _add_serve(commands: Any) -> None:
    parser = _add_command(commands, "serve", _serve, "serve the API and the web form", "", "--host 0.0.0.0 --port 80")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", default="8000", help="port to listen on (default 8000)")


def _annotate(options: argparse.Namespace, settings: Settings) -> int:
    # The web layer and the matcher take half a second to import; the other commands do without them.
    from service.app import build_engine
    from service.exchange.table import table
    from service.web.marked import render_marked

    engine = build_engine(options.lexicon)
    document = _document(options, engine.lexicon, settings)
    if options.format == "json":
        print(document.answer(engine))
        return FINE
    result = engine.annotator.annotate(document.request)
    print(render_marked(document.source, result) if options.format == "html" else table(document.source, result))
    return FINE


def _document(options: argparse.Namespace, lexicon: Lexicon, settings: Settings) -> "Document":
    """What the options and the input ask for, checked as the REST API checks a request."""
    from marshmallow import ValidationError

    from service.web.document import DOCUMENT, document_of
    from service.web.problems import problem_of

    fields = {
        "html" if options.html else "text": _read_input(options.file),
        "lang": options.lang,
        "as_of": options.as_of,
        "offsets": options.offsets,
        "overlaps": options.overlaps,
    }
    try:
        return document_of(DOCUMENT.load(fields), lexicon, settings.max_text)
    except (EvenhandError, ValidationError) as error:
        names = {"text": _named(options.file), "html": _named(options.file), "lang": "--lang", "as_of": "--as-of"}
        errors = problem_of(error).errors
        raise InputError(" ".join(f"{names.get(one.field, one.field)} {one.message}" for one in errors)) from error


def _read_input(file: str) -> str:
    """The input as it is: no line break is changed, so that offsets hold."""
    content = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{_named(file)} is not UTF-8 (byte {error.start:,}).") from error


def _named(file: str) -> str:
    return "standard input" if file == _STDIN else file


def _lint(options: argparse.Namespace, _settings: Settings) -> int:
    if not options.lexicon.is_dir():
        raise InputError(f"{options.lexicon} is not a folder.")
    lexicon, findings = store.read(options.lexicon)
    if lexicon is not None:
        findings = sorted([*_example_findings(options.lexicon, lexicon), *_stale(options.lexicon, lexicon)])
    _print_findings(findings, options.lexicon)
    number = len(findings)
    print(f"{number or 'no'} finding{'s' * (number != 1)}", file=sys.stderr)
    return FINDINGS if findings else FINE


def _example_findings(path: Path, lexicon: Lexicon) -> Iterator[Finding]:
    """The examples of the ambiguous forms that do not come out as they should."""
    from service.annotation.examples import failures

    draft, _ = store.read_draft(path)
    for form, example, outcome in failures(lexicon):
        keys = ("examples", form.examples.index(example))
        message, advice = f"the example comes out as {outcome}, not {example.expect}", "Mend the test or the example"
        yield draft.finding("examples", form.path, keys, message, advice)


def _stale(path: Path, lexicon: Lexicon) -> list[Finding]:
    return [*editing.index_findings(path, lexicon), *field_table.page_findings(path)]


def _print_findings(findings: Sequence[Finding], folder: Path) -> None:
    for finding in findings:
        print(replace(finding, path=(folder / finding.path).as_posix()))  # a path that an editor can click on


def _mint(options: argparse.Namespace, _settings: Settings) -> int:
    number = options.number
    if not number.isascii() or not number.isdigit() or not 1 <= int(number) <= _MOST_IDS:
        raise InputError(f"N is a whole number from 1 to {_MOST_IDS}, not {number}.")
    print("\n".join(editing.new_ids(options.lexicon, int(number))))
    return FINE


def _index(options: argparse.Namespace, _settings: Settings) -> int:
    lexicon = store.load(options.lexicon)
    findings = _stale(options.lexicon, lexicon)
    if options.check:
        _print_findings(findings, options.lexicon)
        return FINDINGS if findings else FINE
    editing.write_index(options.lexicon, lexicon)
    field_table.write_page(options.lexicon)
    return FINE


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    from service.web.server import serve

    store.load(settings.lexicon)  # a lexicon with findings is told here; the server itself would start without one
    serve(options.host, options.port)
    return FINE
