"""What the import wrote: `imported.tsv` in the pack's folder, one file a line, with the hash of what was written.

A file that is still byte for byte what was written belongs to the import, which may write it again or delete it. One
that differs was taken over by a person and is left alone; one that is gone was deleted by a person and does not come
back.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FILE = "imported.tsv"
_HEADING = "# Written by the place import; do not edit. File, hash of what was written, record it was made from."


@dataclass(slots=True)
class Ledger:
    """The lines of the file: path relative to the pack's folder -> (hash, identity of the record or -)."""

    folder: Path
    lines: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Ledger":
        """The ledger of a pack; empty if nothing was imported yet."""
        ledger = cls(folder)
        file = folder / FILE
        if file.exists():
            for line in file.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    path, digest, record = line.split("\t")
                    ledger.lines[path] = (digest, record)
        return ledger

    def own(self) -> dict[str, str]:
        """The files that still belong to the import, each with the record it was made from."""
        return {path: record for path, (digest, record) in self.lines.items() if self._digest(path) == digest}

    def deleted(self) -> set[str]:
        """Records and files that a person deleted."""
        gone = {path: record for path, (_, record) in self.lines.items() if not (self.folder / path).exists()}
        return set(gone) | (set(gone.values()) - {"-"})

    def _digest(self, path: str) -> str | None:
        file = self.folder / path
        return _hash(file.read_bytes().replace(b"\r\n", b"\n")) if file.exists() else None

    def replace(self, own: Collection[str], files: Mapping[str, tuple[str, str]]) -> tuple[int, int, int]:
        """Put `files` (path -> text, record) in the place of the files `own`; how many are new, changed, gone."""
        new = changed = gone = 0
        for path in sorted(set(own) - set(files)):
            (self.folder / path).unlink()
            del self.lines[path]
            gone += 1
        for path, (text, record) in sorted(files.items()):
            content = text.encode()
            digest = _hash(content)
            if path not in own:
                new += 1
            elif self.lines[path][0] != digest:
                changed += 1
            if path not in own or self.lines[path][0] != digest:
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            self.lines[path] = (digest, record)
        rows = [f"{path}\t{digest}\t{record}" for path, (digest, record) in sorted(self.lines.items())]
        (self.folder / FILE).write_text("\n".join([_HEADING, *rows]) + "\n", encoding="utf-8", newline="\n")
        return new, changed, gone


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
