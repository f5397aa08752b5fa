"""Turkish forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("tr"))
def test_table(case: Case) -> None:
    check("tr", case)


def test_unknown_names_follow_their_last_vowel_and_consonant() -> None:
    assert [list(inflections(name, "tr", "place"))[3] for name in ("Oldut", "Nuvel", "Oldaz", "Köhnük")] == [
        "Oldutta",
        "Nuvelde",
        "Oldazda",
        "Köhnükte",
    ]


def test_no_form_has_an_apostrophe() -> None:
    assert not any("'" in form or "’" in form for form in inflections("Nuvel", "tr", "place"))


def test_a_statement_that_ends_in_a_vowel_is_no_possessive() -> None:
    forms = list(inflections("oldelli bildiri", "tr", "other"))
    assert {"oldelli bildiriyi", "oldelli bildiriye", "oldelli bildirinin", "oldelli bildiride"} <= set(forms)
    assert "oldelli bildirini" not in forms
