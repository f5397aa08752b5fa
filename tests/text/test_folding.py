"""Folding: which spellings are equal, which are not, and that every unit maps back to its code points."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.text.folding import fold, fold_all, fold_key, pattern_spellings

EQUAL = [
    ("Ortaq", "ORTAQ", "case"),
    ("Xankəndi", unicodedata.normalize("NFD", "Xankəndi"), "decomposed"),
    ("Şuşa", unicodedata.normalize("NFD", "Şuşa"), "decomposed cedillas"),
    ("Xankəndi", "Xank\u01ddndi", "U+01DD for the schwa"),
    ("İstisu", "istisu", "capital dotted i"),
    ("Xırdalan", "Xirdalan", "dotless i"),
    ("Нагорный", unicodedata.normalize("NFD", "Нагорный"), "decomposed short i"),
    ("Новодол", "Новодо\u0301л", "stress accent"),
    ("Орёл", "Орел", "yo"),
    ("Old-Vale", "Old\u2011Vale", "non-breaking hyphen"),
    ("Old-Vale", "Old\u2013Vale", "en dash"),
    ("Old Vale", "Old\u00a0Vale", "no-break space"),
    ("Old Vale", "Old\r\nVale", "line break"),
    ("Old Vale", "Old - Vale", "spaced hyphen"),
    ("Old Vale", "“Old” Vale".strip("“"), "a closing quotation mark inside the name"),
    ("Oldvale", "Old\u00advale", "soft hyphen"),
    ("Oldvale", "Old\u200dvale", "zero-width joiner"),
    ("Oldvale", "\u200fOldvale\u200e", "bidi marks"),
    ("Step'an", "Step’an", "curly apostrophe"),
    ("Step'an", "Stepʼan", "modifier apostrophe"),
    ("Ստեփան", "Ստեփա՞ն", "question mark inside an Armenian word"),
    ("fin", "ﬁn", "ligature"),
    ("Vale", "Ｖａｌｅ", "fullwidth"),
    ("قره‌باغ", "قرهباغ", "zero-width non-joiner"),
    ("كند", "کند", "Arabic and Persian kaf"),
]

DIFFERENT = [
    ("Şuşa", "Susa", "cedillas count"),
    ("Vale", "Vâle", "a circumflex counts"),
    ("Old Vale", "Old, Vale", "a comma ends a name"),
    ("Old Vale", "Old\n\nVale", "a blank line ends a name"),
    ("Old Vale", "Old — Vale", "an em dash ends a name"),
    ("Old Vale", "Oldvale", "a space is not nothing"),
    ("Old Vale", "“Old” “Vale”", "two quotations are two things"),
    ("Рим", "Pim", "Cyrillic is not Latin"),
    ("й", "и", "short i is a letter"),
]


@pytest.mark.parametrize(("one", "other", "why"), EQUAL, ids=[case[2] for case in EQUAL])
def test_equal_spellings(one: str, other: str, why: str) -> None:
    assert fold_key(one) == fold_key(other)


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT, ids=[case[2] for case in DIFFERENT])
def test_different_names(one: str, other: str, why: str) -> None:
    assert fold_key(one) != fold_key(other)


def test_pattern_spellings_cover_what_folding_keeps_apart() -> None:
    assert set(pattern_spellings("Gross")) == {"Gross", "Groß"}
    assert set(pattern_spellings("Արև")) == {"Արև", "Արեւ", "Արեվ"}
    assert list(pattern_spellings("Vale")) == ["Vale"]


def test_a_word_is_found_whole_or_not_at_all() -> None:
    pattern = fold("Рим").units
    assert pattern in fold("в Рим едут").units
    assert pattern not in fold("Кримський Римский").units


SAMPLE = st.text(
    st.sampled_from("aIİıßﬁə\u0301\u0327\u00ad\u200d \n\r-–—“”\"'’.,;😀նևе\u0308йЁ\u05d0\u0627\u2066漢₂")
    | st.characters(),
    max_size=60,
)


@given(SAMPLE)
def test_units_map_back_in_order_and_without_gaps_inside_words(text: str) -> None:
    folded = fold(text)
    last_end = 0
    for unit in range(len(folded.units)):
        start, end = folded.original(unit, unit + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last_end or (start, end) == folded.original(unit - 1, unit)  # ligatures: one cluster, two units
        last_end = max(last_end, end)
        assert folded.unit(start) <= unit


# The languages of the lexicon; elsewhere folding only tells letters from other characters.
SUPPORTED = st.text(st.characters(max_codepoint=0x06FF, exclude_categories=["Cs"]), max_size=60)


@given(SUPPORTED)
def test_folding_is_the_same_for_composed_and_decomposed_text(text: str) -> None:
    assert fold_key(unicodedata.normalize("NFC", text)) == fold_key(unicodedata.normalize("NFD", text))


@given(SUPPORTED)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


@given(st.text("aIZ09 -'.", max_size=12))
def test_what_needs_no_folding_but_small_letters_is_folded_like_the_rest(text: str) -> None:
    zero_width_space = "\u200b"  # deleted, and never plain
    assert fold_key(text) == fold_key(text + zero_width_space)


def test_each_letter_is_folded_alone_as_beside_what_needs_folding() -> None:
    letters = [chr(code) for code in range(0x1900) if chr(code).isalnum()]
    assert [one for one in letters if fold_key(one) != fold_key(one + "\u200b")] == []


@given(st.lists(SAMPLE.filter(lambda text: "\v" not in text), max_size=5))
@example(["_0", "0_"])  # no emphasis from one text to the next
def test_many_are_folded_as_one_by_one(texts: list[str]) -> None:
    for text, folded in zip(texts, fold_all(texts), strict=True):
        alone = fold(text)
        assert folded.units == alone.units
        for unit in range(len(alone.units)):
            assert folded.original(unit, unit + 1) == alone.original(unit, unit + 1)
