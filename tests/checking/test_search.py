import pytest

from service.checking.names import Names
from service.checking.search import Search
from tests.invented import MARKET, RIVER, TOWN, concept, label, make_lexicon

LEXICON = make_lexicon(
    concept(TOWN, label("Oldvale"), gloss="town on the run"),
    concept(RIVER, label("Olde Vale Run"), gloss="river"),
    concept(MARKET, label("Oldvane"), gloss="market"),
)
SEARCH = Search(LEXICON, Names(LEXICON))


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("Oldvale", [TOWN, MARKET]),  # the name itself before one that is much like it
        ("old", [MARKET, RIVER, TOWN]),  # beginnings of names, in order of ID
        ("vale", [RIVER]),  # of words, not their middles
        ("run", [RIVER, TOWN]),  # words of names before those of glosses
        ("de va", [ ]),
        ("Vale Run", [RIVER]),
        (TOWN, [TOWN]),
        (f" {TOWN} ", [TOWN]),
        ("Run\nriver", []),
        ("’", []),
        ("", []),
    ],
)  # fmt: skip
def test_best_first(q: str, found: list[str]) -> None:
    assert [hit.concept.id for hit in SEARCH.find(q)] == found


def test_a_whole_name_says_which_label_was_recognized() -> None:
    whole, begun = SEARCH.find("OLDVALE")[0], SEARCH.find("ol")[0]
    assert whole.match is not None
    assert whole.match.label.text == "Oldvale"
    assert begun.match is None


def test_how_a_concept_was_found() -> None:
    tiers = {q: [hit.tier for hit in SEARCH.find(q)] for q in ("Oldvale", "oldval", "run", "market")}
    assert tiers == {"Oldvale": [0, 4], "oldval": [1], "run": [2, 3], "market": [3]}
