"""Units: each letter has its own, and the letters of one alphabet differ in their sketches, too."""

import numpy as np

from service.text.units import ALPHABET_END, DIGIT, GAP_END, INNER, letters, marked, of_letter


def test_every_letter_has_its_own_unit_and_comes_back() -> None:
    codes = range(DIGIT, ALPHABET_END)
    units = [of_letter(code) for code in codes]
    assert len(set(units)) == len(codes)
    assert letters(np.array(units, np.uint16)) == "".join(map(chr, codes))
    assert all(GAP_END <= unit < 0xD800 and unit & ~INNER == 0 for unit in units)


def test_letters_of_one_alphabet_have_sketches_of_their_own() -> None:
    for alphabet in (
        "abcdefghijklmnopqrstuvwxyz",
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    ):
        assert len({of_letter(ord(letter)) & 0xFF for letter in alphabet}) == len(alphabet)
    armenian = range(0x561, 0x588)
    assert len({of_letter(code) & 0xFF for code in armenian}) == len(armenian)


def test_edges_are_marked() -> None:
    a, b = of_letter(ord("a")), of_letter(ord("b"))
    units, sketch = marked(np.array([a, 0xC0, a, b, a], np.uint16))
    assert [ord(unit) for unit in units] == [a | 0xC0, 0xC0, a | 0x40, b, a | 0x80]
    assert sketch == bytes(ord(unit) & 0xFF for unit in units)
    assert marked(np.array([], np.uint16)) == ("", b"")
