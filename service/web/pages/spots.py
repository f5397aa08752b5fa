"""Places on a map: where each lies in the picture, and from which magnification on there is room for its names.

Who gets room first hangs on the kind of place, then on how many perspectives have a name for it, then on its ID,
which means nothing: never on whose names they are. All names of a place stand in one line, in alphabetical order, or
none does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from service.checking.catalogue import Catalogue
from service.exchange.outlines import REGION
from service.lexicon.model import Concept, Label

LEVELS = (0.3, 0.6, 1.0, 2.0, 4.0, 8.0, 16.0)  # magnifications; browser.css and map.js count them from 0
_LETTER, _LINE, _DOT = 6.2, 15.0, 8.0  # of a name at 11 pixels, in units of the picture at its first magnification
_CELL = 10.0
_LAST = len(LEVELS) - 1  # at this magnification names may touch
_KINDS = ("region", "city", "district", "town", "site")  # those that get room first, in this order
_NO_POINTS = frozenset({"country"})  # a dot would say that a state lies at its middle
_AROUND = 150.0  # width of a concept's own map, in units of the picture
_CLOSE = 1 / 0.36  # its magnification; browser.css has the same
_NEIGHBOURS = 14


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the picture; `level` tells the magnification from which its names are shown."""

    concept: Concept
    labels: tuple[Label, ...]
    x: float
    y: float
    level: int  # place in LEVELS
    to_left: bool  # of the dot: to the right there would be no room

    @property
    def rank(self) -> int:
        """How large its dot is: 0 for the largest."""
        return min(2, _rank(self.concept)[0] // 2)


@dataclass(frozen=True, slots=True)
class Vicinity:
    """A concept's own map: the place itself, those around it, and the part of the picture that shows them."""

    spot: Spot
    around: tuple[Spot, ...]
    box: tuple[float, float, float, float]  # x, y, width, height


def spots(catalogue: Catalogue, lang: str) -> list[Spot]:
    """Every place that lies in the picture, with the names that a reader of `lang` sees."""
    places = sorted(filter(drawn, catalogue.lexicon.concepts.values()), key=_rank)
    placed = [_placed(concept, catalogue.heading(concept, lang)) for concept in places]
    levels: dict[str, int] = {}
    for number, level in enumerate(LEVELS):
        taken: set[tuple[int, int]] = set()
        # What stands already stays; the sort is stable, and its boxes shrink with each magnification.
        for spot in sorted(placed, key=lambda one: levels.get(one.concept.id, 99)):
            cells = set(_cells(spot, level))
            if spot.concept.id in levels or taken.isdisjoint(cells):
                levels.setdefault(spot.concept.id, number)
                taken |= cells
    return [replace(spot, level=levels.get(spot.concept.id, _LAST)) for spot in placed]


def drawn(concept: Concept) -> bool:
    """Whether the concept is a place with a point in the picture."""
    location = concept.location
    if location is None or concept.status == "withdrawn" or concept.kind in _NO_POINTS:
        return False
    return REGION.holds(location.lon, location.lat)


def vicinity(concept: Concept, every: Iterable[Spot]) -> Vicinity | None:
    """The map around `concept`; None if it lies nowhere in the picture."""
    known = {spot.concept.id: spot for spot in every}
    spot = known.get(concept.id)
    if spot is None:
        return None
    height = round(_AROUND * 0.6, 1)
    x = round(min(max(0.0, spot.x - _AROUND / 2), REGION.width - _AROUND), 1)
    y = round(min(max(0.0, spot.y - height / 2), REGION.height - height), 1)
    spot = replace(spot, to_left=spot.x + _width(spot) / _CLOSE > x + _AROUND)
    taken = set(_cells(spot, _CLOSE))
    around: list[Spot] = []
    for one in known.values():
        inside = x < one.x and one.x + _width(one) / _CLOSE < x + _AROUND and y + 4 < one.y < y + height - 4
        if not inside or one.concept.id == concept.id:
            continue
        neighbour = replace(one, to_left=False)
        cells = set(_cells(neighbour, _CLOSE))
        if taken.isdisjoint(cells):
            around.append(neighbour)
            taken |= cells
        if len(around) == _NEIGHBOURS:
            break
    return Vicinity(spot, tuple(around), (x, y, _AROUND, height))


def _rank(concept: Concept) -> tuple[int, int, str]:
    kind = _KINDS.index(concept.kind) if concept.kind in _KINDS else len(_KINDS)
    users = {use.by for label in concept.labels for use in label.uses}
    return kind, -len(users), concept.id


def _placed(concept: Concept, labels: tuple[Label, ...]) -> Spot:
    location = concept.location
    x, y = REGION.place(location.lon, location.lat) if location else (0.0, 0.0)
    return Spot(concept, labels, x, y, _LAST, x > REGION.width - 180)


def _width(spot: Spot) -> float:
    """Of the dot and the names, on the screen."""
    return _DOT + sum(len(label.text) + 3 for label in spot.labels) * _LETTER


def _cells(spot: Spot, level: float) -> Iterator[tuple[int, int]]:
    """The cells of a fine grid that the dot and the names cover at a magnification."""
    width = _width(spot)
    left = spot.x * level - (width if spot.to_left else _DOT / 2)
    top = spot.y * level - _LINE / 2
    for column in range(int(left // _CELL), int((left + width) // _CELL) + 1):
        for row in range(int(top // _CELL), int((top + _LINE) // _CELL) + 1):
            yield column, row
