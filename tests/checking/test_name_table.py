import pytest

from service.annotation.annotate import Annotator
from service.checking.name_table import NameTable
from service.checking.names import Names
from service.lexicon.model import Lexicon
from tests.invented import MARKET, RIVER, TOWN, concept, label, make_lexicon


def table_of(lexicon: Lexicon) -> NameTable:
    return NameTable(Names(lexicon), Annotator(lexicon).annotate)


@pytest.fixture
def table(lexicon: Lexicon) -> NameTable:
    return table_of(lexicon)


@pytest.mark.parametrize(
    ("name", "outcome", "concepts"),
    [
        ("Oldvale", "found", [TOWN]),
        ("nuvel", "found", [TOWN]),
        ("Նուվել", "found", [TOWN]),
        ("ortaq", "ambiguous", [MARKET, RIVER]),
        ("Oldvlae", "similar", [TOWN]),
        ("Nowhere", "not found", []),
        ("=1+1", "not found", []),
        ("  ", "not found", []),
    ],
)
def test_outcomes(table: NameTable, name: str, outcome: str, concepts: list[str]) -> None:
    row = table.row(name)
    assert row.outcome == outcome
    assert sorted(candidate.concept.id for candidate in row.candidates) == concepts


def test_an_inflected_form_is_found_before_a_similar_one() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Олдвейл", "ru", script="Cyrl")), concept(RIVER, label("Олдвейлу", "az", script="Cyrl"))
    )
    [found] = table_of(lexicon).row("Олдвейлом").candidates
    assert (found.concept.id, found.match, found.label.text) == (TOWN, "inflected", "Олдвейл")
    assert table_of(lexicon).row("Олдвейлом", lang="en").candidates == ()


def test_the_language_of_the_names_narrows_the_search(table: NameTable) -> None:
    assert table.row("Nuvel", lang="az").candidates[0].label.lang == "az"
    assert table.row("Oldvale", lang="az").outcome == "not found"


def test_lines_keep_their_numbers_and_only_the_first_column_counts(table: NameTable) -> None:
    rows = list(table.rows(["Oldvale\t12\tx", "", " \t ", "  Silver Run "]))
    assert [(row.line, row.name, row.outcome) for row in rows] == [(1, "Oldvale", "found"), (4, "Silver Run", "found")]


def test_labels_of_a_language_are_alphabetical_and_shown_once() -> None:
    lexicon = make_lexicon(concept(TOWN, label("b", "en"), label("A", "en"), label("A", "en", type="description")))
    [found] = table_of(lexicon).row("b").candidates
    assert [one.text for one in found.labels("en")] == ["A", "b"]
    assert found.labels("hy") == ()
