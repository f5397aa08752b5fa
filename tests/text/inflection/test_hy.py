"""Armenian forms: the table, and words that no list knows."""

import pytest

from service.text.inflection import inflections
from tests.text.inflection.case_tables import Case, cases, check


@pytest.mark.parametrize("case", cases("hy"))
def test_table(case: Case) -> None:
    check("hy", case)


def test_unknown_names_are_declined_by_their_last_letter() -> None:
    genitives = {"Նուվել": "Նուվելի", "Օլդա": "Օլդայի", "Նուրե": "Նուրեի", "Օլդո": "Օլդոյի"}
    assert [name for name, form in genitives.items() if form not in set(inflections(name, "hy", "place"))] == []


def test_a_persons_name_has_no_locative_and_no_inhabitants() -> None:
    forms = set(inflections("Նուվելյան", "hy", "person"))
    assert "Նուվելյանի" in forms
    assert not any(form.endswith("ում") or "ցի" in form for form in forms)


def test_a_name_in_the_plural_takes_the_western_genitive_too() -> None:
    assert {"օլդեան ջոկատներու", "օլդեան ջոկատներուն"} <= set(inflections("օլդեան ջոկատներ", "hy"))
    assert "Օլդներու" not in set(inflections("Օլդներ", "hy"))


def test_a_regiment_loses_its_vowel() -> None:
    forms = set(inflections("5-րդ օլդյան գունդ", "hy"))
    assert {"5-րդ օլդյան գնդի", "5-րդ օլդյան գնդեր"} <= forms
    assert "5-րդ օլդյան գունդի" not in forms


def test_other_scripts_and_marks_take_no_forms() -> None:
    assert [list(inflections(text, "hy")) for text in ("Artsakh", "Նուվել 2", "«Նուվել»")] == [[]] * 3
