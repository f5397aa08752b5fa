"""What git remembers of a file of the lexicon, where the lexicon lies in a git checkout."""

from dataclasses import dataclass
from pathlib import Path

from service.lexicon.revision import git_output

_MOST = 10
_FORMAT = "%h%x09%as%x09%s"


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that touched the file. Who made it is not shown: the change counts."""

    commit: str
    date: str
    subject: str


def history(folder: Path, path: str) -> tuple[Change, ...]:
    """The latest changes of the file `path` in the lexicon's folder, newest first; none outside a checkout."""
    # A path cannot be taken for an option behind `--`, nor for a pattern.
    arguments = ("--literal-pathspecs", "log", f"--max-count={_MOST}", f"--format={_FORMAT}", "--", path)
    printed = git_output(folder, *arguments).decode("utf-8", "replace")
    parts = (line.split("\t", 2) for line in printed.splitlines())
    return tuple(Change(*part) for part in parts if len(part) == 3)
