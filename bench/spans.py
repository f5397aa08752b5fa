"""What engines have in common: they find spans in a text."""

from collections.abc import Callable

Spans = list[tuple[int, int]]  # half-open, in code points of the text as given
Find = Callable[[str], Spans]
