"""From process start to the first answer, and the memory of workers; shipped lexicon: `python -m bench.start`."""

import statistics
import tempfile
from pathlib import Path

from bench import load
from bench.options import parser_of
from bench.questions import DENSE
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
        build_engine(Settings().lexicon, cache)
        page.add(_start_table(cache, 2 if options.quick else 7))
        page.add(_memory_table(cache, (1, 2) if options.quick else (1, 2, 4)))
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


def _memory_table(cache: Path, counts: tuple[int, ...]) -> Table:
    rows = []
    for workers in counts:
        with serving(SERVICE, FIRST, cache, f"--workers={workers}") as server:
            if load.available():
                load.drive(server, "/v1/annotate", DENSE, 32, 1)
            pids = server.workers()
            resident = statistics.median(map(resident_memory, pids))
            rows.append((str(workers), number(resident), number(statistics.median(map(private_memory, pids)))))
    return Table(
        "Memory of each worker after a second of requests",
        ("workers", "MB resident, shared or not", "MB private"),
        tuple(rows),
        (f"Aim: less than 15 MB private to each further worker; {rows[-1][2]} with {rows[-1][0]}.",),
    )


if __name__ == "__main__":
    main()
