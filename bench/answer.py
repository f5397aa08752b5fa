"""Where the time of an answer goes, inside one process and without a server: `python -m bench.answer`."""

import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder

from bench.apps.echo import create_app
from bench.options import parser_of
from bench.questions import articles_of
from bench.tables import Page, Table, number
from bench.texts import Article
from service.settings import Settings
from service.web.body import parse_json
from service.web.document import DOCUMENT, document_of
from service.web.engine import keeper_of

_ECHO, _WHOLE = "echo: the app around it", "annotate: all of it"


def main() -> None:
    """Measure, print and write."""
    options = parser_of(__doc__).parse_args()
    page = Page("answer", "Where the time of an answer goes", ("flask", "marshmallow", "msgspec", "numpy"))
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(cache=Path(folder)))
    articles = articles_of(keeper_of(app).engine.lexicon)
    page.add(stage_table(_medians(_stages(app, articles), len(articles), 5 if options.quick else 25)))
    if not options.quick:
        page.write()


def stage_table(microseconds: dict[str, float]) -> Table:
    """A row for each stage."""
    whole = microseconds[_WHOLE]
    return Table(
        "One answer on 4 KB of news-like text, inside the process",
        ("", "µs", "÷ all of it"),
        tuple((name, number(spent), number(spent / whole)) for name, spent in microseconds.items()),
        (
            "Medians of the processor's time. Stages measured alone have the caches to themselves; together they take "
            "longer.",
        ),
    )


def _stages(app: Flask, articles: Sequence[Article]) -> dict[str, Callable[[int], object]]:
    engine = keeper_of(app).engine
    bodies = [json.dumps({"text": a.text, "lang": a.lang}, ensure_ascii=False).encode() for a in articles]
    values = [parse_json(body) for body in bodies]
    documents = [document_of(DOCUMENT.load(value), engine, 1_000_000) for value in values]
    results = [engine.annotator.annotate(document.request) for document in documents]
    base = {
        path: EnvironBuilder(path=path, method="POST", content_type="application/json", data=b"{}").get_environ()
        for path in ("/bench/echo", "/v1/annotate")
    }

    def ask(path: str, body: bytes) -> bytes:
        environ: dict[str, Any] = base[path] | {"wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
        return b"".join(app.wsgi_app(environ, lambda *_: lambda _: None))

    def write(at: int) -> bytes:
        return engine.writer.write(results[at], documents[at].source, "codepoint", engine.lexicon.version)

    return {
        _WHOLE: lambda at: ask("/v1/annotate", bodies[at]),
        _ECHO: lambda at: ask("/bench/echo", bodies[at]),
        "engine": lambda at: engine.annotator.annotate(documents[at].request),
        "writing": write,
        "reading JSON": lambda at: parse_json(bodies[at]),
        "reading fields": lambda at: document_of(DOCUMENT.load(values[at]), engine, 1_000_000),
    }


def _medians(stages: dict[str, Callable[[int], object]], count: int, repeats: int) -> dict[str, float]:
    """Microseconds of each stage for one article, stages and articles in random order."""
    times: dict[str, list[float]] = {name: [] for name in stages}
    turns = [(name, at) for name in stages for at in range(count)]
    shuffle = random.Random(11).shuffle  # noqa: S311 - an order, not a secret
    for _ in range(repeats):
        shuffle(turns)
        for name, at in turns:
            stages[name](at)  # brings its code and data into the caches
            begin = time.thread_time()
            stages[name](at)
            times[name].append(time.thread_time() - begin)
    return {name: statistics.median(spent) * 1e6 for name, spent in times.items()}


if __name__ == "__main__":
    main()
