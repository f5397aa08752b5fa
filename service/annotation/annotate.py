"""The main path: fold, find, resolve, assemble."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from msgspec.structs import replace

from service.annotation.areas import Areas
from service.annotation.assembly import IN_CAPITALS, IN_LITERAL, Assembler
from service.annotation.context import Resolution, Resolver
from service.annotation.evidence import Evidence
from service.annotation.gazetteer import Gazetteer, build
from service.annotation.headings import LONGEST, Headings
from service.annotation.hyphenated import with_endings
from service.annotation.initialled import Initialled
from service.annotation.lists import Lists
from service.annotation.longer_names import LongerNames
from service.annotation.matching import SPAN, Candidate, candidates, longest, unguarded
from service.annotation.meaning import SETTLEMENTS, Ambiguity, Guard, Name
from service.annotation.model import Annotation, Request, Result, Suppressed, Unresolved
from service.annotation.namesake import Namesakes
from service.annotation.qualifiers import Qualifiers
from service.errors import InputError
from service.lexicon.model import Lexicon
from service.text.boundaries import Passages
from service.text.folding import Folded, fold
from service.text.languages import Languages
from service.text.literals import Stretch, literals, touched
from service.text.markup import extract
from service.text.quotation import quotations
from service.text.respelling import mixes_scripts, respelled
from service.text.typewriting import mended
from service.text.units import CYRILLIC

_START = attrgetter("start")
_MIXED = "Letters of two scripts look alike here; the name may be meant."

_Item = TypeVar("_Item", Annotation, Unresolved, Suppressed)


class _Change(Protocol):
    """Makes one item of an answer into another of its kind."""

    def __call__(self, item: _Item, /) -> _Item: ...


class _Reading(NamedTuple):
    """The candidates that stand, those left out with the reason, and what the ambiguous ones came to."""

    chosen: Sequence[Candidate]
    left_out: Mapping[Candidate, str]
    resolutions: Mapping[Candidate, Resolution]


class Annotator:
    """Annotates texts with the concepts of one lexicon. Immutable; safe to share between threads."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer | None = None) -> None:
        self.lexicon = lexicon
        self._gazetteer = build(lexicon) if gazetteer is None else gazetteer
        self._qualifiers = Qualifiers(lexicon.vocabulary.qualifiers, lexicon.vocabulary.qualifiers_behind)
        self._namesakes = Namesakes(lexicon)
        self._resolver = Resolver(lexicon, self._namesakes)
        self._assembler = Assembler(lexicon)
        self._headings = Headings(lexicon.vocabulary.capitals)
        self._initialled = Initialled(lexicon.vocabulary.titles)
        self._areas = Areas(lexicon.vocabulary.area_nouns, lexicon.concepts)
        self._lists = Lists(self._gazetteer, lexicon.vocabulary.list_heads, lexicon.concepts)
        self._longer_names = LongerNames(lexicon.vocabulary.name_heads)

    def annotate(self, request: Request) -> Result:
        """Annotate one text or HTML document; offsets are code points of what was sent.

        Raises InputError unless exactly one of `text` and `html` is given.
        """
        if (request.text is None) == (request.html is None):
            raise InputError("Give exactly one of text and html.", "text")
        if request.text is not None:
            return self._annotate_text(request.text, request)
        html = request.html or ""
        extracted = extract(html)
        return moved(self._annotate_text(extracted.text, request), html, extracted.original)

    def _annotate_text(self, text: str, request: Request) -> Result:
        folded = fold(text)
        spelled = respelled(text) if folded.highest >= CYRILLIC else text
        if spelled is text:
            return self._annotate_spelled(text, folded, request)
        return _restored(self._annotate_spelled(spelled, fold(spelled), request), text, spelled)

    def _annotate_spelled(self, text: str, folded: Folded, request: Request) -> Result:
        passages = Passages(text)
        languages = Languages(passages, folded, request.lang)
        found = self._found(text, folded, languages)
        names, guards = unguarded(found)
        reading = self._read(text, folded, names, request, passages, languages)
        while hollow := self._hollow(text, reading, names):
            names = [name for name in names if name not in hollow]
            reading = self._read(text, folded, names, request, passages, languages)
        marks = quotations(text)
        told = sorted([*reading.chosen, *guards], key=SPAN) if guards else reading.chosen
        result = self._assembler.assemble(text, request, told, reading.resolutions, reading.left_out, marks, languages)
        return self._longer_names.marked(result, text, marks)

    def _read(
        self,
        text: str,
        folded: Folded,
        names: list[Candidate],
        request: Request,
        passages: Passages,
        languages: Languages,
    ) -> _Reading:
        """The candidates that stand, and what the ambiguous ones mean."""
        chosen = self._lists.told(text, longest(names) if request.overlaps == "longest" else names)
        chosen = with_endings(text, self._areas.told(text, chosen), languages)
        evidence = Evidence(passages, folded, request.as_of)
        inert = literals(text)
        doubtful = chosen if inert else [name for name in chosen if _is_doubtful(name)]
        left_out = {name: why for name in doubtful if (why := self._left_out(text, name, inert, evidence, languages))}
        live = [name for name in chosen if name not in left_out] if left_out else chosen
        resolutions = self._resolver.resolve(live, evidence, text, languages, names)
        return _Reading(chosen, left_out, resolutions)

    def _hollow(self, text: str, reading: _Reading, names: Sequence[Candidate]) -> frozenset[Candidate]:
        """Forms that mean nothing here and would hide a shorter name inside."""
        if len(reading.chosen) == len(names):
            return frozenset()
        nothing = {name.units for name, found in reading.resolutions.items() if not (found.sense or found.reported)}
        forms = [name for name in names if name.units in nothing and isinstance(name.meaning, Ambiguity)]
        return frozenset(form for form in forms if self._hides(text, form, names))

    def _hides(self, text: str, form: Candidate, names: Sequence[Candidate]) -> bool:
        """Whether a shorter name stands inside the form that is not kept from it anyway; `names` are in order."""
        inside: set[str] = set()
        for place in range(bisect_left(names, form.start, key=_START), len(names)):
            name = names[place]
            if name.start >= form.end:
                break
            if name.end <= form.end and name.units != form.units:
                inside.update(name.concepts)
        if inside:
            for entry in self._gazetteer.meanings(text[form.start : form.end]):
                if isinstance(entry.meaning, Guard):
                    inside.difference_update(entry.meaning.concepts)
        return bool(inside)

    def _found(self, text: str, folded: Folded, languages: Languages) -> list[Candidate]:
        """All candidates, those in words that are parted at the end of a line among them."""
        found = candidates(text, folded, self._gazetteer, self._qualifiers, self._initialled, languages)
        whole = mended(text)
        if whole is text:
            return found
        known = set(map(SPAN, found))
        for one in candidates(whole, fold(whole), self._gazetteer, self._qualifiers, self._initialled, languages):
            if SPAN(one) not in known and whole[one.start : one.end] != text[one.start : one.end]:
                found.append(replace(one, units=(folded.unit(one.start), folded.unit(one.end))))
        return sorted(found, key=SPAN)

    def _left_out(
        self, text: str, name: Candidate, inert: Sequence[Stretch], evidence: Evidence, languages: Languages
    ) -> str | None:
        """Why the candidate is no name to be resolved; None if it is one."""
        if inert and _inside(inert, name):
            return IN_LITERAL
        if isinstance(name.meaning, Name):
            for test in name.meaning.label.unless:
                why = evidence.supports(test, name.start, name.units)
                if why is not None:
                    return f"the name of another thing, because {why}"
            kind = name.meaning.concept.kind
            if kind in SETTLEMENTS and (other := self._namesakes.person_at(text, SPAN(name), kind)):
                return f"the name of a person, because {other}"
        return IN_CAPITALS if self._headings.ordinary(text, name.start, name.end, languages) else None


def _is_doubtful(name: Candidate) -> bool:
    """Whether something other than a literal around it may leave the name out; of most nothing can."""
    if name.end - name.start <= LONGEST:
        return True
    return isinstance(name.meaning, Name) and name.meaning.conditional


def _inside(inert: Sequence[Stretch], name: Candidate) -> bool:
    """Whether the name is part of an address or the like; a name such as Oldvale.Com may well hold one."""
    stretch = touched(inert, name.start, name.end)
    return stretch is not None and not (name.start <= stretch.start and stretch.end <= name.end)


def _restored(result: Result, text: str, spelled: str) -> Result:
    """`result` for `spelled`, with the characters of `text`, of which that is a respelling.

    A name in letters of two scripts is not taken for granted: it becomes an unresolved mention.
    """

    def restore(item: _Item) -> _Item:
        surface = text[item.start : item.end]
        if surface == item.surface:
            return item
        read = f"it was read as “{item.surface}”."
        return replace(item, surface=surface, why=f"{item.why} The letters are of another script; {read}")

    mixed: list[Annotation] = []
    sure: list[Annotation] = []
    for one in result.annotations:
        (mixed if mixes_scripts(text[one.start : one.end]) else sure).append(one)
    if mixed:
        doubtful = [
            Unresolved(one.start, one.end, one.surface, (one.concept.id,), one.in_quotation, _MIXED) for one in mixed
        ]
        result = replace(
            result,
            annotations=tuple(sure),
            unresolved=tuple(sorted((*result.unresolved, *doubtful), key=lambda one: (one.start, one.end))),
        )
    return _each(result, restore)


def moved(result: Result, source: str, original: Callable[[int, int], tuple[int, int]]) -> Result:
    """`result` with its spans moved from the extracted text to `source`, the HTML as sent."""

    def move(item: _Item) -> _Item:
        start, end = original(item.start, item.end)
        return replace(item, start=start, end=end, surface=source[start:end])

    return _each(result, move)


def _each(result: Result, change: _Change) -> Result:
    return replace(
        result,
        annotations=tuple(change(item) for item in result.annotations),
        unresolved=tuple(change(item) for item in result.unresolved),
        suppressed=tuple(change(item) for item in result.suppressed),
    )
