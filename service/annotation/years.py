"""The years that a text names, in the digits and calendars of the lexicon's languages."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from service.lexicon.model import Dates

# A solar year of Iran has Persian digits, or stands behind Persian letters: 1399 in another text is long ago.
_YEAR = re.compile(
    r"(?<![\d.,٫])(?:(?P<common>[1۱][9۹]\d\d|[2۲][0۰]\d\d)|(?P<solar>۱[۳۴]\d\d|(?<=[\u0620-\u06d3]\s)1[34]\d\d))(?!\d|[.,٫]\d)"
)
_NUMBER = re.compile(r"2000\s\w")  # “2000 soldiers”: round, and something is counted
_SOLAR_EPOCH = 621  # the solar year n begins at the March equinox of the common year n + 621


class Year(NamedTuple):
    """A year as the text writes it, and its days; those of a solar year are one more on each side."""

    written: str
    days: Dates

    def told_on(self, day: date | None) -> "Year":
        """What an article of that day can mean by it: nothing later, where it is of that year itself."""
        if day is None or not self.days.covers(day):
            return self
        return Year(self.written, Dates(self.days.start, day))


def years_in(text: str) -> list[Year]:
    """Every year from 1900 to 2099, and solar ones from 1300 to 1499, in the order of the text.

    Where a word follows 2000, that is taken for a number.
    """
    found = (match for match in _YEAR.finditer(text) if not _NUMBER.match(text, match.start()))
    return [Year(match.group(), _days(match)) for match in found]


def fitting(years: Iterable[Year], wanted: Dates) -> str | None:
    """The first of `years`, as written, of which a day lies in `wanted`."""
    return next((year.written for year in years if year.days.overlaps(wanted)), None)


def _days(match: re.Match[str]) -> Dates:
    number = int(match.group())
    if match["solar"]:
        first = number + _SOLAR_EPOCH
        return Dates(date(first, 3, 20), date(first + 1, 3, 21))
    return Dates(date(number, 1, 1), date(number, 12, 31))
