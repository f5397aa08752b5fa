"""Whole words, and beginnings."""

from service.annotation.word_list import WordMap


def test_words_are_whole_or_begin_so_and_the_longest_beginning_counts() -> None:
    words = WordMap(["wrestl* ring", "wrestler* sport hall", "writer poet", "juggler"])
    assert [words.get(word) for word in ("wrestling", "wrestlers", "wrest")] == [("ring",), ("sport", "hall"), None]
    assert [words.get(word) for word in ("writer", "writers", "juggler")] == [("poet",), None, ()]
    assert list(words) == ["writer", "juggler", "wrestl", "wrestler"]
    assert WordMap([]).get("writer") is None
