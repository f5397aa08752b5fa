"""The terminologists' commands as they are typed: what they print, what they write, how they end."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.cli import main
from service.commands.progress import progress
from service.lexicon import editing, store

BASE = Path(__file__).parent / "cases" / "lint" / "base"
CITY = "vale/places/c-000015.yml"
NEW = [
    *("--kind", "city", "--gloss", "city: on the hill", "--contested", "no"),
    *("--label", "Hillton", "--also", "Hill Town", "--lang", "en", "--type", "exonym"),
    *("--by", "world-press", "--source", "atlas", "--at", "sheet 7", "--from", "1990"),
]

Run = Callable[..., tuple[int, str, str]]


class Terminal(io.StringIO):
    """Standard input with somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, copy: Path) -> Run:
    """Runs a command on a copy of the sound lexicon: exit code, standard output, standard error."""

    def call(*arguments: str, answers: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setenv("EVENHAND_LEXICON", str(copy))
        monkeypatch.setattr(sys, "stdin", io.StringIO("") if answers is None else Terminal(answers))
        code = main(arguments)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def minted(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(editing, "mint", lambda taken: "c-000208")
    return "vale/places/c-000208.yml"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_symmetry_in_every_format(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("symmetry")
    assert code == 0
    assert "vale: 1 contested concepts" in out
    assert json.loads(run("symmetry", "--format", "json")[1])["packs"][0]["unexplained"] == 0
    assert run("symmetry", "--format", "svg")[1].startswith("<svg ")
    file = tmp_path / "report.html"
    assert run("symmetry", "--format", "html", "--out", str(file)) == (0, "", "")
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_symmetry_ends_with_1_if_a_gap_is_unexplained(run: Run, copy: Path) -> None:
    edit(copy / CITY, "lang: qo", "lang: en")
    code, out, _ = run("symmetry")
    assert code == 1
    assert "UNEXPLAINED" in out


def test_symmetry_of_an_unknown_pack(run: Run) -> None:
    assert run("symmetry", "--pack", "hill") == (2, "", "evenhand: --pack is one of vale.\n")


def test_stats(run: Run) -> None:
    code, out, _ = run("stats")
    assert code == 0
    assert "by kind\n  city   1\n  event  1\n" in out
    assert json.loads(run("stats", "--format", "json")[1])["by_status"] == {"draft": 1, "reviewed": 1}


def test_find(run: Run, copy: Path) -> None:
    place = f"{(copy / CITY).as_posix()}:15: Oldvale (en, neutral): label of c-000015\n"
    assert run("find", "oldvale") == (0, place, "")
    assert run("find", "Oldvalle")[:2] == (1, "")
    assert run("find", "--fuzzy", "Oldvalle")[0] == 0


@pytest.mark.parametrize("command", [["find", "Oldvale"], ["symmetry"], ["stats"], ["diff", "OLD", "OLD"], ["new"]])
def test_a_broken_file_is_told_and_nothing_is_counted(run: Run, copy: Path, command: list[str]) -> None:
    (copy / CITY).write_text("{")
    code, out, error = run(*(str(copy) if part == "OLD" else part for part in command))
    assert (code, out) == (2, "")
    assert f"{CITY}:1: yaml:" in error


def test_find_works_while_the_lint_has_findings(run: Run, copy: Path) -> None:
    edit(copy / CITY, "# Nuvelgrad", "#Nuvelgrad")
    assert run("find", "Oldvale")[0] == 0


def test_diff(run: Run, copy: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "b.txt").write_text("They left Oldvale.")
    (texts / "a.html").write_text("<p>Oldvale</p>")
    (texts / "notes.doc").write_text("Oldvale")
    assert run("diff", str(BASE), str(copy), str(texts))[:2] == (
        0, "### Lexicon\n\nNo difference.\n\n### Annotations: no differences in 2 texts\n"
    )  # fmt: skip
    edit(copy / CITY, "stance: neutral", "stance: dated\n    note: In use until 1990.")
    code, out, error = run("diff", str(BASE), str(copy), str(texts))
    assert (code, error) == (1, "")
    lines = out.splitlines()
    assert lines[0] == "### Lexicon: 1 change"
    assert lines[4].startswith("| changed | label | en Oldvale | vale/places/c-000015.yml | stance: neutral → dated;")
    assert lines[6] == "### Annotations: 2 differences in 2 texts"
    assert lines[10].startswith(f"| {texts.as_posix()}/a.html | 1:4 | &lt;p&gt;‹Oldvale›&lt;/p&gt; | c-000015 Oldvale")
    assert lines[11].split(" | ")[1:3] == ["1:11", "They left ‹Oldvale›."]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["diff", "no-such-revision", "."], "no-such-revision is neither a folder nor a git revision"),
        (["diff", str(BASE), str(BASE), "letter.doc"], "letter.doc is not a folder and does not end in .txt"),
        (["diff", str(BASE), str(BASE), "none.txt"], "none.txt: No such file"),
        (["diff", "--lang", "xx", str(BASE), str(BASE)], "--lang is one of en, qn, qo, not xx."),
        (["diff", "--as-of", "May", str(BASE), str(BASE)], "--as-of"),
        (["schema", "glossary"], "'glossary'"),
        (["new", "--lang", "en"], "--lang belongs after the --label that it is about"),
        (["new", "--label", "X", "--at", "p. 3"], "--at belongs after the --by that it is about"),
        (["new", *NEW[2:]], "Give --kind, kind (city, event); on a terminal you are asked for it."),
        (["new", "--kind", "citty"], "citty is not known here. Did you mean city?"),
        (["new", *NEW, "--until", "May 1990"], "May 1990 is not a date"),
        (["new", *NEW, "--by", "nobody"], "nobody is not known here."),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    code, _, error = run(*arguments)
    assert code == 2
    assert words in error
    assert error.count("\n") == 1


def test_schema(run: Run, copy: Path) -> None:
    assert json.loads(run("schema", "pack")[1])["title"] == "Evenhand: pack"
    assert not (copy / "schema").exists()
    assert len(run("schema")[1].splitlines()) == 8
    assert run("schema") == (0, "", "")
    assert run("index") == (0, "", "")
    (copy / "schema" / "pack.json").write_text("{}")
    assert "schema/pack.json:1: index: the JSON Schema is out of date." in run("lint")[1]
    assert run("index") == (0, "", "")
    assert run("lint")[0] == 0


def test_lint_fix_says_what_it_did_and_what_is_left(run: Run, copy: Path) -> None:
    run("index")
    file = copy / "vale" / "pack.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    edit(copy / CITY, "status: reviewed", "status: revewed")
    code, out, _ = run("lint", "--fix")
    assert code == 1
    assert out.splitlines()[0] == f"{file.as_posix()}:1: mended: line ends made LF."
    assert f"{CITY}:5: schema:" in out
    assert b"\r" not in file.read_bytes()
    assert "mended" not in run("lint", "--fix")[1]


def test_new_from_options(run: Run, copy: Path, minted: str) -> None:
    code, out, error = run("new", *NEW)
    assert (code, out) == (0, f"{(copy / minted).as_posix()}\n")
    assert error == "Read the file once more, then run python -m service lint and python -m service index.\n"
    assert (copy / minted).read_text(encoding="utf-8") == (
        "# Hillton\n"
        "id: c-000208\n"
        "kind: city\n"
        "gloss: 'city: on the hill'\n"
        "status: draft\n"
        "contested: no\n"
        "labels:\n"
        "  - text: Hillton\n"
        "    also: [Hill Town]\n"
        "    lang: en\n"
        "    script: Latn\n"
        "    type: exonym\n"
        "    stance: neutral\n"
        "    uses:\n"
        "      - {by: world-press, from: 1990, source: atlas, at: sheet 7}\n"
    )
    assert store.load(copy).concepts["c-000208"].gloss == "city: on the hill"


def test_new_does_not_overwrite(run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editing, "mint", lambda taken: "c-000015")
    before = (copy / CITY).read_bytes()
    code, out, error = run("new", *NEW)
    assert (code, out) == (2, "")
    assert "File exists" in error
    assert (copy / CITY).read_bytes() == before


def test_new_writes_nothing_that_the_lint_refuses(run: Run, copy: Path, minted: str) -> None:
    code, out, error = run("new", *(part.replace("Hillton", "Oldvale") for part in NEW))
    assert code == 1
    assert "shared-form: Oldvale is a label of c-000015, too." in out
    assert "text: Oldvale" in out  # what was typed is not lost
    assert error.splitlines() == [
        f"Oldvale is a label of c-000015 already: {CITY}",
        "nothing was written; the file would have been as above",
    ]
    assert not (copy / minted).exists()


def test_new_says_what_a_contested_concept_still_lacks(run: Run, copy: Path, minted: str) -> None:
    contested = ["yes" if part == "no" else part for part in NEW]
    code, out, error = run("new", *contested, "--stance", "neutral")
    assert code == 0
    assert (copy / minted).exists()
    assert "symmetry: the concept is contested and has no side's names." in out
    assert error.startswith("Add what is missing, then run")


def test_new_asks(run: Run, copy: Path, minted: str) -> None:
    answers = [
        "citty", "city", "city on the hill", "",  # kind twice, gloss, contested
        "Nuvelberg", "qn", "", "romanised endonym", "pejorative",  # label, language, script, type, stance
        "", "Heard as mockery.",  # a note is needed
        "nuvel-press", "atlas", "", "soon", "1990", "",  # by, source, at, from twice, until
        "y", "world-press", "atlas", "", "", "", "n",  # another use
        "y", "Hillton", "en", "", "exonym", "", "", "world-press", "atlas", "", "", "", "n", "n",
        "Hillton / Nuvelberg",
    ]  # fmt: skip
    code, out, error = run("new", answers="\n".join(answers) + "\n")
    assert (code, out) == (0, f"{(copy / minted).as_posix()}\n")
    assert "citty is not known here. Did you mean city?" in error
    assert "script (Cyrl, Latn) [Latn]: " in error
    assert "soon is not a date" in error
    labels = store.load(copy).concepts["c-000208"].labels
    assert [(label.text, label.stance, label.perspectives) for label in labels] == [
        ("Hillton", "neutral", ("world-press",)),
        ("Nuvelberg", "pejorative", ("nuvel-press", "world-press")),
    ]
    assert (copy / minted).read_text().startswith("# Hillton / Nuvelberg\n")


def test_new_writes_nothing_if_the_answers_end(run: Run, copy: Path) -> None:
    before = sorted(copy.rglob("*"))
    code, _, error = run("new", answers="city\n")
    assert code == 2
    assert error.endswith("evenhand: The answers ended early; nothing was written.\n")
    assert sorted(copy.rglob("*")) == before


def test_a_progress_bar_is_for_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(progress([1, 2], "counting")) == [1, 2]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress([1, 2], "counting")) == [1, 2]
    assert "counting [###############...............] 1/2" in capsys.readouterr().err
