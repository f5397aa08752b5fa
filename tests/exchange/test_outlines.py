import json
from pathlib import Path
from typing import Any

import pytest

from service.cli import main
from service.errors import InputError
from service.exchange.outlines import Frame, outlines
from service.exchange.topojson import Topology, clipped, simplified, stretches

# Two countries, west and east of the line x = 2, on land from 0 to 4; in hundredths of a degree.
_ARCS = [
    [[200, 0], [0, 400]],  # the line between them, northwards
    [[200, 400], [-200, 0], [0, -400], [200, 0]],  # the west's coast
    [[200, 400], [200, 0], [0, -400], [-200, 0]],  # the east's coast
]
SQUARE = (0.0, 0.0, 4.0, 4.0)


def topology(**objects: Any) -> dict[str, Any]:
    named = {name: {"type": "GeometryCollection", "geometries": shapes} for name, shapes in objects.items()}
    return {"transform": {"scale": [0.01, 0.01], "translate": [0, 0]}, "arcs": _ARCS, "objects": named}


COUNTRIES = topology(
    countries=[{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "MultiPolygon", "arcs": [[[0, 2]]]}],
    land=[{"type": "Polygon", "arcs": [[1, -3]]}],
)
WATERS = topology(lakes=[{"type": "Polygon", "arcs": [[0, 1]]}])


def test_what_two_countries_share_is_the_line_between_them() -> None:
    assert list(Topology(COUNTRIES).shared("countries")) == [[(2.0, 0.0), (2.0, 4.0)]]


def test_rings_run_through_their_arcs_backwards_where_the_number_says_so() -> None:
    [land] = Topology(COUNTRIES).rings("land")
    assert land[0] == land[-1] == (2.0, 4.0)
    assert {(0.0, 0.0), (0.0, 4.0), (4.0, 0.0), (4.0, 4.0)} <= set(land)


def test_a_line_keeps_what_departs_from_it() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]
    assert simplified(line, 0.01) == [(0.0, 0.0), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)]


def test_a_ring_is_cut_at_the_frame() -> None:
    ring = [(-1.0, 1.0), (2.0, 1.0), (2.0, 3.0), (-1.0, 3.0), (-1.0, 1.0)]
    assert set(clipped(ring, *SQUARE)) == {(0.0, 1.0), (2.0, 1.0), (2.0, 3.0), (0.0, 3.0)}
    assert clipped([(9.0, 9.0), (9.0, 8.0), (8.0, 8.0), (9.0, 9.0)], *SQUARE) == []


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line = [(1.0, 1.0), (2.0, 1.0), (9.0, 1.0), (9.0, 2.0), (3.0, 2.0)]
    assert list(stretches(line, *SQUARE)) == [[(1.0, 1.0), (2.0, 1.0), (9.0, 1.0)], [(9.0, 2.0), (3.0, 2.0)]]


def test_the_picture_has_north_at_its_top() -> None:
    frame = Frame(0.0, 0.0, 4.0, 4.0)
    assert frame.place(0.0, 4.0) == (0.0, 0.0)
    assert frame.place(4.0, 0.0) == (1000.0, frame.height)
    assert not frame.holds(5.0, 1.0)
    picture = outlines(Topology(COUNTRIES), Topology(WATERS), frame)
    assert f'class="line" d="M500 {frame.height:g}L500 0"' in picture
    assert picture.count("<path") == 3


def test_the_command_writes_the_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, document in (("countries", COUNTRIES), ("waters", WATERS)):
        (tmp_path / name).write_text(json.dumps(document), encoding="utf-8")
    out = tmp_path / "out.svg"
    assert main(["outlines", str(tmp_path / "countries"), str(tmp_path / "waters"), "--out", str(out)]) == 0
    assert "Natural Earth" in out.read_text(encoding="utf-8")
    assert main(["outlines", str(tmp_path / "waters"), str(tmp_path / "waters"), "--out", str(out)]) == 2
    assert "no object called land; it has lakes" in capsys.readouterr().err


def test_a_file_of_another_kind() -> None:
    with pytest.raises(InputError, match="not quantized TopoJSON"):
        Topology({"type": "FeatureCollection"})
