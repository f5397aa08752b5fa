"""Both automata report the same matches, built and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.annotation.automaton import Ahocorasick, Automaton, Daachorse
from service.text.folding import fold

pytest.importorskip("daachorse")

LETTERS = st.text("ab ə\u2061", max_size=12)


def found(automaton: Automaton, text: str) -> list[tuple[int, int, int]]:
    return sorted(automaton.find(text))


@given(st.sets(LETTERS.filter(bool), max_size=6), LETTERS)
def test_they_agree(patterns: set[str], text: str) -> None:
    ordered = sorted(patterns)
    expected = sorted(
        (start, start + len(pattern), place)
        for place, pattern in enumerate(ordered)
        for start in range(len(text))
        if text.startswith(pattern, start)
    )
    for engine in (Daachorse, Ahocorasick):
        built = engine(ordered)
        assert found(built, text) == expected
        assert found(engine.read(built.kept()), text) == expected


def test_matches_come_in_the_order_of_their_ends() -> None:
    for engine in (Daachorse, Ahocorasick):
        ends = [end for _, end, _ in engine(["a", "ab", "b", "ba"]).find("abab")]
        assert ends == sorted(ends)


def test_what_was_not_kept_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid"):
        Daachorse.read(b"\0" * 100)


def test_folded_text_never_holds_what_parts_patterns() -> None:
    assert "\v" not in fold("a\vb\v").units
