"""Azerbaijani forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("az"))
def test_table(case: Case) -> None:
    check("az", case)


def test_unknown_names_follow_their_last_vowel() -> None:
    assert [list(inflections(name, "az", "place"))[3] for name in ("Ortaq", "Nuvel", "Olduz", "Köhnül")] == [
        "Ortaqda",
        "Nuveldə",
        "Olduzda",
        "Köhnüldə",
    ]


def test_the_same_forms_in_the_same_order_each_time() -> None:
    assert list(inflections("Nuvel", "az", "place")) == list(inflections("Nuvel", "az", "place"))


def test_lookalike_of_schwa_is_a_front_vowel() -> None:
    assert "K\u01ddtdə" in set(inflections("K\u01ddt", "az", "place"))


def test_other_scripts_and_marks_take_no_forms() -> None:
    assert [list(inflections(text, "az")) for text in ("Шуша", "Ортаг", "Nuvel 2", "“Nuvel”", "Krk")] == [[]] * 5
