"""What the Turkic languages share: endings that follow the vowels of the stem, and compounds that end in a possessive.

Endings are written as grammars write them. A is the low vowel (a after a back vowel, else e or ə); I the high vowel
(ı i u ü); D is d (t after a voiceless consonant, where the language writes that); a letter in parentheses stands after
a vowel only. So `(n)In` is -ın -in -un -ün after a consonant, -nın -nin -nun -nün after a vowel.

Sources: A. Göksel and C. Kerslake, Turkish: A Comprehensive Grammar (Routledge 2005), chapters 2 (changes of the stem),
3 (vowel harmony), 6.1.2 and 6.1.3 (D, letters in parentheses), 8.1 (number, possession, case), 10 (noun compounds: the
last noun alone is inflected; after the possessive of a compound, n stands before every case ending). What a language
does otherwise stands in its own file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from service.text.inflection.noun import NounClass

_VOWELS = "aıoueəiöüâîû"
_BACK = frozenset("aıouâû")
_ROUND = frozenset("ouöüû")
_VOICELESS = frozenset("çfhkpsşt")
_SHORT = 3
_WORD = re.compile(r"[a-zçğıöşüəâîû]{2,}")
_PLURAL = re.compile(r".+l[aeə]r")
_THEIRS = re.compile(r".+l[aeə]r[ıi]")
# Labels that stand in a case already, as a source wrote them: müharibəsinin, tədbirlərindən.
_INFLECTED = re.compile(r".+(?:[ıiuü]n[ıiuü]n|[ıiuü]nd[aeə]n?|l[aeə]r[ıi]n|l[aeə]rd[aeə]n?)")
_PART = re.compile(r"\((?P<buffer>\w)\)|(?P<letter>\w)")


@dataclass(frozen=True, slots=True)
class Stem:
    """A word ready for endings. Many words have another form before a vowel: rayonluq, rayonluğ-a."""

    before_consonant: str
    before_vowel: str
    front: bool | None = None  # for loans whose endings do not follow the last vowel: saat, saat-i


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings that a word takes, by what it is. Each in the order of use."""

    name: Sequence[str]
    short_name: Sequence[str]  # of three letters or fewer: no ending that makes another short word of it
    person: Sequence[str]
    possessed: Sequence[str]  # after a possessive: Laçın dəhlizi, dəhlizi-ndə
    noun: Sequence[str]  # common noun, singular
    plural: Sequence[str]  # common noun that is plural already
    inhabitant: Sequence[str]
    theirs: Sequence[str]  # plural of a possessed noun: əməliyyatı, əməliyyat-ları


@dataclass(frozen=True, slots=True)
class Language:
    """What sets one Turkic language apart."""

    low: tuple[str, str]  # the vowel A after a back and after a front vowel
    devoices: bool  # whether D is t after a voiceless consonant
    endings: Endings
    # Of a label, its last word in small letters, and whether that is a name: the stems in use, mostly one.
    stems: Callable[[str, str, bool], Sequence[Stem]]
    # Of a place: what the endings of inhabitants are added to.
    inhabitants: Callable[[str], Sequence[str]]
    heads: tuple[str, ...]  # possessed nouns that end names: Xan-kəndi, Rusiya Federasiyası
    plain: re.Pattern[str]  # last words in -ı -i -u -ü that are no possessives: separatçı, ərazi
    doubtful: re.Pattern[str]  # last words that may be either: silahlı (armed, or his armed one)
    hardened: Mapping[str, str]  # what the last two letters were before the possessive: birliyi, birlik


def inflect(text: str, noun: NounClass, language: Language) -> Iterator[str]:
    """The forms of the label `text`: only its last word changes. None for abbreviations, whose endings stand apart."""
    last = re.split("[ -]", text)[-1]
    word = small(last)
    name = last[0].isupper()
    if not _WORD.fullmatch(word) or _last_vowel(word) is None or any(letter.isupper() for letter in last[1:]):
        return
    if not name and _INFLECTED.fullmatch(word):
        return
    compound = _compound(word, name, noun, last == text, language)
    endings = _endings(text, word, noun, compound, language)
    forms = [form for stem in language.stems(text, word, name) for form in attach(stem, endings, language)]
    if compound == "yes" and noun == "other" and not name and not _THEIRS.fullmatch(word):
        owned = _without_possessive(text, language)
        forms += attach(Stem(owned, owned), language.endings.theirs, language)
    if noun == "place" and name and last == text and len(text) > _SHORT and not _PLURAL.fullmatch(word):
        for base in language.inhabitants(text):
            forms += attach(Stem(base, base), language.endings.inhabitant, language)
    yield from (form for form in dict.fromkeys(forms) if form != text)


def attach(stem: Stem, endings: Iterable[str], language: Language) -> Iterator[str]:
    """The stem with each of the endings."""
    vowel = _last_vowel(small(stem.before_vowel)) or "a"
    front = vowel not in _BACK if stem.front is None else stem.front
    rounded = vowel in _ROUND
    for ending in endings:
        base = stem.before_vowel
        letters = _spell(ending, small(base[-1]), front, rounded, language.low, language.devoices)
        if letters[0] not in _VOWELS:
            base = stem.before_consonant
            letters = _spell(ending, small(base[-1]), front, rounded, language.low, language.devoices)
        yield base + letters


def spellings(endings: Iterable[str], low: tuple[str, str], devoices: bool) -> Iterator[str]:
    """Every way to write the endings, after whatever word."""
    for ending, after, front, rounded in product(endings, "ab", (False, True), (False, True)):
        yield _spell(ending, after, front, rounded, low, devoices)


def small(text: str) -> str:
    """`text` in small letters, with the two i's of Turkish and Azerbaijani; ə for its look-alike U+01DD."""
    return text.replace("I", "ı").replace("İ", "i").lower().replace("ǝ", "ə")


def ends_in_vowel(word: str) -> bool:
    """Whether the last letter is a vowel."""
    return word[-1] in _VOWELS


def syllables(word: str) -> int:
    """The number of syllables: each vowel makes one."""
    return sum(letter in _VOWELS for letter in word)


def _compound(word: str, name: bool, noun: NounClass, alone: bool, language: Language) -> Literal["yes", "no", "maybe"]:
    """Whether the label is a compound whose last `word` ends in a possessive."""
    if word[-1] not in "ıiuü":
        return "no"
    if alone:
        # One word of old: both Xankəndidə and Xankəndində are written.
        return "maybe" if name and word.endswith(language.heads) else "no"
    if name and noun != "other":
        return "yes" if word.endswith(language.heads) else "no"
    if language.plain.fullmatch(word):
        return "no"
    return "maybe" if language.doubtful.fullmatch(word) else "yes"


def _endings(
    text: str, word: str, noun: NounClass, compound: Literal["yes", "no", "maybe"], language: Language
) -> Sequence[str]:
    kinds = language.endings
    if compound == "yes":
        return kinds.possessed
    if text[-len(word)].isupper():
        plain = kinds.short_name if len(text) <= _SHORT else kinds.person if noun == "person" else kinds.name
    else:
        plain = kinds.plural if _PLURAL.fullmatch(word) else kinds.noun
    return (*plain, *kinds.possessed) if compound == "maybe" else plain


def _without_possessive(text: str, language: Language) -> str:
    if text[-2] == "s" and text[-3] in _VOWELS:
        return text[:-2]
    owned = text[:-1]
    if owned[-1] in "ğy" and syllables(re.split("[ -]", owned)[-1]) == 1:
        return owned  # dağı, dağ
    return owned[:-1] + language.hardened.get(owned[-2:], owned[-1])


def _last_vowel(word: str) -> str | None:
    return next((letter for letter in reversed(word) if letter in _VOWELS), None)


@lru_cache(maxsize=4096)
def _spell(ending: str, after: str, front: bool, rounded: bool, low: tuple[str, str], devoices: bool) -> str:
    """The letters of `ending` after the letter `after`."""
    letters: list[str] = []
    for part in _PART.finditer(ending):
        previous = letters[-1] if letters else after
        letter = part["letter"] or (part["buffer"] if previous in _VOWELS else "")
        if letter == "A":
            letter, rounded = low[front], False
        elif letter == "I":
            letter = ("ıu", "iü")[front][rounded]
        elif letter == "D":
            letter = "t" if devoices and previous in _VOICELESS else "d"
        elif letter and letter in _VOWELS:
            front, rounded = letter not in _BACK, letter in _ROUND
        if letter:
            letters.append(letter)
    return "".join(letters)
