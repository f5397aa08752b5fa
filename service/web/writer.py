"""Writes answers as JSON bytes, fast: what is said of a label is encoded once, not at each mention.

The bytes are the same as `encode(dump_result(...))`; a test compares them. Most of an answer is what the lexicon says
of a label and its alternatives, so that part of an annotation is kept ready; what depends on the text is a
few short strings.
"""

from collections.abc import Collection, Sequence
from typing import Any

from service.annotation.model import Annotation, Result
from service.annotation.report import Report
from service.checking.suggestion import Suggestion
from service.lexicon.model import Concept, Label
from service.text.offsets import OffsetConverter, Unit
from service.web.schema import dump_about, dump_frame, dump_remarks, dump_span, encode

_KEPT_BYTES = 4 << 20  # each worker keeps its own; room for the names of many articles, not for a large gazetteer

_About = tuple[Concept, Label, tuple[Label, ...], bytes]


class Writer:
    """Remembers what was written of labels. Safe to share between threads: at worst a label is encoded twice."""

    def __init__(self) -> None:
        # By identity, since hashing a label costs more than encoding it; holding the things keeps their identities
        # taken. Without the alternatives is another key than with them.
        self._abouts: dict[tuple[int, int, int, bool], _About] = {}
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
        at = OffsetConverter(source_text, offsets).convert
        parts: list[bytes] = []
        for found, said in zip(result.annotations, suggestions or [None] * len(result.annotations), strict=True):
            span = encode(dump_span(found, at(found.start), at(found.end)))
            parts += b",", span[:-1], self._about(found, alternatives), encode(dump_remarks(found, said))[1:]
        frame = encode(dump_frame(result, at, offsets, lexicon_version, include, report))
        return b"".join((b'{"annotations":[', *parts[1:], b"],", frame[1:]))

    def _about(self, found: Annotation, alternatives: bool) -> bytes:
        """What the lexicon says, with the commas that join it to what stands before and after."""
        concept, label, others = found.concept, found.label, found.alternatives
        key = (id(concept), id(label), id(others), alternatives)
        known = self._abouts.get(key)
        if known is None:
            written = b",%b," % encode(dump_about(found, alternatives))[1:-1]
            if self._size > _KEPT_BYTES:
                self._abouts, self._size = {}, 0
            self._size += len(written)
            known = self._abouts[key] = concept, label, others, written
        return known[3]


def splice(before: dict[str, Any], members: bytes, after: dict[str, Any] | None = None) -> bytes:
    """One JSON object of the members of `before`, members that are JSON already, and those of `after`."""
    parts = [encode(before)[1:-1], members, encode(after or {})[1:-1]]
    return b"{" + b",".join([part for part in parts if part]) + b"}"
