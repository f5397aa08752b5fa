"""When labels were used, as a picture: a line for each label and perspective, with bars and points on a scale of years.

A bar runs over the dates that a use states. A point stands at the date of a document that shows the use: it says that
the label was used then, and nothing of before or after.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from service.lexicon.model import Dates, Lexicon, Use
from service.web.pages.label_groups import LanguageGroup, Spellings
from service.web.pages.localization import term
from service.web.pages.phrases import when

_FEWEST_YEARS = 4
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_TICKS = 10
_ROW, _TOP = 22, 26  # heights: of a line, of the scale
_NAMES, _WIDTH, _EDGE = 350, 960, 14  # of the names' column, of the picture, of the margin to the right


@dataclass(frozen=True, slots=True)
class Bar:
    """A recorded range of dates; an open end runs to the edge."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """What is dated for one label and perspective."""

    spellings: Spellings
    perspective: str  # its name
    side: int  # its place among the sides in order of name, from 1; 0: of no side
    bars: tuple[Bar, ...]
    points: tuple[float, ...]
    ranges: tuple[str, ...]  # the bars in words
    documents: tuple[str, ...]  # the points in words
    y: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the scale."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture; its sizes are those of its own coordinates."""

    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    sides: tuple[tuple[int, str], ...]  # those that occur, for the legend
    width: int
    height: int


def timeline(groups: Iterable[LanguageGroup], lexicon: Lexicon, no_side: str) -> Timeline | None:
    """The picture for the labels in `groups`; None where fewer than two different dates are recorded."""
    dated: list[tuple[Spellings, str, list[Use]]] = []
    for spellings in (entry for group in groups for entry in group.entries):
        by_perspective: dict[str, list[Use]] = {}
        for use in spellings.label.uses:
            by_perspective.setdefault(use.by, []).append(use)
        for by, uses in sorted(by_perspective.items()):
            if any(_days(use, lexicon) for use in uses):
                dated.append((spellings, by, uses))
    days = [day for _, _, uses in dated for use in uses for day in _days(use, lexicon)]
    if len(set(days)) < 2:
        return None
    scale = _Scale(min(days).year, max(days).year + 1)
    sides = sorted({name: side for pack in lexicon.packs.values() for side, name in pack.sides.items()}.items())
    places = {side: number for number, (_, side) in enumerate(sides, 1)}
    lines = []
    for number, (spellings, by, uses) in enumerate(dated):
        perspective = lexicon.perspectives[by]
        side = places.get(perspective.side or "", 0)
        name = term("perspectives", perspective.name)
        lines.append(_line(spellings, name, side, uses, lexicon, scale, _TOP + number * _ROW))
    occurring = {line.side for line in lines}
    named = [(number, term("sides", name)) for number, (name, _) in enumerate(sides, 1)] + [(0, no_side)]
    return Timeline(
        tuple(lines),
        tuple(scale.ticks()),
        tuple(item for item in named if item[0] in occurring),
        _WIDTH,
        _TOP + len(lines) * _ROW + 6,
    )


class _Scale:
    """Where a day lies between the first day of one year and that of another."""

    def __init__(self, first: int, last: int) -> None:
        short = max(0, _FEWEST_YEARS - (last - first))
        self._first = max(MINYEAR, first - short // 2)
        self._last = min(MAXYEAR, last + short - short // 2)
        self._start = date(self._first, 1, 1).toordinal()
        self._days = date(self._last, 1, 1).toordinal() - self._start

    def x(self, day: date) -> float:
        share = (day.toordinal() - self._start) / self._days
        return round(_NAMES + share * (_WIDTH - _NAMES - _EDGE), 1)

    def bar(self, dates: Dates) -> Bar:
        start = self.x(dates.start) if dates.start else float(_NAMES)
        end = self.x(dates.until) if dates.until else float(_WIDTH - _EDGE)
        return Bar(start, max(2.0, round(end - start, 1)))

    def ticks(self) -> Iterator[Tick]:
        step = next(one for one in _STEPS if (self._last - self._first) / one <= _MOST_TICKS)
        for year in range(-(-self._first // step) * step, self._last + 1, step):
            yield Tick(year, self.x(date(year, 1, 1)))


def _line(
    spellings: Spellings, perspective: str, side: int, uses: Sequence[Use], lexicon: Lexicon, scale: _Scale, y: int
) -> Line:
    ranges = list(dict.fromkeys(use.dates for use in uses if use.dates != Dates()))
    documents = sorted({stated for use in uses if (stated := lexicon.sources[use.source].date) and _day(stated)})
    points = {scale.x(day) for stated in documents if (day := _day(stated))}
    return Line(
        spellings,
        perspective,
        side,
        tuple(scale.bar(dates) for dates in ranges),
        tuple(sorted(points)),
        tuple(when(dates) for dates in ranges),
        tuple(documents),
        y,
    )


def _days(use: Use, lexicon: Lexicon) -> list[date]:
    stated = lexicon.sources[use.source].date
    return [day for day in (use.dates.start, use.dates.until, _day(stated)) if day]


def _day(stated: str | None) -> date | None:
    """The day that a source states; the middle of a year or month that it states."""
    if not stated:
        return None
    try:
        year, month, day = (*(int(part) for part in stated.split("-")), 0, 0)[:3]
        return date(year, month or 7, day or (15 if month else 1))
    except ValueError:
        return None
