"""The compiled lexicon: everything that loading works out, in one file that reads back in a moment.

The file is a cache. It is tied to the content hash of the YAML files, to the code that made it, and to its own bytes
by a checksum; whatever does not fit is left alone and made anew. Its content is
MessagePack, decoded into the declared types and nothing else: no code can hide in it. Only a lexicon without findings
is ever written.
"""

import functools
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from service.lexicon.model import Lexicon
from service.lexicon.store import content_version
from service.memory import no_collection
from service.text.inflection import inflections
from service.text.inflection.noun import NounClass

_SERVICE = Path(__file__).parent.parent
_LOGGER = logging.getLogger(__name__)


class Compiled(msgspec.Struct, frozen=True):
    """A lexicon without findings, and the inflected forms of its labels by language, noun class and text."""

    lexicon: Lexicon
    forms: dict[str, tuple[str, ...]]


class Inflector:
    """Inflects labels, and remembers the forms."""

    def __init__(self, forms: dict[str, tuple[str, ...]] | None = None) -> None:
        self.forms = {} if forms is None else forms

    def __call__(self, text: str, lang: str, noun: NounClass) -> Iterator[str]:
        """As `inflections`."""
        key = f"{lang} {noun} {text}"
        known = self.forms.get(key)
        if known is None:
            known = self.forms[key] = tuple(inflections(text, lang, noun))
        return iter(known)


def read_compiled(folder: Path, cache: Path) -> Compiled | None:
    """The compiled form of the lexicon in `folder`, if `cache` holds one that is whole and up to date."""
    try:
        content = _file(folder, cache).read_bytes()
    except OSError:
        return None
    head, _, rest = content.partition(b"\n")
    checksum, _, body = rest.partition(b"\n")
    if head != _head() or checksum != _checksum(body):
        return None
    try:
        with no_collection():
            compiled = msgspec.msgpack.decode(body, type=Compiled)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return compiled if compiled.lexicon.version == content_version(folder) else None


def write_compiled(folder: Path, cache: Path, compiled: Compiled) -> None:
    """Put the compiled form into `cache`, whole or not at all. A cache that cannot be written is only logged."""
    body = msgspec.msgpack.encode(compiled)
    target = _file(folder, cache)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=cache, prefix=target.name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(b"\n".join((_head(), _checksum(body), body)))
        Path(name).chmod(0o644)  # other users may run the service
        Path(name).replace(target)
    except OSError as error:
        _LOGGER.warning("The compiled lexicon was not kept: %s", error)


def _file(folder: Path, cache: Path) -> Path:
    """One file for each lexicon folder, so that an older version does not stay behind."""
    return cache / f"lexicon-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}.msgpack"


@functools.cache
def _head() -> bytes:
    """The file's first line: what it is, and a hash of the code that reads, checks and inflects labels."""
    digest = hashlib.sha256()
    for layer in ("text", "lexicon", "annotation"):
        for file in sorted((_SERVICE / layer).rglob("*.py")):
            digest.update(file.read_bytes())
    return f"evenhand lexicon {digest.hexdigest()}".encode()


def _checksum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
