"""Short texts are annotated one at a time, long ones beside them."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from service.annotation.model import Request, Result
from service.web.turns import InTurn

_PATIENCE = 10  # seconds, for what has to happen


class Busy:
    """An annotator that says when it reads the text "first", and then waits until it may go on."""

    def __init__(self) -> None:
        self.begun, self.other, self.go_on = Event(), Event(), Event()

    def annotate(self, request: Request) -> Result:
        if request.text == "first":
            self.begun.set()
            assert self.go_on.wait(_PATIENCE)
        else:
            self.other.set()
        return Result((), (), (), None)


@pytest.mark.parametrize(("size", "waits"), [(10, True), (100_000, False)])
def test_only_short_texts_wait_for_each_other(size: int, waits: bool) -> None:
    busy = Busy()
    annotator = InTurn(busy)
    with ThreadPoolExecutor() as pool:
        pool.submit(annotator.annotate, Request(text="first"))
        assert busy.begun.wait(_PATIENCE)
        other = pool.submit(annotator.annotate, Request(text="x" * size))
        began = busy.other.wait(0.2 if waits else _PATIENCE)
        busy.go_on.set()
        other.result(_PATIENCE)
    assert began is not waits
