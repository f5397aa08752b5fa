"""Words around a description that belong to the mention: before it, behind it, in the label's own language only."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from tests.annotation.builders import concept, label, lexicon

_BEFORE = {"en": ("rapid", "ground", "artillery", "24-hour"), "fr": ("brève",)}
_BEHIND = {"fr": ("massi*", "éclair", "de grande envergure", "terrestre")}
_RAID = (
    concept("c-raid", label("raid on Oldvale", qualified=True), label("raid sur Nuvel", "fr", qualified=True)),
    concept("c-tour", label("tour d'Ortaq", "fr")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 24-hour ground and artillery raid on Oldvale.", "24-hour ground and artillery raid on Oldvale"),
        ("The rapid, ground raid on Oldvale.", "rapid, ground raid on Oldvale"),
        ("The therapid raid on Oldvale.", "raid on Oldvale"),
        ("The raid on Oldvale massive éclair.", "raid on Oldvale"),
        ("Le raid sur Nuvel massif éclair.", "raid sur Nuvel massif éclair"),
        ("Le brève raid sur Nuvel terrestre et massif a lieu.", "brève raid sur Nuvel terrestre et massif"),
        ("Le raid sur Nuvel de grande envergure.", "raid sur Nuvel de grande envergure"),
        ("Le raid sur Nuvel de grandes pluies.", "raid sur Nuvel"),
        ("Le raid sur Nuvel terrestrement.", "raid sur Nuvel"),
        ("Le tour d'Ortaq massif.", "tour d'Ortaq"),
    ],
)
def test_qualifiers_around_a_description_belong_to_it(text: str, expected: str) -> None:
    built = lexicon(_RAID, qualifiers=_BEFORE, behind=_BEHIND)
    (annotation,) = Annotator(built).annotate(Request(text=text)).annotations
    assert annotation.surface == expected
    assert text[annotation.start : annotation.end] == expected


def test_a_word_of_two_languages_has_the_qualifiers_of_the_sentence() -> None:
    built = lexicon([concept("c-raid", label("raid", qualified=True))], qualifiers=_BEFORE, behind=_BEHIND)
    text = "Le raid massif a été suivi par les habitants de la ville."
    (annotation,) = Annotator(built).annotate(Request(text=text)).annotations
    assert annotation.surface == "raid massif"


def test_of_two_forms_with_one_span_the_longer_one_is_meant() -> None:
    raids = (
        concept("c-raid", label("raid", "fr", qualified=True)),
        concept("c-flash", label("raid éclair", "fr", qualified=True)),
    )
    (annotation,) = Annotator(lexicon(raids, behind=_BEHIND)).annotate(Request(text="Un raid éclair.")).annotations
    assert (annotation.surface, annotation.concept.id) == ("raid éclair", "c-flash")
