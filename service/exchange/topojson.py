"""TopoJSON read far enough to draw it: arcs in degrees, and which of them a geometry is made of."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from service.errors import InputError

Point = tuple[float, float]  # longitude, latitude
Ring = list[Point]


class Topology:
    """The arcs of a TopoJSON document. Each stretch of line is one arc, whoever borders on it."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        try:
            scale, shift = document["transform"]["scale"], document["transform"]["translate"]
            self._objects = document["objects"]
            self.arcs = [list(_arc(arc, scale, shift)) for arc in document["arcs"]]
        except (KeyError, TypeError) as error:
            raise InputError("The file is not quantized TopoJSON (transform, objects, arcs).") from error

    def rings(self, name: str) -> Iterator[Ring]:
        """Every ring of every polygon of the object called `name`."""
        for geometry in self._geometries(name):
            arcs = geometry.get("arcs", [])
            for polygon in {"Polygon": [arcs], "MultiPolygon": arcs}.get(str(geometry.get("type")), []):
                for ring in polygon:
                    yield self._ring(ring)

    def shared(self, name: str) -> Iterator[Ring]:
        """The lines that two geometries of the object called `name` have in common: what separates them."""
        owners: Counter[int] = Counter()
        for geometry in self._geometries(name):
            owners.update({number if number >= 0 else ~number for number in _numbers(geometry.get("arcs", []))})
        for number, count in sorted(owners.items()):
            if count > 1:
                yield self.arcs[number]

    def _geometries(self, name: str) -> list[Mapping[str, Any]]:
        if name not in self._objects:
            raise InputError(f"The file has no object called {name}; it has {', '.join(sorted(self._objects))}.")
        found: list[Mapping[str, Any]] = self._objects[name].get("geometries", [])
        return found

    def _ring(self, numbers: list[int]) -> Ring:
        ring: Ring = []
        for number in numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        return ring


def simplified(line: Ring, tolerance: float) -> Ring:
    """The line without the points that lie within `tolerance` of it (Ramer, Douglas and Peucker)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, where = 0.0, 0
        for number in range(first + 1, last):
            away = _distance(line[number], line[first], line[last])
            if away > far:
                far, where = away, number
        if far > tolerance:
            kept.add(where)
            waiting += [(first, where), (where, last)]
    return [line[number] for number in sorted(kept)]


def clipped(ring: Ring, west: float, south: float, east: float, north: float) -> Ring:
    """The part of a polygon's ring inside the rectangle (Sutherland and Hodgman); empty if there is none."""
    for axis, limit, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        inside = [(point[axis] >= limit) is keep_above or point[axis] == limit for point in ring]
        cut: Ring = []
        for (point, kept), (following, also_kept) in pairwise([*zip(ring, inside, strict=True), (ring[0], inside[0])]):
            if kept:
                cut.append(point)
            if kept is not also_kept:
                cut.append(_crossing(point, following, axis, limit))
        ring = cut
        if not ring:
            return []
    return ring


def stretches(line: Ring, west: float, south: float, east: float, north: float) -> Iterator[Ring]:
    """The parts of a line whose segments touch the rectangle's neighbourhood; a picture's frame cuts off the rest."""
    part: Ring = []
    for first, second in pairwise(line):
        lon, lat = sorted((first[0], second[0])), sorted((first[1], second[1]))
        if lon[1] < west or lon[0] > east or lat[1] < south or lat[0] > north:
            if part:
                yield part
            part = []
        else:
            part = [*part, second] if part else [first, second]
    if part:
        yield part


def _arc(arc: list[list[int]], scale: list[float], shift: list[float]) -> Iterator[Point]:
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _numbers(arcs: Any) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        else:
            yield from _numbers(item)


def _distance(point: Point, start: Point, end: Point) -> float:
    """From `point` to the stretch between `start` and `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(1.0, max(0.0, share))
    away_x, away_y = point[0] - start[0] - share * dx, point[1] - start[1] - share * dy
    return float((away_x * away_x + away_y * away_y) ** 0.5)


def _crossing(point: Point, following: Point, axis: int, limit: float) -> Point:
    share = (limit - point[axis]) / (following[axis] - point[axis])
    other = point[1 - axis] + share * (following[1 - axis] - point[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)
