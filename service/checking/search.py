"""Finding concepts while somebody types: whole names as the look-up finds them, then beginnings of words."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.checking.names import NameMatch, Names, plain_letters
from service.lexicon.model import Concept, Lexicon

_BREAK = "\n"  # between two labels; no query spans it
_MOST_MATCHES = 1_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found. `match` says by which label, where the whole name was recognized."""

    concept: Concept
    match: NameMatch | None = None


class Search:
    """Ready to search one lexicon; no state changes after construction."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon = lexicon
        self._names = names
        self._labels = {one.id: _words(label.text for label in one.labels) for one in lexicon.concepts.values()}
        self._glosses = {one.id: _words([one.gloss]) for one in lexicon.concepts.values()}

    def find(self, q: str) -> list[Hit]:
        """The concepts that `q` leads to: by ID, by a whole name in any spelling, by the beginning of a word.

        Best first; words of names come before words of glosses.
        """
        found: dict[str, Hit] = {}
        named = self._lexicon.concepts.get(q.strip())
        if named is not None:
            found[named.id] = Hit(named)
        for match in self._names.look_up(q, limit=_MOST_MATCHES):
            found.setdefault(match.concept.id, Hit(match.concept, match))
        plain = plain_letters(q)
        if plain:
            for words in (self._labels, self._glosses):
                for concept_id, text in words.items():
                    if f" {plain}" in text:
                        found.setdefault(concept_id, Hit(self._lexicon.concepts[concept_id]))
        return _whole_names_first(list(found.values()))


def _whole_names_first(hits: list[Hit]) -> list[Hit]:
    """What was recognized by a slip of the pen yields to what begins as typed: "Stepan" is not yet a mistake."""
    return sorted(hits, key=lambda hit: hit.match is not None and hit.match.match == "fuzzy")


def _words(texts: Iterable[str]) -> str:
    return "".join(f" {plain_letters(text)}{_BREAK}" for text in texts)
