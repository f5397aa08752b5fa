"""Names inside the names of organisations and works, on an invented lexicon."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Annotation, Request
from tests.annotation.builders import concept, label, lexicon

_HEADS = {
    "en": ("bank", "film", "museum", "FC", "university"),
    "fr": ("musée",),
    "de": ("buch",),
    "ru": ("музе*", "университет*", "фонд*"),
    "az": ("institut*",),
}
_CONCEPTS = (
    concept(
        "c-town", "Oldvale", label("Валес", lang="ru"), label("Валесский", lang="ru"), label("Валесском", lang="ru")
    ),
    concept("c-az", label("Oldval", lang="az")),
    concept("c-press", "Oldvale Times", kind="media"),
)


def annotations(text: str) -> list[Annotation]:
    built = lexicon(_CONCEPTS, heads=_HEADS)
    return list(Annotator(built).annotate(Request(text=text)).annotations)


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("Oldvale Bank opened.", "Oldvale Bank"),
        ("The Oldvale State Art Museum opened.", "Oldvale State Art Museum"),
        ("The Bank of Oldvale opened.", "Bank of Oldvale"),
        ("The Museum of the Oldvale opened.", "Museum of the Oldvale"),
        ("FC Oldvale won.", "FC Oldvale"),
        ("Le Musée d’Oldvale est ouvert.", "Musée d’Oldvale"),
        ("Oldval İnstitutu açıldı.", "Oldval İnstitutu"),
        ("Oldval İnstitutu'nda yangın çıktı.", "Oldval İnstitutu"),
        ("They saw the film “Oldvale” twice.", "Oldvale"),
        ("They saw the film “Back to Oldvale” twice.", "Back to Oldvale"),
        ("фонд «Валес» закрыт", "Валес"),
        ("le musée «\u00a0Oldvale\u00a0»", "Oldvale"),
        ("Институт «Валес музей» закрыт", "Валес музей"),
        ("Он был в Валесском новом университете.", "Валесском новом университете"),
        ("Он был в Музее Валес.", "Музее Валес"),
    ],
)
def test_a_name_inside_a_longer_one_says_so(text: str, longer: str) -> None:
    (annotation,) = annotations(text)
    assert annotation.in_name == longer
    assert annotation.distanced is None


@pytest.mark.parametrize(
    "text",
    [
        "An Oldvale bank opened.",
        "Oldvalda İnstitut açıldı.",
        "The banks of Oldvale flooded.",
        "Oldvale’s Bank opened.",
        "They left Oldvale. Bank clerks stayed.",
        "In Oldvale Mayor Jane Doe Museum was named.",
        "He said “Oldvale is a nice town, and the museum there is open” and left.",
        "The film was called “nice”. She said “Oldvale” again.",
        "Ein Teil des Buches des Oldvale.",
        "Das Buch des Oldvale.",
        "Валесский университет открыт.",
        "Музей Валес открыт.",
        "The Oldvale Times Museum opened.",
    ],
)
def test_a_name_beside_such_a_noun_is_not_always_a_part_of_one(text: str) -> None:
    (annotation,) = annotations(text)
    assert annotation.in_name is None


def test_quotation_marks_around_such_a_name_keep_no_distance() -> None:
    plain, named = annotations("She said “Oldvale” and saw the film “Oldvale”.")
    assert (plain.distanced, plain.in_name) == ("quotation marks", None)
    assert (named.distanced, named.in_name) == (None, "Oldvale")


def test_a_long_text_without_spaces_is_not_gone_through_for_each_name() -> None:
    """What is read to the left is bounded; without that the time grows with the square of the text."""
    annotator = Annotator(lexicon([concept("c-1", "Oldvale")], heads={"en": ("Bank",)}))
    text = f"{'x' * 90} Oldvale " * 20_000
    assert len(annotator.annotate(Request(text=text)).annotations) == 20_000
