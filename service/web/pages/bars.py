"""Bar charts: groups of bars, one for each side, told apart by words, by pattern and by colour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_NAMES, _LONGEST, _BAR, _GAP = 190, 420, 16, 10  # widths of the names' column and of the longest bar; heights
WIDTH = _NAMES + _LONGEST + 250


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `look` is the number of its colour and pattern."""

    look: int
    width: float
    y: int
    said: str  # what stands behind it


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are compared, under one name."""

    name: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of groups; its sizes are those of its own coordinates."""

    groups: tuple[Group, ...]
    height: int
    width: int = WIDTH
    names: int = _NAMES
    bar: int = _BAR


def chart(rows: Iterable[tuple[str, Sequence[tuple[int, int, str]], int]]) -> Chart:
    """The chart of `rows`: a name, the bars (look, value, what is said behind it), and the value of the longest bar."""
    groups: list[Group] = []
    y = 4
    for name, bars, most in rows:
        drawn = [
            Bar(look, round(_LONGEST * value / most, 1) if most else 0.0, y + number * _BAR, said)
            for number, (look, value, said) in enumerate(bars)
        ]
        groups.append(Group(name, y + len(drawn) * _BAR // 2 + 4, tuple(drawn)))
        y += len(drawn) * _BAR + _GAP
    return Chart(tuple(groups), y)
