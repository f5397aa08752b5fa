"""Writes answers as JSON bytes, fast: what is said of a label is encoded once, not at each mention.

The bytes are the same as `encode(dump_result(...))`; a test compares them. Most of an answer is what the lexicon says
of a label and its alternatives, so that part of an annotation is kept ready; what depends on the text is a
few short strings.
"""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from service.annotation.model import Annotation, Result
from service.annotation.report import Report
from service.checking.suggestion import Suggestion
from service.lexicon.model import Concept, Label
from service.text.offsets import OffsetConverter, Unit
from service.web.schema import dump_about, dump_frame, encode
from service.web.styles_schema import dump_suggestion

_KEPT_BYTES = 4 << 20  # each worker keeps its own; room for the names of many articles, not for a large gazetteer

_About = tuple[Concept, Label, tuple[Label, ...], bytes]


class _Span(Struct, gc=False):
    """What `dump_span` says; a Struct is made and encoded in a third of a dictionary's time."""

    start: int
    end: int
    surface: str


class _Remarks(Struct, gc=False):
    """What `dump_remarks` says."""

    in_quotation: bool
    distanced: str | None
    in_name: str | None
    inflected: bool
    why: str
    suggestion: dict[str, Any] | None


class Writer:
    """Remembers what was written of labels. Safe to share between threads: at worst a label is encoded twice."""

    def __init__(self) -> None:
        # By the label's identity, since hashing a label costs more than encoding it; holding the things keeps their
        # identities taken. With the alternatives and without them are two things.
        self._abouts: dict[bool, dict[int, _About]] = {True: {}, False: {}}
        self._size = 0

    def write(
        self,
        result: Result,
        source_text: str,
        offsets: Unit,
        lexicon_version: str,
        include: Collection[str] = (),
        suggestions: Sequence[Suggestion | None] | None = None,
        report: Report | None = None,
        *,
        alternatives: bool = True,
    ) -> bytes:
        """The answer for one document. `source_text` is the text or HTML as sent."""
        converter = OffsetConverter(source_text, offsets)
        at, converted = converter.convert, not converter.identical
        abouts = self._abouts[alternatives]
        parts: list[bytes] = []
        for found, said in zip(result.annotations, suggestions or [None] * len(result.annotations), strict=True):
            about = abouts.get(id(found.label))
            if about is None or about[0] is not found.concept or about[2] is not found.alternatives:
                about = self._about(found, alternatives)
            start, end = (at(found.start), at(found.end)) if converted else (found.start, found.end)
            suggestion = None if said is None else dump_suggestion(said)
            remarks = _Remarks(
                found.in_quotation, found.distanced, found.in_name, found.inflected, found.why, suggestion
            )
            parts += b",", encode(_Span(start, end, found.surface))[:-1], about[3], encode(remarks)[1:]
        frame = encode(dump_frame(result, at, offsets, lexicon_version, include, report))
        return b"".join((b'{"annotations":[', *parts[1:], b"],", frame[1:]))

    def _about(self, found: Annotation, alternatives: bool) -> _About:
        """What the lexicon says, with the commas that join it to what stands before and after."""
        written = b",%b," % encode(dump_about(found, alternatives))[1:-1]
        if self._size > _KEPT_BYTES:
            self._size = 0
            for kept in self._abouts.values():
                kept.clear()
        self._size += len(written)
        about = found.concept, found.label, found.alternatives, written
        self._abouts[alternatives][id(found.label)] = about
        return about


def splice(before: dict[str, Any], members: bytes, after: dict[str, Any] | None = None) -> bytes:
    """One JSON object of the members of `before`, members that are JSON already, and those of `after`."""
    parts = [encode(before)[1:-1], members, encode(after or {})[1:-1]]
    return b"{" + b",".join([part for part in parts if part]) + b"}"
