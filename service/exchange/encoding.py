"""The encoding of a text file: told by its first bytes, else UTF-8 if it can be, else found out from the text."""

import codecs
import re
from dataclasses import dataclass

from service.errors import InputError

# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"utf-8-sig": "utf-8"}
# What files in the languages of the lexicon were written in before UTF-8; a closed list makes short texts tellable.
_OLDER = ["cp1251", "koi8_r", "cp866", "cp1252", "cp1254", "cp1256"]
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_HEAD = 2_048  # bytes in which HTML has to declare its encoding
_SAMPLE = 200_000  # bytes that are enough to tell an encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding that it was in; `certain` if the file itself or its bytes leave no other."""

    text: str
    encoding: str
    certain: bool


def decoded(data: bytes, field: str, *, html: bool = False) -> Decoded:
    """The text of a file. InputError, for `field`, if it is none, or in an encoding that cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, field), _NAMES.get(encoding, encoding), True)
    if b"\0" in data:
        raise InputError("holds zero bytes, so it is no text; save it as UTF-8.", field)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", True)
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data, 0, _HEAD) if html else None
    named = _known(declared[1]) if declared else None
    if named:
        return Decoded(_strictly(data, named, field), named, True)
    return _found_out(data, field)


def _strictly(data: bytes, encoding: str, field: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(f"says that it is {encoding}, and is not; save it as UTF-8.", field) from None


def _known(name: bytes) -> str | None:
    encoding = name.decode("ascii")
    try:
        "".encode(encoding)  # Python has codecs that are no encodings of text (rot13, hex, zip)
    except LookupError:
        return None
    found = codecs.lookup(encoding).name
    return found if found != "utf-8" else None  # that was tried already


def _found_out(data: bytes, field: str) -> Decoded:
    from charset_normalizer import from_bytes  # loaded when first needed: few files need it

    best = from_bytes(data[:_SAMPLE], cp_isolation=_OLDER).best()
    if best is None:
        raise InputError("is in an encoding that cannot be told; save it as UTF-8.", field)
    return Decoded(_strictly(data, best.encoding, field), best.encoding, False)
