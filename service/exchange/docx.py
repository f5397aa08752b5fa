"""Word documents (.docx): read as HTML, written as plain paragraphs. Both in memory only."""

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from io import BytesIO

from service.errors import InputError, LimitError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# What XML cannot hold.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = (".xml", ".rels")
_MAX_MARKUP = 8_000_000  # bytes of markup, unpacked; a picture is never unpacked
# Reading takes about a kilobyte and 50 microseconds a tag, however short it is. A book of 80,000 words has so many.
_MAX_TAGS = 100_000
_UNREADABLE = "cannot be read as a Word document (.docx); it may be damaged, or protected by a password."
_ENCRYPTED = 1  # bit of a zip entry's flags
_RIGHT_TO_LEFT = ("R", "AL")


def read_docx(data: bytes, field: str) -> str:
    """The document as HTML, without pictures. InputError, for `field`, if it is none, damaged, or grows too large."""
    from mammoth import convert_to_html  # loaded when first needed: most articles are pasted
    from mammoth.images import img_element

    without_pictures = img_element(lambda _: {})
    try:
        markup = _markup(data, field)
        html: str = convert_to_html(
            markup, convert_image=without_pictures, include_embedded_style_map=False, external_file_access=False
        ).value
    except InputError:
        raise
    # Whatever a damaged file makes zipfile, expat or the reader raise. The message could hold parts of the text.
    except Exception:
        raise InputError(_UNREADABLE, field) from None
    return html.replace("<img />", "")


def write_docx(text: str) -> bytes:
    """`text` as a Word document: each line a paragraph, blank lines left out."""
    from docx import Document

    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    for line in _lines(text):
        paragraph = document.add_paragraph(line)
        if _runs_right_to_left(line):
            paragraph._p.get_or_add_pPr().append(_right_to_left())
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def _markup(data: bytes, field: str) -> BytesIO:
    """The parts that are markup, packed anew: the reader sees no others, and these are known to be small enough."""
    stripped = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as packed, zipfile.ZipFile(stripped, "w") as kept:
        parts = [part for part in packed.infolist() if part.filename.lower().endswith(_MARKUP)]
        # A part never yields more bytes than it declares: zipfile stops there.
        size = sum(part.file_size for part in parts)
        if size > _MAX_MARKUP:
            raise LimitError(field, _MAX_MARKUP, size, "bytes of markup")
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise InputError(_UNREADABLE, field)
        tags = 0
        for part in parts:
            content = packed.read(part)
            tags += content.count(b"<")
            if tags > _MAX_TAGS:
                raise LimitError(field, _MAX_TAGS, tags, "tags")
            if b"<!DOCTYPE" in content:  # Word writes none; entities could grow without bound
                raise InputError(_UNREADABLE, field)
            kept.writestr(part.filename, content)
    stripped.seek(0)
    return stripped


def _lines(text: str) -> Iterator[str]:
    for line in _IMPOSSIBLE.sub("\ufffd", text).splitlines():
        if line.strip():
            yield line


def _runs_right_to_left(line: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    directions = (unicodedata.bidirectional(character) for character in line)
    return next((found for found in directions if found in ("L", *_RIGHT_TO_LEFT)), "L") in _RIGHT_TO_LEFT


def _right_to_left() -> object:
    from docx.oxml import OxmlElement

    return OxmlElement("w:bidi")
