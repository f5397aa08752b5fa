"""Values kept encoded, one after another, each decoded when it is first asked for.

A lexicon of a million names has more values than any text asks for. On a shelf they cost neither time nor objects until
then, and processes that share the bytes share all of it. What was decoded is remembered, up to a limit.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")

Sections = Mapping[str, bytes]  # parts of a file, by name

_REMEMBERED = 4096


def shelve(name: str, values: Iterable[Any]) -> dict[str, bytes]:
    """The sections from which a `Shelf` of this name reads the values."""
    encode = msgspec.msgpack.Encoder().encode
    encoded = [encode(value) for value in values]
    bounds = array("Q", accumulate(map(len, encoded), initial=0))
    return {f"{name}.values": b"".join(encoded), f"{name}.bounds": bounds.tobytes()}


class Shelf(Sequence[T], Generic[T]):
    """A sequence of values of the type `kind` (msgspec decodes them into it). Safe to share between threads.

    `finish` is called once with each value that was decoded.
    """

    def __init__(
        self,
        sections: Sections,
        name: str,
        kind: Any,
        remembered: int = _REMEMBERED,
        finish: Callable[[T], T] = lambda value: value,
    ) -> None:
        self._bounds = bounds = memoryview(sections[f"{name}.bounds"]).cast("Q")
        values = memoryview(sections[f"{name}.values"])
        decode: Callable[[memoryview], T] = msgspec.msgpack.Decoder(kind).decode

        @lru_cache(remembered)
        def get(place: int) -> T:
            return finish(decode(values[bounds[place] : bounds[place + 1]]))

        self.get: Callable[[int], T] = get

    def __len__(self) -> int:
        return len(self._bounds) - 1

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        places = range(len(self))[place]
        return self.get(places) if isinstance(places, int) else [self.get(one) for one in places]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]
