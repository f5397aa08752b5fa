"""The service under gunicorn, against an endpoint that only echoes, and a peer: `python -m bench.service`.

Requests go over the loopback from the same machine, so server and load share its cores; ratios say more than rates.
"""

import argparse
import random
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench import load
from bench.options import parser_of
from bench.plots import Lines, panels
from bench.questions import ECHO, TEXT, Bodies, articles_of, questions
from bench.server import FIRST, SERVICE, Question, serving
from bench.tables import Page, Table, number
from bench.texts import NEWS_DENSITY, Article
from service.app import build_engine
from service.commands.progress import progress
from service.settings import Settings

PEER = "bench.apps.phrases:create_app()"
CONNECTIONS = (1, 8, 64)
_ROUNDS, _SECONDS = 3, 3  # of each measurement


def main() -> None:
    """Measure, print and write."""
    options = parser_of(__doc__).parse_args()
    page = Page("service", "The service under gunicorn", ("gunicorn", "flask", "msgspec", "numpy", "spacy"))
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        articles = articles_of(build_engine(Settings().lexicon, cache).lexicon)
        if not load.available():
            print(load.MISSING)
            page.tables.append(Table("Requests", ("",), (), (load.MISSING,)))
        else:
            loads = _requests(articles, cache, options)
            page.add(requests_table(loads))
            page.add(_batch_table(articles, cache, options))
            if not options.quick:
                page.add(_thread_table(articles, cache))
                page.pictures.append(panels("service", _pictures(loads)))
    if not options.quick:
        page.write()


def _requests(
    articles: Sequence[Article], cache: Path, options: argparse.Namespace
) -> Mapping[tuple[str, int], load.Load]:
    """Each question at each number of connections, in random order, several times over."""
    asked = questions(articles)
    rounds, seconds = (1, 1) if options.quick else (_ROUNDS, _SECONDS)
    counts = CONNECTIONS[::2] if options.quick else CONNECTIONS
    peer = "spaCy PhraseMatcher behind Flask"
    measured: dict[tuple[str, int], list[load.Load]] = {}
    plain: Question = ("/annotate", {"text": "A first question."})
    with serving(SERVICE, FIRST, cache, "--workers=1") as ours, serving(PEER, plain, cache, "--workers=1") as theirs:
        targets = {name: (ours, *said) for name, said in asked.items()}
        targets[peer] = theirs, "/annotate", asked[TEXT][1]
        for server, path, bodies in targets.values():
            load.drive(server, path, bodies, 4, 1)  # warm
        turns = [(name, connections) for name in targets for connections in counts for _ in range(rounds)]
        random.Random(3).shuffle(turns)  # noqa: S311 - an order, not a secret
        for name, connections in progress(turns, "requests"):
            server, path, bodies = targets[name]
            measured.setdefault((name, connections), []).append(load.drive(server, path, bodies, connections, seconds))
    order = {name: place for place, name in enumerate(targets)}
    return {key: load.medians(measured[key]) for key in sorted(measured, key=lambda key: (key[1], order[key[0]]))}


def requests_table(loads: Mapping[tuple[str, int], load.Load]) -> Table:
    """A row for each question and number of connections."""
    rows = [
        (
            name,
            str(connections),
            number(one.rate),
            number(one.rate / loads[ECHO, connections].rate),
            number(one.p50),
            number(one.p99),
            number(one.p999),
            number(one.spread),
            number(one.work),
            number(loads[ECHO, connections].work / one.work),
            number(one.size / 1e3),
        )
        for (name, connections), one in loads.items()
    ]
    at_once = loads[TEXT, 1].rate / loads[ECHO, 1].rate
    work = loads[ECHO, 1].work / loads[TEXT, 1].work
    return Table(
        "Requests with 4 KB of text, one worker",
        (
            "",
            "connections",
            "requests/s",
            "÷ echo",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "p99 ÷ p50",
            "CPU ms",
            "echo's CPU ÷",
            "KB answered",
        ),
        tuple(rows),
        (
            f"News-like text, {NEWS_DENSITY:.0f} names in 4 KB; every answer in full unless the row says otherwise.",
            f"Aim: 0.75 of the echo's requests/s; reached {at_once:.2f} at one connection.",
            f"By the processor's time that the worker spent (CPU ms), {work:.2f} of the echo's requests; "
            "`bench.answer` says on what.",
            f"Aim: p99 at most 4 times p50 at 64 connections; reached {loads[TEXT, 64].spread:.1f}.",
            "LanguageTool: its server is in no package of pip or apt, so it was not measured.",
        ),
    )


def _batch_table(articles: Sequence[Article], cache: Path, options: argparse.Namespace) -> Table:
    documents: Bodies = questions(articles)[TEXT][1]
    rounds, seconds = (1, 1) if options.quick else (_ROUNDS, _SECONDS)
    rates: dict[int, list[float]] = {1: [], 8: [], 32: []}
    with serving(SERVICE, FIRST, cache, "--workers=1") as server:
        for _ in range(rounds):
            for size in rates:
                if size == 1:
                    measured = load.drive(server, "/v1/annotate", documents, 1, seconds)
                else:
                    batches = [{"documents": list(documents[at : at + size])} for at in range(0, len(documents), size)]
                    measured = load.drive(server, "/v1/annotate/batch", batches, 1, seconds)
                rates[size].append(measured.rate * size)
    single = statistics.median(rates[1])
    return Table(
        "Documents by batch, one connection, one worker",
        ("documents in a request", "documents/s", "÷ single"),
        tuple(
            (str(size), number(statistics.median(r)), number(statistics.median(r) / single))
            for size, r in rates.items()
        ),
    )


def _thread_table(articles: Sequence[Article], cache: Path) -> Table:
    """Requests at 64 connections by workers and threads."""
    bodies = questions(articles)[TEXT][1]
    settings = [(workers, threads) for workers in (1, 2) for threads in (1, 2, 4)]
    measured: dict[tuple[int, int], list[load.Load]] = {}
    for _ in range(_ROUNDS):
        for workers, threads in settings:
            flags = f"--workers={workers}", f"--threads={threads}"
            with serving(SERVICE, FIRST, cache, *flags) as server:
                load.drive(server, "/v1/annotate", bodies, 16, 1)
                one = load.drive(server, "/v1/annotate", bodies, 64, _SECONDS)
                measured.setdefault((workers, threads), []).append(one)
    rows = []
    for (workers, threads), loads in measured.items():
        one = load.medians(loads)
        cells = number(one.rate), number(one.p50), number(one.p99), number(one.p999), number(one.spread)
        rows.append((f"{workers} × {threads}", *cells))
    return Table(
        "Workers and threads, annotate with text at 64 connections",
        ("workers × threads", "requests/s", "p50 ms", "p99 ms", "p99.9 ms", "p99 ÷ p50"),
        tuple(rows),
    )


def _pictures(loads: Mapping[tuple[str, int], load.Load]) -> list[Lines]:
    names = list(dict.fromkeys(name for name, _ in loads))

    def series(figure: str) -> dict[str, tuple[Sequence[float], Sequence[float]]]:
        return {name: (CONNECTIONS, [getattr(loads[name, count], figure) for count in CONNECTIONS]) for name in names}

    return [
        Lines("Requests in a second", "connections", "requests/s", series("rate")),
        Lines("The slowest hundredth", "connections", "p99, ms", series("p99")),
    ]


if __name__ == "__main__":
    main()
