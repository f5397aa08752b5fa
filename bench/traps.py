"""Texts in which offsets and word boundaries go astray, with what a reader would mark in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.spans import Find, Spans
from bench.tables import Table


@dataclass(frozen=True, slots=True)
class Trap:
    """A text in which each name that should be found stands between ⟦ and ⟧."""

    what: str
    marked: str

    @property
    def text(self) -> str:
        """The text without the marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def expected(self) -> Spans:
        """The spans between the marks."""
        spans: Spans = []
        start = length = 0
        for character in self.marked:
            if character == "⟦":
                start = length
            elif character == "⟧":
                spans.append((start, length))
            else:
                length += 1
        return spans


NAMES = (
    "Shusha", "Baku", "Karabakh", "Nagorno-Karabakh", "Xankəndi", "Ağdam", "Иджеван", "Рим", "Շուշի", "Elm",
    "Mountain Gate", "Qal'at", "İsmayıllı",
)  # fmt: skip
COUNTRY = dict.fromkeys(("Xankəndi", "Ağdam", "İsmayıllı"), "AZ")  # of those whose language the script does not tell

TRAPS: Sequence[Trap] = (
    Trap("İ before the name (its small letter is two characters)", "İlham, İsa and İdris saw ⟦Shusha⟧ again."),
    Trap("name that begins with İ", "⟦İsmayıllı⟧ and ⟦Shusha⟧"),
    Trap("decomposed letters", "in ⟦Ag\u0306dam⟧ and ⟦Xankəndi⟧"),
    Trap("soft hyphen in the name", "near ⟦Kara\u00adbakh⟧, she said"),
    Trap("no-break space in the name", "at the ⟦Mountain\u00a0Gate⟧ today"),
    Trap("line break in the name", "at the ⟦Mountain\nGate⟧ today"),
    Trap("no-break hyphen in the name", "in ⟦Nagorno\u2011Karabakh⟧ now"),
    Trap("curly apostrophe for a straight one", "the walls of ⟦Qal’at⟧ stand"),
    Trap("possessive with a curly apostrophe", "⟦Shusha⟧’s walls, ⟦Baku⟧’s bay"),
    Trap("inside a Latin word", "Bakulin and Severin met in ⟦Baku⟧."),
    Trap("inside a Cyrillic word", "Кримський міст, ⟦Рим⟧"),
    Trap("letters beyond ASCII end a word, too", "Bakuə is no city; ⟦Baku⟧ is."),
    Trap("emoji before the name", "😀👍🏽 ⟦Shusha⟧ 🎉 ⟦Baku⟧"),
    Trap("Nagorno-Karabakh holds Karabakh", "⟦Nagorno-Karabakh⟧ and ⟦Karabakh⟧"),
    Trap("zero-width joiner in the name", "in ⟦Kara\u200dbakh⟧ then"),
    Trap("bidirectional marks around the name", "to \u2067⟦Baku⟧\u2069 by train"),
    Trap("Russian case ending", "дорога из ⟦Иджевана⟧ открыта"),
    Trap("Armenian ending", "⟦Շուշիում⟧ ձյուն է"),
    Trap("Azerbaijani ending", "⟦Xankəndidə⟧ və ⟦Ağdamda⟧ qar yağır"),
    Trap("in an address", "see https://example.org/Baku and ⟦Baku⟧"),
    Trap("the same letters, small, are a plain word", "under an elm in ⟦Elm⟧"),
)


def check(trap: Trap, find: Find) -> str:
    """What the engine makes of the trap: ✓, or how it errs."""
    found, expected = sorted(find(trap.text)), trap.expected
    if found == expected:
        return "✓"
    errors = []
    if missed := sum(not any(_touch(span, other) for other in found) for span in expected):
        errors.append(f"misses {missed}")
    if beyond := sum(not any(_touch(span, other) for other in expected) for span in found):
        errors.append(f"{beyond} too many")
    if shifted := sum(span not in expected and any(_touch(span, other) for other in expected) for span in found):
        errors.append(f"{shifted} cut or shifted")
    return ", ".join(errors)


def table(engines: Mapping[str, Find]) -> Table:
    """Which engine gets which trap right."""
    rows = [(trap.what, *(check(trap, find) for find in engines.values())) for trap in TRAPS]
    totals = [sum(row[place] == "✓" for row in rows) for place in range(1, len(engines) + 1)]
    return Table(
        "What each gets right",
        ("trap", *engines),
        (*rows, ("right", *(f"{total} of {len(rows)}" for total in totals))),
        ("✓: exactly the spans that a reader would mark, whole words included. Otherwise how many are not.",),
    )


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
