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

The folded text is a string with one unit for each original code point, save for deletions and collapsed runs. What
becomes of each character stands in `characters.py`, which number is which letter, and how units tell where words begin
and end, in `units.py`. Letters from U+1900 on (CJK, historic scripts) become one unit, that of `_`.
Everything runs in numpy over the whole text; only clusters with marks or ligatures are visited one by one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from service.text.characters import EXPAND, MARK, clusters, unit_of, unit_table
from service.text.typewriting import parted
from service.text.units import BREAK, GAP_END, JOINER, LINE, QUOTE, SPECIAL, Units, letters, marked

Offsets = NDArray[np.intp]

_ONE_QUOTE, _ONE_LINE = 1, 1 << 32  # a number that counts both
_COUNTS = np.zeros(GAP_END, np.int64)
_COUNTS[QUOTE], _COUNTS[LINE] = _ONE_QUOTE, _ONE_LINE

_EQUAL = {"ß": ("ß", "ss"), "ss": ("ss", "ß"), "և": ("և", "եւ", "եվ"), "եւ": ("եւ", "և")}
_EQUAL_LETTERS = re.compile("(ß|ss|և|եւ)")
# Letters, of the lexicon's languages, that fold to their small letters: none that decomposes, joins or has a stand-in.
_LETTER = "[0-9A-Za-zÀ-ÖØ-Þà-öø-ÿĞğŞşА-Яа-яԱ-Ֆա-ֆა-ჰ]"
_PLAIN = re.compile(f"{_LETTER}+(?: {_LETTER}+)*")
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
    units = unit_table().take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
    starts: Offsets | None = None
    ends: Offsets | None = None
    if len(units) and units.min() < SPECIAL:
        if ((units == MARK) | (units == EXPAND)).any():
            text, starts, ends = _compose(text)
            units = unit_table().take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4"))
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
    for match in clusters().finditer(text):
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
        if unit_of(character) == EXPAND:
            yield from (c for c in unicodedata.normalize("NFKC", character) if unit_of(c) > EXPAND)
        elif unit_of(character) != MARK:
            yield character
