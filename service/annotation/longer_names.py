"""Names that stand inside the name of an organisation or a work, such as Oldvale Bank or the film “Oldvale”.

The writer did not choose such a name, so the annotation stays and says what it is a part of. The lexicon's vocabulary
has the nouns that make a longer name (`name_heads`). Four ways of making it are known:

1. the noun comes after the name, in capitals like what stands between: Oldvale Bank, Oldvale State University;
2. it comes before the name with `of` or its like, in the middle of a sentence or in English: Bank of Oldvale;
3. the name stands in quotation marks beside the noun or with it: фонд «Вале», “Vale” qəzeti, «Վալե բանկ»;
4. a Russian adjective with a capital, which it has in names alone: в Валеском университете.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from service.annotation.matching import QUOTED
from service.annotation.model import Annotation, Result
from service.annotation.word_list import WordList
from service.text.boundaries import begins_sentence, last_word
from service.text.quotation import Quotations

_LONGEST = 60  # code points of a longer name on either side of the name in it
_WORDS_BETWEEN = 2
_WORDS_IN_QUOTES = 4  # more of them may be speech
_NESTED = 4  # quotations one inside the other
# What is the name of an organisation itself stands in no other's.
_NAMES_OF_THEIR_OWN = frozenset(["organization", "media", "authority", "force", "document"])

_WORD = re.compile(r"[^\W\d_][\w’']*")
_WORD_AFTER = re.compile(r"[ \u00a0-]([^\W\d_]\w*)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’']*)[ \u00a0]\Z")
_OF = re.compile(r"([^\W\d_]\w*)[ \u00a0](of(?: the)?|d[e’']|du|des|de la|de l[’'])[ \u00a0]?\Z")
_SPACES = (" ", "\u00a0")
_OF_ENDS = tuple(f"{word}{space}" for word in ("of", "the", "de", "du", "des", "la", "’", "'") for space in _SPACES)
_OF_ENDS += "’", "'"
_OF_WORDS = frozenset(["of", "the", "de", "du", "des", "la", "d’", "d'", "l’", "l'"])
_JOINED = frozenset(["\u00a0", "’", "'"])
_ENDS_NOUN = frozenset(["_", "-"])
_ENDS_WORD = frozenset(["’", "'", "_", "\u00a0"])
_BEFORE_QUOTE = re.compile(r"([^\W\d_][\w-]*)[ \u00a0]?\Z")
_AFTER_QUOTE = re.compile(r"[ \u00a0-]?([^\W\d_]\w*)")
_ENDS_SENTENCE = re.compile(r"[.!?:։…]")
_RUSSIAN_ADJECTIVE = re.compile(r"[А-ЯЁ][\w-]*ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)")
_ADJECTIVE = "ск"  # in each of them
_RUSSIAN_BETWEEN = re.compile(r"\w+(?:ый|ий|ой|ая|ое|ые|ого|ому|ым|ом|ую|ых|ыми)")


class LongerNames:
    """Knows the nouns that make a longer name. Immutable; safe to share between threads."""

    def __init__(self, heads: Mapping[str, Sequence[str]]) -> None:
        self._french = frozenset(heads.get("fr", ()))
        self._heads = WordList(heads)

    def marked(self, result: Result, text: str, marks: Quotations) -> Result:
        """`result` with the annotations that stand inside a longer name of `text` marked."""
        changed: dict[int, Annotation] = {}
        for place, annotation in enumerate(result.annotations):
            alone = _is_alone(text, annotation.start, annotation.end)
            if (alone and not annotation.in_quotation) or annotation.concept.kind in _NAMES_OF_THEIR_OWN:
                continue
            name = None if alone else self._beside(text, annotation)
            if name is None and annotation.in_quotation:
                name = self._quoted(text, annotation.start, annotation.end, marks)
            if name:
                distanced = None if annotation.distanced == QUOTED else annotation.distanced
                changed[place] = replace(annotation, in_name=name, distanced=distanced)
        if not changed:
            return result
        annotations = tuple([changed.get(place, one) for place, one in enumerate(result.annotations)])
        return replace(result, annotations=annotations)

    def _is_head(self, word: str) -> bool:
        return word in self._heads or _small(word) in self._heads

    def _beside(self, text: str, annotation: Annotation) -> str | None:
        """The longer name of a noun that stands before or after."""
        start, end = annotation.start, annotation.end
        adjective = _cyrillic(text[start]) and _is_adjective(text, start, end)
        # A name in a case stands beside the noun, not in its name: Hadruts Zentrum. Armenian joins by the genitive.
        joins = not annotation.inflected or adjective or annotation.label.script == "Armn"
        found = self._head_after(text, start, end, adjective) if joins else None
        return found or self._head_before(text, start, end)

    def _head_after(self, text: str, start: int, end: int, adjective: bool) -> str | None:
        place = end
        for _ in range(_WORDS_BETWEEN + 1):
            word = _WORD_AFTER.match(text, place)
            if word is None or not (word[1][0].isupper() or adjective):
                return None
            if self._is_head(word[1]):
                return text[start : word.end()]
            if adjective and not _RUSSIAN_BETWEEN.fullmatch(word[1]):
                return None
            place = word.end()
        return None

    def _head_before(self, text: str, start: int, end: int) -> str | None:
        joined = text.endswith(_OF_ENDS, 0, start)
        lowest = max(0, start - _LONGEST)
        before = text[lowest:start]
        found = _OF.search(before) if joined else None
        if found is None:
            found = _WORD_BEFORE.search(before)
            if found is None or not (found[1].isupper() or _cyrillic(found[1])):
                return None
        if not found[1][0].isupper() or not self._is_head(found[1]):
            return None
        if found.re is _OF and found[2][0] == "d" and _small(found[1]) not in self._french:
            return None  # des Buches des Massakers
        begin = start - len(before) + found.start()
        if _cyrillic(found[1]) and not found[1].isupper() and begins_sentence(text, begin):
            return None
        return text[begin:end]

    def _quoted(self, text: str, start: int, end: int, marks: Quotations) -> str | None:
        spans = marks.spans
        nearest = bisect_right(spans, (start, len(text) + 1))
        for first, last in reversed(spans[max(0, nearest - _NESTED) : nearest]):
            if last < end or last - first > _LONGEST or _ENDS_SENTENCE.search(text, first, last):
                continue
            words = _WORD.findall(text, first, last)
            if 1 < len(words) <= _WORDS_IN_QUOTES and any(map(self._is_head, words)):
                return text[first:last].strip()
            before = _word_before(text, first - 1)
            after = _AFTER_QUOTE.match(text, last + 1)
            if any(word and self._is_head(word[1]) for word in (before, after)):
                return text[first:last].strip()
        return None


def _word_before(text: str, quote: int) -> re.Match[str] | None:
    """The word that stands directly before a quotation mark."""
    end = quote - 1 if text[quote - 1 : quote] in _SPACES else quote
    last = text[end - 1 : end]
    if not (last.isalnum() or last in _ENDS_NOUN):
        return None
    return _BEFORE_QUOTE.search(text[max(0, quote - _LONGEST) : quote])


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name rules out at once that a noun there makes a longer one of it, as with most.

    The expressions of this module are slow to find that out.
    """
    if text[end + 1 : end + 2].isupper() or text.find(_ADJECTIVE, start, end) >= 0:
        return False
    before = text[start - 1 : start]
    if before != " ":
        return before not in _JOINED
    word = last_word(text, start - 1, _LONGEST)
    if word.islower():
        return word not in _OF_WORDS
    last = word[-1:]
    if not (last.isalnum() or last in _ENDS_WORD):
        return True
    # A noun in Latin letters has `of` behind it, unless all is in capitals.
    return word.isalpha() and not _cyrillic(word) and not word.isupper()


def _is_adjective(text: str, start: int, end: int) -> bool:
    """Whether the span is a Russian adjective with a capital that it owes to no sentence."""
    return _RUSSIAN_ADJECTIVE.fullmatch(text, start, end) is not None and not begins_sentence(text, start)


def _cyrillic(word: str) -> bool:
    return "Ѐ" <= word[0] <= "ӿ"


def _small(word: str) -> str:
    return word.replace("İ", "i").lower()
