"""What a machine can mend in the lexicon's files without touching a comment or the layout elsewhere.

Each step changes the text of a file and states what the content must then be; the text is read again and compared, and
a step whose outcome differs is left out. So nothing here can change what a file says.
"""

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from service.lexicon.files import yaml_files
from service.lexicon.label_order import places_in_order, reordered
from service.lexicon.reader import Document, Tree, parse
from service.lexicon.spelling_list import without_repeats

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SCHWA = str.maketrans("ǝƎ", "əƏ")  # U+01DD and U+018E look like the Azerbaijani letters U+0259 and U+018F
_AZERBAIJANI = "az"


@dataclass(frozen=True, slots=True, order=True)
class Mended:
    """One thing that was mended, and the line where the change begins."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: mended: {self.what}."


Step = tuple[str, Tree, str]  # the new text, the content that it must have, what was done
Change = Callable[[Document], "Step | None"]


def mend(folder: Path) -> list[Mended]:
    """Mend the files of the lexicon in `folder`; what was done, in order of file and line."""
    done: list[Mended] = []
    for file in yaml_files(folder):
        content = file.read_bytes()
        mended, new = mend_file(file.relative_to(folder).as_posix(), content)
        # Somebody may have saved the file meanwhile; theirs is kept.
        if mended and file.read_bytes() == content:
            _replace(file.resolve(), new)
            done += mended
    return sorted(done)


def mend_file(path: str, content: bytes) -> tuple[list[Mended], bytes]:
    """What can be mended in one file, and its new bytes. A file that cannot be read is left as it is."""
    document = _read(path, content.removeprefix(_BYTE_ORDER_MARK))
    if document is None:
        return [], content
    done = [Mended(path, 1, "a byte order mark deleted")] if content.startswith(_BYTE_ORDER_MARK) else []
    for change in _CHANGES:
        step = change(document)
        if step is None:
            continue
        text, wanted, what = step
        changed = _read(path, text.encode())
        if changed is not None and changed.data == wanted:
            done.append(Mended(path, _first_difference(document.text, text), what))
            document = changed
    return done, document.text.encode() if done else content


def _read(path: str, content: bytes) -> Document | None:
    """The file, unless it has faults that make its meaning doubtful."""
    document, findings = parse(path, content)
    return None if any(finding.rule == "yaml" for finding in findings) else document


def _line_ends(document: Document) -> Step | None:
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    return (text, document.data, "line ends made LF") if text != document.text else None


def _trailing_space(document: Document) -> Step | None:
    text = "\n".join(line.rstrip(" ") for line in document.text.split("\n"))
    return (text, document.data, "spaces at the end of lines deleted") if text != document.text else None


def _final_newline(document: Document) -> Step | None:
    if document.text.endswith("\n"):
        return None
    return f"{document.text}\n", document.data, "the last line ended"


def _composed(document: Document) -> Step | None:
    text = unicodedata.normalize("NFC", document.text)
    if text == document.text:
        return None
    return text, _mapped(document.data, lambda value: unicodedata.normalize("NFC", value)), "letters made NFC"


def _schwa(document: Document) -> Step | None:
    lines, data = document.text.split("\n"), document.data
    for start, end, keys in _azerbaijani(document):
        for number in range(start, end):
            if not lines[number].lstrip().startswith("#"):
                lines[number] = lines[number].translate(_SCHWA)
        data = _replaced(data, keys, lambda value: value.translate(_SCHWA))
    text = "\n".join(lines)
    return (text, data, "ǝ (U+01DD) made ə (U+0259)") if text != document.text else None


def _azerbaijani(document: Document) -> Iterator[tuple[int, int, tuple[str | int, ...]]]:
    """Where Azerbaijani stands: first line, line after the last, and the way to the value."""
    lines = document.text.count("\n") + 1
    if isinstance(document.data, dict) and document.data.get("lang") == _AZERBAIJANI:
        yield 0, lines, ()
    labels = _labels(document)
    for number, (language, _) in enumerate(labels):
        start = document.line("labels", number) - 1
        after = document.line("labels", number + 1) - 1 if number + 1 < len(labels) else _next_field(document, start)
        if language == _AZERBAIJANI:
            yield start, after, ("labels", number)


def _next_field(document: Document, start: int) -> int:
    lines = document.text.split("\n")
    return next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in (" ", "-", "#", "")), len(lines))


def _repeats(document: Document) -> Step | None:
    found = without_repeats(document)
    return None if found is None else (*found, "a spelling that stood twice in also deleted")


def _order(document: Document) -> Step | None:
    order = places_in_order(_labels(document))
    if order == sorted(order):
        return None
    text = reordered(document, order)
    if text is None:
        return None
    data = {**document.data, "labels": [document.data["labels"][place] for place in order]}
    return text, data, "labels put in alphabetical order within their language"


_CHANGES: tuple[Change, ...] = (_line_ends, _final_newline, _trailing_space, _composed, _schwa, _repeats, _order)


def _labels(document: Document) -> list[tuple[str, str]]:
    """Language and text of each label; none where the labels are not as they should be."""
    labels = document.data.get("labels") if isinstance(document.data, dict) else None
    if not isinstance(labels, list):
        return []
    pairs = [(one.get("lang"), one.get("text")) for one in labels if isinstance(one, dict)]
    sound = [(lang, text) for lang, text in pairs if isinstance(lang, str) and isinstance(text, str)]
    return sound if len(sound) == len(labels) else []


def _mapped(value: Tree, change: Callable[[str], str]) -> Tree:
    """`value` with `change` made to each string in it, keys included."""
    if isinstance(value, dict):
        return {change(key): _mapped(item, change) for key, item in value.items()}
    return [_mapped(item, change) for item in value] if isinstance(value, list) else change(value)


def _replaced(value: Tree, keys: tuple[str | int, ...], change: Callable[[str], str]) -> Tree:
    """`value` with `change` made to each string below `keys`."""
    if not keys:
        return _mapped(value, change)
    copy = value.copy()
    copy[keys[0]] = _replaced(value[keys[0]], keys[1:], change)
    return copy


def _first_difference(old: str, new: str) -> int:
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, start=1) if one != other), old.count("\n") + 1)


def _replace(file: Path, content: bytes) -> None:
    """Put `content` in the place of the file at one blow, so that no reader and no crash finds half of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".new")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        shutil.copymode(file, temporary)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
