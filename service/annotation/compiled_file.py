"""Where the compiled lexicon lies, and its first line, which tells whether it is up to date.

Apart from `compiled.py`, so that a look at it needs nothing of what the file is made of.
"""

import functools
import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

from service.lexicon.files import content_version

_SERVICE = Path(__file__).parent.parent
_LAYERS = ("text", "lexicon", "annotation", "checking")
_LONGEST_LINE = 200


def file_of(folder: Path, cache: Path) -> Path:
    """One file for each lexicon folder, so that an older version does not stay behind."""
    return cache / f"lexicon-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}.compiled"


def head_of(version: str) -> bytes:
    """The first line: what the file is, the content hash of the YAML files, and a hash of the code."""
    return f"evenhand lexicon {version} {_code()}\n".encode()


def is_current(folder: Path, cache: Path) -> bool:
    """Whether `cache` holds a compiled form of the lexicon in `folder` that says it is up to date."""
    try:
        with file_of(folder, cache).open("rb") as file:
            return file.readline(_LONGEST_LINE) == head_of(content_version(folder))
    except OSError:
        return False


@functools.cache
def _code() -> str:
    """A hash of the code that reads, checks and inflects labels, and of what kind the automaton is."""
    digest = hashlib.sha256(f"{bool(find_spec('daachorse'))} {sys.byteorder}".encode())
    for layer in _LAYERS:
        for file in sorted((_SERVICE / layer).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
