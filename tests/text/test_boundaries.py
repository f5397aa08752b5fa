"""Sentences and paragraphs: where they end, and where a full stop or a line break ends none."""

import pytest

from service.text.boundaries import enclosing, paragraphs, sentences

ONE = [
    "Talks began on Sept. 19 in Oldvale.",
    "Die Gespräche begannen am 27. September in Altenthal.",
    "Gen. Smith spoke.",
    "A. B. Smith spoke.",
    "No. 366 was there.",
    "The town lies on the river that comes down from the northern\nHills and is calm.",
    "It was 3.5 km away… and more.",
]
TWO = [
    "It began in Sept. Nobody came.",
    "It was 27. Then more came.",
    "He left. She stayed.",
    "Left? Stayed.",
    "“He left.” She stayed.",
    "Գնաց։ Մնաց։",
    "A heading\nThe text begins.",
    "A line\n\nAnother line",
]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [(0, len(text))]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    spans = sentences(text)
    assert len(spans) == 2
    assert "".join(text[start:end] for start, end in spans) == text


def test_paragraphs_are_parted_by_blank_lines_only() -> None:
    text = "One.\nStill one.\n \nTwo."
    assert [text[start:end].strip() for start, end in paragraphs(text)] == ["One.\nStill one.", "Two."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "..."])
def test_nothing_is_lost_of_odd_texts(text: str) -> None:
    for spans in (sentences(text), paragraphs(text)):
        assert spans[0][0] == 0
        assert enclosing(spans, 0) == spans[0]
