"""Help for editors: new IDs, the index, and the field table."""

import shutil
from pathlib import Path

import pytest

from service.lexicon import editing, field_table, ids, store

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def test_new_ids_are_sound_and_new(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[set[str]] = []

    def mint(used: set[str]) -> str:
        taken.append(set(used))
        return f"c-{len(taken)}"

    monkeypatch.setattr(editing, "mint", mint)
    assert editing.new_ids(BASE, 2) == ["c-1", "c-2"]
    assert taken == [{"c-000015", "c-00002b", "c-00005v"}, {"c-000015", "c-00002b", "c-00005v", "c-1"}]


def test_new_ids_for_a_lexicon_that_does_not_load(copy: Path) -> None:
    (copy / "vale" / "places" / "c-000061.yml").write_text("{")
    minted = editing.new_ids(copy, 50)
    assert len(set(minted)) == 50
    assert all(map(ids.is_valid, minted))


def test_index() -> None:
    lines = editing.index(store.load(BASE)).splitlines()
    rows = [line for line in lines if line.startswith("| ")][2:]
    assert rows[0] == ("| Fair of the Valley | en | c-00002b | [vale/events/c-00002b.yml](vale/events/c-00002b.yml) |")
    assert [row.split(" | ")[0] for row in rows] == [
        "| Fair of the Valley",
        "| Nuvelgrad",
        "| Nuvelgradi",
        "| Oldvale",
        "| Ortaqabad",
        "| Ortaqovad",
        "| the fair *",
        "| Valley Fair",
    ]


def test_index_is_checked_and_written(copy: Path) -> None:
    lexicon = store.load(copy)
    assert [finding.message for finding in editing.index_findings(copy, lexicon)] == ["the index is not there"]
    assert editing.write_index(copy, lexicon)
    assert editing.index_findings(copy, lexicon) == []
    assert not editing.write_index(copy, lexicon)
    file = copy / editing.INDEX
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert editing.index_findings(copy, lexicon) == []
    file.write_bytes(file.read_bytes().replace(b"Oldvale", b"Oldvail"))
    assert [finding.message for finding in editing.index_findings(copy, lexicon)] == ["the index is out of date"]


def test_field_table_names_every_field_and_is_told_when_stale(copy: Path) -> None:
    assert field_table.page_findings(copy) == []  # a lexicon need not have the page
    page = copy / field_table.PAGE
    page.write_text(f"Words.\n\n{field_table.BEGIN}\nold\n{field_table.END}\n\nMore words.\n", encoding="utf-8")
    assert [(finding.path, finding.line) for finding in field_table.page_findings(copy)] == [("README.md", 3)]
    assert field_table.write_page(copy)
    assert field_table.page_findings(copy) == []
    assert not field_table.write_page(copy)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Words.\n\n<!--")
    assert text.endswith("-->\n\nMore words.\n")
    assert "| **`gloss`** | What it is, in one neutral line" in text
    assert "| `from` | First known use" in text


def test_every_field_is_described() -> None:
    rows = [line for line in field_table.field_table().splitlines() if line.startswith("| ")]
    assert len(rows) > 80
    assert [row for row in rows if row.endswith("|  |")] == []


def test_the_page_of_the_repository_is_up_to_date() -> None:
    folder = Path(__file__).parent.parent.parent / "lexicon"
    assert field_table.BEGIN in (folder / field_table.PAGE).read_text(encoding="utf-8")
    assert field_table.page_findings(folder) == []
