"""Russian forms: the table, and words that no list knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.inflection import inflections
from tests.text.inflection.case_tables import MOST_FORMS, Case, cases, check


@pytest.mark.parametrize("case", cases("ru"))
def test_table(case: Case) -> None:
    check("ru", case)


def test_unknown_names_are_declined_by_their_ending() -> None:
    genitives = {"Новодор": "Новодора", "Ортака": "Ортаки", "Нувела": "Нувелы", "Олдай": "Олдая", "Олдево": "Олдева"}
    assert [name for name, form in genitives.items() if form not in set(inflections(name, "ru", "place"))] == []


@pytest.mark.parametrize("name", ["Нувели", "Нувелы", "Ортаку", "Ортаке", "Олдо"])
def test_unknown_names_in_other_vowels_stay(name: str) -> None:
    assert not any(form[0].isupper() for form in inflections(name, "ru", "place"))


def test_a_name_is_never_found_in_small_letters() -> None:
    small = {form for form in inflections("Новодор", "ru", "place") if form.islower()}
    assert small
    assert all(form.startswith("новодорск") for form in small)


def test_the_instrumental_of_a_surname_is_not_that_of_a_place() -> None:
    assert "Олдовом" in set(inflections("Олдов", "ru", "place"))
    assert "Олдовым" in set(inflections("Олдов", "ru", "person"))


def test_spellings_that_differ_in_yo_alone_come_once() -> None:
    forms = [form.replace("ё", "е") for form in inflections("вооружённый отряд", "ru")]
    assert len(forms) == len(set(forms))


@given(st.text(alphabet="Аабвгийнокрсчшья -«»(),.0123", min_size=1, max_size=20).filter(str.strip))
def test_any_text_is_taken(text: str) -> None:
    for noun in ("place", "person", "other"):
        made = list(inflections(text, "ru", noun))
        assert text not in made
        assert len(made) <= MOST_FORMS


def test_the_same_forms_in_the_same_order_each_time() -> None:
    assert list(inflections("Новодор", "ru", "place")) == list(inflections("Новодор", "ru", "place"))
