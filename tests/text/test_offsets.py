"""Offsets in three units. The reference is what Python itself says when it encodes the text before the offset."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.offsets import UNITS, OffsetConverter, Unit

# text, code point offset, the same place in UTF-16 units, in UTF-8 bytes
PLACES = [
    ("", 0, 0, 0),
    ("Oldvale", 7, 7, 7),
    ("Новодол", 7, 7, 14),
    ("Հինավան", 3, 3, 6),
    ("İlham in Nuvel", 9, 9, 10),
    ("“Nuvel”", 1, 1, 3),
    ("😀 Oldvale", 0, 0, 0),
    ("😀 Oldvale", 1, 2, 4),
    ("😀 Oldvale", 9, 10, 12),
    ("Nuve\u0301l 😀😀 Ortaq", 9, 11, 16),
    ("אולדווייל", 9, 9, 18),
]


@pytest.mark.parametrize(("text", "offset", "utf16", "utf8"), PLACES)
def test_a_place_in_each_unit(text: str, offset: int, utf16: int, utf8: int) -> None:
    assert OffsetConverter(text, "codepoint").convert(offset) == offset
    assert OffsetConverter(text, "utf16").convert(offset) == utf16
    assert OffsetConverter(text, "utf8").convert(offset) == utf8


@given(st.text(alphabet=st.sampled_from("aé´Нհ語😀𐍈\u0301\u200d“ \n") | st.characters(), max_size=40))
def test_every_offset_agrees_with_the_encoded_prefix(text: str) -> None:
    reference: dict[Unit, Callable[[str], int]] = {
        "codepoint": len,
        "utf16": lambda prefix: len(prefix.encode("utf-16-le", "surrogatepass")) // 2,
        "utf8": lambda prefix: len(prefix.encode("utf-8", "surrogatepass")),
    }
    for unit in UNITS:
        converter = OffsetConverter(text, unit)
        for offset in range(len(text) + 1):
            assert converter.convert(offset) == reference[unit](text[:offset])


@pytest.mark.parametrize("unit", UNITS)
def test_a_lone_surrogate_does_no_harm(unit: Unit) -> None:
    assert OffsetConverter("a\ud800b", unit).convert(0) == 0
    assert OffsetConverter("a\ud800b", unit).convert(3) >= 3


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(unit: Unit, offset: int) -> None:
    with pytest.raises(IndexError):
        OffsetConverter("a😀b", unit).convert(offset)


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="bytes"):
        OffsetConverter("Oldvale", "bytes")  # type: ignore[arg-type]
