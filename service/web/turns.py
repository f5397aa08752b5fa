"""Texts take turns within a worker: its threads are there for slow senders, not to annotate side by side.

Folding and scanning let go of the interpreter at each step over the whole text. Another thread that annotates takes it
each time, and handing it to and fro between processors costs up to half of the work itself.
"""

from threading import Lock

from service.annotation.model import Request, Result
from service.web.engine import Annotates

_LONG = 20_000  # code points; a text that takes longer than a few milliseconds does not hold up the short ones


class InTurn:
    """An annotator that reads short texts one at a time. Long ones run beside them."""

    def __init__(self, annotator: Annotates) -> None:
        self._annotator = annotator
        self._turn = Lock()

    def annotate(self, request: Request) -> Result:
        """Annotate one text."""
        if len(request.text or request.html or "") > _LONG:
            return self._annotator.annotate(request)
        with self._turn:
            return self._annotator.annotate(request)
