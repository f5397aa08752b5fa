"""Every span of an answer holds its surface, in each unit that a caller may count in, for text and for HTML."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.text.offsets import UNITS, OffsetConverter, Unit
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense

_FORMS = ["Oldvale", "Old Vale", "Ərşədüz", "Шилово", "Նուվել", "ნუველი", "نوول"]
_ANNOTATOR = Annotator(
    lexicon(
        [concept(f"c-{place}", label(form, lang="xx")) for place, form in enumerate(_FORMS)],
        [ambiguous("the vale", sense("c-0", "the vale", mentions=("c-3",)), not_in=("the vale of Ortaq",))],
    )
)
_MARKS = [
    "",
    " ",
    "\u00a0",
    "\r\n",
    "\n\n",
    "-",
    "-\n",
    "\u00ad",
    "\u200d",
    "\u0301",
    "😀",
    "𝒪",
    "ﬁ",
    "“",
    "”",
    "'",
    "--",
    "_",
]
_WORDS = [
    *_FORMS,
    "OLDVALE",
    "e\u0301",
    "the vale",
    "the vale of Ortaq",
    "Oldvale.com",
    "@Oldvale",
    "Kapaбax",
    "“Old” Vale",
    "word",
    "vale",
]
_TAGS = ["<p>", "</p>", "<b>", "</b>", "<br>", "&nbsp;", "&shy;", "&#x41;", "<q>", "</q>", "<!-- Oldvale -->", "<", "&"]

_ENCODINGS: dict[Unit, tuple[str, int]] = {
    "codepoint": ("utf-32-le", 4),
    "utf16": ("utf-16-le", 2),
    "utf8": ("utf-8", 1),
}


def _check(source: str, request: Request) -> None:
    result = _ANNOTATOR.annotate(request)
    for unit in UNITS:
        encoding, width = _ENCODINGS[unit]
        encoded, at = source.encode(encoding), OffsetConverter(source, unit).convert
        for items in (result.annotations, result.unresolved, result.suppressed):
            for item in items:
                part = encoded[at(item.start) * width : at(item.end) * width]
                assert part.decode(encoding) == item.surface != ""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*_MARKS, *_WORDS]), max_size=30).map("".join))
def test_text(text: str) -> None:
    _check(text, Request(text=text))
    _check(text, Request(text=text, overlaps="all"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*_MARKS, *_WORDS, *_TAGS]), max_size=30).map("".join))
def test_html(html: str) -> None:
    _check(html, Request(html=html))


def test_names_in_every_script_are_found() -> None:
    text = " – ".join(_FORMS)
    found = _ANNOTATOR.annotate(Request(text=text)).annotations
    assert [one.surface for one in found] == _FORMS


def test_many_names_with_letters_of_two_scripts() -> None:
    """Comparing each with each would take minutes."""
    result = _ANNOTATOR.annotate(Request(text="Шил\u006fво, " * 20_000))
    assert len(result.unresolved) == 20_000
    assert not result.annotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fair “Oldvale”, they say", "fair “Oldvale”"),
        ('the fair "Oldvale" they say', 'fair "Oldvale"'),
        ("the fair «Oldvale» they say", "fair «Oldvale»"),
        ("“the fair Oldvale” they say", "fair Oldvale"),
        ("“the fair “Oldvale” is", "fair “Oldvale”"),
        ("the “fair” Oldvale” they say", "fair” Oldvale"),
        ("the fair «Oldvale” they say", "fair «Oldvale"),
    ],
)
def test_a_quotation_that_opens_inside_a_span_closes_inside_it(text: str, expected: str) -> None:
    (annotation,) = Annotator(lexicon([concept("c-fair", "fair Oldvale")])).annotate(Request(text=text)).annotations
    assert annotation.surface == expected
