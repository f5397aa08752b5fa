"""Place names beside a noun: the Oldvale, Nuvel and Ortaq districts; seven districts (Oldvale, Nuvel); Oldvale region.

There each name stands for the district, not for the town that is called alike. What the district is called is asked of
the gazetteer: it is what “Oldvale district” would mean, or the same with another name of the town. The vocabulary has
the nouns (`list_heads`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product, takewhile

from msgspec.structs import replace

from service.annotation.district_names import DistrictNames
from service.annotation.gazetteer import Gazetteer
from service.annotation.matching import Candidate
from service.annotation.meaning import PLACES, Ambiguity, Name
from service.annotation.word_list import WordMap
from service.lexicon.model import Concept
from service.text.boundaries import last_word
from service.text.enumeration import LINK, NAME

_WIDEST_GAP = 40  # code points between two names of a list
_SHORT_GAP = 14  # in most lists; where it is longer a comma or bracket has to stand behind the first name
_ENDS_MEMBER = frozenset(",)")
_GAP = re.compile(rf"\)?{LINK}(?:{NAME}{LINK}){{0,2}}")
_BRACKET = re.compile(r"\s?\(")
_NOUN = r"\w-\w+|\w+"  # р-н, r-nu
_AFTER = re.compile(rf"(?P<more>\)|{LINK}{NAME})?\s(?P<noun>{_NOUN})")
_AFTER_BRACKET = re.compile(rf"\)\s({_NOUN})")
_NEXT_WORD = re.compile(rf"\s({_NOUN})")
_OF = r"(?:of\s(?:the\s)?|d[e’']\s?|du\s)?"
_BEFORE_ONE = re.compile(rf"(?<!\w)(\w+)\s({_OF})\Z")
# Languages in which the noun stands before the name of a district: with a word like “of” between, or without.
_BEFORE_NAME = {"de": False, "en": True, "fr": True}
_INCLUDING = "including|such as|namely|notamment|wie|nämlich|а именно|включая|в том числе|o cümlədən|yəni|այդ թվում"
_BEFORE = re.compile(rf"(?<!\w)(\w+)(?:(,?\s(?:{_INCLUDING})\s|\s?[(:–—-]\s?)|\s){_OF}\Z")
_OF_WORDS = frozenset(["of", "the", "de", "du"])
_LINKS = _OF_WORDS.union(phrase.split()[-1] for phrase in _INCLUDING.split("|"))
# Russian adjectives, all in the case of the noun at the end: Олдвейлского, село Ортак Нувельского районов.
_AGREEING = re.compile(r"ск(?:ий|ого|ому|им|ом)\Z")
_MEMBER_ENDS = re.compile(r",|\sи\s")
_SENTENCE_ENDS = re.compile(r"(?:\w{3}\.|[!?…])\s")  # but not the full stop of a short word (с. Ортак)
_WIDEST_LIST = 200  # code points from the end of a member to the last one
_APOSTROPHES = frozenset(["’", "'", "_"])
_JOINTS = _APOSTROPHES.union("(:–—-")
_LONGEST_HEAD = 40
_FEW = 2  # letters that rule out most words


class Lists:
    """Tells districts from towns in lists. Immutable; safe to share between threads."""

    def __init__(
        self, gazetteer: Gazetteer, heads: Mapping[str, Sequence[str]], concepts: Mapping[str, Concept]
    ) -> None:
        # Each item holds the plural, then the singular forms that stand beside one name.
        items = [item for words in heads.values() for item in words]
        self._singulars = WordMap(items)
        self._first_letters = _first_letters(self._singulars)
        singulars = tuple(dict.fromkeys(singular for item in items for singular in item.split()[1:]))
        self._names = DistrictNames(gazetteer, concepts, singulars)
        self._small = frozenset(singular.lower() for singular in singulars)
        self._before = {
            singular.lower(): joint
            for lang, joint in _BEFORE_NAME.items()
            for item in heads.get(lang, ())
            for singular in item.split()[1:]
        }
        self._letters_after = _first_letters(self._small)

    def told(self, text: str, chosen: Sequence[Candidate]) -> Sequence[Candidate]:
        """`chosen` with the names of districts taken as such; they are in the order of their start."""
        changed: dict[int, Candidate] = {}
        for first, last in _runs(text, chosen):
            changed.update(self._districts(text, chosen, range(first, last)))
            changed.update(self._bracketed(text, chosen, range(first, last)))
        for place, candidate in enumerate(chosen):
            if text[candidate.end + 1 : candidate.end + 1 + _FEW] in self._first_letters:
                changed.update(self._apart(text, chosen, place))
        for place, candidate in enumerate(chosen):
            if not self._may_be_beside_noun(text, candidate.start, candidate.end) or place in changed:
                continue
            if _is_open(candidate) and (district := self._beside_noun(text, candidate)):
                changed[place] = district
        return [changed.get(place, candidate) for place, candidate in enumerate(chosen)] if changed else chosen

    def _beside_noun(self, text: str, candidate: Candidate) -> Candidate | None:
        """The district, if one is named by the town's name and a noun; the mention takes the noun in."""
        after = _NEXT_WORD.match(text, candidate.end)
        if after and after[1].lower() in self._small:
            name = self._names.get(text[candidate.start : candidate.end], (after[1],), candidate.concepts)
            return None if name is None else replace(candidate, end=after.end(), meaning=name)
        lowest = max(0, candidate.start - _LONGEST_HEAD)
        before = _BEFORE_ONE.search(text[lowest : candidate.start])
        if before and self._before.get(before[1].lower()) == bool(before[2]):
            name = self._names.get(text[candidate.start : candidate.end], (before[1],), candidate.concepts)
            return None if name is None else replace(candidate, start=lowest + before.start(), meaning=name)
        return None

    def _apart(self, text: str, chosen: Sequence[Candidate], place: int) -> Iterator[tuple[int, Candidate]]:
        """Adjectives with other words between them, of which the last has the noun of all."""
        last = chosen[place]
        after = _NEXT_WORD.match(text, last.end)
        ending = _AGREEING.search(text[last.start : last.end])
        head = self._singular(after[1]) if after and ending else ()
        if not (head and after and ending):
            return
        lowest = max(0, last.start - _WIDEST_LIST)
        for stop in _SENTENCE_ENDS.finditer(text, lowest, last.start):
            lowest = stop.end()
        near = takewhile(lambda earlier: chosen[earlier].start >= lowest, range(place - 1, -1, -1))
        members = [
            earlier
            for earlier in near
            if text.endswith(ending[0], chosen[earlier].start, chosen[earlier].end)
            and _MEMBER_ENDS.match(text, chosen[earlier].end)
        ]
        if members:
            yield from self._named(text, chosen, members, head)
            yield from ((place, replace(one, end=after.end())) for _, one in self._named(text, chosen, (place,), head))

    def _bracketed(self, text: str, chosen: Sequence[Candidate], places: range) -> Iterator[tuple[int, Candidate]]:
        """Two names of one district: Oldvale (Nuvel) district."""
        for place in places[1:]:
            one, other = chosen[place - 1], chosen[place]
            after = _AFTER_BRACKET.match(text, other.end)
            if after and after[1].lower() in self._small and _is_bracketed(text, one, other):
                yield from self._named(text, chosen, (place - 1, place), (after[1],))

    def _may_be_beside_noun(self, text: str, start: int, end: int) -> bool:
        """Whether a noun beside the name may make it that of a district. Of most names it is told at once."""
        if text[end + 1 : end + 1 + _FEW] in self._letters_after:
            return True
        gap = text[start - 1 : start]
        if gap != " ":
            return gap.isspace() or gap in _APOSTROPHES
        word = last_word(text, start - 1, _LONGEST_HEAD)
        if not word.isalpha():
            return word[-1:].isalnum() or word[-1:] in _APOSTROPHES
        small = word.lower()
        return small in self._before or small in _OF_WORDS

    def _districts(self, text: str, chosen: Sequence[Candidate], places: range) -> Iterator[tuple[int, Candidate]]:
        head, end = self._head(text, chosen[places[0]], chosen[places[-1]])
        if not head:
            return
        for place, candidate in self._named(text, chosen, places, head):
            yield place, replace(candidate, end=end) if place == places[-1] else candidate

    def _named(
        self, text: str, chosen: Sequence[Candidate], places: Iterable[int], head: tuple[str, ...]
    ) -> Iterator[tuple[int, Candidate]]:
        """Those of the candidates that are called like a district."""
        for place in places:
            candidate = chosen[place]
            if not _is_open(candidate):
                continue
            name = self._names.get(text[candidate.start : candidate.end], head, candidate.concepts)
            if name is not None:
                yield place, replace(candidate, meaning=name)

    def _head(self, text: str, first: Candidate, last: Candidate) -> tuple[tuple[str, ...], int]:
        """The singular forms of the noun that the list has, and where the last mention then ends."""
        after = _AFTER.match(text, last.end)
        if after and (singulars := self._singular(after["noun"])):
            return singulars, last.end if after["more"] else after.end()
        before = None
        if self._may_follow_plural(text, first.start):
            before = _BEFORE.search(text[max(0, first.start - _LONGEST_HEAD) : first.start])
        if before and (singulars := self._singular(before[1], introduced=before[2] is not None)):
            return singulars, last.end
        # The first or last name may be one of a district already, and hold the noun.
        for word in (text[first.start : first.end].split()[0], text[last.start : last.end].split()[-1]):
            if singulars := self._singular(word):
                return singulars, last.end
        return (), last.end

    def _may_follow_plural(self, text: str, start: int) -> bool:
        """Whether a noun before the list may head it: a glance at what stands before, since most lists have none."""
        gap = text[start - 1 : start]
        if gap != " ":
            return gap.isspace() or gap in _JOINTS
        word = last_word(text, start - 1, _LONGEST_HEAD)
        if word.isalpha():
            return word[:_FEW] in self._first_letters or word in _LINKS
        return word[-1:].isalnum() or word[-1:] in _JOINTS

    def _singular(self, word: str, introduced: bool = False) -> tuple[str, ...]:
        if word[:_FEW] not in self._first_letters:
            return ()
        small = word.lower()
        if small in self._small and not introduced:
            return ()  # after a number, as in “yeddi rayon (…)”, the form is that of one
        return self._singulars.get(small) or ()


def _first_letters(words: Iterable[str]) -> frozenset[str]:
    """How the words begin, in small letters and capitals."""
    spelled = (product(*((letter, letter.upper()) for letter in word[:_FEW])) for word in words)
    return frozenset("".join(letters) for beginnings in spelled for letters in beginnings)


def _runs(text: str, chosen: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """The lists of places among the candidates, as half-open ranges; each holds two names at least."""
    first = end = 0
    for place, candidate in enumerate(chosen):
        gap = candidate.start - end
        if not (place and 2 <= gap <= _WIDEST_GAP and _linked(text, chosen[place - 1], candidate)):
            if place - first > 1:
                yield first, place
            first = place
        end = candidate.end
    if len(chosen) - first > 1:
        yield first, len(chosen)


def _linked(text: str, one: Candidate, other: Candidate) -> bool:
    """Whether the two stand in a list, or the second in brackets as another name of the first."""
    if text[other.start - 1] == "(":
        return _is_bracketed(text, one, other)
    may_be = other.start - one.end <= _SHORT_GAP or text[one.end] in _ENDS_MEMBER
    return may_be and _GAP.fullmatch(text, one.end, other.start) is not None


def _is_bracketed(text: str, one: Candidate, other: Candidate) -> bool:
    if _BRACKET.fullmatch(text, one.end, other.start) is None:
        return False
    return not set(one.concepts).isdisjoint(other.concepts)


def _is_open(candidate: Candidate) -> bool:
    meaning = candidate.meaning
    return isinstance(meaning, Ambiguity) or (isinstance(meaning, Name) and meaning.concept.kind in PLACES)
