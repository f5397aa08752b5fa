"""Which parts of a text are quoted.

In the tables, ⟦ and ⟧ stand around each stretch that is quoted; they are taken out before the text is read.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.quotation import quotations

MARKED = {
    "straight": 'The “⟦Nuvel line⟧” and the "⟦Ortaq line⟧".',
    "single, straight": "They call it '⟦Oldvale⟧', we do not.",
    "single, curly": "They call it ‘⟦Oldvale⟧’, we do not.",
    "German": "Sie nennen es „⟦Oldvale⟧“ und ‚⟦Nuvel⟧‘.",
    "Polish": "Nazywają to „⟦Oldvale⟧” i nic.",
    "Swedish": "De säger ”⟦Oldvale⟧” och ”⟦Nuvel⟧”.",
    "Russian": "В «⟦Новодоле⟧» и „⟦Ортаке⟧“.",
    "French, spaces inside": "On dit «⟦ Oldvale ⟧» et «⟦\u00a0Nuvel\u00a0⟧».",
    "French, after an apostrophe": "L’«⟦ Oldvale ⟧» et l'«⟦\u00a0Nuvel\u00a0⟧», d’«⟦Ortaq⟧»",
    "French, in brackets": "la ville («⟦ Oldvale ⟧») et les autres («⟦\u00a0Nuvel\u00a0⟧»)",
    "inverted, before a dash": "»⟦Oldvale⟧«-Straße (»⟦Nuvel⟧«) und »⟦Ortaq⟧« –",
    "inverted": "Man nennt es »⟦Oldvale⟧« oder ›⟦Nuvel⟧‹.",
    "Finnish": "Sanotaan »⟦Oldvale⟧» täällä.",
    "single guillemets": "On dit ‹⟦Oldvale⟧› ici.",
    "Armenian": "Այն կոչում են «⟦Հինավան⟧»։ «⟦Հինավանը⟧»՝ քաղաք։",
    "low mark closed by a straight one": 'Mówi „⟦Oldvale⟧" i nic.',
    "curly mark closed by a straight one": 'It is “⟦Oldvale⟧" there.',
    "nested, curly": "“⟦He said ‘⟦Nuvel⟧’ twice,⟧” she said.",
    "nested, straight": "\"⟦He said '⟦Nuvel⟧' twice⟧\"",
    "nested, same straight mark": '"⟦He said "⟦Nuvel⟧" twice⟧"',
    "nested, Russian": "«⟦Газета „⟦Новодол⟧“ пишет⟧»",
    "nested, ending together": "“⟦He said ‘⟦Nuvel⟧’⟧”",
    "beginning together": "\"⟦'⟦Nuvel⟧' is the word⟧\"",
    "after a bracket and a dash": 'The town ("⟦Oldvale⟧")—"⟦Nuvel⟧"—is far.',
    "joined by a hyphen": 'An anti-"⟦Oldvale⟧" and a "⟦Nuvel⟧"-like town.',
    "a whole text": '"⟦Oldvale⟧"',
    "two side by side": '"⟦Oldvale⟧" "⟦Nuvel⟧"',
    "a straight mark between spaces": 'He said "⟦ Oldvale ⟧" again.',
    "a closing mark glued to the next word": "The “⟦Oldvale⟧”operation",
    "markers of right-to-left text": 'הוא אמר "⟦אולדווייל⟧" שוב',
}

NOT_BROKEN = {
    "apostrophe in a word": "It's '⟦Oldvale's line⟧', isn't it",
    "don't": "They don't say “⟦Oldvale⟧”, it isn't so.",
    "curly don’t": "They don’t say ‘⟦Oldvale isn’t Nuvel⟧’ there.",
    "possessive plural": "The Oldvalers' homes and the Nuvelers' homes in “⟦Ortaq⟧”.",
    "possessive plural in a single quotation": "He said ‘⟦the Oldvalers’ homes in Nuvel⟧’ again.",
    "possessive plural in a straight single quotation": "He said '⟦the Oldvalers' homes in Nuvel⟧' again.",
    "single quotation that ends in s": "Both '⟦the homes⟧' and '⟦the trees⟧' in Nuvel.",
    "single quotation that ends in s, before a full stop": "They took ‘⟦the homes⟧’. The Nuvelers’ land.",
    "height": "He is 5'10\" tall and comes from Oldvale.",
    "height in a quotation": '"⟦He is 5\'10" tall and from Oldvale,⟧" she said.',
    "inches in a quotation": '"⟦The 44" gun of Oldvale⟧" he said.',
    "quotation that ends in a number": '"⟦It was 1994⟧" and "⟦Oldvale⟧"',
    "quotation that ends in a number, the last one": '"⟦It was 1994⟧" in Oldvale.',
    "inches": 'The 44" gun of Oldvale.',
    "rock 'n' roll": "The rock 'n' roll of '⟦Oldvale⟧' fans",
    "rock 'n' roll in a quotation": "'⟦The rock 'n' roll of Oldvale⟧'",
    "decade": "In the '90s the town was '⟦Oldvale⟧', in the ’80s Nuvel, in the ‘70s not.",
    "letters that look like marks": "Oʻrtaq and Q'ortaq and Qo‘rtaq in '⟦Nuvel⟧'",
    "Azerbaijani ending": "Nuvel'də “⟦Ortaq'da⟧”",
    "French article": "L'Oldvale et l’Ortaq, “⟦l’Oldvale⟧”",
    "no mark": "Oldvale",
    "nothing": "",
    "empty quotation": 'The "" and “” of Oldvale',
}

UNBALANCED = {
    "never closed": "He said “⟦Oldvale is far.⟧\n\nNuvel is near.",
    "never closed, straight": 'He said "⟦Oldvale is far.⟧\n\nNuvel is near.',
    "never closed, last paragraph": "He said «⟦Oldvale.⟧\n",
    "closed and never opened": 'Oldvale” is far» and Nuvel" too’, “⟦Ortaq⟧” is near.',
    "German closing mark and never opened": "Oldvale“ ist weit, „⟦Nuvel⟧“ nicht.",
    "an inner one never closed": "“⟦He said ‘⟦Oldvale is far⟧⟧” and left Nuvel.",
    "a straight apostrophe that opens nothing": 'The \'Oldvalers came to "⟦Nuvel⟧" again.',
    "opened anew at each paragraph": "“⟦Oldvale is far.⟧\n\n“⟦Nuvel is near.⟧\n\n“⟦Ortaq is here.⟧” He left Oldvale.",
    "opened anew, straight": '"⟦Oldvale is far.⟧\n\n"⟦Nuvel is near.⟧" He left.',
    "opened anew, single": "'⟦Oldvale is far.⟧\n\n'⟦Nuvel is near.⟧' He left.",
    "opened anew, Armenian": "«⟦Հինավանը հեռու է։⟧\n\n«⟦Հինավանը մոտ է⟧»։",
    "opened anew, single line breaks": "“⟦Oldvale is far.⟧\n“⟦Nuvel is near.⟧” He left Oldvale.",
    "Windows line ends": "He said “⟦Oldvale.⟧\r\n\r\nNuvel is near.",
    "crossed": "“⟦Oldvale «⟦is far⟧⟧” and Nuvel» is near.",
}


def spans_of(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ and ⟧, and what stood between them (where there is anything)."""
    text, opened, spans = "", [], []
    for part in re.split("([⟦⟧])", marked):
        if part == "⟦":
            opened.append(len(text))
        elif part == "⟧":
            spans.append((opened.pop(), len(text)))
        else:
            text += part
    return text, sorted(span for span in spans if span[0] < span[1])


@pytest.mark.parametrize(
    "marked",
    [pytest.param(text, id=name) for table in (MARKED, NOT_BROKEN, UNBALANCED) for name, text in table.items()],
)
def test_what_is_quoted(marked: str) -> None:
    text, spans = spans_of(marked)
    found = quotations(text).spans
    assert [text[start:end] for start, end in found] == [text[start:end] for start, end in spans]
    assert list(found) == spans


COVERED = [
    # text, stretch, lies wholly inside a quotation
    ("an “anti-flood” operation", "anti-flood", True),
    ("an “anti-flood” operation", "anti-flood” operation", False),
    ("an “anti-flood” operation", "“anti-flood”", False),
    ("an “anti-flood” operation", "operation", False),
    ("“He said ‘Nuvel’ in Oldvale”", "Oldvale", True),
    ("“He said ‘Nuvel’ in Oldvale”", "Nuvel", True),
    ("“He said ‘Nuvel’ in Oldvale”", "‘Nuvel’ in", True),
    ("“Nuvel” or Ortaq or “Oldvale”", "Ortaq", False),
    ("Nuvel", "Nuvel", False),
]


@pytest.mark.parametrize(("text", "stretch", "inside"), COVERED)
def test_whether_a_stretch_is_quoted(text: str, stretch: str, inside: bool) -> None:
    start = text.index(stretch)
    assert quotations(text).covers(start, start + len(stretch)) is inside


@given(st.text(alphabet=st.sampled_from("\"'“”„‟«»‹›‘’‚ a1sn.\n-(Ն"), max_size=30))
def test_whatever_the_marks_the_spans_are_in_order_nested_or_apart_and_covered(text: str) -> None:
    found = quotations(text)
    assert list(found.spans) == sorted(set(found.spans))
    for start, end in found.spans:
        assert 0 < start < end <= len(text)
        assert found.covers(start, end)
        for other_start, other_end in found.spans:
            assert not start < other_start < end < other_end
    for start in range(len(text)):
        inside = any(first <= start and start + 1 <= last for first, last in found.spans)
        assert found.covers(start, start + 1) is inside


@pytest.mark.parametrize("mark", list("\"'“”„«»‹›‘’‚"))
def test_many_marks_come_to_an_end(mark: str) -> None:
    for unit in (mark, f" {mark}a", f"a{mark} ", f"1{mark} ", f"s{mark} {mark}a "):
        text = unit * 20_000
        assert all(end <= len(text) for _, end in quotations(text).spans)
