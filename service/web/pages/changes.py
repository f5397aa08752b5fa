"""What a house style would change in a text: its suggestions to accept or leave, and the text with those accepted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from service.annotation.model import Annotation
from service.checking.advice import Advice
from service.checking.rewrite import Rewritten, Span
from service.checking.suggestion import Suggestion
from service.web.pages.marked import Reading

_CONTEXT = 40  # code points of the text on each side of a suggestion


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion, with its place: the field of the form that decides on it, its mark, and the words around it."""

    span: Span  # in the source as sent
    mark_id: str | None
    before: str
    surface: str
    after: str
    suggestion: Suggestion
    accepted: bool | None  # None while it is open

    @property
    def field(self) -> str:
        """The name of the field of the form."""
        return f"choice-{self.span[0]}-{self.span[1]}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the style says without having another name; `mark_ids` are its places."""

    surface: str
    suggestion: Suggestion
    mark_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that the style has to say of a text, and the text with what was accepted."""

    offers: tuple[Offer, ...]
    remarks: tuple[Remark, ...]
    rewritten: Rewritten
    diff: Markup  # the text that was read, with what goes out and what comes in

    @property
    def accepted(self) -> int:
        """How many suggestions are put in."""
        return sum(offer.accepted is True for offer in self.offers)

    @property
    def left(self) -> int:
        """How many suggestions were decided against."""
        return sum(offer.accepted is False for offer in self.offers)

    @property
    def open(self) -> int:
        """How many suggestions nobody has decided on."""
        return sum(offer.accepted is None for offer in self.offers)


def changes(advice: Advice, reading: Reading, choices: Mapping[Span, bool]) -> Changes:
    """The suggestions of `advice`, decided as `choices` say; a choice for what is no suggestion counts for nothing."""
    mark_ids = {(mark.mention.start, mark.mention.end): mark.id for mark in reading.marks}
    offers = tuple(_offers(advice, mark_ids, choices))
    chosen = frozenset(offer.span for offer in offers if offer.accepted)
    rewritten = advice.rewritten(chosen)
    return Changes(offers, tuple(_remarks(advice, mark_ids)), rewritten, _diff(advice, chosen))


def all_spans(advice: Advice) -> Iterator[Span]:
    """The spans of everything that could be put in."""
    for found, _, suggestion in _said(advice):
        if suggestion.text is not None:
            yield found.start, found.end


def _said(advice: Advice) -> Iterator[tuple[Annotation, Annotation, Suggestion]]:
    """Each annotation that the style speaks of, in the source and in the text that was read, and what it says."""
    for found, seen, suggestion in zip(
        advice.result.annotations, advice.read.annotations, advice.suggestions, strict=True
    ):
        if suggestion is not None:
            yield found, seen, suggestion


def _offers(advice: Advice, mark_ids: Mapping[Span, str], choices: Mapping[Span, bool]) -> Iterator[Offer]:
    text = advice.text
    for found, seen, suggestion in _said(advice):
        if suggestion.text is None:
            continue
        before = text[max(0, seen.start - _CONTEXT) : seen.start].rpartition("\n")[2]
        after = text[seen.end : seen.end + _CONTEXT].partition("\n")[0]
        span = (found.start, found.end)
        yield Offer(
            span, mark_ids.get((seen.start, seen.end)), before, seen.surface, after, suggestion, choices.get(span)
        )


def _remarks(advice: Advice, mark_ids: Mapping[Span, str]) -> Iterator[Remark]:
    """The remarks, those that are the same for the same words together."""
    places: dict[tuple[str, Suggestion], list[str]] = {}
    for _, seen, suggestion in _said(advice):
        if suggestion.text is None:
            ids = places.setdefault((seen.surface, suggestion), [])
            ids += filter(None, [mark_ids.get((seen.start, seen.end))])
    for (surface, suggestion), ids in places.items():
        yield Remark(surface, suggestion, tuple(ids))


def _diff(advice: Advice, chosen: Collection[Span]) -> Markup:
    pieces: list[Markup] = []
    done = 0
    for found, seen, suggestion in _said(advice):
        if (found.start, found.end) not in chosen or suggestion.text is None or seen.start < done:
            continue
        pieces.append(Markup.escape(advice.text[done : seen.start]))
        pieces.append(Markup("<del>{}</del><ins>{}</ins>").format(seen.surface, suggestion.text))
        done = seen.end
    pieces.append(Markup.escape(advice.text[done:]))
    return Markup("").join(pieces)
