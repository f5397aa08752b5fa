"""The tables of the parts, from given figures."""

from typing import Any

from bench.growth import names_table
from bench.load import Load
from bench.questions import ECHO, TEXT
from bench.service import CONNECTIONS, requests_table


def measured(names: int, **figures: float) -> dict[str, Any]:
    same = {"build": 1.0, "file": 2.0, "private": 5.5, "p50": 100.0, "p99": 200.0, "found": 17.0}
    return same | {"names": names} | figures


def test_the_table_of_names_compares_with_the_fewest_and_with_the_scan() -> None:
    few = measured(2_000, load=0.01, resident=60.0, speed=40.0, scan=80.0)
    many = measured(1_000_000, load=0.75, resident=400.0, speed=30.0, scan=15.0)
    table = names_table({2_000: few, 1_000_000: many})
    of = {column: place for place, column in enumerate(table.columns)}
    assert [row[0] for row in table.rows] == ["2,000", "1,000,000"]
    assert [row[of["÷ fewest"]] for row in table.rows] == ["1.00", "0.75"]
    assert [row[of["speed ÷ scan's"]] for row in table.rows] == ["0.50", "2.00"]
    aims = " ".join(table.notes)
    assert "reached 0.75 with 1,000,000" in aims
    assert "(0.75), less than 600 MB resident (400), less than 15 MB private to a further worker (5.5)" in aims


def test_the_table_of_requests_compares_with_the_echo() -> None:
    echo = Load(requests=900, rate=1_000, p50=1, p99=3, p999=4, size=4_000, work=0.5)
    text = Load(requests=400, rate=400, p50=2, p99=9, p999=12, size=24_000, work=1.0)
    loads = {(name, count): load for count in CONNECTIONS for name, load in ((ECHO, echo), (TEXT, text))}
    table = requests_table(loads)
    of = {column: place for place, column in enumerate(table.columns)}
    assert [row[of["÷ echo"]] for row in table.rows] == ["1.00", "0.40"] * len(CONNECTIONS)
    assert table.rows[1][of["p99 ÷ p50"]] == "4.50"
    assert table.rows[1][of["KB answered"]] == "24.0"
    aims = " ".join(table.notes)
    assert "reached 0.40 at one connection" in aims
    assert "0.50 of the echo's requests" in aims
    assert "at 64 connections; reached 4.5" in aims
