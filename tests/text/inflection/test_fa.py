"""Persian forms: the table."""

import pytest

from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("fa"))
def test_table(case: Case) -> None:
    check("fa", case)
