"""The git hook: what is staged is checked, whatever lies in the folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "cases" / "lint" / "base"
CITY = Path("lexicon/vale/places/c-000015.yml")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    who |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    tools = {"PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **who, **tools}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a sound lexicon and the hook."""
    shutil.copytree(BASE, tmp_path / "lexicon")
    assert git(tmp_path, "init", "-q").returncode == 0
    hooks = tmp_path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    shutil.copy(ROOT / ".ci" / "pre-commit", hooks / "pre-commit")
    subprocess.run(
        [sys.executable, "-m", "service", "index", "--lexicon", str(tmp_path / "lexicon")], cwd=ROOT, check=True
    )
    git(tmp_path, "add", ".")
    done = git(tmp_path, "commit", "-m", "first")
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_a_staged_finding_stops_the_commit(repository: Path) -> None:
    file = repository / CITY
    sound = file.read_text()
    file.write_text(sound.replace("kind: city", "kind: citty"))
    git(repository, "add", ".")
    file.write_text(sound)  # mended in the folder, but not staged
    done = git(repository, "commit", "-m", "second")
    assert done.returncode == 1
    assert f"{CITY.as_posix()}:3: closed-list: citty is not among" in done.stderr
    assert git(repository, "commit", "--no-verify", "-m", "second").returncode == 0


def test_what_is_not_staged_is_not_checked(repository: Path) -> None:
    (repository / "notes.txt").write_text("Notes.")
    git(repository, "add", "notes.txt")
    (repository / CITY).write_text("{")
    assert git(repository, "commit", "-m", "notes").returncode == 0
