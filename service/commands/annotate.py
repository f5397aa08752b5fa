"""`annotate`: the names in a text, as the web service finds them."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.commands.command import FINE, add_command, add_lexicon
from service.errors import EvenhandError, InputError
from service.settings import Settings

if TYPE_CHECKING:
    from service.web.document import Document
    from service.web.engine import Engine

_STDIN = "-"


def add_annotate(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "annotate",
        _annotate,
        "find the names in a text and say whose they are",
        "article.txt",
        "--lang en --as-of 2023-09-25 --format json article.txt",
        "--html --format json --offsets utf16 - < article.html",
    )
    add_source(parser)
    parser.add_argument("--style", metavar="ID", help="a house style: json says what it would write")
    parser.add_argument(
        "--format",
        choices=("table", "json", "html"),
        default="table",
        help="table (default); json: the REST API's answer; html: the text with its names marked",
    )
    parser.add_argument(
        "--overlaps",
        choices=("longest", "all"),
        default="longest",
        help="of overlapping names keep the longest, or all",
    )
    add_lexicon(parser, settings)


def _annotate(options: argparse.Namespace, settings: Settings) -> int:
    # The web layer and the matcher take half a second to import; the other commands do without them.
    from service.app import build_engine
    from service.exchange.table import table
    from service.web.pages.marked import read

    engine = build_engine(options.lexicon, settings.cache)
    document = _document(options, engine, settings)
    if options.format == "json":
        print(document.answer(engine).decode())
        return FINE
    advice = document.advice(engine)
    if options.format == "html":
        print(read(advice.text, advice.read, engine.lexicon, advice.suggestions).text)
    else:
        print(table(document.source, advice.result))
    return FINE


def _document(options: argparse.Namespace, engine: "Engine", settings: Settings) -> "Document":
    """What the options and the input ask for, checked as the REST API checks a request."""
    from marshmallow import ValidationError

    from service.web.document import DOCUMENT, document_of

    fields = source_fields(options) | {"overlaps": options.overlaps}
    try:
        return document_of(DOCUMENT.load(fields), engine, settings.max_text)
    except (EvenhandError, ValidationError) as error:
        raise refusal(error, options) from error


def add_source(parser: argparse.ArgumentParser) -> None:
    """Add what says which text is meant, and how it is to be read."""
    parser.add_argument("file", nargs="?", default=_STDIN, metavar="FILE", help="UTF-8 text; - or none: standard input")
    parser.add_argument("--lang", help="the text's language (BCP 47, such as en)")
    parser.add_argument("--as-of", metavar="DATE", help="the article's date, YYYY-MM-DD")
    parser.add_argument("--html", action="store_true", help="the input is HTML; its visible text is read")
    parser.add_argument(
        "--offsets", choices=("codepoint", "utf16", "utf8"), default="codepoint", help="unit of the offsets in json"
    )


def source_fields(options: argparse.Namespace) -> dict[str, Any]:
    """The options of `add_source`, and the style, as fields of a request."""
    return {
        "html" if options.html else "text": _read_input(options.file),
        "lang": options.lang,
        "as_of": options.as_of,
        "offsets": options.offsets,
        "style": options.style,
    }


def refusal(error: Exception, options: argparse.Namespace) -> InputError:
    """What the REST API would refuse, in the words of the command line."""
    from service.web.problems import problem_of

    names = {"text": _named(options.file), "html": _named(options.file)}
    names |= {"lang": "--lang", "as_of": "--as-of", "style": "--style"}
    return InputError(" ".join(f"{names.get(one.field, one.field)} {one.message}" for one in problem_of(error).errors))


def _read_input(file: str) -> str:
    """The input as it is: no line break is changed, so that offsets hold."""
    content = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{_named(file)} is not UTF-8 (byte {error.start:,}).") from error


def _named(file: str) -> str:
    return "standard input" if file == _STDIN else file
