"""How names of persons are written: first names, surnames, what may stand between, and initials in front of a surname.

An initial is one to three letters, the first of them a capital, and a full stop: А. Иванов, А.А. Иванов, J.-P. Miller,
Дж. Смит. What they stand for, the lexicon knows; here it is only told what looks like initials.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from service.text.folding import fold_key

_STOPS = ".\u2024"  # Armenian texts often have the one dot leader
_ONE = rf"[^\W\d_]{{1,3}}[{_STOPS}]"
_INITIALS = re.compile(rf"(?<![\w.'’])(?={_ONE})([^\W\d_]+).(?:[ \u00a0-]?{_ONE}){{0,2}}[ \u00a0]?\Z")
_LONGEST = 18  # code points of initials
_SON_OF = "оглы|огли|кызы|oğlu|oglu|ogly|oghlu|qızı|kızı|gizi"
_BETWEEN = rf"(?:{_ONE}[ \u00a0]?){{1,2}}|([^\W\d_])[\w-]+(?:[ -](?:{_SON_OF}))?[ \u00a0]"
_MIDDLE = re.compile(rf"(?<![\w'’-])([^\W\d_][\w’'-]+)[ \u00a0](?:{_BETWEEN})\Z")
_LONGEST_FIRST = 50  # code points of first and middle name
_PARTICLES = frozenset(
    "al bin da de del der di du el la le ter van von аль ван да де дер ди фон դե դեր վան ֆոն".split()
)
_RUSSIAN_ENDING = re.compile(r"(?<=..)(?:ом|ем|ой|ей|ью|[аяуюеиыйьоэ])\Z")
_NUMERAL = re.compile(r"[IVX]+\.?")
_MOST_WORDS = 4


class Initials(NamedTuple):
    """Initials that end where a surname begins."""

    start: int
    text: str
    first: str  # letters of the first one, folded

    @property
    def certain(self) -> bool:
        """Whether they can hardly be anything else; Ст. or Dr. may be another abbreviation."""
        return len(self.first) == 1


def initials_before(text: str, start: int) -> Initials | None:
    """The initials directly before the word that begins at `start`."""
    place = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    if place < 2 or text[place - 1] not in _STOPS:
        return None
    lowest = max(0, start - _LONGEST)
    found = _INITIALS.search(text[lowest:start])
    if found is None or not found[1][0].isupper():
        return None
    return Initials(lowest + found.start(), found[0].rstrip(), fold_key(found[1]))


class FirstName(NamedTuple):
    """A first name that stands before a middle name, a father's name or initials and a surname."""

    start: int
    key: str


def first_name_before(text: str, start: int) -> FirstName | None:
    """What may be the first name two words before the surname at `start`."""
    lowest = max(0, start - _LONGEST_FIRST)
    found = _MIDDLE.search(text[lowest:start])
    if found is None or not found[1][0].isupper() or (found[2] and not found[2].isupper()):
        return None
    return FirstName(lowest + found.start(), first_name_key(fold_key(found[1])))


def first_name_key(word: str) -> str:
    """Of a folded word, equal for the cases of a Russian first name; other languages leave it as it is."""
    return _RUSSIAN_ENDING.sub("", word) if "а" <= word[:1] <= "я" else word


def surnames_in(name: str) -> Iterator[str]:
    """What may be the surname in a first name and a surname; nothing for what does not look like the two.

    Which of several words after the first belong to it nobody can tell: de Waal and Waal, Moreno Ocampo and Ocampo.
    """
    words = name.split()
    if not 2 <= len(words) <= _MOST_WORDS or _NUMERAL.fullmatch(words[-1]):
        return
    if all(word[0].isupper() or word in _PARTICLES for word in words) and words[0][0].isupper():
        for number in range(1, len(words)):
            if words[number][-1] != ".":
                yield " ".join(words[number:])
