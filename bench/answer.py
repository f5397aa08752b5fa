"""Where the time of an answer goes, step by step, inside one process and without a server: `python -m bench.answer`."""

import itertools
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from flask import Flask
from werkzeug.test import EnvironBuilder

from bench.apps.echo import create_app
from bench.options import parser_of
from bench.questions import ECHO, TEXT, articles_of, questions
from bench.tables import Page, Table, number
from service.annotation.annotate import Annotator
from service.settings import Settings
from service.web import api, body
from service.web.document_schema import DocumentSchema
from service.web.engine import keeper_of
from service.web.writer import Writer

# Each step, and the functions that it is; none calls another of these.
_STEPS: Mapping[str, Sequence[tuple[Any, str]]] = {
    "Flask: context, routing, before the view": (
        (Flask, "request_context"),
        (Flask, "preprocess_request"),
    ),
    "reading the body and its JSON": ((body, "read_body"), (body, "parse_json"), (body.MemoryRequest, "get_json")),
    "reading the fields": ((DocumentSchema, "load"), (api, "document_of")),
    "annotating": ((Annotator, "annotate"),),
    "writing the answer": ((Writer, "write"),),
    "the response and its headers": ((api, "send"), (Flask, "process_response")),
}
_REST = "the rest: Flask, and this clock"
_WHOLE = "all of it"

Spent = Mapping[str, float]  # microseconds of each step


def main() -> None:
    """Measure, print and write."""
    options = parser_of(__doc__).parse_args()
    page = Page("answer", "Where the time of an answer goes", ("flask", "marshmallow", "msgspec", "numpy"))
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(cache=Path(folder)))
    asked = questions(articles_of(keeper_of(app).engine.lexicon))
    page.add(step_table(_spent(app, asked, 3 if options.quick else 25)))
    if not options.quick:
        page.write()


def step_table(spent: Mapping[str, Spent]) -> Table:
    """A row for each step, a column for each question."""
    steps = (*_STEPS, _REST, _WHOLE)
    whole = spent[TEXT][_WHOLE]
    rows = [
        (
            step,
            *(number(one[step]) if one.get(step) else "–" for one in spent.values()),
            number(spent[TEXT][step] / whole),
        )
        for step in steps
    ]
    beside = whole - spent[TEXT]["annotating"]
    return Table(
        "One answer on 4 KB of news-like text, µs",
        ("", *spent, f"{TEXT}: share"),
        tuple(rows),
        (
            "First quartiles of each step within whole requests, so that what else the machine does counts little. "
            "Gunicorn and the network are in `bench.service`.",
            f"Beside the annotating {beside:.0f} µs, of which the echo pays {spent[ECHO][_WHOLE]:.0f}, too.",
        ),
    )


class _Clock:
    """Sums up the time that a request spends in each step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, its time counted to `step`."""

        def measured(*given: Any, **more: Any) -> Any:
            begin = time.perf_counter_ns()  # the thread's own time takes as long to read as some steps
            try:
                return function(*given, **more)
            finally:
                self.spent[step] = self.spent.get(step, 0.0) + (time.perf_counter_ns() - begin) / 1e3

        return measured


def _spent(app: Flask, asked: Mapping[str, tuple[str, Sequence[Any]]], repeats: int) -> dict[str, Spent]:
    """The first quartile of each step for each question. Questions come in random order, whole."""
    requests = {
        name: [(_environ(path), json.dumps(body, ensure_ascii=False).encode()) for body in bodies]
        for name, (path, bodies) in asked.items()
    }
    for environ, sent in itertools.chain.from_iterable(requests.values()):
        _ask(app, environ, sent)  # what is kept is there
    turns = list(requests) * repeats
    random.Random(11).shuffle(turns)  # noqa: S311 - an order, not a secret
    clock = _Clock()
    measured: dict[str, list[Spent]] = {name: [] for name in requests}
    with ExitStack() as patched:
        for step, parts in _STEPS.items():
            for owner, name in parts:
                patched.enter_context(patch.object(owner, name, clock.timed(step, getattr(owner, name))))
        ask = clock.timed(_WHOLE, _ask)
        for name in turns:
            for environ, sent in requests[name]:
                clock.spent = {}
                ask(app, environ, sent)
                measured[name].append(clock.spent)
    return {name: _quartiles(many) for name, many in measured.items()}


def _quartiles(many: Sequence[Spent]) -> Spent:
    spent = {step: statistics.quantiles([one.get(step, 0.0) for one in many], n=4)[0] for step in (*_STEPS, _WHOLE)}
    return spent | {_REST: 2 * spent[_WHOLE] - sum(spent.values())}


def _ask(app: Flask, environ: dict[str, Any], sent: bytes) -> bytes:
    environ = environ | {"wsgi.input": BytesIO(sent), "CONTENT_LENGTH": str(len(sent))}
    return b"".join(app.wsgi_app(environ, lambda *_: lambda _: None))


def _environ(path: str) -> dict[str, Any]:
    return EnvironBuilder(path=path, method="POST", content_type="application/json", data=b"{}").get_environ()


if __name__ == "__main__":
    main()
