"""A text annotated, with what a house style says of each annotation."""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from service.annotation.annotate import moved
from service.annotation.model import Request, Result
from service.checking.rewrite import Rewritten, Span, rewrite
from service.checking.style import Style
from service.checking.suggestion import HouseStyles, Suggestion
from service.text.markup import Extracted, extract


@dataclass(frozen=True, slots=True)
class Advice:
    """`result` has its spans in the source as sent; `suggestions` holds one answer for each of its annotations."""

    result: Result
    suggestions: tuple[Suggestion | None, ...]
    text: str  # that was read: of HTML, what a reader sees
    read: Result  # with its spans in `text`
    _source: str
    _extracted: Extracted | None

    def rewritten(self, chosen: frozenset[Span] | None = None) -> Rewritten:
        """The source with the suggestions at the spans `chosen` applied, or with all."""
        return rewrite(self._source, self._extracted, self.read.annotations, self.suggestions, chosen)


def advise(annotate: Callable[[Request], Result], styles: HouseStyles, style: Style | None, request: Request) -> Advice:
    """Annotate, and ask the style, if there is one. HTML is read as its visible text, as a reader sees it."""
    extracted = None if request.html is None else extract(request.html)
    text = (request.text or "") if extracted is None else extracted.text
    read = annotate(request if extracted is None else replace(request, text=text, html=None))
    suggestions: tuple[Suggestion | None, ...] = (None,) * len(read.annotations)
    if style is not None:
        suggestions = styles.suggestions(style, text, read, request.as_of)
    if extracted is None:
        return Advice(read, suggestions, text, read, text, None)
    source = request.html or ""
    return Advice(moved(read, source, extracted.original), suggestions, text, read, source, extracted)
