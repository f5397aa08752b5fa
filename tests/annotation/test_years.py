"""The years that a text names: digits and calendars, and what stands between a year and a form."""

from datetime import date

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.annotation.years import fitting, years_in
from service.lexicon.model import Dates
from tests.annotation.builders import ambiguous, concept, lexicon, sense, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 1988 to 1994", ["1988", "1994"]),
        ("in 2020.", ["2020"]),
        ("mit rund 2000 Soldaten, 2020", ["2020"]),
        ("in 2000, or 2000", ["2000", "2000"]),
        ("در سال ۲۰۲۰ و ۱۹۹۴", ["۲۰۲۰", "۱۹۹۴"]),
        ("در سال ۱۳۹۹", ["۱۳۹۹"]),
        ("در سال 1399", ["1399"]),
        ("the town was built in 1399", []),
        ("2,020 or 1988.5 or 20201", []),
        ("۲٫۰۲۰ و ۲۰۲۰۱", []),
    ],
)
def test_years_are_read_as_written(text: str, expected: list[str]) -> None:
    assert [year.written for year in years_in(text)] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2020, 3, 1), None), (date(2020, 9, 27), "۱۳۹۹"), (date(2021, 3, 1), "۱۳۹۹"), (date(2021, 4, 1), None)],
)
def test_a_solar_year_lasts_from_march_to_march(day: date, expected: str | None) -> None:
    assert fitting(years_in("سال ۱۳۹۹"), Dates(day, day)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020թ. Ortaq. 1994", "c-new"),
        ("1994 г. Ortaq. 2020", "c-old"),
        ("1990–1994 гг. Ortaq. 2020", "c-old"),
        ("1399 1994. Ortaq", "c-old"),
        ("سال ۱۳۹۹ Ortaq. 1994", "c-new"),
        ("That was in 2020. Ortaq began. 1994", "c-old"),
    ],
)
def test_a_year_is_beside_a_form_unless_a_clause_ends_between(text: str, expected: str) -> None:
    form = ambiguous(
        "Ortaq", sense("c-old", "Ortaq", as_of=years(1990, 1994)), sense("c-new", "Ortaq", as_of=years(2020, 2020))
    )
    events = (concept("c-old", kind="event"), concept("c-new", kind="event"))
    result = Annotator(lexicon(events, [form])).annotate(Request(text=text))
    assert [annotation.concept.id for annotation in result.annotations] == [expected]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(None, "c-fair"), (date(2023, 12, 1), "c-fair"), (date(2023, 3, 1), None), (date(2022, 3, 1), "c-fair")],
)
def test_an_article_tells_of_nothing_later_in_its_own_year(as_of: date | None, expected: str | None) -> None:
    autumn = Dates(date(2023, 9, 19), date(2023, 12, 31))
    form = ambiguous("Ortaq", sense("c-fair", "Ortaq", as_of=autumn), otherwise="nothing")
    annotator = Annotator(lexicon([concept("c-fair", kind="event")], [form]))
    result = annotator.annotate(Request(text="In 2023 Ortaq began.", as_of=as_of))
    assert [annotation.concept.id for annotation in result.annotations] == ([expected] if expected else [])
