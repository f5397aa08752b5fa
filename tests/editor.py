"""A lexicon file as an editor's YAML language server sees it."""

import re
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"[-+]?(\d+|\d*\.\d+|\d+\.)")


def as_an_editor_reads(value: Any) -> Any:
    """The tree with numbers and true and false as YAML 1.2 has them; Evenhand's own reader leaves all as strings."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def kind_of(path: Path) -> str:
    """Which JSON Schema holds for the file at `path` (relative to the lexicon)."""
    if len(path.parts) == 3:
        return "ambiguous" if path.parts[1] == "ambiguous" else "concept"
    return path.stem
