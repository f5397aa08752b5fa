"""What the lexicon's pages look things up in; made once for each engine."""

from pathlib import Path

from service.checking.catalogue import Catalogue
from service.checking.facets import Facets
from service.checking.names import plain_letters
from service.checking.search import Search
from service.lexicon.history import Change, history
from service.lexicon.model import Concept
from service.web.engine import Engine, current_engine
from service.web.pages.spots import Spot, spots


class Library:
    """The indexes of one engine's lexicon."""

    def __init__(self, engine: Engine) -> None:
        self.lexicon = engine.lexicon
        self.catalogue = Catalogue(engine.lexicon)
        self.facets = Facets(engine.lexicon)
        self.search = Search(engine.lexicon, engine.names)
        self._orders: dict[str, list[Concept]] = {}
        self._spots: dict[str, list[Spot]] = {}
        self._histories: dict[tuple[Path, str], tuple[Change, ...]] = {}

    def ordered(self, lang: str) -> list[Concept]:
        """Every concept in alphabetical order of the names that a reader of `lang` sees in a list."""
        if lang not in self._orders:
            self._orders[lang] = sorted(self.lexicon.concepts.values(), key=lambda one: self._key(one, lang))
        return self._orders[lang]

    def spots(self, lang: str) -> list[Spot]:
        """The places of the map with the names that a reader of `lang` sees."""
        if lang not in self._spots:
            self._spots[lang] = spots(self.catalogue, lang)
        return self._spots[lang]

    def history(self, concept: Concept, folder: Path) -> tuple[Change, ...]:
        """What git remembers of the concept's file, if the lexicon's folder lies in a checkout."""
        key = folder, concept.id
        if key not in self._histories:
            self._histories[key] = history(folder, concept.path)
        return self._histories[key]

    def _key(self, concept: Concept, lang: str) -> tuple[str, str]:
        names = [label.text for label in self.catalogue.heading(concept, lang)] or [concept.gloss]
        # Scripts stay apart, each in its own order; marks on letters do not tear a list apart.
        first = names[0].casefold()
        return plain_letters(first) if first[:1].isascii() or lang in ("az", "en") else first, concept.id


def current_library() -> Library:
    """The indexes for the request under way."""
    return current_engine().derived(Library)
