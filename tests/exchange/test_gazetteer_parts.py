"""The parts of the place import: likeness of forms, scope, YAML text, exceptions."""

from pathlib import Path

import pytest
import yaml

from service.exchange.gazetteer.excuses import merge
from service.exchange.gazetteer.places import concept_id
from service.exchange.gazetteer.record import read
from service.exchange.gazetteer.romanisation import ALIKE, alike
from service.exchange.gazetteer.scope import in_scope
from service.exchange.gazetteer.yaml_text import scalar
from service.lexicon.ids import is_valid
from tests.exchange.gazetteer_file import place, write_places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Köhnədərə", "Kyokhnadara"),
        ("Xaçmaz", "Хачмаз"),
        ("Ջրաղացաձոր", "Jraghats’adzor"),
        ("Ջրաղացաձոր", "Джрагацадзор"),
        ("Ոսկեվան", "Voskevan"),
        ("Həsənçay", "Hasanchay"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"), [("Köhnədərə", "Ջրաղացաձոր"), ("Oldvale", "Nuvel"), ("Daşkörpü", "Քարակամուրջ")]
)
def test_different_names_are_not(one: str, other: str) -> None:
    assert alike(one, other) < ALIKE


def test_scope_asks_for_zone_kind_size_and_distance(tmp_path: Path) -> None:
    far, near, large, town = (place(number) for number in (10, 11, 12, 13))
    abroad = {**place(14), "country": "AM", "zone": "am-border-provinces"}
    for record in (far, near, large, town):
        record["zone"] = "az-near-or-nakhchivan"
    far["lat"], large["lat"], town["lat"] = 41.0, 41.2, 41.4
    large["population_geonames"], town["kind"] = 5000, "town"
    other = {**place(15, "village"), "zone": "az-other", "lat": 40.6}
    city = {**place(16, "city"), "zone": "az-other", "lat": 40.5}
    records = read(write_places(tmp_path / "places.jsonl", [far, near, large, town, abroad, other, city]))
    assert [record.key for record in in_scope(records)] == ["place-11", "place-12", "place-13", "place-14", "place-16"]


def test_ids_are_valid_and_the_same_in_every_run(tmp_path: Path) -> None:
    record = read(write_places(tmp_path / "places.jsonl", [place(1)]))[0]
    first = concept_id(record, ())
    assert is_valid(first)
    assert concept_id(record, ()) == first
    assert concept_id(record, {first}) != first


@pytest.mark.parametrize(
    "value", ["Sos", "null", "K’ashat’agh", "D'Artagnan", "a: b", "a, b", "[x]", "# x", "- x", "x:", "'x'"]
)
def test_any_value_survives_yaml(value: str) -> None:
    assert yaml.load(f"[{scalar(value)}]", yaml.BaseLoader) == [value]  # noqa: S506 - strings only


def test_exceptions_of_people_stay_and_stand_in_order(tmp_path: Path) -> None:
    file = tmp_path / "exceptions.yml"
    theirs = "- concept: c-bbb\n  rule: symmetry\n  reason: No source yet.\n  way_out: A source.\n"
    file.write_text(f"# Heading.\n\n{theirs}", encoding="utf-8")
    own = "- {concept: c-aaa, rule: symmetry, lang: ru, reason: The gazetteers have no Russian form., way_out: x}\n"
    merge(file, [own], {"c-aaa"})
    assert file.read_text(encoding="utf-8") == f"# Heading.\n\n{own}{theirs}"
    merge(file, [], {"c-aaa"})
    assert file.read_text(encoding="utf-8") == f"# Heading.\n\n{theirs}"
