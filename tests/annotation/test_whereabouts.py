"""Places of one name: the district beside the name decides, then the one in the sentence, then in the paragraph."""

from dataclasses import replace

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.lexicon.model import Concept, Lexicon, Relation, Sense, When
from tests.annotation.builders import ambiguous, concept, label, lexicon


def _village(concept_id: str, name: str, district: str) -> Concept:
    return replace(concept(concept_id, name, kind="village"), relations=(Relation("in", district),))


_CONCEPTS = (
    concept("c-north", "North Vale", kind="district"),
    concept("c-south", "South Vale", kind="district"),
    concept("c-land", "Highland", kind="country"),
    concept("c-mouth", "Mouth", kind="town"),
    concept("c-mouth-district", "Mouth district", kind="district"),
    _village("c-mill-north", "Upper Mill", "c-north"),
    _village("c-mill-south", "Lower Mill", "c-south"),
    _village("c-weir", "Far Weir", "c-north"),
    _village("c-hill", "High Hill", "c-south"),
    concept("c-judge", "Judge Mill", kind="person"),
    replace(concept("c-old", "Old Vale", kind="district"), relations=(Relation("overlaps", "c-south"),)),
)


def _sense(village: str, form: str, own: str, other: str) -> Sense:
    when, unless = When(mentions=(own, "c-land", "c-mouth")), When(mentions=(other,))
    return Sense(village, (when,), label(form, contextual=True), (unless,))


_MILL = ambiguous(
    "Mill", _sense("c-mill-north", "Mill", "c-north", "c-south"), _sense("c-mill-south", "Mill", "c-south", "c-north")
)
_HILL = ambiguous(
    "Hill",
    Sense(
        "c-hill",
        (When(mentions=("c-south",), after=("village*",)), When(mentions=("c-south",), before=("villages of",))),
        label("Hill", contextual=True),
    ),
)
_JUDGE = ambiguous("Judge", Sense("c-judge", (When(after=("village*",)),), label("Judge", contextual=True)))
_WEIR = ambiguous("Weir", Sense("c-weir", (When(words=("water",)),), label("Weir", contextual=True)))


def annotate(text: str) -> Result:
    return Annotator(lexicon(_CONCEPTS, [_MILL, _WEIR, _HILL, _JUDGE])).annotate(Request(text=text))


def meant(text: str, surface: str = "Mill") -> list[str]:
    return [a.concept.id for a in annotate(text).annotations if a.surface == surface]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The village of Mill in North Vale, not in South Vale.", ["c-mill-north"]),
        ("South Vale, and Mill (North Vale) lies east.", ["c-mill-north"]),
        ("North Vale Mill and South Vale Mill", ["c-mill-north", "c-mill-south"]),
        ("South Vale is far. In North Vale it rains, and Mill waits.", ["c-mill-north"]),
        ("South Vale is far.\n\nNorth Vale is near. Mill waits.", ["c-mill-north"]),
    ],
)
def test_the_district_named_nearest_decides(text: str, expected: list[str]) -> None:
    assert meant(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "North Vale, South Vale, and Mill",
        "North Vale and Mill and South Vale",
        "North Vale is far.\n\nSouth Vale is near.\n\nMill waits.",
        "Highland Mill",
    ],
)
def test_a_tie_and_what_both_lie_in_decide_nothing(text: str) -> None:
    assert meant(text) == []


def test_the_district_beside_a_single_village_is_enough() -> None:
    assert meant("Weir in North Vale", "Weir") == ["c-weir"]
    assert meant("North Vale is far. Weir is near.", "Weir") == []


def test_the_town_that_a_district_has_its_name_from_counts_as_mentioned() -> None:
    form = ambiguous("Ferry", Sense("c-weir", (When(mentions=("c-mouth",)),), label("Ferry", contextual=True)))
    result = Annotator(lexicon(_CONCEPTS, [form])).annotate(Request(text="Mouth district has the Ferry."))
    assert [a.surface for a in result.annotations] == ["Mouth district", "Ferry"]


def test_the_reason_is_told() -> None:
    (mill,) = [a for a in annotate("North Vale Mill, then South Vale").annotations if a.surface == "Mill"]
    assert "named nearest" in mill.why


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("South Vale: Hill, Ortaq and Nuvel villages.", ["Hill"]),
        ("South Vale: the villages of Ortaq, Nuvel and Hill.", ["Hill"]),
        ("South Vale: the villages of Ortaq rest, and Hill.", []),
        ("South Vale: Hill, and then the villages.", []),
        ("North Vale: Hill, Ortaq and Nuvel villages.", []),
    ],
)
def test_villages_in_a_list_share_the_noun_at_its_end(text: str, found: list[str]) -> None:
    assert meant(text, "Hill") == ["c-hill"] * len(found)


def test_persons_share_no_noun_with_what_they_stand_beside() -> None:
    assert meant("Judge, Ortaq and Nuvel villages", "Judge") == []
    assert meant("Judge villages", "Judge") == ["c-judge"]


def test_a_district_on_the_ground_of_another_speaks_for_its_villages() -> None:
    assert meant("Hill village, Old Vale", "Hill") == ["c-hill"]
    assert meant("Mill, Old Vale") == ["c-mill-south"]
    overlapped = annotate("South Vale: Mill")
    assert [one.concept.id for one in overlapped.annotations] == ["c-south", "c-mill-south"]


@pytest.mark.parametrize(
    ("contested", "kind", "found"),
    [(True, "town", ["c-band"]), (True, "district", ["c-band"]), (True, "person", []), (False, "town", [])],
)
def test_a_contested_place_speaks_for_the_area_of_the_dispute(contested: bool, kind: str, found: list[str]) -> None:
    built = lexicon(
        (
            concept("c-vale", "The Vale", kind="region"),
            concept("c-band", "Band of the Vale", kind="force"),
            concept("c-nuvel", "Nuvel", kind=kind, contested=contested),
        ),
        [ambiguous("the band", Sense("c-band", (When(mentions=("c-vale",)),), label("the band", contextual=True)))],
    )
    disputed = replace(built, packs={key: replace(pack, area="c-vale") for key, pack in built.packs.items()})
    text = "In Nuvel the band plays."

    def bands(of: Lexicon) -> list[str]:
        found = Annotator(of).annotate(Request(text=text)).annotations
        return [one.concept.id for one in found if one.surface == "the band"]

    assert bands(disputed) == found
    assert bands(built) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vale: the village of Ash", 1),
        ("Vale: both villages of Ash", 1),
        ("Vale: the villagers Ash", 1),
        ("Vale: the villagers of Ash", 0),
        ("Vale: the villa Ash", 0),
        ("Vale: a midvillage Ash", 0),
        ("Vale: village, Ash", 0),
    ],
)
def test_before_takes_words_that_begin_so(text: str, found: int) -> None:
    ash = Sense("c-ash", (When(before=("village*", "village of", "villages of")),), label("Ash", contextual=True))
    built = lexicon([concept("c-ash", "Ash Town"), concept("c-vale", "Vale")], [ambiguous("Ash", ash)])
    assert sum(one.surface == "Ash" for one in Annotator(built).annotate(Request(text=text)).annotations) == found
