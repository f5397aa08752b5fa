"""Starting the web server from the command line."""

import errno
import importlib.util
import os
import socket
import sys
from pathlib import Path

from service.errors import EvenhandError, InputError

_CONFIGURATION = Path(__file__).parent.parent / "gunicorn.conf.py"


def serve(host: str, port: str) -> None:
    """Hand this process over to gunicorn, so that signals reach it; an error says why that cannot be."""
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65_535:
        raise InputError(f"The port is a number from 1 to 65535, not {port}.", "port")
    if not all(map(importlib.util.find_spec, ("gunicorn", "fcntl"))):
        raise EvenhandError("gunicorn is not available; install requirements.txt, on a system other than Windows.")
    _check_address(host, int(port))
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    command = ["-m", "gunicorn", "--config", str(_CONFIGURATION), "--bind", address, "service.app:create_app()"]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *command])  # noqa: S606 - no shell, and the address was checked


def _check_address(host: str, port: int) -> None:
    """Say at once, and in words, that the address cannot be listened on; gunicorn would try for seconds."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise InputError(f"Port {port} on {host} is taken; choose another with --port.", "port") from error
        raise InputError(f"{host} port {port} cannot be listened on: {error.strerror}.", "host") from error
