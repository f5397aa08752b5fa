"""Each folder of `tests/cases/lint/` lays a few bad files over the sound lexicon in `base/`; the findings are exact.

To add a case: make a folder, put the changed files in it under the same paths, and list the findings in expected.txt.
"""

import shutil
from pathlib import Path

import pytest

from service.lexicon import store
from service.lexicon.rules import RULES

CASES = Path(__file__).parent.parent / "cases" / "lint"
FOLDERS = sorted(folder.name for folder in CASES.iterdir() if folder.name != "base")


def _lay_over(name: str, target: Path) -> None:
    shutil.copytree(CASES / "base", target)
    shutil.copytree(CASES / name, target, dirs_exist_ok=True)


def test_base_is_sound() -> None:
    lexicon, findings = store.read(CASES / "base")
    assert findings == []
    assert lexicon is not None
    assert list(lexicon.concepts) == ["c-000015", "c-00002b"]


@pytest.mark.parametrize("name", FOLDERS)
def test_findings(name: str, tmp_path: Path) -> None:
    _lay_over(name, tmp_path / "lexicon")
    lexicon, findings = store.read(tmp_path / "lexicon")
    assert lexicon is None
    expected = (CASES / name / "expected.txt").read_text(encoding="utf-8")
    assert "".join(f"{finding}\n" for finding in findings) == expected
    assert name in {finding.rule for finding in findings}


def test_each_rule_has_a_case() -> None:
    assert set(RULES) <= set(FOLDERS)
