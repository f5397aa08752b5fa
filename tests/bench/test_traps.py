import pytest

from bench.spans import Spans
from bench.traps import TRAPS, Trap, check, table

TRAP = Trap("two names", "⟦Oldvale⟧ and ⟦Nuvel⟧.")


def test_marks_give_text_and_spans() -> None:
    assert TRAP.text == "Oldvale and Nuvel."
    assert [TRAP.text[start:end] for start, end in TRAP.expected] == ["Oldvale", "Nuvel"]


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        ([(0, 7), (12, 17)], "✓"),
        ([(12, 17), (0, 7)], "✓"),
        ([(0, 7)], "misses 1"),
        ([(0, 7), (8, 11), (12, 17)], "1 too many"),
        ([(0, 7), (11, 16)], "1 cut or shifted"),
        ([(8, 11), (13, 17)], "misses 1, 1 too many, 1 cut or shifted"),
    ],
)
def test_errors_are_told_apart(found: Spans, verdict: str) -> None:
    assert check(TRAP, lambda _: found) == verdict


def test_each_trap_has_a_name_to_find() -> None:
    assert all(trap.expected for trap in TRAPS)
    assert len({trap.what for trap in TRAPS}) == len(TRAPS)


def test_the_table_counts_what_is_right() -> None:
    marked = {trap.text: trap.expected for trap in TRAPS}
    made = table({"all": marked.__getitem__, "none": lambda _: []})
    assert made.columns == ("trap", "all", "none")
    assert made.rows[-1] == ("right", f"{len(TRAPS)} of {len(TRAPS)}", f"0 of {len(TRAPS)}")
