"""Writes answers as JSON text, fast: what is said of a label is encoded once, not at each mention.

The text is the same, to the character, as `dumps(dump_result(...))`; a test compares them.
"""

from collections.abc import Collection, Sequence
from typing import Any

from service.annotation.model import Annotation, Result
from service.annotation.report import Report
from service.checking.suggestion import Suggestion
from service.lexicon.model import Label
from service.text.offsets import OffsetConverter, Unit
from service.web.schema import dump_alternative, dump_frame, dump_label, dump_mention, dump_remarks, dumps


class Writer:
    """Remembers the labels of one lexicon as JSON. Safe to share between threads: at worst a label is encoded twice."""

    def __init__(self) -> None:
        # By identity, since hashing a label costs more than encoding it; holding the label keeps its identity taken.
        self._labels: dict[int, tuple[Label, str, str]] = {}

    def write(
        self,
        result: Result,
        source_text: str,
        offsets: Unit,
        lexicon_version: str,
        include: Collection[str] = (),
        suggestions: Sequence[Suggestion | None] | None = None,
        report: Report | None = None,
    ) -> str:
        """The answer for one document. `source_text` is the text or HTML as sent."""
        at = OffsetConverter(source_text, offsets).convert
        found = zip(result.annotations, suggestions or [None] * len(result.annotations), strict=True)
        annotations = ",".join([self._annotation(one, at(one.start), at(one.end), said) for one, said in found])
        frame = dump_frame(result, at, offsets, lexicon_version, include, report)
        return splice({}, f'"annotations":[{annotations}]', frame)

    def _annotation(self, found: Annotation, start: int, end: int, suggestion: Suggestion | None) -> str:
        label = self._encoded(found.label)[1]
        alternatives = ",".join([self._encoded(alternative)[2] for alternative in found.alternatives])
        labels = f'"label":{label},"alternatives":[{alternatives}]'
        return splice(dump_mention(found, start, end), labels, dump_remarks(found, suggestion))

    def _encoded(self, label: Label) -> tuple[Label, str, str]:
        known = self._labels.get(id(label))
        if known is None:
            known = self._labels[id(label)] = label, dumps(dump_label(label)), dumps(dump_alternative(label))
        return known


def splice(before: dict[str, Any], members: str, after: dict[str, Any] | None = None) -> str:
    """One JSON object of the members of `before`, members that are JSON already, and those of `after`."""
    parts = [dumps(before)[1:-1], members, dumps(after or {})[1:-1]]
    return "{" + ",".join([part for part in parts if part]) + "}"
