"""`serve`: the API and the web form; `compile`: what makes them start quickly."""

import argparse
from typing import Any

from service.commands.command import FINE, add_command, add_lexicon
from service.settings import Settings


def add_serve(commands: Any, _settings: Settings) -> None:
    """Add the command and its options."""
    parser = add_command(commands, "serve", _serve, "serve the API and the web form", "", "--host 0.0.0.0 --port 80")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", default="8000", help="port to listen on (default 8000)")


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    from service.annotation.compiled_file import is_current
    from service.web.server import serve

    # A lexicon with findings is told here; the server itself would start without one. A compiled one had none, and the
    # server, another process, builds its engine from it.
    if not is_current(settings.lexicon, settings.cache):
        from service.app import build_engine

        build_engine(settings.lexicon, settings.cache)
    serve(options.host, options.port)
    return FINE


def add_compile(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "check the lexicon and keep its compiled form, from which the service starts in a moment"
    parser = add_command(commands, "compile", _compile, summary, "")
    add_lexicon(parser, settings)


def _compile(options: argparse.Namespace, settings: Settings) -> int:
    from service.app import build_engine

    engine = build_engine(options.lexicon, settings.cache)
    print(
        f"Lexicon {engine.lexicon.version}, {len(engine.lexicon.concepts)} concepts, is compiled in {settings.cache}."
    )
    return FINE
