"""The table of characters."""

from service.text.characters import unit_of, unit_table


def test_the_ranges_of_the_table_hold_what_each_character_is() -> None:
    table = unit_table()
    assert [code for code in range(0x10000) if table[code] != unit_of(chr(code))] == []
