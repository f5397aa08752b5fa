"""The documentation keeps up: each command, option of the environment and lint rule's bound is described."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from service.cli import main
from service.lexicon import json_schema
from service.lexicon.rules import balance
from service.settings import Settings
from tests.browser.pictures import PICTURES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LEXICON_PAGE = (ROOT / "lexicon" / "README.md").read_text(encoding="utf-8")


def commands(capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(["--help"]) == 0
    return re.findall(r"^    ([a-z]+)(?:  |$)", capsys.readouterr().out, re.MULTILINE)


def test_each_command_is_described_and_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    names = commands(capsys)
    assert {"annotate", "lint", "symmetry", "serve"} <= set(names)
    for name in names:
        assert re.search(rf"^\| .*`{name}[ `].* \|$", CONTRIBUTING, re.MULTILINE), f"{name} is not in the table"
        assert main([name, "--help"]) == 0
        assert f"examples:\n  python -m service {name}" in capsys.readouterr().out


def test_no_command_is_described_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    named = set(re.findall(r"python -m service ([a-z]+)", README + CONTRIBUTING + LEXICON_PAGE))
    assert named <= set(commands(capsys))


def test_each_setting_is_described_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `EVENHAND_([A-Z_]+)` \| `?([^|`]+)`? \|", README, re.M))
    assert {name.lower(): default.strip() for name, default in rows.items()} == {
        field.name: "none" if field.default in ((), "") else str(field.default) for field in fields(Settings)
    }


def test_each_json_schema_is_in_the_editor_settings() -> None:
    named = set(re.findall(r'"lexicon/schema/([a-z]+)\.json"', CONTRIBUTING))
    assert named == set(json_schema.FORMS)


def test_the_bounds_of_balance_are_those_of_the_rule() -> None:
    assert (balance.LONGER_NOTE, balance.LARGER_TOTAL) == (3, 2)
    assert "three times is the limit" in LEXICON_PAGE
    assert "twice as much is the limit" in LEXICON_PAGE


@pytest.mark.parametrize("target", re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
def test_each_make_target_is_described(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text()
    comments = "\n".join(line for line in makefile.splitlines() if line.startswith("#"))
    assert f"make {target}" in comments + README + CONTRIBUTING or target in ("format", "clean")


def test_each_picture_of_the_readme_is_there_and_taken_by_the_script() -> None:
    shown = set(re.findall(r"docs/images/([a-z-]+)\.png", README))
    assert shown
    assert shown <= set(PICTURES)
    assert {file.stem for file in (ROOT / "docs" / "images").glob("*.png")} == set(PICTURES)
