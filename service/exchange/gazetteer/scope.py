"""Which places of the file belong in the lexicon: a rule by zone, kind, size and distance, not a list.

The inner zones are taken whole. Around them: districts, provinces, cities and towns of the zones that touch them, and
of their villages those that news of the border names because they lie at it, or that are as large as a town. Farther
away only cities and provinces.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

from service.exchange.gazetteer.record import PlaceRecord

INNER = frozenset(["nk-core-districts", "seven-surrounding-districts", "tartar-district"])
_NEAR = frozenset(["am-border-provinces", "az-near-or-nakhchivan"])
_FAR = frozenset(["az-other", "am-other", "unassigned"])
_SETTLEMENTS = frozenset(["village", "town", "city", "capital"])
_UNITS = frozenset(["district", "province", "autonomous-republic", "region"])
BORDER_KM = 8.0  # to the nearest settlement of the other country; takes in the enclaves and the villages at the border
LARGE_VILLAGE = 3000
_CELL = 0.25  # degrees; of the grid that keeps the search short


def in_scope(records: Iterable[PlaceRecord]) -> list[PlaceRecord]:
    """The records to import, in the order of the file."""
    everything = list(records)
    grid = Grid(everything)
    return [record for record in everything if _wanted(record, grid)]


def _wanted(record: PlaceRecord, grid: "Grid") -> bool:
    if record.zone in INNER:
        return True
    if record.zone in _NEAR:
        large = record.kind in ("city", "town") or record.population >= LARGE_VILLAGE
        return large or record.kind in _UNITS or grid.abroad_within(record, BORDER_KM)
    return record.zone in _FAR and record.kind in ("city", "capital", "province")


class Grid:
    """Settlements by place, to ask for neighbours."""

    def __init__(self, records: Iterable[PlaceRecord]) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
        for record in records:
            if record.location and record.country and record.kind in _SETTLEMENTS:
                lat, lon = map(float, record.location)
                self._cells[self._cell(lat, lon)].append((lat, lon, record.country))

    @staticmethod
    def _cell(lat: float, lon: float) -> tuple[int, int]:
        return math.floor(lat / _CELL), math.floor(lon / _CELL)

    def _around(self, record: PlaceRecord) -> list[tuple[float, str]]:
        """Distance in km and country of the settlements in the cells around, the nearest first."""
        if record.location is None:
            return []
        lat, lon = map(float, record.location)
        row, column = self._cell(lat, lon)
        near = [
            (111.2 * math.hypot(lat - y, (lon - x) * math.cos(math.radians(lat))), country)
            for r in (row - 1, row, row + 1)
            for c in (column - 1, column, column + 1)
            for y, x, country in self._cells.get((r, c), ())
            if (y, x) != (lat, lon)
        ]
        return sorted(near)

    def abroad_within(self, record: PlaceRecord, distance: float) -> bool:
        """Whether a settlement of another country lies within `distance` km."""
        return any(km <= distance for km, country in self._around(record) if country != record.country)
