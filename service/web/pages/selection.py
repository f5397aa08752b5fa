"""What a reader asked a list for. It stands in the address, all of it, so that a list can be passed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from service.errors import LimitError
from service.web.problems import FieldError, refuse

_LONGEST_PAGE_NUMBER = 6


@dataclass(frozen=True, slots=True)
class Selection:
    """The words searched for, the values chosen, the page of the list, and where the list lives."""

    path: str
    q: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)
    page: int = 1

    def address(self, **changes: str | None) -> str:
        """The list with a value changed, or without it (None); it begins at its first page again."""
        chosen = {name: value for name, value in {**self.chosen, **changes}.items() if value is not None}
        return self._address(chosen, 1)

    def page_address(self, page: int) -> str:
        """Another page of the same list."""
        return self._address(self.chosen, page)

    def without_words(self) -> str:
        """The list as chosen, without the search."""
        return Selection(self.path, "", self.chosen).address()

    def _address(self, chosen: Mapping[str, str], page: int) -> str:
        state = {"q": self.q, **chosen, "page": str(page) if page > 1 else ""}
        query = urlencode({name: value for name, value in state.items() if value})
        return f"{self.path}?{query}" if query else self.path


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list, of how many."""

    number: int
    pages: int
    total: int
    start: int
    end: int


def selection_of(path: str, arguments: Mapping[str, str], known: tuple[str, ...], max_query: int) -> Selection:
    """Read the address; what it says beyond `q`, `page` and the `known` names is not ours and is left out."""
    q = arguments.get("q", "").strip()
    if len(q) > max_query:
        raise LimitError("q", max_query, len(q))
    chosen = {name: arguments[name] for name in known if arguments.get(name)}
    return Selection(path, q, chosen, _page(arguments.get("page", "1")))


def slice_of(total: int, page: int, size: int) -> Slice:
    """The page of a list of `total` entries; beyond its end, an empty one."""
    start = (page - 1) * size
    return Slice(page, max(1, -(-total // size)), total, start, min(total, start + size))


def _page(typed: str) -> int:
    if typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST_PAGE_NUMBER and int(typed) > 0:
        return int(typed)
    raise refuse(FieldError("page", "takes a whole number above 0."))
