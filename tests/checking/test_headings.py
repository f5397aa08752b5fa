from service.checking.headings import heading
from service.lexicon.model import Label, Use
from tests.invented import TOWN, concept, label, make_lexicon


def shown(*labels: Label, lang: str = "en", contested: bool = True) -> list[str]:
    town = concept(TOWN, *labels, contested=contested)
    return [one.text for one in heading(town, make_lexicon(town), lang)]


def test_a_name_of_each_side_in_alphabetical_order() -> None:
    assert shown(label("Oldvale"), label("Nuvel", by="lowland-press")) == ["Nuvel", "Oldvale"]


def test_the_name_with_most_uses_stands_for_its_side() -> None:
    often = (Use("upland-press", "gazette"), Use("upland-press", "ledger"))
    assert shown(label("Aldvale"), label("Oldvale", uses=often), label("Nuvel", by="lowland-press")) == [
        "Nuvel",
        "Oldvale",
    ]


def test_a_neutral_name_joins_those_of_the_sides_if_the_thing_is_contested() -> None:
    labels = label("Oldvale"), label("Nuvel", by="lowland-press"), label("The Vale", by="observers", stance="neutral")
    assert shown(*labels) == ["Nuvel", "Oldvale", "The Vale"]
    assert shown(*labels, contested=False) == ["Nuvel", "Oldvale"]


def test_what_bodies_of_no_side_take_over_from_a_side_stands_once() -> None:
    uses = (Use("upland-press", "gazette"), Use("observers", "gazette"))
    assert shown(label("Oldvale", uses=uses), label("Nuvel", by="lowland-press")) == ["Nuvel", "Oldvale"]


def test_judging_words_and_misspellings_head_nothing() -> None:
    assert shown(label("liberated Oldvale", stance="loaded"), label("Odlvale", type="misspelling")) == []


def test_names_come_before_phrases_and_fixed_forms_before_those_of_some_contexts() -> None:
    assert shown(label("a town", type="description"), label("Oldvale")) == ["Oldvale"]
    assert shown(label("ortaq", contextual=True), label("a town", type="description")) == ["a town"]
    assert shown(label("ortaq", contextual=True)) == ["ortaq"]


def test_a_reader_of_another_language_sees_its_names_then_english_then_any() -> None:
    german = label("Altenthal", "de", by="observers")
    assert shown(label("Oldvale"), german, lang="de", contested=False) == ["Altenthal"]
    assert shown(label("Oldvale"), german, lang="ru", contested=False) == ["Oldvale"]
    assert shown(german, lang="ru", contested=False) == ["Altenthal"]


def test_no_half_of_a_pair_is_left_out_for_want_of_a_name_in_the_readers_language() -> None:
    labels = label("Oldvale"), label("Nuvel", by="lowland-press"), label("Нувель", "ru", by="lowland-press")
    assert shown(*labels, lang="ru") == ["Oldvale", "Нувель"]
