"""A text annotated, with what a house style says of each annotation."""

from collections.abc import Callable
from dataclasses import dataclass, replace

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
    _source: str
    _extracted: Extracted | None
    _read: Result  # with its spans in the text that was read

    def rewritten(self, chosen: frozenset[Span] | None = None) -> Rewritten:
        """The source with the suggestions at the spans `chosen` applied, or with all."""
        return rewrite(self._source, self._extracted, self._read.annotations, self.suggestions, chosen)


def advise(annotate: Callable[[Request], Result], styles: HouseStyles, style: Style, request: Request) -> Advice:
    """Annotate, and ask the style. HTML is read as its visible text, so that the style sees what a reader sees."""
    if request.html is None:
        result = annotate(request)
        text = request.text or ""
        return Advice(result, styles.suggestions(style, text, result, request.as_of), text, None, result)
    extracted = extract(request.html)
    read = annotate(replace(request, text=extracted.text, html=None))
    suggestions = styles.suggestions(style, extracted.text, read, request.as_of)
    return Advice(moved(read, request.html, extracted.original), suggestions, request.html, extracted, read)
