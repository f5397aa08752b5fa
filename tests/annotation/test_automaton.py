"""Both automata report the same matches, built and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.annotation.automaton import Ahocorasick, Automaton, Daachorse
from service.text.folding import fold

pytest.importorskip("daachorse")

LETTERS = st.lists(st.sampled_from(b"ab \xc0\xe9"), max_size=12).map(bytes)


def found(automaton: Automaton, text: bytes) -> list[tuple[int, int, int]]:
    return sorted(automaton.find(text))


@given(st.sets(LETTERS.filter(bool), max_size=6), LETTERS)
def test_they_agree(patterns: set[bytes], text: bytes) -> None:
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
        ends = [end for _, end, _ in engine([b"a", b"ab", b"b", b"ba"]).find(b"abab")]
        assert ends == sorted(ends)


def test_what_was_not_kept_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid"):
        Daachorse.read(b"\0" * 100)


def test_folded_text_never_holds_what_parts_patterns() -> None:
    every = "".join(map(chr, range(0x110000)))
    assert b"\0" not in fold(every).sketch
