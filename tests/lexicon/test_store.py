"""The store: everything is read, everything is told, and the version is that of the content."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.lexicon import store
from service.lexicon.findings import Finding, LexiconError
from service.lexicon.model import Dates, Lexicon

BASE = Path(__file__).parent.parent / "cases" / "lint" / "base"
CITY, FAIR = "c-000015", "c-00002b"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "lexicon"))


def _edit(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


def _load_base() -> Lexicon:
    return store.load(BASE)


def test_values() -> None:
    lexicon = _load_base()
    city, fair = lexicon.concepts[CITY], lexicon.concepts[FAIR]
    assert (city.kind, city.status, city.contested, fair.contested) == ("city", "reviewed", True, False)
    assert (city.pack, city.path) == ("vale", "vale/places/c-000015.yml")
    assert city.location is not None
    assert (city.location.lat, city.location.lon) == (10.5, -20.25)
    assert city.external_ids == {"wikidata": "Q1", "geonames": "2", "wof": "3"}
    assert fair.dates == Dates(date(1995, 6, 1), date(1995, 6, 30))
    assert [(relation.type, relation.to) for relation in fair.relations] == [("took place in", CITY)]
    use = city.labels[2].uses[0]
    assert (use.by, use.source, use.dates) == ("ortaq-press", "atlas", Dates(date(1990, 5, 1), date(2001, 2, 28)))
    assert lexicon.perspectives["nuvel-press"].side == "nuvel"
    assert lexicon.perspectives["world-press"].side is None
    assert lexicon.packs["vale"].languages == {"en": None, "qn": "nuvel", "qo": "ortaq"}
    assert lexicon.vocabulary.qualifiers == {"en": ("swift",)}


def test_also_makes_labels_that_differ_in_their_text_only() -> None:
    first, second = _load_base().concepts[FAIR].labels[:2]
    assert (first.text, second.text) == ("Valley Fair", "Fair of the Valley")
    assert (first.uses, first.not_in) == (second.uses, second.not_in)


def test_ambiguous_senses_are_contextual_labels_after_the_plain_ones() -> None:
    lexicon = _load_base()
    labels = lexicon.concepts[FAIR].labels
    assert [label.text for label in labels] == ["Valley Fair", "Fair of the Valley", "the fair"]
    assert [label.contextual for label in labels] == [False, False, True]
    assert lexicon.ambiguous[0].senses[0].label == labels[2]


def test_version_does_not_depend_on_the_order_of_the_files_or_the_line_ends(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = _load_base().version
    assert len(version) == 16
    for file in copy.rglob("*.yml"):
        _edit(file, lambda content: content.replace(b"\n", b"\r\n"))
    listed = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: reversed(list(listed(self, pattern))))
    assert store.load(copy).version == version


@pytest.mark.parametrize("path", ["vocabulary.yml", "vale/places/c-000015.yml", "styles/desk.yml"])
def test_version_changes_with_any_yaml_file(copy: Path, path: str) -> None:
    version = _load_base().version
    file = copy / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + b"# more\n")
    assert store.load(copy).version != version


def test_other_files_do_not_matter(copy: Path) -> None:
    version = _load_base().version
    (copy / "README.md").write_text("words")
    (copy / ".hidden.yml").write_text("{")
    (copy / "vale" / "places" / "c-000015.yml~").write_text("{")
    assert store.load(copy).version == version


def test_one_bad_file_hides_neither_another_nor_the_rules(copy: Path) -> None:
    (copy / "vale" / "ambiguous" / "broken.yml").write_text("# x\n{")
    _edit(copy / "vale" / "places" / "c-000015.yml", lambda content: content.replace(b"source: atlas}", b"source: a}"))
    _edit(copy / "vale" / "events" / "c-00002b.yml", lambda content: content.replace(b"kind:", b"kinds:"))
    lexicon, findings = store.read(copy)
    assert lexicon is None
    assert {(finding.path, finding.rule) for finding in findings} == {
        ("vale/ambiguous/broken.yml", "yaml"),
        ("vale/events/c-00002b.yml", "schema"),
        ("vale/places/c-000015.yml", "known-key"),
    }


def test_a_broken_file_does_not_make_references_to_it_dangle(copy: Path) -> None:
    _edit(copy / "vale" / "places" / "c-000015.yml", lambda content: content + b"more: x\n")
    _, findings = store.read(copy)
    assert [finding.rule for finding in findings] == ["schema"]


@pytest.mark.parametrize("path", ["vocabulary.yml", "perspectives.yml", "vale/pack.yml"])
def test_a_missing_list_is_one_finding(copy: Path, path: str) -> None:
    (copy / path).unlink()
    _, findings = store.read(copy)
    assert [str(finding) for finding in findings] == [f"{path}:1: files: the file is not there. Add it."]


def test_load_lists_all_findings() -> None:
    with pytest.raises(LexiconError) as caught:
        store.load(BASE / "nowhere")
    assert len(caught.value.findings) == 1
    assert "nowhere is not a folder" in str(caught.value)


def test_a_file_that_cannot_be_read_is_a_finding(copy: Path) -> None:
    (copy / "vale" / "places" / "c-000061.yml").mkdir()
    _, findings = store.read(copy)
    assert [(finding.path, finding.rule) for finding in findings] == [("vale/places/c-000061.yml", "files")]


def test_findings_sort_by_file_then_line() -> None:
    late, early = Finding("a.yml", 10, "x", "m", "n"), Finding("a.yml", 9, "z", "m", "n")
    other = Finding("b.yml", 1, "a", "m", "n")
    assert sorted([other, late, early]) == [early, late, other]
    assert str(early) == "a.yml:9: z: m. n."
    assert LexiconError([late, late, early]).findings == (early, late)


FILES = sorted(file.relative_to(BASE).as_posix() for file in BASE.rglob("*.yml"))
FRAGMENTS = [b"", b": ", b"- ", b"[", b"}", b'"', b"\n", b"  ", b"~", b"&a ", b"*a", b"\xff", b"\0", b"---\n"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 30), st.sampled_from(FRAGMENTS))
def test_whatever_is_done_to_a_file_is_a_finding_or_a_lexicon(
    copy: Path, path: str, place: float, removed: int, added: bytes
) -> None:
    content = (BASE / path).read_bytes()
    at = int(place * len(content))
    (copy / path).write_bytes(content[:at] + added + content[at + removed :])
    lexicon, findings = store.read(copy)
    (copy / path).write_bytes(content)
    assert (lexicon is None) == bool(findings)
    assert all(finding.line > 0 and str(finding).endswith((".", "?")) for finding in findings)
