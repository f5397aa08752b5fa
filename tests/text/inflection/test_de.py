"""German forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("de"))
def test_table(case: Case) -> None:
    check("de", case)


def test_unknown_names_take_the_genitive() -> None:
    assert [next(inflections(name, "de", "place")) for name in ("Oldvale", "Nuvel", "Ortaq")] == [
        "Oldvales",
        "Nuvels",
        "Ortaqs",
    ]


def test_inhabitants_and_the_adjective_in_er() -> None:
    assert {"Oldvaler", "Oldvalern"} <= set(inflections("Oldvale", "de", "place"))
    assert "Oldvaleer" not in set(inflections("Oldvale", "de", "place"))
