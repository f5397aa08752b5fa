"""Columns for a terminal and for Markdown."""

from service.text.columns import aligned, markdown


def test_cells_stand_under_each_other_whatever_their_width() -> None:
    rows = [("NAME", "N", "X"), ("Xa\u0301", "10", "a"), ("東", "2", "b")]
    assert aligned(rows, frozenset([1])) == "NAME   N  X\nXa\u0301    10  a\n東     2  b".replace(
        "Xa\u0301    10", "Xa\u0301    10"
    )


def test_markdown_cells_stay_one_cell_and_plain() -> None:
    text = markdown(["a", "b"], [("x | y\nz", "*<b>* _a_b_ [l](m) `c` &amp; \\")])
    assert text.splitlines() == [
        "| a | b |",
        "| --- | --- |",
        r"| x \| y z | \*&lt;b&gt;\* \_a_b\_ \[l\](m) \`c\` &amp;amp; \\ |",
    ]
