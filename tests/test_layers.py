"""The house: imports point down only, one noun a file."""

import ast
from pathlib import Path

import pytest

SERVICE = Path(__file__).parent.parent / "service"

# Lowest first; a module may import from its own layer and from those before it.
LAYERS = [
    "errors",
    "settings",
    "memory",
    "text",
    "lexicon",
    "annotation",
    "checking",
    "exchange",
    "web",
    "app",
    "commands",
    "cli",
    "__main__",
    "gunicorn",
]
MODULES = sorted(SERVICE.rglob("*.py"))


def layer_of(parts: tuple[str, ...]) -> int:
    """The layer of `service.<parts>`; the package itself (its version) is below all."""
    return LAYERS.index(parts[0]) if parts and parts[0] in LAYERS else -1


def imported(module: Path) -> set[tuple[str, ...]]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names |= {f"{node.module}.{name.name}" for name in node.names}
    return {tuple(name.split(".")[1:]) for name in names if name.split(".")[0] == "service"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SERVICE)))
def test_imports_point_down(module: Path) -> None:
    own = layer_of(tuple(str(module.relative_to(SERVICE)).split(".")[0].split("/")))
    above = {".".join(parts) for parts in imported(module) if layer_of(parts) > own}
    assert not above


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SERVICE)))
def test_no_module_reads_the_environment_but_the_entrances(module: Path) -> None:
    if module.name in ("app.py", "cli.py"):
        return
    source = module.read_text(encoding="utf-8")
    assert "os.environ" not in source
    assert "getenv" not in source
