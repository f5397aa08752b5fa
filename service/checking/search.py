"""Finding concepts while somebody types: whole names as the look-up finds them, then beginnings of words."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.checking.names import NameMatch, Names, plain_letters
from service.lexicon.model import Concept, Lexicon

_BREAK = "\n"  # before each label; no query spans it
_MOST_MATCHES = 1_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that was found. `match` says by which label, where the whole name was recognized.

    `tier` says how: 0 by its ID or a whole name, 1 by the beginning of a name, 2 of a word in a name, 3 of a word in
    the gloss, 4 by a name that is only much like the words.
    """

    concept: Concept
    tier: int
    match: NameMatch | None = None


class Search:
    """Ready to search one lexicon; no state changes after construction."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self._lexicon = lexicon
        self._names = names
        self._labels = {one.id: _words(label.text for label in one.labels) for one in lexicon.concepts.values()}
        self._glosses = {one.id: _words([one.gloss]) for one in lexicon.concepts.values()}

    def find(self, q: str) -> list[Hit]:
        """The concepts that `q` leads to, in order of tier; of the first and last tier, the best first.

        A name that is half typed is thus not taken for a slip of another one.
        """
        found: dict[str, Hit] = {}
        named = self._lexicon.concepts.get(q.strip())
        if named is not None:
            found[named.id] = Hit(named, 0)
        matches = self._names.look_up(q, limit=_MOST_MATCHES)
        for match in (one for one in matches if one.match != "fuzzy"):
            found.setdefault(match.concept.id, Hit(match.concept, 0, match))
        plain = plain_letters(q)
        if plain:
            word = f" {plain}"
            begun = (self._labels, _BREAK + word), (self._labels, word), (self._glosses, word)
            for tier, (texts, part) in enumerate(begun, 1):
                for concept_id, text in texts.items():
                    if part in text:
                        found.setdefault(concept_id, Hit(self._lexicon.concepts[concept_id], tier))
        for match in matches:
            found.setdefault(match.concept.id, Hit(match.concept, 4, match))
        return list(found.values())


def _words(texts: Iterable[str]) -> str:
    return "".join(f"{_BREAK} {plain_letters(text)}" for text in texts)
