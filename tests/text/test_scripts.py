"""The script of letters and of words."""

import pytest

from service.text.scripts import script_of, scripts_of

CHARACTERS = [
    ("a", "Latn"),
    ("ə", "Latn"),
    ("İ", "Latn"),
    ("ß", "Latn"),
    ("ﬁ", "Latn"),
    ("Ａ", "Latn"),
    ("ª", "Latn"),
    ("ё", "Cyrl"),
    ("Ә", "Cyrl"),
    ("ҳ", "Cyrl"),
    ("Հ", "Armn"),
    ("և", "Armn"),
    ("ﬓ", "Armn"),
    ("ყ", "Geor"),
    ("Ა", "Geor"),
    ("ⴀ", "Geor"),
    ("ق", "Arab"),
    ("پ", "Arab"),
    ("ﷲ", "Arab"),
    ("ש", "Hebr"),
    ("Ω", "Grek"),
    ("ώ", "Grek"),
    ("\u2126", "Grek"),
    ("語", "Hani"),
    ("々", "Hani"),
    ("ひ", "Hira"),
    ("カ", "Kana"),
    ("ｶ", "Kana"),
    ("한", "Hang"),
    ("क", "Deva"),
    ("ा", "Deva"),
    ("1", "Zyyy"),
    (" ", "Zyyy"),
    ("-", "Zyyy"),
    ("“", "Zyyy"),
    ("ʻ", "Zyyy"),
    ("ʼ", "Zyyy"),
    ("ー", "Zyyy"),
    ("𝐀", "Zyyy"),
    ("😀", "Zyyy"),
    ("\u0640", "Zyyy"),
    ("\u00ad", "Zyyy"),
    ("\ud800", "Zyyy"),
    ("\u0301", "Zinh"),
    ("\u064b", "Zinh"),
    ("ཀ", "Zzzz"),
]


@pytest.mark.parametrize(("character", "script"), CHARACTERS)
def test_the_script_of_a_character(character: str, script: str) -> None:
    assert script_of(character) == script


TEXTS = [
    ("", set()),
    ("12.5 – 😀", set()),
    ("Oldvale", {"Latn"}),
    ("Nuve\u0301l", {"Latn"}),
    ("Новодол, 1994", {"Cyrl"}),
    ("Հինավան", {"Armn"}),
    ("Oldvale (Новодол)", {"Latn", "Cyrl"}),
    ("Оldvale", {"Latn", "Cyrl"}),  # the first letter is Cyrillic
    ("東京タワー", {"Hani", "Kana"}),
]


@pytest.mark.parametrize(("text", "scripts"), TEXTS)
def test_the_scripts_of_a_text(text: str, scripts: set[str]) -> None:
    assert scripts_of(text) == scripts
