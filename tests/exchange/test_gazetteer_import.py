"""The import of places as a whole: what it writes passes the lint, and what people made is safe from it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.annotation.annotate import Annotator
from service.annotation.examples import failures
from service.annotation.model import Request
from service.errors import InputError
from service.exchange.gazetteer_import import Report, import_places
from service.lexicon.model import Concept, Lexicon
from service.lexicon.store import read
from tests.exchange.gazetteer_file import NEWVALE, OLDVALE, PACK, place, write_lexicon, write_places

Import = Callable[..., Report]
MILL = place(3, az="Dəyirmanlıq", hy="Ջրաղացաձոր", ru="Дейирманлык", hy_Latn="Jraghats’adzor", und_Latn="Deyirmanlyk")
TWINS = [place(4, az="Ortaqdərə"), place(5, unit="AZ-NEW", az="Ortaqdərə")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_lexicon(tmp_path / "lexicon")


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Import:
    def run(*records: dict[str, Any], words: str = "") -> Report:
        data = write_places(tmp_path / "places.jsonl", [OLDVALE, NEWVALE, *records])
        lists = []
        if words:
            lists.append(tmp_path / "words.txt")
            lists[0].write_text(words, encoding="utf-8")
        return import_places(data, folder, PACK, lists)

    return run


def load(folder: Path) -> Lexicon:
    lexicon, findings = read(folder)
    assert [str(finding) for finding in findings if finding.rule != "unused-key"] == []
    if lexicon is None:  # only unused keys were found
        from service.lexicon.store import read_draft

        lexicon = read_draft(folder)[0].lexicon
    return lexicon


def concept(lexicon: Lexicon, wof: int) -> Concept:
    return next(one for one in lexicon.concepts.values() if one.external_ids.get("wof") == str(wof))


def texts(lexicon: Lexicon, wof: int, lang: str) -> set[str]:
    return {label.text for label in concept(lexicon, wof).labels if label.lang == lang}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_place_with_two_names_is_a_contested_draft_with_each_form_on_its_side(folder: Path, run: Import) -> None:
    run(MILL)
    lexicon = load(folder)
    mill = concept(lexicon, 3)
    assert (mill.status, mill.contested, mill.kind) == ("draft", True, "village")
    users = {label.text: label.perspectives for label in mill.labels}
    assert users["Jraghatsadzor"] == ("armenian-usage",)
    assert users["Deyirmanlyk"] == ("azerbaijani-usage",)
    assert users["Дейирманлык"] == ("azerbaijani-usage", "russian-usage")
    assert {label.stance for label in mill.labels} == {"sided"}
    assert mill.relations[0].to == concept(lexicon, 1).id


def test_a_lack_is_excused_and_the_excuse_goes_with_it(folder: Path, run: Import) -> None:
    run(MILL)
    assert "lang: ru" in (folder / "exceptions.yml").read_text(encoding="utf-8")
    mill = {**MILL, "names": [*MILL["names"], {**MILL["names"][2], "text": "Джрагацадзор"}]}
    run(mill)
    assert "lang: ru" not in (folder / "exceptions.yml").read_text(encoding="utf-8")
    load(folder)


def test_share_alike_numbers_are_not_taken_over(folder: Path, run: Import) -> None:
    run(MILL)
    assert concept(load(folder), 3).external_ids == {"geonames": "1003", "wof": "3"}


def test_names_of_low_confidence_are_not_entered(folder: Path, run: Import) -> None:
    report = run(place(6, low=True, az="Daşkörpü", hy="Քարակամուրջ"))
    assert ("place-6", "names of low confidence") in report.left_out
    seconded = place(6, low=True, az="Daşkörpü", hy="Քարակամուրջ")
    seconded["names"][0]["also_in"] = ["another gazetteer"]
    run(seconded)
    assert {label.text for label in concept(load(folder), 6).labels} == {"Daşkörpü"}


def test_a_latin_form_that_writes_out_neither_name_is_left_out(folder: Path, run: Import) -> None:
    run({**MILL, "names": [*MILL["names"], {**MILL["names"][3], "lang": "und-Latn", "text": "Pitomnik"}]})
    assert "Pitomnik" not in texts(load(folder), 3, "en")


def test_a_form_that_the_source_calls_romanised_armenian_is_so_whatever_it_resembles(folder: Path, run: Import) -> None:
    run(place(3, az="Dəyirmanlıq", hy=["Ջրաղացաձոր", "Դեյիրմանլըղ"], hy_Latn="Deyirmanlygh", und_Latn="Deyirmanlyk"))
    lexicon = load(folder)
    users = {label.text: (label.perspectives, label.type) for label in concept(lexicon, 3).labels if label.lang == "en"}
    assert users == {
        "Deyirmanlygh": (("armenian-usage",), "exonym"),
        "Deyirmanlyk": (("azerbaijani-usage",), "romanised endonym"),
    }


def test_a_name_that_both_write_is_not_one_sided(folder: Path, run: Import) -> None:
    run(place(3, az="Dəyirmanlıq", hy_Latn="Deyirmanlygh"))
    assert {label.stance for label in concept(load(folder), 3).labels} == {"neutral"}


def test_the_stand_in_for_schwa_becomes_schwa(folder: Path, run: Import) -> None:
    run(place(7, az="Bǝhrǝmtǝpǝ"))
    assert texts(load(folder), 7, "az") == {"Bəhrəmtəpə"}


def test_a_joiner_inside_a_persian_name_stays(folder: Path, run: Import) -> None:
    name = {"text": "ده\u200cکهنه\u200c", "lang": "fa", "script": "Arab", "rank": "preferred", "source": "wof:7"}
    record = place(7, az="Köhnəkənd")
    run({**record, "names": [*record["names"], name]})
    assert texts(load(folder), 7, "fa") == {"ده\u200cکهنه"}


def test_homonyms_are_told_apart_by_their_districts(folder: Path, run: Import) -> None:
    run(*TWINS)
    lexicon = load(folder)
    assert all(label.contextual for number in (4, 5) for label in concept(lexicon, number).labels)  # nothing made up
    first, second = concept(lexicon, 4).id, concept(lexicon, 5).id
    assert not list(failures(Annotator(lexicon)))
    annotator = Annotator(lexicon)

    def meant(text: str) -> list[str | None]:
        result = annotator.annotate(Request(text=text))
        found = [a.concept.id for a in result.annotations if a.surface == "Ortaqdərə"]
        return [*found, *(None for _ in result.unresolved)]

    assert meant("Ortaqdərə lies in Oldvale district.") == [first]
    assert meant("Ortaqdərə lies in Newvale district.") == [second]
    assert meant("The news is from Newvale district. Ortaqdərə is quiet.") == [second]
    assert meant("Oldvale district and Newvale district quarrel. Ortaqdərə is quiet.") == [None]
    assert meant("Ortaqdərə is quiet.") == []


def test_a_place_of_that_name_outside_the_lexicon_counts(folder: Path, run: Import) -> None:
    far = {**place(8, az="Ortaqdərə"), "zone": "az-other"}
    run(TWINS[0], far)
    lexicon = load(folder)
    assert [form.forms for form in lexicon.ambiguous] == [("Ortaqdərə",)]
    assert {sense.concept for sense in lexicon.ambiguous[0].senses} == {concept(lexicon, 4).id}


@pytest.mark.parametrize(("name", "words"), [("Bulaq", "bulak\n"), ("Tuğ", ""), ("Mahmudlu", "mahmud\n")])
def test_everyday_words_and_short_names_need_context(folder: Path, run: Import, name: str, words: str) -> None:
    run(place(9, az=name), words=words)
    lexicon = load(folder)
    assert not list(failures(Annotator(lexicon)))
    annotator = Annotator(lexicon)
    assert not annotator.annotate(Request(text=f"{name} is here.")).annotations
    found = annotator.annotate(Request(text=f"In Karabakh, {name} kəndi is small.")).annotations
    assert concept(lexicon, 9).id in {annotation.concept.id for annotation in found}


def test_the_chief_name_of_a_town_is_no_everyday_word(folder: Path, run: Import) -> None:
    run(place(9, "town", az=["Qarabulaq", "Bazarlar"]), words="karabulak\nbazarlar\n")
    contextual = {label.text for label in concept(load(folder), 9).labels if label.contextual}
    assert contextual == {"Bazarlar"}


def test_words_once_found_are_kept(folder: Path, run: Import) -> None:
    run(place(9, az="Bulaq"), words="bulak\n")
    before = files(folder)
    run(place(9, az="Bulaq"))
    assert files(folder) == before


def test_a_second_run_changes_nothing(folder: Path, run: Import) -> None:
    run(MILL, *TWINS)
    before = files(folder)
    assert run(MILL, *TWINS).files == (0, 0, 0)
    assert files(folder) == before


def test_newer_data_changes_what_nobody_touched(folder: Path, run: Import) -> None:
    run(MILL)
    old = concept(load(folder), 3).id
    run({**MILL, "names": [*MILL["names"], {**MILL["names"][0], "text": "Dəyirmanlıqlar"}]})
    lexicon = load(folder)
    assert "Dəyirmanlıqlar" in texts(lexicon, 3, "az")
    assert concept(lexicon, 3).id == old


def test_a_file_that_a_person_changed_is_left_alone(folder: Path, run: Import) -> None:
    run(MILL, *TWINS)
    file = folder / concept(load(folder), 3).path
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: reviewed"), encoding="utf-8")
    before = file.read_bytes()
    run({**MILL, "names": MILL["names"][:1]}, *TWINS)
    assert file.read_bytes() == before
    assert len([path for path in files(folder) if "places/" in path]) == 6


def test_the_ambiguous_names_of_a_place_that_a_person_changed_stay(folder: Path, run: Import) -> None:
    twin = {**TWINS[0], "names": [*TWINS[0]["names"], *place(4, ru="Ортакдара")["names"]]}
    run(twin, TWINS[1])
    file = folder / concept(load(folder), 4).path
    file.write_text(file.read_text(encoding="utf-8").replace("status: draft", "status: reviewed"), encoding="utf-8")
    before = files(folder)
    assert run(twin, TWINS[1]).files == (0, 0, 0)
    assert files(folder) == before


def test_what_no_test_can_tell_apart_is_described(folder: Path, run: Import) -> None:
    run(TWINS[0], place(6, "town", "AZ-NEW", az="Ortaqdərə"))
    labels = {label.text: label.type for label in concept(load(folder), 4).labels}
    assert labels == {"Köhnədərə rayonunun Ortaqdərə kəndi": "description"}


def test_a_file_that_a_person_deleted_does_not_come_back(folder: Path, run: Import) -> None:
    run(MILL)
    (folder / concept(load(folder), 3).path).unlink()
    report = run(MILL)
    assert ("place-3", "a person deleted it") in report.left_out
    assert not any(one.external_ids.get("wof") == "3" for one in load(folder).concepts.values())


def test_a_place_that_the_newer_file_lacks_stays(folder: Path, run: Import) -> None:
    run(MILL)
    run()
    assert concept(load(folder), 3).status == "draft"


BY_HAND = """# Dəyirmanlıq
id: c-761psg
kind: village
gloss: village on a river
status: reviewed
contested: no
labels:
  - text: Ortaqdərə
    lang: az
    script: Latn
    type: endonym
    stance: sided
    uses:
      - {by: azerbaijani-usage, source: atlas}
external_ids: {wof: 3}
"""


def test_what_people_made_comes_first(tmp_path: Path) -> None:
    folder = write_lexicon(tmp_path / "lexicon", ("vale/places/c-761psg.yml", BY_HAND))
    data = write_places(
        tmp_path / "places.jsonl", [OLDVALE, NEWVALE, MILL, place(4, az="Ortaqdərə", und_Latn="Ortagdere")]
    )
    report = import_places(data, folder, PACK)
    assert report.recognized == 1
    assert (folder / "vale/places/c-761psg.yml").read_text(encoding="utf-8") == BY_HAND
    lexicon = load(folder)
    assert texts(lexicon, 4, "az") == set()
    assert texts(lexicon, 4, "en") == {"Ortagdere"}
    assert "Ortaqdərə" in (folder / concept(lexicon, 4).path).read_text(encoding="utf-8").split("id:")[0]


def test_a_line_that_is_no_record_is_named(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "places.jsonl"
    data.write_text('\n{"key": "x"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        import_places(data, folder, PACK)


def test_a_lexicon_that_cannot_be_read_is_not_written_to(folder: Path, run: Import) -> None:
    (folder / "vale/places/c-2mxcsk.yml").write_text("id: [", encoding="utf-8")
    before = files(folder)
    with pytest.raises(InputError, match="c-2mxcsk"):
        run(MILL)
    assert files(folder) == before
