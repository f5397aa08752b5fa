"""Initials before a surname: they belong to the mention and decide between namesakes."""

from dataclasses import replace

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense

_ADA = concept("c-ada", label("Ada Smith", "en"), kind="person")
_BOB = concept("c-bob", label("Bob Smith", "en"), label("Боб Смит", "ru"), kind="person")
_BEN = concept("c-ben", label("Ben Miller", "en"), label("Benn van Dale", "de"), kind="person")
_BEA = concept("c-bea", label("Bea Miller", "en"), kind="person")
_BOX = concept("c-box", label("Bo X. Baker II", "en"), label("Chief of Dale", "en"), kind="person")
_VALE = concept("c-vale", "Vale", kind="region", contested=True)
_CALM = concept("c-calm", "Calm", kind="country")
_SMITH = ambiguous("Smith", sense("c-ada", "Smith", mentions=("c-ada",)), sense("c-bob", "Smith", mentions=("c-bob",)))


def annotate(text: str, lang: str = "en") -> Result:
    persons = [_ADA, _BOB, _BEN, _BEA, _BOX, _VALE, _CALM]
    return Annotator(lexicon(persons, [_SMITH], titles=("Chief", "P."))).annotate(Request(text=text, lang=lang))


def found(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(a.surface, a.concept.id) for a in annotate(text, lang).annotations if a.concept.kind == "person"]


@pytest.mark.parametrize(
    ("surface", "person"),
    [
        ("A. Smith", "c-ada"),
        ("B. Smith", "c-bob"),
        ("B.Smith", "c-bob"),
        ("B.\u00a0Smith", "c-bob"),
        ("B\u2024 Smith", "c-bob"),
        ("B. C. Smith", "c-bob"),
        ("B.C. Smith", "c-bob"),
        ("B.-C. Smith", "c-bob"),
        ("Bo. Smith", "c-bob"),
        ("Be. van Dale", "c-ben"),
        ("A. SMITH", "c-ada"),
    ],
)
def test_initials_and_surname_are_one_mention(surface: str, person: str) -> None:
    assert found(f"In Vale {surface} spoke.") == [(surface, person)]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In Vale Smith B. spoke.", "Smith B."),
        ("In Vale Smith B.C. spoke.", "Smith B.C."),
        ("In Vale it was signed by Smith B. C.", "Smith B. C."),
        ("In Vale SMITH B.C. Dale", "SMITH B.C."),
        ("In Vale Smith B.C. D.Hill", "Smith B.C."),
        ("In Vale: Смит Боб Карлович.", "Смит Боб Карлович"),
        ("In Vale: Смита Боба Карловича.", "Смита Боба Карловича"),
        ("In Vale, Smith Bob Carl oğlu spoke.", "Smith Bob Carl oğlu"),
        ("Ada Smith of Vale. Mr. B. Smith spoke.", "B. Smith"),
        ("Of Vale he said so. B. Smith spoke.", "B. Smith"),
    ],
)
def test_initials_and_first_names_may_stand_behind(text: str, surface: str) -> None:
    assert (surface, "c-bob") in found(text)


@pytest.mark.parametrize("after", ["C. D.", "C.", "Bob, Dale", "Carl Bob oğlu", "b. c.", "B. Dale"])
def test_what_stands_behind_may_be_no_name_of_the_person(after: str) -> None:
    assert "c-bob" not in [person for _, person in found(f"In Vale Smith {after} spoke.")]


def test_initials_behind_keep_the_surname_from_somebody_else() -> None:
    result = annotate("Ada Smith of Vale came. Then Smith C. D. spoke.")
    assert [(u.surface, "“C. D.” stands beside it" in u.why) for u in result.unresolved] == [("Smith", True)]


def test_the_cases_of_the_surname_are_found_too() -> None:
    assert found("The van Dale of Vale: B. van Dales Haus.", "de") == [("B. van Dales", "c-ben")]


def test_it_needs_a_text_on_the_dispute_or_the_full_name() -> None:
    assert found("A. Smith came to Calm.") == []
    assert found("Ada Smith is known. A. Smith came to Calm.") == [("Ada Smith", "c-ada"), ("A. Smith", "c-ada")]


def test_an_initial_of_two_namesakes_stays_open_until_one_is_named() -> None:
    assert found("In Vale B. Miller spoke.") == []
    assert found("In Vale spoke Ben Miller. B. Miller left.") == [("Ben Miller", "c-ben"), ("B. Miller", "c-ben")]


@pytest.mark.parametrize("text", ["C. Smith", "S. Smith", "C. A. Smith", "C. Miller", "Miller", "Dale", "Chief Dale"])
def test_initials_of_nobody_and_a_surname_alone_name_nobody(text: str) -> None:
    assert found(f"Of Vale and Ada Dale spoke {text}.") == []


def test_initials_of_somebody_else_keep_the_surname_from_the_person_named_before() -> None:
    result = annotate("Ada Smith of Vale came. Then C. Smith spoke.")
    assert [a.surface for a in result.annotations] == ["Ada Smith", "Vale"]
    assert [(u.surface, "“C.” stands beside it" in u.why) for u in result.unresolved] == [("Smith", True)]


@pytest.mark.parametrize("before", ["St. ", "vs. ", "No. ", "Calm."])
def test_other_abbreviations_are_no_initials(before: str) -> None:
    assert found(f"Ada Smith of Vale came; {before}Smith spoke.") == [("Ada Smith", "c-ada"), ("Smith", "c-ada")]


def test_a_letter_that_is_a_title_is_no_initial() -> None:
    persons = [concept("c-pia", "Pia Smith", kind="person"), _VALE]
    form = ambiguous("Smith", sense("c-pia", "Smith", mentions=("c-vale",)))
    result = Annotator(lexicon(persons, [form], titles=("P.",))).annotate(Request(text="In Vale P. Smith.", lang="en"))
    assert [a.surface for a in result.annotations] == ["Vale", "Smith"]


def test_a_numeral_is_no_surname_and_a_phrase_no_name() -> None:
    assert found("In Vale B. II and C. Dale.") == []
    assert found("In Vale B. Baker II, C. of Dale.") == []


def test_what_was_asked_before_changes_nothing() -> None:
    persons = [_ADA, concept("c-vale", label("Vale", "en"), kind="region")]
    english = ambiguous("Smith", sense("c-ada", "Smith", mentions=("c-vale",)))
    german = replace(ambiguous("Smith", sense("c-ada", "Smith", words=("Haus",))), lang="de", path="vale/other.yml")
    built = lexicon(persons, [english, german])
    asked = [Request(text="In the Vale A. Smith spoke of the house.", lang=lang) for lang in ("en", "de")]
    first, second = Annotator(built), Annotator(built)
    forwards = [first.annotate(request) for request in asked]
    assert forwards == [second.annotate(request) for request in reversed(asked)][::-1]
