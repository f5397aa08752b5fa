"""`rewrite`: a text rewritten by a house style, as the web service does it."""

import argparse
import sys
from typing import Any

from service.commands.annotate import add_source, refusal, source_fields
from service.commands.command import FINE, add_command, add_lexicon
from service.errors import EvenhandError
from service.settings import Settings


def add_rewrite(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "rewrite",
        _rewrite,
        "write a text as a house style wants it, and say what was done",
        "--style dual-names --lang en article.txt",
        "--style dual-names --html --format json - < article.html",
    )
    add_source(parser)
    parser.add_argument("--style", metavar="ID", required=True, help="the house style")
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text (default): the rewritten text, and the edits on standard error; json: the REST API's answer",
    )
    add_lexicon(parser, settings)


def _rewrite(options: argparse.Namespace, settings: Settings) -> int:
    from marshmallow import ValidationError

    from service.app import build_engine
    from service.web.rewriting import REWRITE, rewritten
    from service.web.schema import dumps

    engine = build_engine(options.lexicon, settings.cache)
    try:
        answer = rewritten(REWRITE.load(source_fields(options)), engine, settings.max_text)
    except (EvenhandError, ValidationError) as error:
        raise refusal(error, options) from error
    if options.format == "json":
        print(dumps(answer))
        return FINE
    sys.stdout.write(answer["html" if options.html else "text"])
    for edit in answer["edits"]:
        print(f"{edit['old']} -> {edit['new']}: {edit['warning'] or edit['why']}", file=sys.stderr)
    for left in answer["left"]:
        print(f"{left['surface']} left: {left['reason']}", file=sys.stderr)
    return FINE
