"""Each system on words that show its rules; examples from the systems' own tables where they give any."""

import pytest

from service.text.romanisation import LANGUAGES, romanised


def written(lang: str, name: str) -> dict[str, str]:
    return {system: key for system, (key,) in romanised(lang, [name])}


@pytest.mark.parametrize(
    ("name", "bgn", "press", "iso", "german"),
    [
        ("Երևան", "yerevan", "erevan", "erewan", "jerewan"),
        ("Ոսկե", "voske", "voske", "oske", "woske"),
        ("Ուրց", "urts", "urts", "owrc", "urz"),
        ("Շուռ Ջեռ", "shurr jerr", "shur jer", "sowr jer", "schur dscher"),
        ("Խաչ Ղեկ", "khach ghek", "khach ghek", "xac gek", "chatsch ghek"),
        ("Նաեւ", "nayev", "naev", "naew", "naew"),
    ],
)
def test_armenian(name: str, bgn: str, press: str, iso: str, german: str) -> None:
    assert written("hy", name) == {"BGN/PCGN 1981": bgn, "press": press, "ISO 9985": iso, "German": german}


@pytest.mark.parametrize(
    ("name", "bgn", "press", "iso", "german", "french"),
    [
        ("Ельцин", "yeltsin", "eltsin", "elcin", "jelzin", "ieltsine"),
        ("Горький", "gorkiy", "gorky", "gorkij", "gorki", "gorki"),
        ("Чехов", "chekhov", "chekhov", "cehov", "tschechow", "tchekhov"),
        ("Щорс", "shchors", "shchors", "sors", "schtschors", "chtchors"),
        ("Джусалиев", "dzhusaliyev", "jusaliev", "dzusaliev", "dschussalijew", "djoussaliev"),
        ("Объячево", "obyachevo", "obyachevo", "obacevo", "objatschewo", "obiatchevo"),
    ],
)
def test_russian(name: str, bgn: str, press: str, iso: str, german: str, french: str) -> None:
    expected = {"BGN/PCGN 1947": bgn, "press": press, "ISO 9": iso, "German": german, "French": french}
    assert written("ru", name) == expected


@pytest.mark.parametrize(
    ("name", "resolution", "press"),
    [
        ("Qasımbinəsi", "gasimbinasi", "gasimbinesi"),
        ("Şəkərcik", "shakarjik", "shekerjik"),
        ("Ağxaç İli", "aghkhach ili", "aghkhach ili"),
    ],
)
def test_azerbaijani(name: str, resolution: str, press: str) -> None:
    assert written("az", name) == {"Resolution 498": resolution, "press": press}


def test_many_names_are_written_as_one_by_one() -> None:
    names = ["Երևան", "Ոսկե, Ուրց", "", "Old\nvale"]
    for system, keys in romanised("hy", names):
        assert list(keys) == [written("hy", name)[system] for name in names]


def test_a_language_without_systems_has_none() -> None:
    assert sorted(LANGUAGES) == ["az", "hy", "ru"]
    assert list(romanised("de", ["Oldvale"])) == []
