"""The files of a lexicon's folder, and the hash that tells one state of them from another."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def yaml_files(path: Path) -> list[Path]:
    """The YAML files below `path`, hidden ones left out, in an order that does not depend on the system."""
    return [path / name for name in yaml_names(path)]


def content_version(path: Path) -> str:
    """The content hash of the lexicon in the folder `path`, whether or not it can be used. Parses nothing."""
    digest = Digest(path)
    for name in yaml_names(path):
        with suppress(OSError):
            digest.read(name)
    return digest.version


def yaml_names(path: Path) -> list[str]:
    """As `yaml_files`, relative to `path` and as text: every start asks, and thousands of Paths take their time."""
    found: list[str] = []
    root = os.fspath(path)
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        inside = os.path.relpath(folder, root).replace(os.sep, "/") + "/" if folder != root else ""
        for name in folders + names:  # a folder that is named like a file is told of when it is read
            if not name.startswith(".") and name.casefold().endswith((".yml", ".yaml")):
                found.append(inside + name)
    return sorted(found, key=os.fsencode)


class Digest:
    """The content hash of files below a folder, read in order; the same whatever line ends a checkout has."""

    def __init__(self, folder: Path) -> None:
        self._root = os.fspath(folder)  # as text, see `yaml_names`
        self._digest = hashlib.sha256()

    def read(self, relative: str) -> bytes:
        """The content of the file at `relative` in the folder, counted into the hash under this path."""
        with open(f"{self._root}/{relative}", "rb", buffering=0) as opened:  # noqa: PTH123 - read in one go
            content = opened.read().replace(b"\r\n", b"\n")
        self._digest.update(f"{relative}\0{len(content)}\0".encode())
        self._digest.update(content)
        return content

    @property
    def version(self) -> str:
        """The first 16 hexadecimal digits."""
        return self._digest.hexdigest()[:16]
