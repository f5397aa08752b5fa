"""French forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("fr"))
def test_table(case: Case) -> None:
    check("fr", case)


def test_a_capital_is_a_name_and_has_no_plural() -> None:
    assert list(inflections("Mission de Nuvel", "fr")) == []
    assert list(inflections("mission de Nuvel", "fr")) == ["missions de Nuvel"]
