"""Sending many requests at a server with wrk, and what came of it."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from bench.server import Server, processor_time

_SCRIPT = Path(__file__).parent / "post.lua"

MISSING = (
    "wrk is not here, so requests per second were not measured. Install it: apt-get install wrk, or brew install wrk."
)


@dataclass(frozen=True, slots=True)
class Load:
    """What one run, or the medians of several, measured. Times in milliseconds."""

    requests: float
    rate: float  # requests per second
    p50: float
    p99: float
    p999: float
    size: float  # bytes of an answer with its headers
    work: float = 0.0  # milliseconds that the server's workers spent on a processor for one request

    @property
    def spread(self) -> float:
        """How many times the median the slowest hundredth takes."""
        return self.p99 / self.p50


class LoadError(Exception):
    """The server did not answer as it should."""


def available() -> bool:
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None


def drive(server: Server, path: str, bodies: Sequence[dict[str, Any]], connections: int, seconds: float) -> Load:
    """Keep `connections` connections busy for `seconds`."""
    workers = server.workers()
    before = sum(map(processor_time, workers))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.writelines(json.dumps(body, ensure_ascii=False) + "\n" for body in bodies)
        file.flush()
        run = subprocess.run(
            [
                "wrk",
                "-t1",
                f"-c{connections}",
                f"-d{max(1, round(seconds))}s",
                "--timeout",
                "10s",
                "-s",
                _SCRIPT,
                server.url + path,
            ],
            env=os.environ | {"BODIES": file.name},
            capture_output=True,
            text=True,
            check=False,
        )
    measured = read(run.stdout)
    work = sum(map(processor_time, workers)) - before
    return replace(measured, work=work * 1e3 / measured.requests)


def read(output: str) -> Load:
    """The figures in wrk's output, as `post.lua` writes them."""
    line = next((line for line in output.splitlines() if line.startswith("measured ")), None)
    if line is None:
        raise LoadError(f"wrk measured nothing:\n{output}")
    measured = json.loads(line.removeprefix("measured "))
    if measured["errors"] or not measured["requests"]:
        raise LoadError(f"{measured['errors']} of {measured['requests']} requests failed.")
    return Load(
        measured["requests"],
        measured["requests"] / measured["seconds"],
        measured["p50"],
        measured["p99"],
        measured["p999"],
        measured["bytes"] / measured["requests"],
    )


def medians(loads: Sequence[Load]) -> Load:
    """The median of each figure."""
    return Load(*(statistics.median(getattr(load, field.name) for load in loads) for field in fields(Load)))
