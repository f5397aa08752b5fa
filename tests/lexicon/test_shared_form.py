"""Forms that fold alike but differ in capitals are two forms."""

import shutil
from pathlib import Path

from service.lexicon import store

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"


def findings_with(tmp_path: Path, form: str) -> list[str]:
    """The findings of the rule when the form of the base's ambiguous file is also a plain label, written as `form`."""
    shutil.copytree(BASE, tmp_path / form)
    file = next((tmp_path / form / "vale" / "places").glob("*.yml"))
    text = file.read_text(encoding="utf-8")
    label = text[text.index("  - text:") : text.index("  - text:", text.index("  - text:") + 1)]
    first = label.splitlines()[0]
    file.write_text(text.replace("labels:\n", "labels:\n" + label.replace(first, f"  - text: {form}"), 1), "utf-8")
    return [finding.rule for finding in store.read(tmp_path / form)[1] if finding.rule == "shared-form"]


def test_only_the_same_capitals_clash(tmp_path: Path) -> None:
    assert findings_with(tmp_path, "the fair") == ["shared-form"]
    assert findings_with(tmp_path, "the Fair") == []
