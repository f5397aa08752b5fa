"""From process start to the first answer, and the memory of workers; shipped lexicon: `python -m bench.start`."""

import statistics
import tempfile
from pathlib import Path

from bench import load
from bench.options import parser_of
from bench.questions import DENSE, TEXT, Bodies, articles_of, questions
from bench.server import FIRST, SERVICE, private_memory, resident_memory, serving
from bench.tables import Page, Table, number
from service.app import build_engine
from service.settings import Settings


def main() -> None:
    """Measure, print and write."""
    options = parser_of(__doc__).parse_args()
    page = Page("start", "Start and memory", ("gunicorn", "flask", "daachorse", "msgspec", "numpy"))
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        bodies = questions(articles_of(build_engine(Settings().lexicon, cache).lexicon))[TEXT][1]
        page.add(_start_table(cache, 2 if options.quick else 7))
        page.add(_memory_table(cache, [*bodies, *DENSE], (1, 2) if options.quick else (1, 2, 4)))
    if not options.quick:
        page.write()


def _start_table(cache: Path, repeats: int) -> Table:
    _first_answer(cache)  # Python keeps the compiled code
    starts = [_first_answer(cache) for _ in range(repeats)]
    with tempfile.TemporaryDirectory() as empty:
        uncompiled = _first_answer(Path(empty))
    return Table(
        "From process start to the first answer of /v1/annotate",
        ("", "seconds"),
        (
            ("from the compiled lexicon", number(statistics.median(starts))),
            ("from the lexicon's files, which are checked and compiled", number(uncompiled)),
        ),
        (f"Aim: less than 1 s from the compiled lexicon; {min(starts):.2f} to {max(starts):.2f} in {repeats} starts.",),
    )


def _first_answer(cache: Path) -> float:
    with serving(SERVICE, FIRST, cache, "--workers=1") as server:
        return server.first_answer


def _memory_table(cache: Path, bodies: Bodies, counts: tuple[int, ...]) -> Table:
    rows = []
    for workers in counts:
        with serving(SERVICE, FIRST, cache, f"--workers={workers}") as server:
            fresh = statistics.median(map(private_memory, server.workers()))
            if load.available():
                load.drive(server, "/v1/annotate", bodies, 32, 2 * workers)
            pids = server.workers()
            resident = statistics.median(map(resident_memory, pids))
            private = max(map(private_memory, pids))  # the busiest: connections are not dealt out evenly
            rows.append((str(workers), number(resident), number(fresh), number(private)))
    return Table(
        "Memory of each worker after a thousand requests and more",
        ("workers", "MB resident, shared or not", "MB private at first", "MB private, busiest"),
        tuple(rows),
        (
            "33 texts with hundreds of names in four languages; what a worker remembers of them is private to it.",
            f"Aim: less than 15 MB private to each further worker; {rows[-1][3]} with {rows[-1][0]}.",
        ),
    )


if __name__ == "__main__":
    main()
