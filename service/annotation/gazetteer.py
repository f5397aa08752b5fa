"""The look-up built from the lexicon: every form that may be found, folded, in one Aho-Corasick automaton."""

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from service.annotation.automaton import ENGINE, Automaton
from service.annotation.forms import Inflect, Record, forms, meaning_of
from service.annotation.meaning import Entry, ranked
from service.lexicon.model import Lexicon
from service.lexicon.shelf import Sections, Shelf, shelve
from service.memory import no_collection
from service.text.folding import fold_all, pattern_spellings
from service.text.inflection import inflections

_REMEMBERED = 1 << 14  # patterns; a text holds a few hundred

_AUTOMATON, _ENTRIES = "automaton", "entries"
_Kept = tuple[tuple[Record, tuple[int, ...]], ...]  # records of a pattern, each with the units that are capitals


class Gazetteer:
    """All patterns and what they mean, each pattern known by its place. Safe to share between threads.

    Made by `build` or `read`. What a pattern means is worked out when a text first holds it, and remembered.
    """

    def __init__(self, lexicon: Lexicon, automaton: Automaton, sections: Sections) -> None:
        self._lexicon = lexicon
        self._automaton = automaton
        self._sections = sections
        self._kept = Shelf[_Kept](sections, _ENTRIES, _Kept, remembered=0)
        self.find = automaton.find
        self.entries: Callable[[int], tuple[Entry, ...]] = lru_cache(_REMEMBERED)(self._entries)

    def __len__(self) -> int:
        return len(self._kept)

    def _entries(self, place: int) -> tuple[Entry, ...]:
        return ranked(
            [Entry(meaning_of(record, self._lexicon), record.lang, capitals) for record, capitals in self._kept[place]]
        )

    def kept(self) -> dict[str, bytes]:
        """The sections of a file from which `read` makes the gazetteer again."""
        return {_AUTOMATON: self._automaton.kept(), **self._sections}


def build(lexicon: Lexicon, inflect: Inflect = inflections) -> Gazetteer:
    """The gazetteer of a lexicon, whose names are inflected by `inflect`."""
    with no_collection():
        kept: defaultdict[str, list[tuple[Record, tuple[int, ...]]]] = defaultdict(list)
        spelled = [(s, record) for record in forms(lexicon, inflect) for s in pattern_spellings(record.form)]
        for (spelling, record), folded in zip(spelled, fold_all([s for s, _ in spelled]), strict=True):
            capitals = tuple(folded.unit(place) for place, letter in enumerate(spelling) if letter.isupper())
            kept[folded.units].append((record, capitals))
        patterns = sorted(pattern for pattern in kept if pattern)
        return Gazetteer(lexicon, ENGINE(patterns), shelve(_ENTRIES, map(kept.get, patterns)))


def read(lexicon: Lexicon, sections: Sections) -> Gazetteer:
    """The gazetteer kept in the sections of a file; ValueError if its automaton is none."""
    own = {name: content for name, content in sections.items() if name.startswith(_ENTRIES)}
    return Gazetteer(lexicon, ENGINE.read(sections[_AUTOMATON]), own)
