"""Where a list of names begins and ends."""

import pytest

from service.text.enumeration import list_end, list_start


@pytest.mark.parametrize(
    ("text", "member", "whole"),
    [
        ("to Oldvale, Nuvel and Ortaq villages", "Oldvale", "Oldvale, Nuvel and Ortaq"),
        ("to Oldvale, Nuvel and Ortaq villages", "Nuvel", "Oldvale, Nuvel and Ortaq"),
        ("сёла Ортак, Нувель и Старый Дол района", "Нувель", "Ортак, Нувель и Старый Дол"),
        ("Ortaq, Şəhərli və Qoşabulaq kəndləri", "Ortaq", "Ortaq, Şəhərli və Qoşabulaq"),
        ("Oldvale villages, Nuvel", "Oldvale", "Oldvale"),
        ("from Oldvale, then Nuvel", "Nuvel", "Nuvel"),
        ("Oldvale; Nuvel", "Oldvale", "Oldvale"),
        ("Oldvale", "Oldvale", "Oldvale"),
    ],
)
def test_a_list_is_names_with_commas_and_words_for_and(text: str, member: str, whole: str) -> None:
    start = text.index(member)
    assert text[list_start(text, start) : list_end(text, start + len(member))] == whole


def test_a_list_is_followed_for_a_bounded_way() -> None:
    text = ", ".join(["Oldvale"] * 100)
    assert 0 < list_end(text, len("Oldvale")) < 200
    assert len(text) - 200 < list_start(text, len(text) - len("Oldvale")) < len(text) - 20
