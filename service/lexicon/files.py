"""The files of a lexicon's folder, and the hash that tells one state of them from another."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def yaml_files(path: Path) -> list[Path]:
    """The YAML files below `path`, hidden ones left out, in an order that does not depend on the system."""
    found: list[tuple[bytes, Path]] = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders + names:  # a folder that is named like a file is told of when it is read
            if not name.startswith(".") and name.casefold().endswith((".yml", ".yaml")):
                file = Path(folder, name)
                found.append((file.relative_to(path).as_posix().encode(), file))
    return [file for _, file in sorted(found)]


def content_version(path: Path) -> str:
    """The content hash of the lexicon in the folder `path`, whether or not it can be used. Parses nothing."""
    digest = Digest()
    for file in yaml_files(path):
        with suppress(OSError):
            digest.read(file, file.relative_to(path).as_posix())
    return digest.version


class Digest:
    """The content hash of files that are read in order; the same whatever line ends a checkout has."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def read(self, file: Path, relative: str) -> bytes:
        """The file's content, counted into the hash under the path `relative`."""
        content = file.read_bytes().replace(b"\r\n", b"\n")
        self._digest.update(f"{relative}\0{len(content)}\0".encode())
        self._digest.update(content)
        return content

    @property
    def version(self) -> str:
        """The first 16 hexadecimal digits."""
        return self._digest.hexdigest()[:16]
