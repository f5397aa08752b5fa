"""A progress bar on standard error, shown on a terminal only."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

_WIDTH = 30
_Item = TypeVar("_Item")


def progress(items: Sequence[_Item], what: str) -> Iterator[_Item]:
    """The items one after the other, with a bar that says how many are done."""
    shown = sys.stderr.isatty()
    for number, item in enumerate(items):
        if shown:
            filled = _WIDTH * number // len(items)
            bar = "#" * filled + "." * (_WIDTH - filled)
            print(f"\r{what} [{bar}] {number}/{len(items)}", end="", file=sys.stderr, flush=True)
        yield item
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
