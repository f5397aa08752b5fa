"""The look-up built from the lexicon: every form that may be found, folded, in one Aho-Corasick automaton.

The automaton knows patterns by their sketches (service/text/units.py). Few patterns share one; which of them a text
holds is told by the units.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from service.annotation.automaton import ENGINE, Automaton
from service.annotation.forms import Inflect, Record, forms, meaning_of
from service.annotation.meaning import BORROWED, Entry, Name, ranked
from service.lexicon.model import Lexicon
from service.lexicon.shelf import Sections, Shelf, shelve
from service.memory import Remembered, no_collection
from service.text.folding import Folded, fold, fold_all, pattern_spellings
from service.text.inflection import inflections

_REMEMBERED = 1 << 14  # patterns; a text holds a few hundred

_AUTOMATON, _ENTRIES = "automaton", "entries"
_Kept = tuple[tuple[Record, str], ...]  # records of a sketch, each with its spelling if that is not the form itself


class Patterns(Struct, frozen=True, gc=False):
    """The patterns of one sketch, by their units, and what each may mean, the most specific first.

    Nearly all names of a text are written as in the lexicon and have one meaning, which nothing around them changes:
    `plain` is such a name, if it is the only pattern, and `spelling` is how it is written.
    """

    meanings: Mapping[str, Sequence[Entry]]
    plain: Name | None
    spelling: str


class Gazetteer:
    """All patterns and what they mean, each sketch known by its place. Safe to share between threads.

    Made by `build` or `read`. What a pattern means is worked out when a text first holds it, and remembered.
    """

    def __init__(self, lexicon: Lexicon, automaton: Automaton, sections: Sections) -> None:
        self._lexicon = lexicon
        self._automaton = automaton
        self._sections = sections
        self._kept = Shelf[_Kept](sections, _ENTRIES, _Kept, remembered=0)
        self.find = automaton.find
        self.patterns: Mapping[int, Patterns] = Remembered(self._patterns, _REMEMBERED)

    def __len__(self) -> int:
        """The number of sketches."""
        return len(self._kept)

    def meanings(self, form: str) -> Sequence[Entry]:
        """What the whole of `form` may mean."""
        folded = fold(form)
        for first, last, place in self.find(folded.sketch):
            if (first, last) == (0, len(folded.units)):
                return self.patterns[place].meanings.get(folded.units, ())
        return ()

    def every_meaning(self) -> Iterator[Sequence[Entry]]:
        """What each pattern may mean, one pattern after another."""
        all_folded = fold_all([spelling for kept in self._kept for spelling in _spellings(kept)])
        for kept in self._kept:
            yield from self._meant(kept, islice(all_folded, len(kept))).values()

    def _patterns(self, place: int) -> Patterns:
        kept = self._kept[place]
        spellings = _spellings(kept)
        meanings = self._meant(kept, map(fold, spellings))
        entries = next(iter(meanings.values()))
        plain = entries[0].meaning if len(meanings) == len(entries) == 1 else None
        changeable = plain is None or plain.qualified or plain.degree == BORROWED or entries[0].spoken
        if isinstance(plain, Name) and not changeable:
            return Patterns(meanings, plain, spellings[0])
        return Patterns(meanings, None, "")

    def _meant(self, kept: _Kept, all_folded: Iterable[Folded]) -> dict[str, tuple[Entry, ...]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for (record, _), spelling, folded in zip(kept, _spellings(kept), all_folded, strict=True):
            capitals = tuple(folded.unit(place) for place, letter in enumerate(spelling) if letter.isupper())
            found[folded.units].append(Entry(meaning_of(record, self._lexicon), record.lang, capitals))
        return {units: ranked(entries) for units, entries in found.items()}

    def kept(self) -> dict[str, bytes]:
        """The sections of a file from which `read` makes the gazetteer again."""
        return {_AUTOMATON: self._automaton.kept(), **self._sections}


def _spellings(kept: _Kept) -> list[str]:
    return [other or record.form for record, other in kept]


def build(lexicon: Lexicon, inflect: Inflect = inflections) -> Gazetteer:
    """The gazetteer of a lexicon, whose names are inflected by `inflect`."""
    with no_collection():
        kept: defaultdict[bytes, list[tuple[Record, str]]] = defaultdict(list)
        spelled = [(s, record) for record in forms(lexicon, inflect) for s in pattern_spellings(record.form)]
        for (spelling, record), folded in zip(spelled, fold_all([s for s, _ in spelled]), strict=True):
            kept[folded.sketch].append((record, "" if spelling == record.form else spelling))
        patterns = sorted(pattern for pattern in kept if pattern)
        return Gazetteer(lexicon, ENGINE(patterns), shelve(_ENTRIES, map(kept.get, patterns)))


def read(lexicon: Lexicon, sections: Sections) -> Gazetteer:
    """The gazetteer kept in the sections of a file; ValueError if its automaton is none."""
    own = {name: content for name, content in sections.items() if name.startswith(_ENTRIES)}
    return Gazetteer(lexicon, ENGINE.read(sections[_AUTOMATON]), own)
