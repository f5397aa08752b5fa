"""Gunicorn as it is started in production, for the length of a measurement."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SERVICE = "bench.apps.echo:create_app()"
Question = tuple[str, dict[str, Any]]  # path and body
FIRST: Question = ("/v1/annotate", {"text": "A first question."})

ROOT = Path(__file__).parent.parent
_PATIENCE = 120  # seconds until a server that does not answer counts as broken


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and how long it took from the start of the process to the first answer."""

    url: str
    pid: int
    first_answer: float

    def workers(self) -> list[int]:
        """Process IDs of gunicorn's workers."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [int(child) for child in children.split()]


@contextlib.contextmanager
def serving(app: str, question: Question, cache: Path, *options: str) -> Iterator[Server]:
    """Run `app` under gunicorn with the service's settings; it is up when `question` (path, body) gets its answer."""
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    settings = ["--config", str(ROOT / "service" / "gunicorn.conf.py"), "--bind", f"127.0.0.1:{port}"]
    command = [sys.executable, "-m", "gunicorn", *settings, "--access-logfile", os.devnull, *options, app]
    # Python keeps compiled code unless told not to, as an installed service does; empty counts as not told.
    environment = os.environ | {"EVENHAND_CACHE": str(cache), "PYTHONDONTWRITEBYTECODE": ""}
    begin = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            _await(process, url + question[0], question[1])
            yield Server(url, process.pid, time.perf_counter() - begin)
        finally:
            process.send_signal(signal.SIGTERM)


def private_memory(pid: int) -> float:
    """MB of memory that no other process shares."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) * 1024 / 1e6


def resident_memory(pid: int) -> float:
    """MB of memory in use, shared with others or not."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) * 1024 / 1e6


def processor_time(pid: int) -> float:
    """Seconds that the process has spent on a processor."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def post(url: str, body: dict[str, Any]) -> bytes:
    """The answer to one request."""
    request = urllib.request.Request(  # noqa: S310 - our own address
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def _await(process: subprocess.Popen[bytes], url: str, body: dict[str, Any]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        try:
            post(url, body)
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.005)
    raise RuntimeError(f"no answer from {url} in {_PATIENCE} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
