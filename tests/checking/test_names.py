from itertools import pairwise

import pytest

from service.annotation.gazetteer import build
from service.checking.names import Names, plain_letters
from service.lexicon.model import Lexicon, Use
from tests.invented import MARKET, RIVER, TOWN, concept, label, make_lexicon


@pytest.fixture(scope="module")
def names(lexicon: Lexicon) -> Names:
    return Names(lexicon)


@pytest.mark.parametrize(
    ("q", "text", "match"),
    [
        ("Oldvale", "Oldvale", "exact"),
        ("  Oldvale ", "Oldvale", "exact"),
        ("OLDVALE", "Oldvale", "folded"),
        ("silver-run", "Silver Run", "folded"),
        ("Nu\u0308vəl", "Nüvəl", "folded"),
        ("Nuvəl", "Nüvəl", "transliterated"),
        ("Nuvel", "Nüvəl", "transliterated"),
        ("Nuvel", "Նուվել", "transliterated"),
        ("Nuvel", "Нувель", "transliterated"),
        ("Oldvlae", "Oldvale", "fuzzy"),
        ("Altentahl", "Altenthal", "fuzzy"),
        ("ortaq", "ortaq", "exact"),
    ],
)
def test_each_label_is_found_by_the_strictest_step(names: Names, q: str, text: str, match: str) -> None:
    assert {found.match for found in names.look_up(q) if found.label.text == text} == {match}


@pytest.mark.parametrize("q", ["", "   ", "?!", "Oldvaleshire", "Old", "zzzz", "日本", "Nvl"])
def test_what_is_not_near_is_not_found(names: Names, q: str) -> None:
    assert names.look_up(q) == []


def test_short_names_are_not_compared_fuzzily() -> None:
    names = Names(make_lexicon(concept(TOWN, label("Baku"), label("Bakura"))))
    assert names.look_up("Boku") == []
    assert names.look_up("Bakul") == []  # one slip from both, but "Baku" is too short and "Bakura" is two away
    assert [found.label.text for found in names.look_up("Bakuro")] == ["Bakura"]


def test_both_meanings_of_an_ambiguous_form_are_found(names: Names) -> None:
    assert [(found.concept.id, found.label.contextual) for found in names.look_up("ortaq")] == [
        (MARKET, True),
        (RIVER, True),
    ]


def test_a_word_that_several_context_tests_lead_to_is_one_match() -> None:
    early = label("ortaq", contextual=True)
    late = label("ortaq", contextual=True, uses=(Use("observers", "ledger"), *early.uses))
    other = label("ortaq", contextual=True, stance="loaded")
    found = Names(make_lexicon(concept(RIVER, early, late, other))).look_up("ortaq")
    assert [(match.label.stance, match.label.perspectives) for match in found] == [
        ("loaded", ("upland-press",)),
        ("sided", ("upland-press", "observers")),
    ]


def test_best_first_and_each_label_once(names: Names) -> None:
    found = names.look_up("nuvel")
    assert found[0].label.text == "Nuvel"
    assert all(earlier.score >= later.score for earlier, later in pairwise(found))
    assert len({(match.concept.id, match.label) for match in found}) == len(found)


def test_kinds_of_match_do_not_overlap_in_score(names: Names) -> None:
    scores: dict[str, set[int]] = {}
    for q in ("Oldvale", "oldvale", "Nuvel", "Oldvlae", "Altenthla", "nüvel"):
        for found in names.look_up(q):
            scores.setdefault(found.match, set()).add(found.score)
    order = [scores[kind] for kind in ("exact", "folded", "transliterated", "fuzzy")]
    assert all(min(better) > max(worse) for better, worse in pairwise(order))
    assert max(order[0]) == 100
    assert min(order[-1]) > 0


def test_language_and_limit(names: Names) -> None:
    assert {found.label.lang for found in names.look_up("Nuvel", lang="az")} == {"az"}
    assert names.look_up("Nuvel", lang="fr") == []
    assert len(names.look_up("Nuvel", limit=2)) == 2
    assert names.look_up("Nuvel", limit=2) == names.look_up("Nuvel")[:2]


def test_order_of_the_lexicon_does_not_matter(lexicon: Lexicon, names: Names) -> None:
    shuffled = make_lexicon(
        *(concept(item.id, *reversed(item.labels)) for item in reversed(list(lexicon.concepts.values())))
    )
    key = [(found.concept.id, found.label, found.match, found.score) for found in names.look_up("Nuvel")]
    assert [(f.concept.id, f.label, f.match, f.score) for f in Names(shuffled).look_up("Nuvel")] == key


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nüvəl", "nuvel"),
        ("Ə", "e"),
        ("Нувель", "nuvel"),
        ("Step`anakert", "stepanakert"),
        ("Silver-Run", "silver run"),
        ("‘Oldvale’", "oldvale"),
        ("ՇՈՒՇԻ", "shushi"),
        ("İstanbul", "istanbul"),
        ("", ""),
    ],
)
def test_plain_letters(text: str, plain: str) -> None:
    assert plain_letters(text) == plain


@pytest.fixture(scope="module")
def inflecting() -> Names:
    lexicon = make_lexicon(
        concept(
            TOWN,
            label("Oldvale"),
            label("Nüvəl", "az"),
            label("Олдвал", "ru", script="Cyrl"),
            label("Նուվել", "hy", script="Armn"),
        ),
        concept(
            RIVER,
            label("Şəkərcik", "az"),
            label("Шекерджик", "ru", script="Cyrl"),
            label("Խաչեն", "hy", script="Armn"),
        ),
    )
    return Names(lexicon, build(lexicon))


def found(names: Names, q: str) -> dict[str, str]:
    return {match.label.text: match.match for match in names.look_up(q) if match.match != "fuzzy"}


@pytest.mark.parametrize(
    ("q", "text"),
    [
        ("Nüvəldə", "Nüvəl"),
        ("nüvəldən", "Nüvəl"),
        ("Նուվելում", "Նուվել"),
        ("Олдвалом", "Олдвал"),
        ("Խաչենից", "Խաչեն"),
    ],
)
def test_an_inflected_form_finds_the_label_of_its_language(inflecting: Names, q: str, text: str) -> None:
    assert found(inflecting, q) == {text: "inflected"}


@pytest.mark.parametrize("q", ["in Nüvəldə", "Nüvəld", "Oldvaledə"])
def test_only_a_whole_form_of_the_language_is_inflected(inflecting: Names, q: str) -> None:
    assert "inflected" not in found(inflecting, q).values()


def test_without_a_gazetteer_no_forms_are_known(names: Names) -> None:
    assert "inflected" not in found(names, "Nüvəldə").values()


@pytest.mark.parametrize(
    ("q", "text"),
    [
        ("Shakarjik", "Şəkərcik"),  # Azerbaijani by the resolution of 2020
        ("Shekerjik", "Şəkərcik"),  # the same in the press
        ("Шәкәрҹик", "Şəkərcik"),  # in the Cyrillic letters of old
        ("Шәкәрҹикдә", "Şəkərcik"),  # and inflected
        ("Shekerdzhik", "Шекерджик"),  # Russian after BGN/PCGN
        ("Schekerdschik", "Шекерджик"),  # in German
        ("Chekerdjik", "Шекерджик"),  # in French
        ("Khachen", "Խաչեն"),  # Armenian after BGN/PCGN
        ("Xacen", "Խաչեն"),  # after ISO 9985
        ("Chatschen", "Խաչեն"),  # in German
    ],
)
def test_systems_of_romanisation_lead_to_the_label(inflecting: Names, q: str, text: str) -> None:
    assert found(inflecting, q)[text] == "transliterated"


def test_what_is_typed_in_another_alphabet_finds_labels_in_latin_letters() -> None:
    names = Names(make_lexicon(concept(TOWN, label("Khodzhan")), concept(RIVER, label("Tschobal", "de"))))
    assert found(names, "Ходжан") == {"Khodzhan": "transliterated"}
    assert found(names, "Чобал") == {"Tschobal": "transliterated"}
