"""Words beside a name that keep it from its bearer: somebody else's first name or initial, another occupation.

A settlement may be called like a person, too: behind a first name the name of a village is a surname, and before a
surname one that is a first name belongs to a person.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from service.annotation.word_list import WordMap
from service.lexicon.model import Lexicon
from service.text.boundaries import begins_sentence, last_word
from service.text.folding import fold_key
from service.text.languages import Languages
from service.text.persons import first_name_key, initials_after, initials_before

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)(\.?)[ \u00a0]+\Z")
_LONGEST = 60  # code points looked at before the surname
_REMEMBERED = 1024  # persons
_SURNAME_AFTER = re.compile(
    r"[ \u00a0][^\W\d_]\w+(?:[yi]an(?:ts)?|[oe]v|[oe]va|zad[eə]|l[ıiuü]|янц?|[оеё]в|[оеё]ва|заде|[եյ]անց?|ով|ովա)"
    r"\w{0,3}(?!\w)"
)
_NOUNS_ARE_CAPITAL = "de"  # there a capital tells nothing of a name
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_WITHOUT_CAPITALS = re.compile("[\u0600-\u06ff\u10d0-\u10ff]")  # Arabic and Georgian letters
_HEADING = 4  # long words, of which nearly all begin with a capital


class Other(NamedTuple):
    """What stands beside a name and keeps it from a person or a settlement."""

    word: str
    what: str
    settled: bool = False  # whether no doubt is left that would be worth telling the writer of

    def __str__(self) -> str:
        return f"“{self.word}” stands beside it, {self.what}"


class _Own(NamedTuple):
    """The words that a person's names begin with, all words of them, and those of the gloss."""

    given: frozenset[str]
    words: frozenset[str]
    gloss: frozenset[str]


class Namesakes:
    """Knows the names of the lexicon's persons, first names, and the words that may stand before any surname."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._concepts = lexicon.concepts
        self._own = lru_cache(_REMEMBERED)(self._own_words)
        vocabulary = lexicon.vocabulary
        words = sorted({word for words in vocabulary.before_places.values() for word in words})
        alternatives = "|".join(map(re.escape, words)) or "(?!)"
        self._before_places = re.compile(rf"(?<!\w)(?:{alternatives})\s+\Z", re.IGNORECASE)
        self._titles = frozenset(fold_key(" ".join(_all(vocabulary.titles))).split())
        self._first_names = frozenset(map(first_name_key, fold_key(" ".join(_all(vocabulary.first_names))).split()))
        self._occupations = WordMap(map(_folded, _all(vocabulary.occupations)))

    def other_before(
        self,
        text: str,
        span: tuple[int, int],
        concept_id: str,
        languages: Languages,
        ends: Collection[int],
        mentioned: Collection[str],
    ) -> Other | None:
        """The first name, initial or occupation directly before the surname at `span`, if it is not the person's.

        Initials may stand behind it, too.
        In a script without capitals only common first names count.
        A title, a word that begins sentences, an abbreviation in capitals are no first names, nor is what another name
        ends with; `ends` are the places where the names that were found end. `mentioned` are persons named in full.
        """
        own = self._own(concept_id)
        if own is None:
            return None
        start, end = span
        initials = next(initials_before(text, start), None) or initials_after(text, end)
        if initials is not None:
            fits = not initials.certain or f"{initials.first}." in self._titles
            fits = fits or any(name.startswith(initials.first) for name in own.given)
            return None if fits else Other(initials.text, "another first name")
        before = text[max(0, start - _LONGEST) : start]
        found = _WORD_BEFORE.search(before)
        if not found:
            return None
        word = fold_key(found[1])
        if word in own.words:
            return None
        for_glosses = None if found[2] else self._occupations.get(word)  # a full stop may end a sentence
        if for_glosses is not None:
            fits = bool(for_glosses) and (concept_id in mentioned or not own.gloss.isdisjoint(for_glosses))
            return None if fits else Other(found[1], "another occupation")
        if _WITHOUT_CAPITALS.match(found[1]):
            is_other = not found[2] and first_name_key(word) in self._first_names
            return Other(found[1], "another first name") if is_other else None
        if not found[1][0].isupper() or word in self._titles or "'" in found[1] or "’" in found[1] or found[2]:
            return None
        place = start - len(before)
        if place + found.end(2) in ends or self._before_places.search(before[: found.start()]):
            return None
        if first_name_key(word) not in self._first_names and (
            found[1].isupper()
            or languages.at(start) == _NOUNS_ARE_CAPITAL
            or begins_sentence(text, place + found.start())
            or _is_heading(text, start)
        ):
            return None
        return Other(found[1], "another first name")

    def person_at(self, text: str, span: tuple[int, int], kind: str) -> Other | None:
        """The surname behind the name of a settlement at `span`, or the first name before it: a person is called so.

        Before the name of a town a first name tells nothing: hardly anybody has such a surname.
        """
        start, end = span
        if text[end + 1 : end + 2].isupper():
            behind = _SURNAME_AFTER.match(text, end)
            if behind and self._is_first_name(text[start:end]):
                return Other(behind[0].strip(), "a surname", settled=True)
        if kind != "village" or not last_word(text, start - 1, _LONGEST)[:1].isupper():
            return None  # so it is with most, and told at once
        found = _WORD_BEFORE.search(text[max(0, start - _LONGEST) : start])
        if found and found[1][0].isupper() and not found[2] and self._is_first_name(found[1]):
            return Other(found[1], "a first name", settled=True)
        return None

    def _is_first_name(self, word: str) -> bool:
        return first_name_key(fold_key(word)) in self._first_names

    def _own_words(self, concept_id: str) -> _Own | None:
        """What the person is called; None for what is no person."""
        concept = self._concepts[concept_id]
        if concept.kind != "person":
            return None
        names = [fold_key(label.text).split() for label in concept.labels]
        given = frozenset(words[0] for words, label in zip(names, concept.labels, strict=True) if not label.contextual)
        gloss = frozenset(word.strip(",;.()") for word in concept.gloss.lower().split())
        return _Own(given, frozenset(word for words in names for word in words), gloss)


def _all(words: Mapping[str, Iterable[str]]) -> Iterable[str]:
    return (word for of_language in words.values() for word in of_language)


def _folded(item: str) -> str:
    """The item with its first word, which is looked for in the text, folded; the others stand in glosses."""
    word, *glosses = item.split()
    return " ".join([fold_key(word.rstrip("*")) + "*" * word.endswith("*"), *glosses])


def _is_heading(text: str, place: int) -> bool:
    """Whether the line is written With Capitals Throughout."""
    first, last = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    words = _LONG_WORD.findall(text, max(first, place - 2 * _LONGEST), (len(text) if last < 0 else last))[
        : 4 * _HEADING
    ]
    return len(words) >= _HEADING and sum(not word[0].isupper() for word in words) * _HEADING < len(words)
