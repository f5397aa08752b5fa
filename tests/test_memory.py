"""What is remembered is worked out once, and no more is kept than the limit; the collector is held and let go."""

import gc
import weakref

from service.memory import Remembered, no_collection


def test_an_answer_is_worked_out_once() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    remembered = Remembered(double, 10)
    assert [remembered[3], remembered[3], remembered[4]] == [6, 6, 8]
    assert asked == [3, 4]


def test_no_more_is_kept_than_the_limit() -> None:
    remembered = Remembered(str, 3)
    for number in range(100):
        assert remembered[number] == str(number)
        assert len(remembered) <= 3


class _Knot:
    def __init__(self) -> None:
        self.itself = self


def test_what_becomes_garbage_after_the_collector_was_held_is_still_found() -> None:
    with no_collection():
        knot = _Knot()
    known = weakref.ref(knot)
    del knot
    gc.collect()
    assert known() is None
    assert gc.get_freeze_count() == 0
