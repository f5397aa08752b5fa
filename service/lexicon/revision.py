"""A lexicon as it is in a folder, or as it was at a git revision."""

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import InputError


@contextmanager
def lexicon_at(name: str, folder: Path) -> Iterator[Path]:
    """The folder called `name`; if there is none, `folder` as it was at the git revision `name`, for as long as needed.

    The revision is unpacked beside the working tree, which is not touched.
    """
    if name and Path(name).is_dir():
        yield Path(name)
        return
    archive = _archive(name, folder)
    with tempfile.TemporaryDirectory(prefix="evenhand-") as unpacked:
        target = Path(unpacked)
        _unpack(archive, target)
        yield target


def _archive(name: str, folder: Path) -> bytes:
    commit = git_output(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if not commit:
        raise InputError(f"{name} is neither a folder nor a git revision of {folder}.")
    archive = git_output(folder, "archive", "--format=tar", commit.decode("ascii").strip(), ".")
    if not archive:
        raise InputError(f"{folder} is not in the git revision {name}.")
    return archive


def git_output(folder: Path, *arguments: str) -> bytes:
    """What git prints when it is run in `folder`; nothing if it fails."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return b""
    done = subprocess.run([git, *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603 - no shell
    return b"" if done.returncode else done.stdout


def _unpack(archive: bytes, target: Path) -> None:
    """Write the archive's plain files; a lexicon needs no links."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        for member in files:
            parts = Path(member.name).parts
            stream = files.extractfile(member) if member.isfile() and ".." not in parts else None
            if stream is not None:
                file = target.joinpath(*parts)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(stream.read())
