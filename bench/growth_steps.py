"""The steps of `bench.growth`, each in a process of its own, so that time and memory are its own: figures as JSON."""

import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.names import Form
from bench.server import private_memory, resident_memory
from bench.texts import Article, Writer, plain_words
from bench.timing import side_by_side
from service.annotation.annotate import Annotator
from service.annotation.compiled import Compiled, load, save
from service.annotation.model import Request
from service.text.inflection.noun import NounClass

CURATED = 2_000  # names that are inflected; the articles name places by these


def build(file: str, count: str) -> dict[str, Any]:
    """Build a lexicon of `count` names, and keep it and the names."""
    from bench.names import first_forms, lexicon_of
    from service.annotation.gazetteer import build as build_gazetteer
    from service.text.inflection import inflections

    forms = first_forms(int(count), plain_words())
    lexicon = lexicon_of(forms)
    curated = {form.text for form in forms[:CURATED]}

    def inflect(text: str, lang: str, noun: NounClass) -> Iterator[str]:
        return inflections(text, lang, noun) if text in curated else iter(())

    begin = time.perf_counter()
    compiled = Compiled(lexicon, build_gazetteer(lexicon, inflect), {})
    with Path(file).open("wb") as kept:
        save(compiled, kept)
    spent = time.perf_counter() - begin
    names = [[form.text, form.country, form.script] for form in forms]
    Path(f"{file}.json").write_text(json.dumps(names), encoding="utf-8")
    return {"names": len(forms), "build": spent, "file": Path(file).stat().st_size / 1e6}


def measure(file: str, count: str, repeats: str) -> dict[str, Any]:
    """Load what `build` has kept, and annotate `count` articles beside the scan alone."""
    begin = time.perf_counter()
    annotator = _annotator(file)
    spent = time.perf_counter() - begin
    forms = _forms(file)
    articles = Writer(forms[:CURATED]).articles(int(count))
    for article in articles:
        _annotate(annotator, article)
    del forms
    gc.collect()
    figures: dict[str, Any] = {"load": spent, "resident": resident_memory(os.getpid())}
    figures["private"] = _private(annotator, articles)

    from bench.peers import raw_scan_of_lowered

    scan = raw_scan_of_lowered([form.text for form in _forms(file)])
    lowered = {article.text: article.text.lower() for article in articles}
    engines = {
        "whole": lambda article: _annotate(annotator, article),
        "scan": lambda article: scan(lowered[article.text]),
    }
    speeds = side_by_side(engines, articles, int(repeats))
    whole = speeds["whole"]
    return figures | {
        "speed": whole.megabytes,
        "p50": whole.percentile(0.5),
        "p99": whole.percentile(0.99),
        "found": whole.found / len(articles),
        "scan": speeds["scan"].megabytes,
    }


def by_size(file: str, *sizes: str) -> dict[str, Any]:
    """Annotate one text of each size: bytes, seconds, spans."""
    annotator = _annotator(file)
    writer = Writer(_forms(file)[:CURATED])
    articles = [writer.article("en", int(size)) for size in sizes]
    repeats = [max(3, min(100, 3_000_000 // article.size)) for article in articles]
    times: list[list[float]] = [[] for _ in articles]
    for turn in range(max(repeats)):  # in turn, so that other load on the machine hits all alike
        for article, wanted, spent in zip(articles, repeats, times, strict=True):
            if turn < wanted:
                spent.append(_seconds(annotator, article))
    measured = zip(articles, times, strict=True)
    return {"rows": [(one.size, statistics.median(spent), _annotate(annotator, one)) for one, spent in measured]}


def by_density(file: str, *densities: str) -> dict[str, Any]:
    """Annotate articles of each density: names in 4 KB, seconds, spans."""
    annotator = _annotator(file)
    writer = Writer(_forms(file)[:CURATED])
    articles = {density: [writer.article("en", density=float(density)) for _ in range(16)] for density in densities}
    times: dict[str, list[float]] = {density: [] for density in densities}
    for _ in range(15):
        for density, group in articles.items():
            times[density] += [_seconds(annotator, article) for article in group]
    found = {key: statistics.mean(_annotate(annotator, one) for one in group) for key, group in articles.items()}
    return {"rows": [(float(key), statistics.median(times[key]), found[key]) for key in densities]}


def _annotator(file: str) -> Annotator:
    with Path(file).open("rb") as kept:
        compiled = load(kept, "bench")
    assert compiled is not None
    return Annotator(compiled.lexicon, compiled.gazetteer)


def _forms(file: str) -> list[Form]:
    names = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))
    return [Form(text, 0, country, script) for text, country, script in names]


def _annotate(annotator: Annotator, article: Article) -> int:
    return len(annotator.annotate(Request(text=article.text, lang=article.lang)).annotations)


def _seconds(annotator: Annotator, article: Article) -> float:
    """The processor's time for one article."""
    begin = time.thread_time()
    _annotate(annotator, article)
    return time.thread_time() - begin


def _private(annotator: Annotator, articles: list[Article]) -> float:
    """MB that a forked process does not share once it has annotated."""
    gc.freeze()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        for article in articles:
            _annotate(annotator, article)
        os.write(write, str(private_memory(os.getpid())).encode())
        os._exit(0)
    os.waitpid(child, 0)
    gc.unfreeze()
    return float(os.read(read, 100))


STEPS: dict[str, Callable[..., dict[str, Any]]] = {
    "build": build,
    "load": measure,
    "size": by_size,
    "density": by_density,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](*sys.argv[2:])))
