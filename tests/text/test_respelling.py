"""Words of mixed letters, and Azerbaijani in Cyrillic letters, read as they are meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.respelling import mixes_scripts, respelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bалес", "Валес"),  # Latin B
        ("Oldvаle", "Oldvale"),  # Cyrillic а
        ("ВАЛEC и валec", "ВАЛЕС и валес"),
        ("Валəс", "Valəs"),  # Latin schwa in a Cyrillic word
        ("Oldvаle,Валеc", "Oldvale,Валес"),
        ("Шәһәр ҝөзәлдир, Иреван да", "Şəhər gözəldir, İrevan da"),
        ("Ҹаббарын ҹаваб\nДорога в город", "Cabbarın cavab\nДорога в город"),
        ("ЫҒЫР ӘЛҮ", "IĞIR ƏLÜ"),
    ],
)
def test_what_is_read_in_other_letters(text: str, expected: str) -> None:
    assert respelled(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Oldvale and Валес",
        "IT-отдел, COVIDный, Wалес",  # no way to spell them in one script
        "сор cop",  # each in one script already
        "аa",  # as many of each
        "Дорога в Валәс закрыта была и в прошлом году, и в этом, и это надолго.",  # a name alone makes no language
        "Қазақ тілінде әдемі сөз",  # Kazakh
        "Nüvəl şəhəri",
        "“Oldvale” — 漢字 😀",
        "Oldvale\ud800",
        "",
    ],
)
def test_what_stays(text: str) -> None:
    assert respelled(text) is text or respelled(text) == text


@given(st.text(st.sampled_from("aeopcəABаеорсәҝАВЕС дқ\n\r\u2028\x85.😀\u0301")))
def test_each_letter_is_replaced_by_one(text: str) -> None:
    result = respelled(text)
    assert len(result) == len(text)
    assert [letter.isspace() for letter in result] == [letter.isspace() for letter in text]
    assert respelled(result) == result or any(letter in text for letter in "әҝ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Oldvаle", True), ("Bалес", True), ("Валəс", False), ("Nüvәl", False), ("Oldvale Валес", False), ("ҝөл", False)],
)
def test_words_of_two_scripts(text: str, expected: bool) -> None:
    assert mixes_scripts(text) is expected
