"""Timing several things side by side: in turn and in random order, so that what else the machine does hits all alike.

What is counted is the processor's time of this thread; the engines do nothing in others.
"""

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.texts import Article
from service.commands.progress import progress

_BLOCK = 16  # articles that one engine reads before the next one's turn: its code and data are then in the caches


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast the articles were read: the median of the repeats for each article, in seconds."""

    medians: tuple[float, ...]
    size: int  # bytes of all articles
    found: int  # spans in all articles

    @property
    def megabytes(self) -> float:
        """MB of UTF-8 text in a second."""
        return self.size / 1e6 / sum(self.medians)

    @property
    def seconds(self) -> float:
        """For all articles."""
        return sum(self.medians)

    def percentile(self, share: float) -> float:
        """Microseconds that this share of the articles stays below."""
        return percentile(self.medians, share) * 1e6


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def side_by_side(
    engines: Mapping[str, Callable[[Article], int]], articles: Sequence[Article], repeats: int, seed: int = 7
) -> dict[str, Speed]:
    """Time each engine (article -> number of spans) on each article."""
    shuffle = random.Random(seed).shuffle  # noqa: S311 - an order, not a secret
    times: dict[str, list[list[float]]] = {name: [[] for _ in articles] for name in engines}
    found = dict.fromkeys(engines, 0)
    blocks = [range(first, min(first + _BLOCK, len(articles))) for first in range(0, len(articles), _BLOCK)]
    turns: list[tuple[int, range, str]] = []
    for repeat in range(repeats + 1):
        group = [(repeat, block, name) for block in blocks for name in engines]
        shuffle(group)
        turns += group
    gc.collect()
    gc.disable()  # for all engines alike: what a collection costs depends on what else lives in this process
    try:
        for repeat, block, name in progress(turns, "timing"):
            run = engines[name]
            for place in block:
                begin = time.thread_time()
                spans = run(articles[place])
                spent = time.thread_time() - begin
                if repeat == 0:  # warms caches, and counts
                    found[name] += spans
                else:
                    times[name][place].append(spent)
    finally:
        gc.enable()
    size = sum(article.size for article in articles)
    return {
        name: Speed(tuple(map(statistics.median, per_article)), size, found[name])
        for name, per_article in times.items()
    }
