import csv
import io

import pytest

from service.annotation.annotate import Annotator
from service.checking.name_table import NameTable
from service.checking.names import Names
from service.exchange.name_csv import name_csv
from service.lexicon.model import Lexicon
from tests.invented import TOWN, concept, label, make_lexicon


def cells(lexicon: Lexicon, *lines: str, languages: tuple[str, ...] = ("en", "hy")) -> list[list[str]]:
    table = NameTable(Names(lexicon), Annotator(lexicon).annotate)
    written = name_csv(table.rows(lines), languages, lexicon)
    assert written.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_one_row_for_each_candidate(lexicon: Lexicon) -> None:
    heading, *rows = cells(lexicon, "Nuvel", "ortaq", "Nowhere")
    assert heading[-4:] == ["en", "en_stance", "hy", "hy_stance"]
    assert [row[:4] for row in rows] == [
        ["1", "Nuvel", "found", TOWN],
        ["2", "ortaq", "ambiguous", "c-mrk4x4"],
        ["2", "ortaq", "ambiguous", "c-rvr3x3"],
        ["3", "Nowhere", "not found", ""],
    ]
    assert {len(row) for row in rows} == {len(heading)}


def test_labels_stand_beside_their_stances(lexicon: Lexicon) -> None:
    row = cells(lexicon, "Nuvel")[1]
    assert row[-4:] == [
        "liberated Oldvale | Nuvel | Oldvale",
        "loaded (Upland side) | sided (Lowland side) | sided (Upland side)",
        "Նուվել",
        "sided (Upland side)",
    ]


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1"])
def test_no_cell_is_a_formula(name: str) -> None:
    lexicon = make_lexicon(concept(TOWN, label(name), gloss=name))
    row = cells(lexicon, name, languages=("en",))[1]
    assert [row[1], row[5], row[6], row[8]] == [f"'{name}"] * 4
