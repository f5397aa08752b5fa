"""The command line: exit codes, one-line errors, and the same answers as the web service."""

import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.app import create_app
from service.cli import main
from service.lexicon import ids
from service.settings import Settings

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests" / "cases" / "lint" / "base"
TEXT = "They came to Oldvale\nfor Ortaqabad and the fair.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the sound lexicon: exit code, standard output, standard error."""

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> tuple[int, str, str]:
        monkeypatch.setenv("EVENHAND_LEXICON", str(BASE))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(arguments)
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def test_table(run: Run, article: str) -> None:
    code, out, _ = run("annotate", article)
    assert code == 0
    assert out.splitlines() == [
        "PLACE  SURFACE    CONCEPT   STANCE   WHOSE        WHAT",
        "1:14   Oldvale    c-000015  neutral  world-press  city on the river",
        "2:5    Ortaqabad  c-000015  sided    ortaq-press  city on the river",
        "2:19   the fair   c-00002b  neutral  world-press  yearly market on the river",
    ]


def test_table_shows_what_is_unresolved(run: Run) -> None:
    code, out, _ = run("annotate", "-", stdin=b"They came for the fair.")
    assert code == 0
    assert out.splitlines()[1].split()[:5] == ["1:15", "the", "fair", "c-00002b", "unresolved"]


@pytest.mark.parametrize(
    ("options", "fields"),
    [
        ((), {}),
        (("--lang", "en-GB", "--as-of", "1999-05-01"), {"lang": "en-GB", "as_of": "1999-05-01"}),
        (("--offsets", "utf16", "--overlaps", "all"), {"offsets": "utf16", "overlaps": "all"}),
        (("--offsets", "utf8"), {"offsets": "utf8"}),
    ],
)
@pytest.mark.parametrize("field", ["text", "html"])
def test_json_is_the_answer_of_the_rest_api(
    run: Run, tmp_path: Path, field: str, options: tuple[str, ...], fields: dict[str, str]
) -> None:
    source = "😀 <b>Oldvale</b> &amp; “Ortaqabad”,\r\nvalley fair."
    file = tmp_path / "in"
    file.write_bytes(source.encode())
    html = ("--html",) if field == "html" else ()
    code, out, _ = run("annotate", "--format", "json", *options, *html, str(file))
    answer = create_app(Settings(lexicon=BASE)).test_client().post("/v1/annotate", json={field: source, **fields})
    assert code == 0
    assert answer.status_code == 200
    assert out == answer.get_data(as_text=True) + "\n"


def test_json_keeps_every_line_break(run: Run) -> None:
    _, out, _ = run("annotate", "--format", "json", stdin=b"\r\n\r\rOldvale")
    assert json.loads(out)["annotations"][0]["start"] == 4


def test_html_marks_and_escapes(run: Run) -> None:
    code, out, _ = run("annotate", "--format", "html", stdin=b"<i>Oldvale")
    assert code == 0
    assert out.startswith('<p dir="auto">&lt;i&gt;<a class=')
    assert ">Oldvale</span>" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["annotate", "nowhere.txt"], "nowhere.txt: No such file"),
        (["annotate", "."], ".: Is a directory"),
        (["annotate", "--as-of", "2023-02-30"], "--as-of must be a date"),
        (["annotate", "--lang", "!"], "--lang must be"),
        (["annotate", "--lexicon", "nowhere"], "nowhere is not a folder"),
        (["annotate", "--format", "xml"], "invalid choice: 'xml'"),
        (["annotate", "--fromat", "json"], "--fromat"),
        (["lint", "nowhere"], "nowhere is not a folder"),
        (["index", "--lexicon", "nowhere"], "nowhere is not a folder"),
        (["mint", "0"], "a whole number from 1"),
        (["mint", "-1"], "not -1"),
        (["mint", "x"], "not x"),
        (["mint", "1001"], "not 1001"),
        (["serve", "--port", "70000"], "not 70000"),
        (["serve", "--port", "x"], "not x"),
        (["serve", "--host", "192.0.2.1"], "192.0.2.1 port 8000 cannot be listened on"),
        ([], "COMMAND"),
        (["paint"], "'paint'"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    code, out, error = run(*arguments, stdin=b"Oldvale")
    assert (code, out) == (2, "")
    assert words in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(("stdin", "words"), [(b"", "blank"), (b" \n", "blank"), (b"Oldv\xe4le", "not UTF-8 (byte 4)")])
def test_unusable_input_is_one_line(run: Run, stdin: bytes, words: str) -> None:
    code, out, error = run("annotate", stdin=stdin)
    assert (code, out) == (2, "")
    assert error.startswith("evenhand: standard input ")
    assert words in error
    assert error.count("\n") == 1


def test_limits_hold_here_too(run: Run) -> None:
    code, _, error = run("annotate", stdin=b"Oldvale", EVENHAND_MAX_TEXT="6")
    assert code == 2
    assert "7 code points; the limit is 6" in error


def test_settings_that_do_not_parse(run: Run) -> None:
    code, _, error = run("mint", EVENHAND_MAX_TEXT="many")
    assert code == 2
    assert error == "evenhand: EVENHAND_MAX_TEXT is 'many'; it takes a whole number above 0.\n"


def test_broken_lexicon_is_one_line_for_annotate_and_all_lines_for_lint(run: Run, copy: Path, article: str) -> None:
    (copy / "vale" / "places" / "c-000015.yml").write_text("{")
    (copy / "vale" / "sources.yml").write_text("")
    code, out, error = run("annotate", "--lexicon", str(copy), article)
    assert (code, out) == (2, "")
    assert "vale/places/c-000015.yml:1: yaml:" in error
    assert "And 1 more" in error
    assert error.count("\n") == 1
    code, out, error = run("lint", str(copy))
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        f"{copy.as_posix()}/vale/places/c-000015.yml:1",
        f"{copy.as_posix()}/vale/sources.yml:1",
    ]
    assert error == "2 findings\n"


def test_lint_tells_of_a_stale_index_and_index_writes_it(run: Run, copy: Path) -> None:
    lexicon = str(copy)
    assert run("lint", lexicon)[:2] == (
        1,
        f"{copy.as_posix()}/INDEX.md:1: index: the index is not there. Run python -m service index.\n",
    )
    assert run("index", "--check", "--lexicon", lexicon)[0] == 1
    assert not (copy / "INDEX.md").exists()
    assert run("index", "--lexicon", lexicon) == (0, "", "")
    assert run("index", "--check", "--lexicon", lexicon) == (0, "", "")
    assert run("lint", lexicon) == (0, "", "no findings\n")


def test_lint_runs_the_examples(run: Run, copy: Path) -> None:
    file = copy / "vale" / "ambiguous" / "fair.yml"
    text = file.read_text().replace("They came to Oldvale for the fair.", "They came to Newvale for the fair.")
    file.write_text(text)
    code, out, _ = run("lint", str(copy))
    line = text.splitlines().index("  - {text: They came to Newvale for the fair., expect: c-00002b}") + 1
    assert code == 1
    assert f"ambiguous/fair.yml:{line}: examples: the example comes out as unresolved, not c-00002b." in out


STYLE = """\
# A desk's own.
title: Both
description: Both names.
rules:
  - {when: {contested: yes, stances: [sided]}, first: dual, later: keep, why: Both names.}
"""


@pytest.fixture
def styled(copy: Path) -> Path:
    (copy / "styles").mkdir()
    (copy / "styles" / "both.yml").write_text(STYLE)
    return copy


def test_rewrite(run: Run, styled: Path, tmp_path: Path) -> None:
    file = tmp_path / "in"
    file.write_bytes("In Ortaqabad\r\n“Ortaqabad”".encode())
    code, out, error = run("rewrite", "--style", "both", "--as-of", "1995-05-05", "--lexicon", str(styled), str(file))
    assert code == 0
    assert out == "In Nuvelgrad / Ortaqabad\r\n“Ortaqabad”"
    assert error.splitlines() == [
        "Ortaqabad -> Nuvelgrad / Ortaqabad: Both names. Nuvel side: Nuvelgrad; Ortaq side: Ortaqabad."
    ]


@pytest.mark.parametrize(("command", "path"), [("annotate", "/v1/annotate"), ("rewrite", "/v1/rewrite")])
@pytest.mark.parametrize("field", ["text", "html"])
def test_json_with_a_style_is_the_answer_of_the_rest_api(
    run: Run, styled: Path, command: str, path: str, field: str
) -> None:
    source = "😀 <b>Ortaqabad</b>"
    html = ("--html",) if field == "html" else ()
    options = ("--style", "both", "--lang", "en", "--offsets", "utf16", "--format", "json", "--lexicon", str(styled))
    code, out, _ = run(command, *options, *html, stdin=source.encode())
    client = create_app(Settings(lexicon=styled)).test_client()
    answer = client.post(path, json={field: source, "style": "both", "lang": "en", "offsets": "utf16"})
    assert code == 0
    assert answer.status_code == 200
    assert out == answer.get_data(as_text=True) + "\n"


@pytest.mark.parametrize("command", ["annotate", "rewrite"])
def test_an_unknown_style_is_one_line(run: Run, command: str) -> None:
    code, out, error = run(command, "--style", "nobody", stdin=b"Oldvale")
    assert (code, out) == (2, "")
    assert error.startswith("evenhand: --style names no house style")
    assert error.count("\n") == 1


def test_a_bad_style_is_a_finding_and_keeps_the_lexicon_from_loading(run: Run, styled: Path) -> None:
    (styled / "styles" / "both.yml").write_text(STYLE.replace("sided", "sidde"))
    code, out, _ = run("lint", str(styled))
    assert code == 1
    assert f"{styled.as_posix()}/styles/both.yml:5: style-known: sidde is not among the stances." in out
    code, _, error = run("annotate", "--lexicon", str(styled), stdin=b"Oldvale")
    assert code == 2
    assert "styles/both.yml:5" in error


def test_mint(run: Run) -> None:
    code, out, _ = run("mint", "3")
    minted = out.split()
    assert code == 0
    assert len(set(minted)) == 3
    assert all(map(ids.is_valid, minted))


@pytest.mark.parametrize("command", ["annotate", "lint", "mint", "index", "serve"])
def test_help_has_examples(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"examples:\n  python -m service {command}" in out


def test_serve_hands_over_to_gunicorn(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda program, arguments: called.append(arguments))
    assert run("serve", "--host", "127.0.0.1", "--port", "8765")[0] == 0
    assert called[0][-3:] == ["--bind", "127.0.0.1:8765", "service.app:create_app()"]


def test_serve_says_that_a_port_is_taken(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, _, error = run("serve", "--port", str(port))
    assert code == 2
    assert error == f"evenhand: Port {port} on 127.0.0.1 is taken; choose another with --port.\n"


def test_a_closed_pipe_is_no_error(copy: Path) -> None:
    text = copy / "long.txt"
    text.write_text("Oldvale. " * 20_000)
    command = [sys.executable, "-m", "service", "annotate", "--lexicon", str(BASE), "--format", "json", str(text)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "EVENHAND_LEXICON": str(BASE)}
    command = [sys.executable, "-m", "service", "annotate", "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, input=b"Oldvale", capture_output=True, check=True)
    assert "“Oldvale”" in done.stdout.decode("utf-8")
