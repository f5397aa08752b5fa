"""`lint --fix`: each pair in tests/cases/mend/ is a file before and after; what a file says never changes."""

import shutil
import stat
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.lexicon import mending, store
from service.lexicon.files import yaml_files
from service.lexicon.label_order import order_findings, places_in_order
from service.lexicon.mending import mend, mend_file
from service.lexicon.reader import parse

CASES = Path(__file__).parent.parent / "cases"
BASE = CASES / "lint" / "base"
NAMES = sorted(file.name.removesuffix(".before.yml") for file in (CASES / "mend").glob("*.before.yml"))
HEAD = "# A place\nlabels:\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def mended(text: str | bytes) -> tuple[list[str], bytes]:
    done, content = mend_file("a.yml", text.encode() if isinstance(text, str) else text)
    return [one.what for one in done], content


@pytest.mark.parametrize("name", NAMES)
def test_pairs(name: str) -> None:
    before = (CASES / "mend" / f"{name}.before.yml").read_bytes()
    after = (CASES / "mend" / f"{name}.after.yml").read_bytes()
    assert mend_file("a.yml", before)[1].decode() == after.decode()
    assert mend_file("a.yml", after) == ([], after)


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (b"# a\nkey: value\r\n", b"# a\nkey: value\n", "line ends made LF"),
        (b"# a\rkey: value\r", b"# a\nkey: value\n", "line ends made LF"),
        (b"# a\nkey: value", b"# a\nkey: value\n", "the last line ended"),
        (b"# a  \nkey: value \n", b"# a\nkey: value\n", "spaces at the end of lines deleted"),
        (b"\xef\xbb\xbf# a\nkey: value\n", b"# a\nkey: value\n", "a byte order mark deleted"),
        ("# a\nkey: Nu\u0308vel\n".encode(), "# a\nkey: Nüvel\n".encode(), "letters made NFC"),
    ],
)
def test_characters(before: bytes, after: bytes, what: str) -> None:
    assert mended(before) == ([what], after)
    assert mended(after) == ([], after)


def test_schwa_in_azerbaijani_only() -> None:
    text = HEAD + "  - text: Ǝskiǝran\n    lang: az\n    # as typed: ǝ\n  - text: Eskiǝran\n    lang: en\nkey: ǝ\n"
    assert mended(text) == (
        ["ǝ (U+01DD) made ə (U+0259)"],
        text.replace("Ǝskiǝran", "Əskiəran").encode(),
    )
    form = "# A form\nform: ǝ söz\nlang: az\nwhy: The letter ǝ.\n"
    assert mended(form)[1].decode() == form.replace("ǝ", "ə")


@pytest.mark.parametrize(
    "text",
    [
        "# a\nkey: |\n  two spaces are meant  \n  here\n",  # what looks like layout is content
        "# a\nkey: {\r\n",  # broken YAML is for a person
        "# a\nkey: one\nkey: two \n",  # so is a key given twice
        HEAD + "  - {text: B, lang: en}\n  - {text: A, lang: de}\n",  # two languages, each with one label
        HEAD + "  -\n    text: B\n    lang: en\n  -\n    text: A\n    lang: en\n",  # not the layout that moves
        HEAD + "  - {text: A, also: [A], lang: en}\n",  # no empty list
        "# a\nlabels: [{text: B, lang: en}, {text: A, lang: en}]\n",
        "# a\nlabels: {text: B}\n",
        "# a\n- one\n",
    ],
)
def test_left_alone(text: str) -> None:
    assert mended(text) == ([], text.encode())


def test_a_step_that_would_change_the_content_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mending, "_CHANGES", (lambda document: ("# a\nkey: other\n", document.data, "harm"),))
    assert mended("# a\nkey: value\n") == ([], b"# a\nkey: value\n")


@given(st.lists(st.tuples(st.sampled_from(["en", "qn", "qo"]), st.text("abcABC", min_size=1, max_size=3))))
def test_order_is_a_permutation_that_keeps_languages_in_their_places(labels: list[tuple[str, str]]) -> None:
    order = places_in_order(labels)
    assert sorted(order) == list(range(len(labels)))
    assert [labels[place][0] for place in order] == [language for language, _ in labels]
    again = [labels[place] for place in order]
    assert places_in_order(again) == sorted(order)


def test_a_sound_lexicon_is_not_written(copy: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in copy.rglob("*")}
    assert mend(copy) == []
    assert {file: file.stat().st_mtime_ns for file in copy.rglob("*")} == before


def test_files_are_replaced_with_their_rights_and_say_the_same(copy: Path) -> None:
    wanted = store.load(copy)
    files = yaml_files(copy)
    for file in files:
        file.write_bytes(unicodedata.normalize("NFD", file.read_text()).replace("\n", "  \r\n").rstrip().encode())
    files[0].chmod(0o640)
    done = mend(copy)
    assert {one.path for one in done} == {file.relative_to(copy).as_posix() for file in files}
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o640
    assert store.load(copy) == wanted
    assert mend(copy) == []
    assert [file for file in copy.rglob("*") if file.suffix == ".new"] == []


def test_what_somebody_saves_meanwhile_is_kept(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = copy / "vale" / "pack.yml"
    file.write_text(file.read_text() + "  \n")

    def slow(path: str, content: bytes) -> tuple[list[mending.Mended], bytes]:
        done = mend_file(path, content)
        if path == "vale/pack.yml":
            file.write_text("# theirs\n")
        return done

    monkeypatch.setattr(mending, "mend_file", slow)
    assert mend(copy) == []
    assert file.read_text() == "# theirs\n"


def test_every_mended_file_still_reads(copy: Path) -> None:
    for name in NAMES:
        document, findings = parse("a.yml", (CASES / "mend" / f"{name}.after.yml").read_bytes())
        assert document is not None
        assert findings == []


def test_what_is_out_of_order_is_told_and_keeps_no_lexicon_from_loading(copy: Path) -> None:
    file = copy / "vale" / "places" / "c-000015.yml"
    assert list(order_findings(store.read_draft(copy)[0])) == []
    file.write_text(file.read_text().replace("text: Nuvelgrad\n", "text: Vale Town\n"))
    (finding,) = order_findings(store.read_draft(copy)[0])
    assert (finding.path, finding.line) == ("vale/places/c-000015.yml", 8)
    assert finding.message == "Vale Town stands before Oldvale"
    assert store.load(copy)
    assert [one.line for one in mend(copy)] == [8]
    assert list(order_findings(store.read_draft(copy)[0])) == []


def test_small_and_capital_letters_are_one_alphabet() -> None:
    assert places_in_order([("en", "Nuvel"), ("en", "nuvel"), ("en", "Oldvale"), ("en", "market")]) == [3, 0, 1, 2]
