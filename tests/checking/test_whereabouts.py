"""Where a name stands: the file and line of every label, ambiguous form, guard and inflected form."""

import shutil
from pathlib import Path

import pytest

from service.checking.whereabouts import whereabouts
from service.lexicon import store

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY, EVENT, FAIR = "vale/places/c-000015.yml", "vale/events/c-00002b.yml", "vale/ambiguous/fair.yml"


def found(name: str, near: bool = False) -> list[str]:
    draft, _ = store.read_draft(BASE)
    return [str(hit) for hit in whereabouts(draft, name, near)]


@pytest.mark.parametrize(
    ("name", "hits"),
    [
        ("Oldvale", [f"{CITY}:15: Oldvale (en, neutral): label of c-000015"]),
        ("  OLDVALE ", [f"{CITY}:15: Oldvale (en, neutral): label of c-000015"]),
        ("fair-of the valley", [f"{EVENT}:10: Fair of the Valley (en, neutral): further spelling of c-00002b"]),
        (
            "The Fairs",
            [f"{FAIR}:2: the fair (en, neutral): the fairs is an inflected form of this ambiguous form of c-00002b"],
        ),
        ("Valley Fair Street", [f"{EVENT}:15: Valley Fair Street (en, neutral): guarding phrase of c-00002b"]),
        ("the fair", [f"{FAIR}:2: the fair (en, neutral): ambiguous form of c-00002b"]),
        ("Nowhere", []),
        ("-", []),
        ("Oldvalle", []),
    ],
)
def test_places(name: str, hits: list[str]) -> None:
    assert found(name) == hits


def test_names_that_are_like_it() -> None:
    assert found("Oldvalle", near=True) == [f"{CITY}:15: Oldvale (en, neutral): fuzzy match (78), label of c-000015"]
    assert found("Oldvale", near=True) == found("Oldvale")


def test_senses_of_one_form_are_one_hit(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(BASE, tmp_path / "lexicon"))
    file = copy / FAIR
    sense = "  - concept: c-000015\n    type: description\n    stance: loaded\n    note: Heard as mockery.\n    uses:\n"
    sense += "      - {by: world-press, source: atlas}\n    when: {words: [gate]}\n"
    file.write_text(file.read_text().replace("otherwise:", f"{sense}otherwise:"))
    (hit,) = whereabouts(store.read_draft(copy)[0], "The Fair")
    assert str(hit) == f"{FAIR}:2: the fair (en, neutral, loaded): ambiguous form of c-00002b or c-000015"
