"""Balance of the sides: the bounds hold exactly where they are stated."""

import shutil
from pathlib import Path

import pytest

from service.lexicon import store
from service.lexicon.rules import balance
from service.lexicon.rules.symmetry import compared
from service.lexicon.symmetry import Tally
from service.lexicon.tally import names_compared, tally

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY = "vale/places/c-000015.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def findings(path: Path) -> list[str]:
    draft, _ = store.read_draft(path)
    return [finding.message for finding in balance.check(draft)]


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_what_each_side_has() -> None:
    draft, _ = store.read_draft(BASE)
    entries = names_compared(draft, compared(draft))
    assert tally(draft, entries, "nuvel") == Tally(labels=2, forms=2, uses=2, sources=1, notes=0, dated=1)
    assert tally(draft, entries, "ortaq") == Tally(labels=2, forms=2, uses=2, sources=1, notes=0, dated=1)


def test_a_label_of_both_sides_counts_for_both_and_its_note_for_none(copy: Path) -> None:
    uses = "- {by: nuvel-press, source: atlas}\n      - {by: ortaq-press, source: atlas, at: p. 3}"
    edit(
        copy / CITY,
        ("- {by: world-press, source: atlas, at: sheet 4}", uses),
        ("stance: neutral\n    uses:", "stance: neutral\n    note: Old name.\n    uses:"),
    )
    draft, _ = store.read_draft(copy)
    entries = names_compared(draft, compared(draft))
    ours, theirs = tally(draft, entries, "nuvel"), tally(draft, entries, "ortaq")
    assert (ours.labels, ours.uses, ours.notes, ours.noted, ours.placed) == (3, 3, 0, 1, 0)
    assert (theirs.labels, theirs.uses, theirs.notes, theirs.noted, theirs.placed) == (3, 3, 0, 1, 1)


def test_a_misspelling_is_nobodys_name(copy: Path) -> None:
    edit(copy / CITY, ("romanised endonym", "misspelling"))
    draft, _ = store.read_draft(copy)
    assert tally(draft, names_compared(draft, compared(draft)), "nuvel").labels == 1


@pytest.mark.parametrize(("length", "number"), [(30, 0), (31, 1)])
def test_notes_of_the_same_order(copy: Path, length: int, number: int) -> None:
    note = "sided\n    note: {}\n    uses:\n      - {{by: {}-press, source: atlas}}"
    edit(
        copy / CITY,
        ("sided\n    uses:\n      - {by: nuvel-press, source: atlas}", note.format("n" * length, "nuvel")),
        ("sided\n    uses:\n      - {by: ortaq-press, source: atlas}", note.format("n" * 10, "ortaq")),
    )
    assert len(findings(copy)) == number


@pytest.mark.parametrize(("spellings", "number"), [(76, 0), (77, 1)])
def test_totals_of_the_same_order(copy: Path, spellings: int, number: int) -> None:
    ours = ", ".join(f"Nuvel{chr(97 + place // 26)}{chr(97 + place % 26)}" for place in range(spellings))
    theirs = ", ".join(f"Ortaq{chr(97 + place // 26)}{chr(97 + place % 26)}" for place in range(37))
    edit(
        copy / CITY,
        ("  - text: Nuvelgrad\n", f"  - text: Nuvelgrad\n    also: [{ours}]\n"),
        ("  - text: Ortaqabad\n", f"  - text: Ortaqabad\n    also: [{theirs}]\n"),
    )
    # each side has two forms besides: 78 to 39, then 79; the limit is 78
    assert len(findings(copy)) == number


def test_fields_are_as_full_on_each_side(monkeypatch: pytest.MonkeyPatch, copy: Path) -> None:
    monkeypatch.setattr(balance, "FEWEST_RECORDS", 2)
    assert findings(copy) == []
    edit(copy / CITY, ("{by: ortaq-press, source: atlas}", "{by: ortaq-press, source: atlas, at: p. 3}"))
    assert findings(copy) == ["uses with at are 50 % of the ortaq side's and 0 % of the nuvel side's"]


def test_nothing_is_said_while_files_are_broken(copy: Path) -> None:
    shutil.copytree(BASE.parent / "balance" / "vale", copy / "vale", dirs_exist_ok=True)
    assert len(findings(copy)) == 2
    (copy / "vale" / "places" / "c-000061.yml").write_text("{")
    assert findings(copy) == []
