"""Words before a surname: whose first name they are, and whether the person has that occupation."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.text.persons import first_name_key
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense

_ADA = concept("c-ada", label("Ada Smith", "en"), kind="person", gloss="writer, once mayor of Vale")
_VALE = concept("c-vale", "Vale", kind="region")
_SMITH = ambiguous("Smith", sense("c-ada", "Smith", mentions=("c-vale",)))
_OCCUPATIONS = ("wrestler*", "writer writer poet", "lawyer lawyer", "juggler")


def annotate(text: str, lang: str = "en") -> Result:
    words = {"titles": ("Then",), "first_names": ("Rosa", "Ада"), "occupations": _OCCUPATIONS}
    return Annotator(lexicon([_ADA, _VALE], [_SMITH], **words)).annotate(Request(text=text, lang=lang))  # type: ignore[arg-type]


def named(text: str, lang: str = "en") -> bool:
    return "c-ada" in [a.concept.id for a in annotate(text, lang).annotations if a.surface == "Smith"]


@pytest.mark.parametrize(
    "text",
    [
        "In Vale Smith spoke.",
        "Vale waits. Visiting Smith is hard.",
        "Vale waits: “Visiting Smith is hard.”",
        "Vale waits\nVisiting Smith",
        "Vale Waits Today While Visiting Smith Again",
        "Vale waits. Then Smith spoke.",
    ],
)
def test_an_ordinary_word_at_the_beginning_of_a_sentence_or_in_a_heading_is_no_first_name(text: str) -> None:
    assert named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vale waits. Rosa Smith spoke.",
        "Vale waits for Rosa Smith.",
        "Vale waits for Ottokar Smith.",
        "Vale Waits Today While Visiting Rosa Smith Again",
        "VALE WAITS FOR ROSA SMITH",
    ],
)
def test_a_common_first_name_is_one_anywhere_and_an_unknown_word_within_a_sentence(text: str) -> None:
    assert not named(text)


def test_where_nouns_have_capitals_only_common_first_names_count() -> None:
    assert named("Das ist nicht der Vale, den die Freundin Smith mag.", "de")
    assert not named("Das ist nicht der Vale, den Rosa Smith mag.", "de")


def test_an_occupation_of_somebody_else_keeps_the_surname_open() -> None:
    result = annotate("In Vale the juggler Smith spoke.")
    assert [u.surface for u in result.unresolved] == ["Smith"]
    assert "“juggler” stands beside it, another occupation" in result.unresolved[0].why
    assert not named("In Vale two wrestlers Smith met.")
    assert not named("Vale waits. Juggler Smith spoke.")
    assert named("In Vale they saw the juggler. Smith spoke.")


def test_an_occupation_in_the_gloss_is_the_persons_own() -> None:
    assert named("In Vale the writer Smith spoke.")
    assert not named("In Vale the lawyer Smith spoke.")


def test_whoever_is_named_in_full_may_have_an_occupation_that_persons_of_the_lexicon_have() -> None:
    assert named("Ada Smith came to Vale. The lawyer Smith spoke.")
    assert not named("Ada Smith came to Vale. The juggler Smith spoke.")


@pytest.mark.parametrize("surface", ["Ada B. Smith", "Ada B. C. Smith", "Ada Bea Smith", "Ada Bea oglu Smith"])
def test_a_middle_name_or_a_fathers_name_belongs_to_the_name(surface: str) -> None:
    assert [a.surface for a in annotate(f"Here is {surface}.").annotations] == [surface]


@pytest.mark.parametrize("text", ["Here is Ada, B. Smith.", "Here is Ida Bea Smith.", "Here is Ada with Smith."])
def test_what_is_no_first_name_of_the_person_does_not(text: str) -> None:
    assert annotate(text).annotations == ()


@pytest.mark.parametrize("form", ["рустам", "рустама", "рустаму", "рустамом", "рустаме"])
def test_the_cases_of_a_russian_first_name_have_one_key(form: str) -> None:
    assert first_name_key(form) == first_name_key("рустам")
    assert first_name_key(form) != first_name_key("роза")


def _places(text: str) -> tuple[list[str], list[str], list[str]]:
    concepts = [
        concept("c-mill", "Mill", label("Rosa", "en"), kind="village"),
        concept("c-dale", label("Dale", contextual=True), kind="village"),
        concept("c-town", "Oldvale", label("Karl", "en"), kind="town"),
        _VALE,
    ]
    dale = ambiguous("Dale", sense("c-dale", "Dale", mentions=("c-vale",)))
    result = Annotator(lexicon(concepts, [dale], first_names=("Rosa", "Karl", "Ada"))).annotate(Request(text=text))
    return (
        [item.surface for item in result.annotations],
        [item.surface for item in result.unresolved],
        [item.surface for item in result.suppressed],
    )


@pytest.mark.parametrize("text", ["Ada Mill spoke.", "Ada Dale spoke.", "Rosa Orlov spoke.", "Karl Orlyan spoke."])
def test_a_settlement_beside_a_first_name_or_a_surname_is_a_person(text: str) -> None:
    named, unresolved, suppressed = _places(f"Vale waits. {text}")
    assert (named, unresolved) == (["Vale"], [])
    assert suppressed


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Ottokar Mill", "Mill"),
        ("to Ada. Mill lies", "Mill"),
        ("ada Mill", "Mill"),
        ("Ada Oldvale", "Oldvale"),
        ("Ottokar Dale", "Dale"),
        ("Karl Street", "Karl"),
        ("Rosa, Orlov", "Rosa"),
        ("Mill Orlov", "Mill"),
    ],
)
def test_other_words_beside_a_settlement_make_no_person_of_it(text: str, surface: str) -> None:
    assert surface in _places(f"Vale waits for {text}.")[0]


def test_who_is_called_like_a_village_is_meant_in_the_next_sentence_too() -> None:
    named, unresolved, _ = _places("Vale waits. Ada Dale spoke. Dale left. It rains. In Vale is Dale.")
    assert (named, unresolved) == (["Vale", "Vale", "Dale"], ["Dale"])


def test_in_a_script_without_capitals_common_first_names_count() -> None:
    ada = concept("c-ada", label("ადა სმიტი", "ka"), kind="person")
    smith = ambiguous("სმიტი", sense("c-ada", "სმიტი", mentions=("c-vale",)))
    vale = concept("c-vale", label("ველი", "ka"), kind="region")
    annotator = Annotator(lexicon([ada, vale], [smith], first_names=("როზა",)))

    def marked(text: str) -> list[str]:
        return [a.surface for a in annotator.annotate(Request(text=text, lang="ka")).annotations]

    assert marked("ველი: მინისტრი სმიტი") == ["ველი", "სმიტი"]
    assert marked("ველი: ადა სმიტი") == ["ველი", "ადა სმიტი"]
    assert marked("ველი: როზა სმიტი") == ["ველი"]
    assert marked("ველი როზა. სმიტი") == ["ველი", "სმიტი"]
