"""What a house style would change in a text: its suggestions to accept or leave, and the text with those accepted."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2s

from markupsafe import Markup

from service.annotation.model import Annotation
from service.checking.advice import Advice
from service.checking.rewrite import Rewritten, Span
from service.checking.suggestion import Suggestion
from service.web.pages.entered import CHOICE
from service.web.pages.marked import Reading

_CONTEXT = 40  # code points of the text on each side of a suggestion
_DECISIONS = {"accept": True, "leave": False, "reopen": None}


@dataclass(frozen=True, slots=True)
class Offer:
    """One suggestion, with its place: the field that decides on it, its mark, and the words around it."""

    field: str  # of the form; tells the place in the source and what would be done there, so that it fits nothing else
    span: Span  # in the source as sent
    mark_id: str | None
    before: str
    surface: str
    after: str
    suggestion: Suggestion
    accepted: bool | None  # None while it is open


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

    lost: int  # choices that fit none of the suggestions, as the text or the style has changed

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


def changes(advice: Advice, reading: Reading, choices: Mapping[str, bool], decide: str = "") -> Changes:
    """The suggestions of `advice`, decided as `choices` say, or all as `decide` says: accept, leave or reopen."""
    mark_ids = {(mark.mention.start, mark.mention.end): mark.id for mark in reading.marks}
    offers = tuple(_offers(advice, mark_ids, choices))
    lost = len(choices) - sum(offer.accepted is not None for offer in offers)
    if decide in _DECISIONS:
        lost = 0
        offers = tuple(replace(offer, accepted=_DECISIONS[decide]) for offer in offers)
    chosen = frozenset(offer.span for offer in offers if offer.accepted)
    remarks = tuple(_remarks(advice, mark_ids))
    return Changes(offers, remarks, advice.rewritten(chosen), _diff(advice, chosen), lost)


def _said(advice: Advice) -> Iterator[tuple[Annotation, Annotation, Suggestion]]:
    """Each annotation that the style speaks of, in the source and in the text that was read, and what it says."""
    for found, seen, suggestion in zip(
        advice.result.annotations, advice.read.annotations, advice.suggestions, strict=True
    ):
        if suggestion is not None:
            yield found, seen, suggestion


def _offers(advice: Advice, mark_ids: Mapping[Span, str], choices: Mapping[str, bool]) -> Iterator[Offer]:
    text = advice.text
    for found, seen, suggestion in _said(advice):
        if suggestion.text is None:
            continue
        before, after = _around(text, seen)
        field = f"{CHOICE}{found.start}-{found.end}-{_tag(seen.surface, suggestion.text)}"
        yield Offer(
            field,
            (found.start, found.end),
            mark_ids.get((seen.start, seen.end)),
            before,
            seen.surface,
            after,
            suggestion,
            choices.get(field),
        )


def _around(text: str, seen: Annotation) -> tuple[str, str]:
    """Some words of the line before and after the mention; a word that does not fit whole is left out."""
    before = text[max(0, seen.start - _CONTEXT) : seen.start].rpartition("\n")[2]
    if len(before) == _CONTEXT:
        before = before.partition(" ")[2]
    after = text[seen.end : seen.end + _CONTEXT].partition("\n")[0]
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0]
    return before, after


def _tag(old: str, new: str) -> str:
    return blake2s(f"{old}\0{new}".encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


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
