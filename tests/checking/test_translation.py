import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.checking.translation import Comparison, Pair, Standing, compare
from service.lexicon.model import Lexicon, Relation
from tests.invented import MARKET, RIVER, TOWN, concept, label, make_lexicon


def compared(lexicon: Lexicon, source: str, target: str, langs: tuple[str, str] = ("en", "ru")) -> Comparison:
    annotate = Annotator(lexicon).annotate
    return compare(
        annotate(Request(text=source, lang=langs[0])), annotate(Request(text=target, lang=langs[1])), lexicon
    )


@pytest.fixture
def vale() -> Lexicon:
    """A town with names of both sides and of none, in two languages."""
    return make_lexicon(
        concept(
            TOWN,
            label("Oldvale"),
            label("Nuvel", by="lowland-press"),
            label("the vale town", by="observers", stance="neutral", type="description"),
            label("liberated Oldvale", stance="loaded"),
            label("Олдвейл", "ru", script="Cyrl"),
            label("Нувель", "ru", by="lowland-press", script="Cyrl"),
            label("городок", "ru", by="observers", stance="neutral", script="Cyrl", type="description"),
            label("Нувил", "ru", by="lowland-press", script="Cyrl", type="misspelling"),
        )
    )


def only(comparison: Comparison) -> Pair:
    [pair] = comparison.pairs
    return pair


@pytest.mark.parametrize(
    ("source", "target", "outcome"),
    [
        ("Oldvale", "Олдвейл", "kept"),
        ("Oldvale and Nuvel", "Нувель. Олдвейл, Олдвейл.", "kept"),
        ("Oldvale", "Нувель", "changed"),
        ("Oldvale", "городок", "changed"),
        ("Oldvale and Nuvel", "Олдвейл", "changed"),
        ("liberated Oldvale", "Олдвейл", "changed"),
        ("Oldvale", "Город", "missing"),
    ],
)
def test_what_becomes_of_a_name(vale: Lexicon, source: str, target: str, outcome: str) -> None:
    pair = only(compared(vale, source, target))
    assert pair.outcome == outcome
    assert pair.stance_changed is (outcome == "changed")


def test_a_change_says_whose_the_names_are(vale: Lexicon) -> None:
    pair = only(compared(vale, "Oldvale", "Нувель and городок"))
    assert [one.standing for one in pair.source] == [Standing("sided", "upland")]
    assert [one.standing for one in pair.target] == [Standing("sided", "lowland"), Standing("neutral", None)]


@pytest.mark.parametrize(
    ("source", "target", "changed"),
    [
        ("He said: “Oldvale is ours.”", "Олдвейл", True),
        ("Oldvale", "so-called “Олдвейл”", True),
        ("He said: “Oldvale is ours.”", "Он сказал: «Олдвейл наш».", False),
        ("Oldvale: “Oldvale is ours.”", "Олдвейл", False),
    ],
)
def test_a_name_that_comes_out_of_its_quotation_is_told(vale: Lexicon, source: str, target: str, changed: bool) -> None:
    pair = only(compared(vale, source, target))
    assert pair.voice_changed is changed
    assert pair.outcome == ("changed" if changed else "kept")


def test_for_a_missing_name_the_labels_of_the_language_are_offered(vale: Lexicon) -> None:
    pair = only(compared(vale, "Oldvale", "Nothing"))
    assert [one.text for one in pair.offered] == ["городок", "Нувель", "Олдвейл"]
    assert only(compared(vale, "Oldvale", "Нувель")).offered == ()
    assert only(compared(vale, "Oldvale", "Nothing", ("en", "hy"))).offered == ()


def test_mentions_are_gathered_by_label(vale: Lexicon) -> None:
    pair = only(compared(vale, "Oldvale, Nuvel, Oldvale", "Олдвейл"))
    assert [(one.label.text, [found.start for found in one.mentions]) for one in pair.source] == [
        ("Oldvale", [0, 16]), ("Nuvel", [9]),
    ]  # fmt: skip


def test_what_only_the_target_mentions_is_added_and_told_where_it_is_related() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale"), relations=(Relation("in", RIVER),)),
        concept(RIVER, label("Долина", "ru", script="Cyrl")),
        concept(MARKET, label("Рынок", "ru", script="Cyrl")),
    )
    found = compared(lexicon, "Oldvale", "Рынок. Долина.")
    assert [one.concept.id for one in found.added] == [MARKET, RIVER]
    assert [one.id for one in only(found).related] == [RIVER]
    back = compared(lexicon, "Долина", "Oldvale")
    assert [one.id for one in only(back).related] == [TOWN]


def test_words_that_are_not_settled(lexicon: Lexicon) -> None:
    found = compared(lexicon, "Silver Run", "the ortaq", ("en", "en"))
    assert only(found).outcome == "unresolved"
    assert [word.surface for word in only(found).maybe] == ["ortaq"]
    [word] = compared(lexicon, "the ortaq", "Silver Run", ("en", "en")).unsettled
    assert word.mention.surface == "ortaq"
    assert [one.id for one in word.named] == [RIVER]


def test_nothing_to_compare(lexicon: Lexicon) -> None:
    assert compared(lexicon, "nothing", "ничего") == Comparison((), (), ())
