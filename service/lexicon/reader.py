"""String-only YAML with line numbers.

Every scalar is a string: `no`, `1991-09-02` and `0676` stay what was typed. Refused, each with its line: duplicate
keys, empty values, anchors and tags, tabs, characters that do not show, text that is not UTF-8 or not NFC.
The parser is libyaml's, read event by event. Line numbers are only worked out when a finding asks for one, because
most files never need them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, StreamEndEvent

from service.lexicon.findings import Finding

Tree = Any  # str, or a list or dict of Trees: what the schemas then check
Keys = tuple[str | int, ...]  # the way to a value, such as ("labels", 1, "uses", 0, "by")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 12  # the deepest format has 6; this only keeps a broken file from exhausting the stack
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\xad]"
)
_WORDS_FOR = {
    "mapping values are not allowed in this context": "a colon and a space stand inside a value",
    "could not find expected ':'": "a key has no colon and space after it",
    "did not find expected key": "the indentation or the quoting does not fit the lines above",
    "did not find expected '-' indicator": "the indentation does not fit the list above",
    "found character that cannot start any token": "a value begins with a character that YAML reserves",
    "found unexpected end of stream": "a quotation mark or bracket is not closed",
}


@dataclass(frozen=True)
class Document:
    """One YAML file as read. `path` is relative to the lexicon."""

    path: str
    text: str
    data: Tree

    def line(self, *keys: str | int) -> int:
        """The line of the value at `keys`, counted from 1; where it is absent, that of the record it belongs in."""
        while keys and keys not in self._lines:
            keys = keys[:-1]
        return self._lines.get(keys, 1)

    @cached_property
    def _lines(self) -> dict[Keys, int]:
        lines: dict[Keys, int] = {}
        events = _events(self.text)
        for event in events:
            if isinstance(event, MappingStartEvent | yaml.SequenceStartEvent | ScalarEvent):
                _record_lines(event, events, (), lines)
                break  # what follows the one document was refused and may be no YAML
        return lines


@dataclass(slots=True)
class _Reading:
    """The state of reading one file: where it is, and the findings so far."""

    path: str
    event: Callable[[], Any]  # the next one
    findings: list[Finding] = field(default_factory=list)

    def refuse(self, event: Any, message: str, advice: str) -> None:
        self.findings.append(Finding(self.path, event.start_mark.line + 1, "yaml", message, advice))


def parse(path: str, content: bytes) -> tuple[Document | None, list[Finding]]:
    """Read one file's bytes. There is a document whenever the YAML has a usable shape, even beside findings."""
    text, findings = _decode(path, content)
    if text is None:
        return None, findings
    reading = _Reading(path, _Loader(text).get_event, findings)
    try:
        data = _read_stream(reading)
    except yaml.MarkedYAMLError as error:
        reading.findings.append(_syntax_finding(path, text, error))
        return None, reading.findings
    except yaml.YAMLError as error:
        reading.findings.append(Finding(path, 1, "yaml", f"the file is not YAML ({error})", "Check the file"))
        return None, reading.findings
    if data is None:
        return None, reading.findings
    return Document(path, text, data), reading.findings


def _decode(path: str, content: bytes) -> tuple[str | None, list[Finding]]:
    """The text of the file; None with a finding where its characters cannot be used."""
    if content.startswith(_BYTE_ORDER_MARK):
        return None, [
            Finding(path, 1, "yaml", "the file begins with a byte order mark", "Save it as UTF-8 without one")
        ]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [Finding(path, line, "yaml", "the file is not UTF-8", "Save it as UTF-8")]
    if "\t" in text:
        return None, [_character_finding(path, text, text.index("\t"), "a tab", "Use spaces")]
    invisible = _INVISIBLE.search(text)
    if invisible:
        name = f"the invisible character U+{ord(invisible[0]):04X}"
        return None, [_character_finding(path, text, invisible.start(), name, "Delete it")]
    if unicodedata.is_normalized("NFC", text):
        return text, []
    return text, [
        Finding(
            path, number, "nfc", "the line is not in Unicode form NFC", "Replace letter + combining mark by one letter"
        )
        for number, line in enumerate(text.split("\n"), start=1)
        if not unicodedata.is_normalized("NFC", line)
    ]


def _character_finding(path: str, text: str, offset: int, what: str, advice: str) -> Finding:
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Finding(path, text.count("\n", 0, offset) + 1, "yaml", f"{what} stands in column {column}", advice)


def _syntax_finding(path: str, text: str, error: yaml.MarkedYAMLError) -> Finding:
    lines = text.split("\n")
    marks = [mark for mark in (error.problem_mark, error.context_mark) if mark and mark.line < len(lines)]
    # What is not closed is noticed at the end of the file; the line where it was opened is of more use.
    number = next((mark.line for mark in marks if lines[mark.line].strip()), 0) + 1
    shown = lines[number - 1].strip()
    problem = _WORDS_FOR.get(error.problem or "", error.problem or "the YAML is broken")
    return Finding(
        path, number, "yaml", f"{problem}: {shown}", "Mend the YAML; put quotes around a value that needs them"
    )


def _events(text: str) -> Iterator[Any]:
    return iter(_Loader(text).get_event, None)


def _read_stream(reading: _Reading) -> Tree | None:
    """The one document of the stream; None with a finding where there is none, or nothing in it."""
    reading.event()  # the start of the stream
    opening = reading.event()
    if type(opening) is StreamEndEvent:
        reading.findings.append(Finding(reading.path, 1, "yaml", "the file is empty", "Fill it or delete it"))
        return None
    data = _read(reading, reading.event(), "the file", 0)
    reading.event()  # the end of the document
    after = reading.event()
    if type(after) is not StreamEndEvent:
        reading.refuse(after, "a second YAML document begins", "Keep one document a file; delete the ---")
    return data


def _read(reading: _Reading, event: Any, name: str, depth: int) -> Tree:
    """The value that begins with `event`; `name` is the nearest key, for findings."""
    kind = type(event)
    if kind is AliasEvent:
        reading.refuse(event, f"{name} uses a YAML alias (*)", "Write the value out, or put it in quotes")
        return "*"
    if event.anchor is not None or event.tag is not None:
        reading.refuse(event, f"{name} has a YAML anchor (&) or tag (!)", "Delete it, or put the value in quotes")
    if kind is ScalarEvent:
        value: str = event.value
        if (value in _NULLS and not event.style) or not value or value.isspace():
            reading.refuse(event, f"{name} is empty", "Give a value or delete the field")
        return value
    if depth > _MAX_DEPTH:
        raise yaml.MarkedYAMLError(problem="the values are nested too deeply", problem_mark=event.start_mark)
    if kind is MappingStartEvent:
        return _read_mapping(reading, name, depth)
    items, next_event = [], reading.event
    while type(item := next_event()) is not SequenceEndEvent:
        items.append(_read(reading, item, name, depth + 1))
    return items


def _read_mapping(reading: _Reading, name: str, depth: int) -> dict[str, Tree]:
    mapping: dict[str, Tree] = {}
    next_event = reading.event
    while type(event := next_event()) is not MappingEndEvent:
        if type(event) is not ScalarEvent:
            raise yaml.MarkedYAMLError(problem=f"a key of {name} is not plain text", problem_mark=event.start_mark)
        key: str = event.value
        if key in mapping:
            reading.refuse(event, f"the key {key} is given twice", "Keep one of the two")
        mapping[key] = _read(reading, next_event(), key, depth + 1)
    return mapping


def _record_lines(event: Any, events: Iterator[Any], keys: Keys, lines: dict[Keys, int]) -> None:
    """Note the line of the value that begins with `event`, and of all values inside it."""
    lines.setdefault(keys, event.start_mark.line + 1)
    if type(event) is MappingStartEvent:
        for key in events:
            if type(key) is MappingEndEvent:
                return
            lines[(*keys, key.value)] = key.start_mark.line + 1
            _record_lines(next(events), events, (*keys, key.value), lines)
    elif type(event) is yaml.SequenceStartEvent:
        for number, item in enumerate(events):
            if type(item) is SequenceEndEvent:
                return
            _record_lines(item, events, (*keys, number), lines)
