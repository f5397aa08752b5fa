"""Folding: making two spellings of a name comparable, with an exact map back to the original code points.

Text and labels go through the same steps, in this order:

1. compose (NFC) letters and combining marks; a mark that does not compose (a stress accent) is dropped;
2. take ligatures apart (ﬁ, ﬓ, fullwidth and other compatibility letters);
3. delete what does not show: soft hyphen, joiners and non-joiners, bidi marks, variation selectors, Arabic tatweel,
   the Armenian stress, exclamation and question marks that stand inside a word;
4. small letters; İ I ı i are one letter (Azerbaijani and Turkish), so are ё е, ə and its stand-ins U+01DD and U+018E,
   Arabic and Persian yeh and kaf. Other diacritics count: Şuşa is not Susa;
5. one joiner for space, NBSP, tab-free white space, hyphens and en dashes, a single line break, and for a run of these
   that holds at most one quotation mark (`“anti-terrorist” operation`). A blank line, an em dash (typed `--`, too) and
   every other punctuation mark end a name; so do underscores around `_emphasis_`;
6. one apostrophe for ' ’ ʼ ʻ ` ´ and their like.

The folded text is a string with one unit for each original code point, save for deletions and collapsed runs. Which
unit stands for which letter, and how units tell where words begin and end, stands in `units.py`. Letters from U+1900
on (CJK, historic scripts) become one unit, that of `_`.
Everything runs in numpy over the whole text; only clusters with marks or ligatures are visited one by one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from service.text.typewriting import parted
from service.text.units import (
    ALPHABET_END,
    APOSTROPHE,
    BREAK,
    DIGIT,
    DOT,
    GAP_END,
    JOINER,
    LINE,
    QUOTE,
    SPECIAL,
    UNKNOWN,
    Units,
    letters,
    marked,
    of_letter,
)

Offsets = NDArray[np.intp]

_DELETE, _MARK, _EXPAND = range(SPECIAL)  # what is no unit, but is to be dealt with
_ONE_QUOTE, _ONE_LINE = 1, 1 << 32  # a number that counts both
_COUNTS = np.zeros(GAP_END, np.int64)
_COUNTS[QUOTE], _COUNTS[LINE] = _ONE_QUOTE, _ONE_LINE

_SAME_LETTER = {
    "I": "i", "İ": "i", "ı": "i", "Ё": "е", "ё": "е", "Ǝ": "ə", "ǝ": "ə", "Ə": "ə", "ẞ": "ß", "և": "և",
    "ي": "ی", "ى": "ی", "ك": "ک",
}  # fmt: skip
_JOINERS = "-\u2010\u2011\u2012\u2013\u058a\u00a0\u202f\u2007\r"
_LINES = "\n\u2028\u0085"
QUOTES = frozenset('"“”„‟«»‹›‘‚‛')
_APOSTROPHES = "\u0374'’ʼʻʽʾʿʹ`´′՚ՙˈ"
_DELETED = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640՛՜՞"
_BREAK_CONTROLS = "\t\v\f"
_EQUAL = {"ß": ("ß", "ss"), "ss": ("ss", "ß"), "և": ("և", "եւ", "եվ"), "եւ": ("եւ", "և")}
_EQUAL_LETTERS = re.compile("(ß|ss|և|եւ)")
_PLAIN = re.compile("[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")  # folds to its small letters
_SEPARATOR = "\v"  # always one unit, never part of a run


class Folded(Struct, frozen=True, eq=False, gc=False):
    """A folded text. `starts[i]` and `ends[i]` bound unit i in the original; None where unit i is code point i."""

    units: str
    sketch: bytes  # of each unit, for the automaton
    highest: int  # no unit, without the marks of its edges, is higher
    starts: Offsets | None
    ends: Offsets | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of original code points behind the units `start` to `end`."""
        if self.starts is None or start == end:
            return start, end
        stop = self.starts.item(end - 1) + 1 if self.ends is None else self.ends.item(end - 1)
        return self.starts.item(start), stop

    def place(self, unit: int) -> int:
        """Where in the original the unit begins."""
        return unit if self.starts is None else self.starts.item(unit)

    def unit(self, offset: int) -> int:
        """The first unit that begins at the original code point `offset` or after it."""
        return offset if self.starts is None else int(np.searchsorted(self.starts, offset))


def fold(text: str) -> Folded:
    """Fold `text` for matching; word edges are marked."""
    units, starts, ends = _fold_units(parted(text))
    highest = int(units.max()) if len(units) else 0
    return Folded(*marked(units), highest, starts, ends)


def fold_all(texts: Sequence[str]) -> Iterator[Folded]:
    """Fold many short texts, such as labels, at the price of one long one."""
    folded = fold("".join(text + _SEPARATOR for text in texts))
    offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
    places = offsets if folded.starts is None else np.searchsorted(folded.starts, offsets)
    bounds = zip(texts, offsets.tolist(), places.tolist(), (places[1:] - 1).tolist(), strict=False)
    for text, offset, first, last in bounds:
        if folded.starts is None or (folded.ends is None and last - first == len(text)):
            starts = ends = None  # nothing was composed and nothing deleted
        else:
            starts = folded.starts[first:last] - offset
            ends = None if folded.ends is None else folded.ends[first:last] - offset
        yield Folded(folded.units[first:last], folded.sketch[first:last], folded.highest, starts, ends)


def fold_key(text: str) -> str:
    """The folded spelling without word edges, for dictionaries: equal for two spellings of one name."""
    if _PLAIN.fullmatch(text):
        return text.lower()
    return letters(_fold_units(text)[0]).strip(' "')


def pattern_spellings(label: str) -> Iterator[str]:
    """The spellings of `label` that fold differently but are equal: ß and ss, և and եւ (in capitals ԵՎ, too).

    The label itself comes first.
    """
    parts = _EQUAL_LETTERS.split(label)
    if len(parts) == 1:
        yield label
        return
    for chosen in product(*(_EQUAL.get(part, (part,)) for part in parts)):
        yield "".join(chosen)


def _fold_units(text: str) -> tuple[Units, Offsets | None, Offsets | None]:
    units = _table().take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
    starts: Offsets | None = None
    ends: Offsets | None = None
    if len(units) and units.min() < SPECIAL:
        if ((units == _MARK) | (units == _EXPAND)).any():
            text, starts, ends = _compose(text)
            units = _table().take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
        units, starts, ends = _select(units >= SPECIAL, units, starts, ends)
    return _collapse_gaps(units, starts, ends)


def _select(
    keep: NDArray[np.bool_], units: Units, starts: Offsets | None, ends: Offsets | None
) -> tuple[Units, Offsets, Offsets | None]:
    """Drop the units where `keep` is false, and keep the map in step."""
    kept = keep.nonzero()[0]
    units = units.take(kept)
    if starts is None:
        return units, kept, None
    return units, starts.take(kept), None if ends is None else ends.take(kept)


def _collapse_gaps(
    units: Units, starts: Offsets | None, ends: Offsets | None
) -> tuple[Units, Offsets | None, Offsets | None]:
    """Make each run of spaces, hyphens, one line break and one quotation mark a single joiner; blank lines break."""
    gap = units < GAP_END
    before = (gap[1:] & gap[:-1]).nonzero()[0]  # gaps that another gap follows
    if not len(before):
        return units, starts, ends
    after = before + 1
    begins = np.ones(len(before), np.bool_)  # which of them begin a run
    np.not_equal(after[:-1], before[1:], out=begins[1:])
    opens = begins.nonzero()[0]
    first = before.take(opens)
    counts = np.add.reduceat(_COUNTS.take(units.take(after)), opens)
    counts += _COUNTS.take(units.take(first))
    units[first] = np.where(counts & ~(_ONE_QUOTE | _ONE_LINE), BREAK, JOINER)
    keep = np.ones(len(units), np.bool_)
    keep[after] = False
    return _select(keep, units, starts, ends)


def _compose(text: str) -> tuple[str, Offsets, Offsets]:
    """Compose each letter with its combining marks and take ligatures apart; the map is exact for whole clusters."""
    pieces: list[str] = []
    starts: list[Offsets] = []
    ends: list[Offsets] = []
    done = 0
    for match in _clusters().finditer(text):
        start, end = match.span()
        plain = np.arange(done, start)
        replaced = "".join(_letters(match.group()))
        pieces += (text[done:start], replaced)
        starts += (plain, np.full(len(replaced), start))
        ends += (plain + 1, np.full(len(replaced), end))
        done = end
    plain = np.arange(done, len(text))
    pieces.append(text[done:])
    return "".join(pieces), np.concatenate([*starts, plain]), np.concatenate([*ends, plain + 1])


def _letters(cluster: str) -> Iterator[str]:
    """The letters of one cluster, composed, without the marks that do not compose."""
    for character in unicodedata.normalize("NFC", cluster):
        if _unit(character) == _EXPAND:
            yield from (c for c in unicodedata.normalize("NFKC", character) if _unit(c) > _EXPAND)
        elif _unit(character) != _MARK:
            yield character


@cache
def _clusters() -> re.Pattern[str]:
    """A base with its combining marks, or a lone ligature. Built once from the table."""
    table = _table()[:0x10000]
    marks = "".join(map(chr, np.flatnonzero(table == _MARK).tolist()))
    ligatures = "".join(map(chr, np.flatnonzero(_table() == _EXPAND).tolist()))
    return re.compile(f"[^{re.escape(marks)}]?[{re.escape(marks)}]+|[{re.escape(ligatures)}]")


_BY_CHARACTER = (
    (0, 0x3400),
    (0x4DC0, 0x4E00),  # hexagrams
    (0xA000, 0xAC00),
    (0xD7A4, 0xD800),
    (0xF900, 0x10000),
    (0x1D400, 0x1D800),  # mathematical letters
)


@cache
def _table() -> Units:
    """The unit of every code point: by character, or by range where all of a large one are alike."""
    table = np.full(0x110000, of_letter(UNKNOWN), np.uint16)  # so are Chinese characters and Korean syllables
    for first, end in _BY_CHARACTER:
        table[first:end] = [_unit(chr(code)) for code in range(first, end)]
    table[0xD800:0xF900] = BREAK  # surrogates, private use
    table[0x1F000:0x1FC00] = BREAK  # emoji and pictographs
    table[0xE0000:0x110000] = _DELETE  # tags, variation selectors, private use
    return table


@cache
def _special_units() -> dict[str, int]:
    units = dict.fromkeys(_JOINERS, JOINER) | dict.fromkeys(_LINES, LINE) | dict.fromkeys(QUOTES, QUOTE)
    units |= dict.fromkeys(_APOSTROPHES, APOSTROPHE) | dict.fromkeys(_DELETED, _DELETE)
    return units | dict.fromkeys(_BREAK_CONTROLS, BREAK) | {".": DOT, "_": of_letter(UNKNOWN)}


def _unit(character: str) -> int:
    special = _special_units().get(character)
    if special is not None:
        return special
    category = unicodedata.category(character)
    if category == "Zs":
        return JOINER
    if category in ("Mn", "Me"):
        return _DELETE if "\ufe00" <= character <= "\ufe0f" else _MARK
    if category == "Nd":
        return of_letter(DIGIT + unicodedata.digit(character))
    if category[0] == "L":
        return _letter_unit(character)
    return of_letter(UNKNOWN) if category == "Mc" else BREAK


def _letter_unit(character: str) -> int:
    if character in _SAME_LETTER:
        return of_letter(ord(_SAME_LETTER[character]))
    compatible = unicodedata.normalize("NFKC", character)
    if len(compatible) > 1:
        return _EXPAND
    folded = _SAME_LETTER.get(compatible) or compatible.lower()
    code = ord(folded) if len(folded) == 1 else UNKNOWN
    return of_letter(code if DIGIT <= code < ALPHABET_END else UNKNOWN)
