"""What differs between two lexicons, in folders or at git revisions."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from service.errors import InputError
from service.lexicon import store
from service.lexicon.changes import Change, changes
from service.lexicon.revision import lexicon_at

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY, EVENT, FAIR = "vale/places/c-000015.yml", "vale/events/c-00002b.yml", "vale/ambiguous/fair.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def edit(file: Path, *edits: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def found(new: Path, old: Path = BASE) -> list[Change]:
    return changes(store.read_draft(old)[0].lexicon, store.read_draft(new)[0].lexicon)


def test_nothing(copy: Path) -> None:
    assert found(copy) == []


@pytest.mark.parametrize(
    ("file", "edits", "expected"),
    [
        (
            CITY,
            [("stance: sided", "stance: loaded\n    note: Heard as a claim."), ("from: 1990,", "from: 1991,")],
            Change(
                "changed",
                "label",
                "en Nuvelgrad",
                CITY,
                "stance: sided → loaded; uses: - nuvel-press (atlas, 1990-01-01–), + nuvel-press (atlas, 1991-01-01–); "
                "note: none → Heard as a claim.",
            ),
        ),
        (
            CITY,
            [("city on the river", "town")],
            Change("changed", "concept", "c-000015", CITY, "gloss: city on the river → town"),
        ),
        (
            CITY,
            [("wof: 3", "wof: 4")],
            Change("changed", "concept", "c-000015", CITY, "external_ids: - wof 3, + wof 4"),
        ),
        (
            EVENT,
            [("    also: [Fair of the Valley]\n", "")],
            Change("removed", "label", "en Fair of the Valley", EVENT, "exonym, neutral, by nuvel-press"),
        ),
        (
            EVENT,
            [("contested: no", "contested: yes")],
            Change("changed", "concept", "c-00002b", EVENT, "contested: no → yes"),
        ),
        (
            FAIR,
            [("otherwise: unresolved", "otherwise: nothing")],
            Change("changed", "ambiguous form", "en the fair", FAIR, "otherwise: unresolved → nothing"),
        ),
        (
            FAIR,
            [("same: document", "same: sentence")],
            Change("changed", "ambiguous form", "en the fair", FAIR, "senses: 1 removed, 1 added"),
        ),
        (
            FAIR,
            [("form: the fair", "form: a fair")],
            Change("added", "ambiguous form", "en a fair", FAIR, "for c-00002b, else unresolved"),
        ),
        (
            "vale/sources.yml",
            [("1999", "2000")],
            Change("changed", "source", "atlas", "sources.yml", "date: 1999 → 2000"),
        ),
        (
            "perspectives.yml",
            [("World press", "Press")],
            Change("changed", "perspective", "world-press", "perspectives.yml", "name: World press → Press"),
        ),
        (
            "vocabulary.yml",
            [("a city", "a large town")],
            Change("changed", "vocabulary", "", "vocabulary.yml", "kinds: - city a city, + city a large town"),
        ),
        (
            "vale/pack.yml",
            [("The Vale", "Vale")],
            Change("changed", "pack", "vale", "vale/pack.yml", "title: The Vale → Vale"),
        ),
    ],
)
def test_one_change(copy: Path, file: str, edits: list[tuple[str, str]], expected: Change) -> None:
    edit(copy / file, *edits)
    assert expected in found(copy)


def test_a_concept_comes_and_goes_with_its_labels(copy: Path) -> None:
    (copy / EVENT).unlink()
    assert {(one.how, one.what, one.name) for one in found(copy)} == {
        ("removed", "concept", "c-00002b"),
        ("removed", "label", "en Valley Fair"),
        ("removed", "label", "en Fair of the Valley"),
    }
    assert {one.how for one in found(BASE, old=copy)} == {"added"}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_a_revision_is_unpacked_and_cleared_away(copy: Path) -> None:
    git(copy.parent, "init", "-q")
    (copy.parent / "other.txt").write_text("not the lexicon's")
    git(copy.parent, "add", ".")
    git(copy.parent, "commit", "-q", "-m", "first")
    edit(copy / CITY, ("city on the river", "town"))
    with lexicon_at("HEAD", copy) as folder:
        assert store.read_draft(folder)[0].lexicon == store.read_draft(BASE)[0].lexicon
        assert not (folder / "other.txt").exists()
        assert found(copy, old=folder) != []
    assert not folder.exists()
    assert "town" in (copy / CITY).read_text()


def test_a_folder_is_used_as_it_is(copy: Path) -> None:
    with lexicon_at(str(copy), BASE) as folder:
        assert folder == copy
    assert copy.exists()


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:vale", ""])
def test_what_is_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tempfile.mkdtemp(dir=tmp_path))
    with pytest.raises(InputError, match="neither a folder nor a git revision"), lexicon_at(name, tmp_path):
        pass
