"""The same form of another name, language by language. The names are invented, the endings are not."""

import pytest

from service.checking.form import same_form
from service.text.inflection.noun import NounClass


@pytest.mark.parametrize(
    ("lang", "noun", "form", "label", "other", "expected"),
    [
        ("en", "other", "raiders", "raider", "watch party", "watch parties"),
        ("en", "other", "raiding parties", "raiding party", "border guard on the road", "border guards on the road"),
        ("en", "other", "raiders", "raider", "Vale Guard", None),
        ("en", "other", "defense post", "defence post", "watch", "watch"),
        ("az", "place", "Noravada", "Norava", "Öldəkənd", "Öldəkənddə"),
        ("az", "place", "Öldəkəndin", "Öldəkənd", "Norava", "Noravanın"),
        ("tr", "place", "Noravada", "Norava", "Öldeköy", "Öldeköyde"),
        ("hy", "place", "Նորավանում", "Նորավան", "Սալի", "Սալիում"),
        ("hy", "place", "Նորավանը", "Նորավան", "Սալի", "Սալին"),
        ("ru", "place", "Норваде", "Норвад", "Олдград", "Олдграде"),
        ("ru", "place", "Норвада", "Норвад", "Олдва", "Олдвы"),
        ("ru", "place", "Норваде", "Норвад", "Олди", "Олди"),
        ("ru", "place", "Нор\u00adваде", "Норвад", "Олди", "Олди"),
        ("ru", "place", "Верхнего Норвада", "Верхний Норвад", "Олдград", "Олдграда"),
        ("ka", "place", "ნორვადში", "ნორვადი", "ოლდი", "ოლდში"),
        ("uk", "place", "Норваді", "Норвад", "Олдград", None),
    ],
)
def test_same_form(lang: str, noun: NounClass, form: str, label: str, other: str, expected: str | None) -> None:
    assert same_form(form, label, other, lang, noun) == expected


def test_a_form_that_may_be_two_cases_is_not_guessed() -> None:
    # Олдве is the dative and the locative; Норвад has Норваду and Норваде.
    assert same_form("Олдве", "Олдва", "Норвад", "ru", "place") is None


def test_what_is_no_form_of_the_label_has_no_counterpart() -> None:
    assert same_form("somewhere", "raider", "watch", "en", "other") is None
