"""The counts of a text: labels, sides, voices, mixed use. An invented dispute."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.annotation.report import Report, Voices, report
from service.annotation.sides import side_of
from service.lexicon.model import Lexicon, Use
from tests.invented import MARKET, RIVER, TOWN, concept, invented_lexicon, label, make_lexicon


def read(text: str, lexicon: Lexicon | None = None, **options: object) -> Report:
    lexicon = lexicon or invented_lexicon()
    return report(Annotator(lexicon).annotate(Request(text=text, lang="en", **options)), lexicon)  # type: ignore[arg-type]


def test_labels_of_a_concept_in_order_of_first_mention_with_counts_and_places() -> None:
    (town,) = read("Nuvel is old. Oldvale is Nuvel.").concepts
    assert [(one.label.text, one.voices.total, one.first.start) for one in town.labels] == [
        ("Nuvel", 2, 0),
        ("Oldvale", 1, 14),
    ]
    assert (town.first.start, town.first.end) == (0, 5)
    assert town.voices == Voices(own=3)


def test_sides_are_counted_by_contested_mentions_only() -> None:
    found = read("Oldvale, Oldvale, Nuvel, Altenthal and the Silver Run.")
    assert {side.key: side.voices.total for side in found.sides} == {"lowland": 1, "upland": 2}
    assert found.shared.voices.total == 1  # Altenthal; the river is not contested
    assert (found.mentions.total, found.contested.total) == (5, 4)


def test_a_side_that_is_never_used_is_told_with_nought() -> None:
    found = read("Oldvale.")
    assert {side.key: side.voices for side in found.sides} == {"lowland": Voices(), "upland": Voices(own=1)}


def test_stances_within_a_side() -> None:
    (upland,) = (side for side in read("Oldvale, liberated Oldvale, Oldvale").sides if side.key == "upland")
    assert upland.stances == {"loaded": Voices(own=1), "sided": Voices(own=2)}


def test_perspectives_count_every_user_of_a_label() -> None:
    both = label("Vale Cross", uses=(Use("lowland-press", "gazette"), Use("observers", "gazette")), stance="sided")
    found = read("Vale Cross and Vale Cross", make_lexicon(concept(TOWN, both)))
    assert [(one.perspective.key, one.voices) for one in found.perspectives] == [
        ("lowland-press", Voices(own=2)),
        ("observers", Voices(own=2)),
    ]


def test_labels_of_a_perspective() -> None:
    (lowland, upland) = read("Oldvale, Nuvel, “liberated Oldvale” and Oldvale.").perspectives
    assert [(one.label.text, one.voices) for one in lowland.labels] == [("Nuvel", Voices(own=1))]
    assert [(one.label.text, one.voices) for one in upland.labels] == [
        ("Oldvale", Voices(own=2)),
        ("liberated Oldvale", Voices(distanced=1)),
    ]
    assert upland.voices == Voices(own=2, distanced=1)


def test_mixed_and_one_sided_are_told_apart() -> None:
    mixed = read("Oldvale, or Nuvel.")
    assert [one.concept.id for one in mixed.mixed] == [TOWN]
    assert mixed.mixed[0].sides == {"lowland": Voices(own=1), "upland": Voices(own=1)}
    assert mixed.one_side_only == ()

    single = read("Oldvale, then Oldvale.")
    assert [one.concept.id for one in single.one_side_only] == [TOWN]
    assert single.mixed == ()


def test_a_shared_name_beside_a_sided_one_is_neither_mixed_nor_one_sided() -> None:
    found = read("Oldvale, in German Altenthal.")
    assert found.mixed == found.one_side_only == ()


def test_an_uncontested_concept_is_never_called_one_sided() -> None:
    lexicon = make_lexicon(concept(RIVER, label("Upstream"), contested=False))
    assert read("Upstream", lexicon).one_side_only == ()


def test_voices() -> None:
    found = read('Oldvale. The mayor said: "We in Oldvale are calm." And "Oldvale" it is.')
    assert found.mentions == Voices(own=1, quoted=1, distanced=1)


def test_judging_labels_in_own_voice_and_in_quotation() -> None:
    found = read('The liberated Oldvale. He said: "Our liberated Oldvale is calm today." Nuvel.')
    (judging,) = found.judging
    assert (judging.label.text, judging.label.stance) == ("liberated Oldvale", "loaded")
    assert judging.voices == Voices(own=1, quoted=1)
    assert judging.first.start == 4


def test_unresolved_mentions_are_only_numbered() -> None:
    found = read("The ortaq is old.")
    assert found.unresolved == 1
    assert found.concepts == ()
    assert found.sides == ()


def test_filters_of_the_request_hold_for_the_report() -> None:
    found = read("Oldvale on the Silver Run, the ortaq full of stalls.", kinds=["river"])
    assert {one.concept.id for one in found.concepts} == {RIVER}
    assert MARKET not in {one.concept.id for one in found.concepts}


@pytest.mark.parametrize(
    ("users", "stance", "side"),
    [
        (("upland-press",), "sided", "upland"),
        (("upland-press", "observers"), "loaded", "upland"),
        (("upland-press", "lowland-press"), "loaded", None),
        (("observers",), "loaded", None),
        (("upland-press", "observers"), "neutral", None),
    ],
)
def test_whose_label_it_is(users: tuple[str, ...], stance: str, side: str | None) -> None:
    found = label("Oldvale", stance=stance, uses=tuple(Use(key, "gazette") for key in users))
    assert side_of(found, invented_lexicon().perspectives) == side


def test_an_empty_answer_has_an_empty_report() -> None:
    found = read("Nothing to see.")
    assert (found.mentions, found.contested, found.unresolved) == (Voices(), Voices(), 0)
