"""English forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("en"))
def test_table(case: Case) -> None:
    check("en", case)


def test_a_label_has_two_spellings_at_most() -> None:
    assert list(inflections("neighbouring defence centre", "en")) == [
        "neighboring defense center",
        "neighbouring defence centres",
        "neighboring defense centers",
    ]


def test_unknown_places_have_no_name_in_i() -> None:
    assert list(inflections("Oldvale", "en", "place")) == []
