"""Endings behind a hyphen."""

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense

_COUNCIL = concept(
    "c-council", "OVC", label("OVŞ", "az"), label("ՕՎԽ", "hy"), label("ოვს", "ka"), label("ОВС", "ru"), kind="authority"
)
_VALE = concept("c-vale", "Vale", label("Вале", "ru"), label("Վալե", "hy"))
_ANNOTATOR = Annotator(lexicon([_COUNCIL, _VALE], [ambiguous("NVR", sense("c-vale", "NVR", mentions=("c-council",)))]))


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("az", "OVŞ-nin üzvü", "OVŞ-nin"),
        ("az", "OVŞ-dən gələn cavab və", "OVŞ-dən"),
        ("az", "OVC\u2011dakı səs", "OVC\u2011dakı"),
        ("az", "OVŞ-NİN QƏRARI", "OVŞ-NİN"),
        ("az", "OVC-nin binasi", "OVC-nin"),
        ("az", "OVŞ-komitə", "OVŞ"),
        ("az", "OVŞ dan üzv", "OVŞ"),
        ("en", "an OVC-da vote of the council", "OVC"),
        ("hy", "ՕՎԽ-ի որոշումը", "ՕՎԽ-ի"),
        ("hy", "ՕՎԽ–ում", "ՕՎԽ–ում"),
        ("hy", "ՕՎԽ֊ն", "ՕՎԽ֊ն"),
        ("hy", "ՕՎԽ-Վալե", "ՕՎԽ"),
        ("ka", "ოვს-ის თავმჯდომარე", "ოვს-ის"),
        ("ru", "решение ОВС-а", "ОВС-а"),
        ("ru", "решение ОВС а также", "ОВС"),
        ("ru", "ОВС-то решила", "ОВС"),
        ("ru", "в Вале-а", "Вале"),
    ],
)
def test_the_ending_belongs_to_the_mention(lang: str, text: str, surface: str) -> None:
    found = _ANNOTATOR.annotate(Request(text=text, lang=lang)).annotations[0]
    assert (found.surface, found.inflected) == (surface, surface not in ("OVŞ", "OVC", "ՕՎԽ", "ОВС", "Вале"))


def test_the_reason_names_the_label() -> None:
    found = _ANNOTATOR.annotate(Request(text="OVŞ-nin üzvü", lang="az")).annotations[0]
    assert found.why.startswith("“OVŞ-nin”, a form of “OVŞ”,")


def test_a_form_of_several_meanings_takes_one_too() -> None:
    result = _ANNOTATOR.annotate(Request(text="OVŞ və NVR-in səsi", lang="az"))
    assert [(a.surface, a.concept.id, a.inflected) for a in result.annotations] == [
        ("OVŞ", "c-council", False),
        ("NVR-in", "c-vale", True),
    ]
