"""Short words in lines of capitals: ordinary words, or names."""

import pytest

from service.annotation.headings import Headings
from service.text.boundaries import Passages
from service.text.folding import fold
from service.text.languages import Languages

_HEADINGS = Headings({"en": ("US",), "fr": ("UN",)})


def ordinary(text: str, word: str, lang: str | None = None) -> bool:
    start = text.index(word)
    return _HEADINGS.ordinary(text, start, start + len(word), Languages(Passages(text), fold(text), lang))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A GIFT FOR US", "US", True),
        ("TELL US ALL, AND TELL US SOON", "US", True),
        ("THE US AND OLDVALE MEET", "US", False),
        ("US ENVOY IN OLDVALE", "US", False),
        ("AND THE UN SAID SO", "UN", False),  # English has no such word
        ("UN ACCORD POUR OLDVALE", "UN", True),
        ("OLDVALE: UN", "UN", False),  # alone in its clause
        ("a gift for US troops", "US", False),
        ("US", "US", False),
    ],
)
def test_a_word_in_a_line_of_capitals(text: str, word: str, expected: bool) -> None:
    assert ordinary(text, word) is expected


def test_the_language_decides_whose_word_it_is() -> None:
    assert ordinary("OLDVALE UN NUVEL", "UN", "fr")
    assert not ordinary("OLDVALE UN NUVEL", "UN", "de")
    assert ordinary("OLDVALE UN NUVEL", "UN")  # not known: it may be French


def test_long_words_are_no_concern_of_headings() -> None:
    assert not Headings({"en": ("USED",)}).ordinary("IT IS USED HERE", 6, 10, Languages(Passages(""), fold("")))
