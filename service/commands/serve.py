"""`serve`: the API and the web form."""

import argparse
from typing import Any

from service.commands.command import FINE, add_command
from service.lexicon import store
from service.settings import Settings


def add_serve(commands: Any) -> None:
    """Add the command and its options."""
    parser = add_command(commands, "serve", _serve, "serve the API and the web form", "", "--host 0.0.0.0 --port 80")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", default="8000", help="port to listen on (default 8000)")


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    from service.web.server import serve

    store.load(settings.lexicon)  # a lexicon with findings is told here; the server itself would start without one
    serve(options.host, options.port)
    return FINE
