from pathlib import Path

import pytest

from bench.tables import Page, Table, circumstances, number

TABLE = Table("Speed", ("engine", "MB/s"), (("ours | fast", "12.5"), ("theirs", "1.00")), ("Both were warm.",))


def test_markdown() -> None:
    assert TABLE.markdown().splitlines() == [
        "## Speed",
        "",
        "| engine | MB/s |",
        "| --- | ---: |",
        "| ours \\| fast | 12.5 |",
        "| theirs | 1.00 |",
        "",
        "- Both were warm.",
    ]


def test_columns_line_up_in_a_terminal() -> None:
    title, rule, head, _, first, second, note = TABLE.plain().rstrip().splitlines()
    assert (title, note) == ("Speed", "Both were warm.")
    assert len(rule) == len(head) == len(first) == len(second)
    assert first == "ours | fast  12.5"
    assert second == "theirs       1.00"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (0.1234, "0.12"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (12345.6, "12,346")],
)
def test_figures_have_three_digits(value: float, shown: str) -> None:
    assert number(value) == shown


def test_a_page_says_on_what_it_was_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = Page("part", "A part", ("pytest", "no-such-package"), pictures=["part.png"])
    page.add(TABLE)
    assert TABLE.plain() in capsys.readouterr().out
    written = page.write(tmp_path).read_text()
    assert written.startswith("# A part\n")
    assert "![A part](part.png)" in written
    assert TABLE.markdown() in written
    said = circumstances(["pytest", "no-such-package"])
    assert f"pytest {pytest.__version__}, no-such-package not installed" in said
    assert "cores" in said
