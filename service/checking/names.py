"""Name look-up: which concepts does a typed name stand for, and how sure is that?

A name is compared with every label in five steps, from strict to lenient; each label is reported once, under the first
step that finds it:

exact           the same characters
folded          the same spelling for the annotator: case, spaces, hyphens, apostrophes, invisible characters
inflected       a form of the label in its language, as the annotator finds it (Xankəndidə, Степанакерте)
transliterated  the same letters once both are written in plain Latin letters (Xankendi, Xankəndi, Ханкенди), or once
                one is written by a system of its language (Khojaly, Chodschaly, Ходжалы): `text/romanisation.py`
fuzzy           as plain Latin letters, but for a slip of the pen: one letter in five to eight, two in nine to thirteen,
                then three
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from unidecode import unidecode

from service.annotation.gazetteer import Gazetteer
from service.annotation.meaning import Ambiguity, Name
from service.lexicon.model import Concept, Label, Lexicon, Use
from service.memory import no_collection
from service.text.folding import fold_key, pattern_spellings
from service.text.respelling import respelled
from service.text.romanisation import LANGUAGES, romanised
from service.text.scripts import scripts_of

MatchKind = Literal["exact", "folded", "inflected", "transliterated", "fuzzy"]

_SCORES: dict[MatchKind, int] = {"exact": 100, "folded": 98, "inflected": 95, "transliterated": 90}
_BEST_FUZZY = 89
_FEWEST_LETTERS = 5  # below that, a slip makes another name of it: Baku, Batu, Boku

# Where Unidecode writes what nobody types: @ for schwa, ow and rh for two Armenian letters.
_TYPED = (("ə", "e"), ("ǝ", "e"), ("ու", "u"), ("ռ", "r"))
_ALPHABETS = {"az": "Latn", "hy": "Armn", "ru": "Cyrl"}
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """One label that a name may stand for. `score` runs from 0 to 100; the kinds' ranges do not overlap."""

    concept: Concept
    label: Label
    match: MatchKind
    score: int


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    label: Label


class _Index:
    """All labels of a lexicon by what may be typed for them; contextual ones, too."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.exact: dict[str, list[_Entry]] = {}
        self.folded: dict[str, list[_Entry]] = {}
        self.plain: dict[str, list[_Entry]] = {}
        for concept in lexicon.concepts.values():
            for label in _distinct(concept.labels):
                self._add(_Entry(concept, label))
        self.plain_keys = tuple(sorted(self.plain))
        self.romanised: dict[str, list[_Entry]] = {}
        for lang in sorted(LANGUAGES):
            native = [e for entries in self.exact.values() for e in entries if _is_native(e.label, lang)]
            for _, written in romanised(lang, [entry.label.text for entry in native]):
                for entry, key in zip(native, written, strict=True):
                    if key:
                        self.romanised.setdefault(key, []).append(entry)

    def _add(self, entry: _Entry) -> None:
        self.exact.setdefault(entry.label.text, []).append(entry)
        for key in {fold_key(spelling) for spelling in pattern_spellings(entry.label.text)}:
            self.folded.setdefault(key, []).append(entry)
        plain = plain_letters(entry.label.text)
        if plain:
            self.plain.setdefault(plain, []).append(entry)


class Names:
    """Look-up in the labels of one lexicon, which are gone through at the first question. Safe to share."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer | None = None) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer  # without one, inflected forms are not known

    @cached_property
    def _index(self) -> _Index:
        with no_collection():
            return _Index(self._lexicon)

    def look_up(self, q: str, lang: str | None = None, limit: int = 20) -> list[NameMatch]:
        """The labels that `q` may stand for, best first; only those of the language `lang` where it is given."""
        found: dict[tuple[str, Label], NameMatch] = {}
        for entry, kind, score in self._candidates(q.strip()):
            if lang is None or entry.label.lang == lang:
                found.setdefault((entry.concept.id, entry.label), NameMatch(entry.concept, entry.label, kind, score))
        return sorted(found.values(), key=_order)[:limit]

    def _candidates(self, q: str) -> Iterator[tuple[_Entry, MatchKind, int]]:
        for entry in self._index.exact.get(q, ()):
            yield entry, "exact", _SCORES["exact"]
        for entry in self._index.folded.get(fold_key(q), ()):
            yield entry, "folded", _SCORES["folded"]
        for entry in self._inflected(q):
            yield entry, "inflected", _SCORES["inflected"]
        if (other := respelled(q)) != q:
            for entry in (*self._index.folded.get(fold_key(other), ()), *self._inflected(other)):
                yield entry, "transliterated", _SCORES["transliterated"]
        plain = plain_letters(q)
        for key in (plain, *_written(q)):
            for entry in (*self._index.plain.get(key, ()), *self._index.romanised.get(key, ())):
                yield entry, "transliterated", _SCORES["transliterated"]
        yield from self._near(plain)

    def _inflected(self, q: str) -> Iterator[_Entry]:
        """The labels of which `q` as a whole is a form; in capitals as the gazetteer has it."""
        if self._gazetteer is None:
            return
        for entry in self._gazetteer.meanings(q):
            meaning = entry.meaning
            if isinstance(meaning, Name):
                text, lang, concepts = meaning.label.text, meaning.label.lang, {meaning.concept.id}
            elif isinstance(meaning, Ambiguity):
                text, lang = meaning.text, meaning.ambiguous.lang
                concepts = {sense.concept for sense in meaning.ambiguous.senses}
            else:
                continue
            known = self._index.exact.get(text, ())
            yield from (one for one in known if one.concept.id in concepts and one.label.lang == lang)

    def _near(self, plain: str) -> Iterator[tuple[_Entry, MatchKind, int]]:
        slips = _slips(len(plain))
        if not slips:
            return
        from rapidfuzz import process  # loaded at the first name that is spelled like none
        from rapidfuzz.distance import OSA

        near = process.extract(plain, self._index.plain_keys, scorer=OSA.distance, score_cutoff=slips, limit=None)
        for key, distance, _ in near:
            # The shorter of the two decides, or a long query would reach a short name.
            if 0 < distance <= _slips(min(len(plain), len(key))):
                score = round(_BEST_FUZZY * (1 - distance / max(len(plain), len(key))))
                for entry in self._index.plain[key]:
                    yield entry, "fuzzy", score


def _distinct(labels: Iterable[Label]) -> Iterator[Label]:
    """Labels that look the same as one label with all their uses: a word that several context tests lead to."""
    alike: dict[Label, tuple[Use, ...]] = {}
    for label in labels:
        bare = replace(label, uses=())
        alike[bare] = (*alike.get(bare, ()), *label.uses)
    for bare, uses in alike.items():
        yield replace(bare, uses=tuple(dict.fromkeys(uses)))


def _is_native(label: Label, lang: str) -> bool:
    """Whether the label is in the alphabet of its own language `lang`, for which there are systems."""
    return label.lang == lang and label.script == _ALPHABETS[lang]


def _written(q: str) -> list[str]:
    """What is typed in another alphabet, as the systems of the languages in that alphabet write it."""
    scripts = scripts_of(q)
    return [
        key
        for lang, script in _ALPHABETS.items()
        if scripts == {script} and script != "Latn"
        for _, (key,) in romanised(lang, [q])
    ]


def plain_letters(text: str) -> str:
    """`text` in small plain Latin letters and digits, words kept apart: the secondary key, never for annotation."""
    plain = text.casefold()
    for letters, typed in _TYPED:
        plain = plain.replace(letters, typed)
    plain = unidecode(plain).casefold().replace("'", "").replace("`", "")
    return _NOT_PLAIN.sub(" ", plain).strip()


def _slips(letters: int) -> int:
    if letters < _FEWEST_LETTERS:
        return 0
    return 1 if letters < 9 else 2 if letters < 14 else 3


def _order(match: NameMatch) -> tuple[int, str, str, str, str, str]:
    label = match.label
    return -match.score, match.concept.id, label.lang, label.text, label.type, label.stance
