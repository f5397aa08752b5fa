"""How long one article of 4 KB takes inside the process, whole and by stage: `python -m bench.article`.

The text is invented for the purpose. Stages are interleaved; each figure is the median of many runs.
"""

import argparse
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from service.annotation.annotate import Annotator
from service.annotation.gazetteer import build
from service.annotation.model import Request
from service.lexicon.store import load
from service.text.folding import fold
from service.text.literals import literals
from service.text.markup import extract
from service.text.quotation import quotations

PARAGRAPH = (
    "Delegations from Armenia and Azerbaijan met on Monday to discuss roads, customs and the return of residents. "
    "Officials in Baku and Yerevan said “the talks were useful”, and a second round is planned for spring. "
    "Residents of Khankendi / Stepanakert asked about the Lachin corridor, while the ICRC described its work in "
    "Nagorno-Karabakh since the ceasefire. Schools, a bakery and two clinics have opened again, the mayor wrote.\n\n"
)


def article(size: int) -> str:
    """`size` code points of text."""
    return (PARAGRAPH * (size // len(PARAGRAPH) + 1))[:size]


def medians(stages: dict[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Microseconds of each stage, run in turn `repeats` times."""
    times: dict[str, list[float]] = {name: [] for name in stages}
    for _ in range(repeats):
        for name, stage in stages.items():
            begin = time.perf_counter()
            stage()
            times[name].append((time.perf_counter() - begin) * 1e6)
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lexicon", type=Path, default=Path("lexicon"))
    parser.add_argument("--size", type=int, default=4096, help="code points of the text")
    parser.add_argument("--repeats", type=int, default=200)
    options = parser.parse_args()

    begin = time.perf_counter()
    lexicon = load(options.lexicon)
    loaded = time.perf_counter()
    gazetteer = build(lexicon)
    annotator = Annotator(lexicon, gazetteer)
    built = time.perf_counter()
    text = article(options.size)
    html = "".join(f"<p>{paragraph}</p>\n" for paragraph in text.split("\n\n"))
    folded = fold(text)
    figures = medians(
        {
            "whole, text": lambda: annotator.annotate(Request(text=text, lang="en")),
            "whole, HTML": lambda: annotator.annotate(Request(html=html, lang="en")),
            "  fold": lambda: fold(text),
            "  scan": lambda: gazetteer.find(folded.sketch),
            "  literals": lambda: literals(text),
            "  quotation": lambda: quotations(text),
            "  markup": lambda: extract(html),
        },
        options.repeats,
    )
    found = annotator.annotate(Request(text=text, lang="en"))
    print(f"Python {platform.python_version()}, {platform.machine()}; {len(lexicon.concepts)} concepts, ", end="")
    print(f"{len(gazetteer)} patterns; load {loaded - begin:.2f} s, build {built - loaded:.2f} s")
    print(f"{options.size} code points, {len(found.annotations)} annotations; medians of {options.repeats} runs")
    for name, microseconds in figures.items():
        print(f"{name:14} {microseconds:9.1f} µs")


if __name__ == "__main__":
    main()
