"""The compiled lexicon: equal to what was read, tied to its files, and never trusted when it does not fit."""

import shutil
from pathlib import Path

import pytest

from service.annotation import compiled_file
from service.annotation.annotate import Annotator
from service.annotation.compiled import Compiled, read_compiled, write_compiled
from service.annotation.gazetteer import build
from service.annotation.model import Request
from service.lexicon.store import load

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


@pytest.fixture
def cache(folder: Path, tmp_path: Path) -> Path:
    """A cache that holds the lexicon's compiled form."""
    lexicon = load(folder)
    write_compiled(folder, tmp_path / "cache", Compiled(lexicon, build(lexicon), {"more": b"values"}))
    return tmp_path / "cache"


def test_it_reads_back_as_it_was_and_annotates_alike(folder: Path, cache: Path) -> None:
    ready = read_compiled(folder, cache)
    assert ready is not None
    lexicon = load(folder)
    assert ready.lexicon == lexicon
    assert ready.extras == {"more": b"values"}
    request = Request(text="They came to Oldvale for the fair.")
    ours = Annotator(ready.lexicon, ready.gazetteer).annotate(request)
    assert ours == Annotator(lexicon).annotate(request)
    assert ours.annotations


def test_equal_codes_and_keys_are_one_object(folder: Path, cache: Path) -> None:
    ready = read_compiled(folder, cache)
    assert ready is not None
    labels = [label for concept in ready.lexicon.concepts.values() for label in concept.labels]
    uses = [use for label in labels for use in label.uses]
    for codes in ([label.lang for label in labels], [label.type for label in labels], [use.by for use in uses]):
        assert len(set(codes)) < len(codes)
        assert len(set(map(id, codes))) == len(set(codes))


def test_a_change_of_the_yaml_makes_it_stale(folder: Path, cache: Path) -> None:
    file = folder / "vale" / "sources.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# looked at again\n", encoding="utf-8")
    assert read_compiled(folder, cache) is None
    assert not compiled_file.is_current(folder, cache)


def test_a_single_changed_byte_is_found(folder: Path, cache: Path) -> None:
    (file,) = cache.iterdir()
    content = file.read_bytes()
    head = content.index(b"\n", content.index(b"\n") + 1) + 400  # the two lines and the table
    for place in [*range(0, head, 3), *range(head, len(content), len(content) // 60), len(content) - 1]:
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        file.write_bytes(changed)
        assert read_compiled(folder, cache) is None, place


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x80\x04pickle", b"x" * 1000])
def test_a_foreign_file_is_not_trusted(folder: Path, cache: Path, content: bytes) -> None:
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert read_compiled(folder, cache) is None


def test_a_cut_off_file_is_not_trusted(folder: Path, cache: Path) -> None:
    (file,) = cache.iterdir()
    content = file.read_bytes()
    for length in range(0, len(content), len(content) // 40):
        file.write_bytes(content[:length])
        assert read_compiled(folder, cache) is None, length


def test_other_code_makes_it_anew(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled_file.is_current(folder, cache)
    monkeypatch.setattr(compiled_file, "_code", lambda: "0" * 64)
    assert read_compiled(folder, cache) is None
    assert not compiled_file.is_current(folder, cache)


def test_no_cache_is_no_obstacle(folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert read_compiled(folder, blocked) is None
    lexicon = load(folder)
    write_compiled(folder, blocked, Compiled(lexicon, build(lexicon), {}))
    assert "was not kept" in caplog.text
