"""The compiled lexicon: everything that loading works out, in one file from which a start takes a moment.

The file is a cache. It is tied to the content hash of the YAML files, to the code that made it, and to its own bytes
by a checksum; whatever does not fit is left alone and made anew. Only a lexicon without findings is ever written.

    evenhand lexicon <content hash of the YAML files> <hash of the code and of the kind of automaton>
    <SHA-256 of the table> <size of the table>
    <table in MessagePack: name and size of each section, SHA-256 of all><sections>

The sections are the lexicon's values, one by one (service/lexicon/shelf.py), the automaton and what its patterns mean.
All is MessagePack decoded into declared types, or the automaton's own checked form: no code can hide in it. The file
is read, not mapped: what was checked is what is used, whatever becomes of the file.
"""

import hashlib
import logging
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from service.annotation import gazetteer
from service.annotation.compiled_file import file_of, head_of
from service.annotation.gazetteer import Gazetteer
from service.lexicon import packed
from service.lexicon.files import content_version
from service.lexicon.model import Lexicon

STYLES, SYMMETRY = "styles", "symmetry"  # extras: house styles, symmetry reports
_EXTRA = "extra."
_LONGEST_LINE, _LONGEST_TABLE = 200, 1 << 16
_LOGGER = logging.getLogger(__name__)


class Compiled(NamedTuple):
    """A lexicon without findings, its gazetteer, and further values made from the same files, by name."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    extras: Mapping[str, bytes]


class _Table(msgspec.Struct, frozen=True):
    sizes: dict[str, int]
    checksum: str


def save(compiled: Compiled, file: BinaryIO) -> None:
    """Write all that `load` needs to have the same again."""
    extras = {_EXTRA + name: content for name, content in compiled.extras.items()}
    sections = packed.pack(compiled.lexicon) | compiled.gazetteer.kept() | extras
    sizes = {name: len(content) for name, content in sections.items()}
    table = msgspec.msgpack.encode(_Table(sizes, _checksum(sections.values())))
    line = b"%s %d\n" % (_checksum([table]).encode(), len(table))
    file.writelines((head_of(compiled.lexicon.version), line, table, *sections.values()))


def load(file: BinaryIO, version: str) -> Compiled | None:
    """What this very code has saved of a lexicon of this version; None if anything is not as it should be."""
    if file.readline(_LONGEST_LINE) != head_of(version):
        return None
    wanted, _, length = file.readline(_LONGEST_LINE).partition(b" ")
    try:
        written = file.read(min(int(length), _LONGEST_TABLE))
        if _checksum([written]).encode() != wanted:
            return None
        table = msgspec.msgpack.decode(written, type=_Table)
        sections = {name: file.read(size) for name, size in table.sizes.items()}
        if _checksum(sections.values()) != table.checksum:
            return None
        lexicon = packed.unpack(sections)
        extras = {name.removeprefix(_EXTRA): part for name, part in sections.items() if name.startswith(_EXTRA)}
        return Compiled(lexicon, gazetteer.read(lexicon, sections), extras)
    except (msgspec.DecodeError, ValueError, KeyError):
        return None


def read_compiled(folder: Path, cache: Path) -> Compiled | None:
    """The compiled form of the lexicon in `folder`, if `cache` holds one that is whole and up to date."""
    try:
        with file_of(folder, cache).open("rb") as file:
            return load(file, content_version(folder))
    except OSError:
        return None


def write_compiled(folder: Path, cache: Path, compiled: Compiled) -> None:
    """Put the compiled form into `cache`, whole or not at all. A cache that cannot be written is only logged."""
    target = file_of(folder, cache)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=cache, prefix=target.name)
        with os.fdopen(descriptor, "wb") as file:
            save(compiled, file)
        Path(name).chmod(0o644)  # other users may run the service
        Path(name).replace(target)
    except OSError as error:
        _LOGGER.warning("The compiled lexicon was not kept: %s", error)


def _checksum(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
