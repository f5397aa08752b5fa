"""How names of persons are written: first names, surnames, what may stand between, and initials beside a surname.

An initial is one to three letters, the first of them a capital, and a full stop: А. Иванов, А.А. Иванов, J.-P. Miller,
Дж. Смит. Behind a surname, as official texts have it, it is one letter: Иванов А.А. What they stand for, the lexicon
knows; here it is only told what looks like initials.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from service.text.folding import fold_key

_STOPS = ".\u2024"  # Armenian texts often have the one dot leader
_ONE = rf"[^\W\d_]{{1,3}}[{_STOPS}]"
_INITIALS = re.compile(rf"(?<![\w.'’])(?={_ONE})([^\W\d_]+).(?:[ \u00a0-]?{_ONE}){{0,2}}[ \u00a0]?\Z")
_LONGEST = 18  # code points of initials
_AFTER = re.compile(rf"[ \u00a0]([^\W\d_])[{_STOPS}]((?:[ \u00a0-]?[^\W\d_][{_STOPS}]){{0,2}})(?![^\W\d_])")
_SON_OF = "оглы|огли|кызы|oğlu|oglu|ogly|oghlu|qızı|kızı|gizi"
_BETWEEN = rf"(?:{_ONE}[ \u00a0]?){{1,2}}|([^\W\d_])[\w-]+(?:[ -](?:{_SON_OF}))?[ \u00a0]"
_MIDDLE = re.compile(rf"(?<![\w'’-])([^\W\d_][\w’'-]+)[ \u00a0](?:{_BETWEEN})\Z")
_FATHERS_NAME = re.compile(
    r"[ \u00a0]([^\W\d_][\w’'-]+)[ \u00a0]([^\W\d_])"
    rf"(?:[\w-]+[ \u00a0-](?:{_SON_OF})|\w+(?:вич|вн|ич|чн)[а-я]{{0,2}})(?!\w)"
)
_LONGEST_FIRST = 50  # code points of first and middle name
_PARTICLES = frozenset(
    "al bin da de del der di du el la le ter van von аль ван да де дер ди фон դե դեր վան ֆոն".split()
)
_RUSSIAN_ENDING = re.compile(r"(?<=..)(?:ом|ем|ой|ей|ью|[аяуюеиыйьоэ])\Z")
_NUMERAL = re.compile(r"[IVX]+\.?")
_MOST_WORDS = 4


class Initials(NamedTuple):
    """Initials that end where a surname begins, or begin behind it."""

    start: int
    end: int
    text: str
    first: str  # letters of the first one, folded

    @property
    def certain(self) -> bool:
        """Whether they can hardly be anything else; Ст. or Dr. may be another abbreviation."""
        return len(self.first) == 1


def initials_before(text: str, start: int) -> Iterator[Initials]:
    """The initials directly before the word that begins at `start`: what may be their beginning, the first one first.

    Mr. A. Miller and Дж. А. Миллер look alike; whose initials they are tells where they begin.
    """
    place = start - 1 if text[start - 1 : start] in (" ", "\u00a0") else start
    if place < 2 or text[place - 1] not in _STOPS:
        return
    lowest = max(0, start - _LONGEST)
    before = text[lowest:start]
    found = _INITIALS.search(before)
    while found:
        if found[1][0].isupper():
            initials = Initials(lowest + found.start(), start, found[0].rstrip(), fold_key(found[1]))
            yield initials
            if initials.certain:
                return
        found = _INITIALS.search(before, found.end(1) + 1)


def initials_after(text: str, end: int) -> Initials | None:
    """The initials behind the surname that ends at `end`. A single one may be that of the name that follows."""
    found = _AFTER.match(text, end) if text[end + 2 : end + 3] in _STOPS else None
    if found is None or not found[0].isupper():
        return None
    if not found[2] and text[found.end() : found.end() + 2].lstrip()[:1].isupper():
        return None
    return Initials(end, found.end(), found[0].strip(), fold_key(found[1]))


class FirstName(NamedTuple):
    """A first name with a middle name, a father's name or initials; where the full name begins or ends with them."""

    edge: int
    key: str


def first_name_before(text: str, start: int) -> FirstName | None:
    """What may be the first name two words before the surname at `start`."""
    lowest = max(0, start - _LONGEST_FIRST)
    found = _MIDDLE.search(text[lowest:start])
    if found is None or not found[1][0].isupper() or (found[2] and not found[2].isupper()):
        return None
    return FirstName(lowest + found.start(), first_name_key(fold_key(found[1])))


def first_name_after(text: str, end: int) -> FirstName | None:
    """The first name that stands, with the father's name, behind the surname that ends at `end`."""
    found = _FATHERS_NAME.match(text, end) if text[end + 1 : end + 2].isupper() else None
    if found is None or not found[2].isupper():
        return None
    return FirstName(found.end(), first_name_key(fold_key(found[1])))


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
