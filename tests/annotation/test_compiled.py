"""The compiled lexicon: equal to what was read, tied to its files, and never trusted when it does not fit."""

import shutil
from pathlib import Path

import pytest

from service.annotation.annotate import Annotator
from service.annotation.compiled import Compiled, Inflector, read_compiled, write_compiled
from service.annotation.model import Request
from service.lexicon.store import load

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


@pytest.fixture
def cache(folder: Path, tmp_path: Path) -> Path:
    """A cache that holds the lexicon's compiled form."""
    lexicon, inflector = load(folder), Inflector()
    Annotator(lexicon, inflector)
    write_compiled(folder, tmp_path / "cache", Compiled(lexicon, inflector.forms))
    return tmp_path / "cache"


def test_it_reads_back_as_it_was_and_annotates_alike(folder: Path, cache: Path) -> None:
    compiled = read_compiled(folder, cache)
    assert compiled is not None
    lexicon = load(folder)
    assert compiled.lexicon == lexicon
    request = Request(text="They came to Oldvale for the fair.")
    ours = Annotator(compiled.lexicon, Inflector(compiled.forms)).annotate(request)
    assert ours == Annotator(lexicon).annotate(request)
    assert ours.annotations


def test_a_change_of_the_yaml_makes_it_stale(folder: Path, cache: Path) -> None:
    file = folder / "vale" / "sources.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# looked at again\n", encoding="utf-8")
    assert read_compiled(folder, cache) is None


@pytest.mark.parametrize("place", [0, 20, 60, 200, -1])
def test_a_single_changed_byte_is_found(folder: Path, cache: Path, place: int) -> None:
    (file,) = cache.iterdir()
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    assert read_compiled(folder, cache) is None


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x80\x04pickle", b"x" * 1000])
def test_a_foreign_file_is_not_trusted(folder: Path, cache: Path, content: bytes) -> None:
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert read_compiled(folder, cache) is None


def test_a_cut_off_file_is_not_trusted(folder: Path, cache: Path) -> None:
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-10])
    assert read_compiled(folder, cache) is None


def test_no_cache_is_no_obstacle(folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert read_compiled(folder, blocked) is None
    write_compiled(folder, blocked, Compiled(load(folder), {}))
    assert "was not kept" in caplog.text
