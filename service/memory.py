"""What is kept in memory: the garbage collector held while much is built that stays, and answers by identity."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the collector: nearly all that is made here stays, and looking through it over and over takes long.

    What is there at the end is moved to the oldest generation unseen, as the first collection would else go through
    all of it; a later full collection still finds what has become garbage.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            if not gc.get_freeze_count():  # what a server has set aside for good stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()


class Remembered(dict[Asked, Answer]):
    """What `work` makes of a thing, looked up like in a dictionary; past `limit` all is forgotten.

    Safe to share between threads: at worst the work is done twice.
    """

    def __init__(self, work: Callable[[Asked], Answer], limit: int) -> None:
        super().__init__()
        self._work = work
        self._limit = limit

    def __missing__(self, asked: Asked) -> Answer:
        """The answer, worked out."""
        if len(self) >= self._limit:
            self.clear()
        answer = self[asked] = self._work(asked)
        return answer


class ByIdentity(Generic[Asked, Answer]):
    """What `work` makes of a thing, remembered by the thing's identity, since hashing a large value costs more.

    Further arguments must follow from the thing. Holding the things keeps their identities taken; past `limit` all are
    forgotten. Safe to share between threads: at worst the work is done twice.
    """

    def __init__(self, work: Callable[..., Answer], limit: int) -> None:
        self._work = work
        self._limit = limit
        self._known: dict[int, tuple[Asked, Answer]] = {}

    def __call__(self, asked: Asked, *more: object) -> Answer:
        """The answer, remembered or new."""
        known = self._known.get(id(asked))
        if known is None:
            if len(self._known) >= self._limit:
                self._known = {}
            known = self._known[id(asked)] = asked, self._work(asked, *more)
        return known[1]
