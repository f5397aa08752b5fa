"""What the Russian dictionary (OpenCorpora, through pymorphy3) knows of a word: readings in the nominative.

Words are looked up in small letters. A guess from the ending (`known` is false) is used for adjectives and for words
written small only: for names the dictionary's guesses are poor, and `ru_names` has rules instead.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # loaded when a word is first looked up; a start from the compiled lexicon looks up none
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

# What a word agrees in: a gender in the singular, or the plural.
Agreement = Literal["masc", "femn", "neut", "plur"]
Case = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]
Forms = Mapping[tuple[Agreement, Case], tuple[str, ...]]

AGREEMENTS: tuple[Agreement, ...] = ("masc", "femn", "neut", "plur")
CASES: tuple[Case, ...] = ("nomn", "gent", "datv", "accs", "ablt", "loct")

_PROPER = frozenset(["Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr"])
_NAMES = frozenset(["Geox", "Name", "Surn", "Patr"])
_PERSONAL = frozenset(["Name", "Surn", "Patr"])
_RARE = frozenset(["Arch", "Infr", "Slng", "Erro", "Dist", "Supr"])
_SIBILANT_ABLATIVE = re.compile("(.+[жшчщц])ей")
_ADJECTIVE_ENDING = re.compile(r".{2,}(?:(?:ск|цк|к|г|х)(?:ий|ая|ое|ие)|[бвдлмнпрст](?:ый|ой|ая|ое|ые))")
_OBLIQUE_ADJECTIVE = re.compile(".{2,}(?:ск|цк)(?:ой|ого|ому|ую|им|ими|их)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word as a nominative. A noun has one agreement; an adjective may have several."""

    noun: bool
    agreements: tuple[Agreement, ...]
    forms: Forms
    tags: frozenset[str]
    known: bool

    @property
    def proper(self) -> bool:
        """Whether the dictionary has it as a name."""
        return bool(self.tags & _PROPER)

    @property
    def personal(self) -> bool:
        """Whether the dictionary has it as a person's name."""
        return bool(self.tags & _PERSONAL)


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[Reading, ...]:
    """The nominative readings of `word` as a noun or an adjective, the likeliest first."""
    small = word.lower()
    adjectival = bool(_ADJECTIVE_ENDING.fullmatch(small))
    if word != small and not adjectival and not is_known(word):
        return ()
    found: dict[tuple[bool, str, str], Reading] = {}
    for parse in _analyzer().parse(small):
        tag = parse.tag
        noun = tag.POS == "NOUN"
        if tag.case != "nomn" or not (noun or tag.POS in ("ADJF", "PRTF")) or "Apro" in tag:
            continue
        if not parse.is_known and not (word == small if noun else adjectival):
            continue
        key = (noun, parse.normal_form if noun else "", _agreement(parse) if noun else "")
        if key in found:
            found[key] = _joined(found[key], parse)
        else:
            tags = frozenset(str(grammeme) for grammeme in tag.grammemes)
            found[key] = Reading(noun, (_agreement(parse),), _forms(parse), tags, parse.is_known)
    return tuple(found.values())


def is_ordinary(word: str) -> bool:
    """Whether `word`, in small letters, is a form of a word that is no name, and one that opens sentences.

    Nouns and adjectives in another case than the nominative do not: Барде is the city, not the bard.
    """
    return any(not parse.tag.grammemes & _PROPER and parse.tag.case in (None, "nomn") for parse in _known(word))


def is_ordinary_noun(word: str) -> bool:
    """Whether `word`, in small letters, is the dictionary form of a noun that is no name."""
    return any(
        parse.tag.POS == "NOUN" and parse.normal_form == word.lower() and not parse.tag.grammemes & _PROPER
        for parse in _known(word)
    )


def is_adverb(word: str) -> bool:
    """Whether `word` may be an adverb or a particle, which stays as it is before an adjective."""
    return any(parse.tag.POS in ("ADVB", "PRCL") for parse in _known(word))


def is_adjective(word: str) -> bool:
    """Whether `word` is an adjective or a participle in some case (Западного, Лачинской)."""
    if _OBLIQUE_ADJECTIVE.fullmatch(word.lower()) or any(not reading.noun for reading in readings(word)):
        return True
    return any(parse.tag.POS in ("ADJF", "PRTF") for parse in _known(word))


def is_preposition(word: str) -> bool:
    """Whether `word` may be a preposition."""
    return any(parse.tag.POS == "PREP" for parse in _known(word))


def is_ordinary_in_any_case(word: str) -> bool:
    """Whether `word`, in small letters, is a form of a noun or an adjective that is no name (Западного, Совета)."""
    return any(parse.tag.POS in ("NOUN", "ADJF", "PRTF") and not parse.tag.grammemes & _NAMES for parse in _known(word))


def is_known(word: str) -> bool:
    """Whether `word`, in small letters, is in the dictionary at all."""
    return bool(_analyzer().word_is_known(word.lower()))


def is_known_place(word: str) -> bool:
    """Whether the dictionary has `word` as the name of a place, in the nominative."""
    return any("Geox" in parse.tag and parse.normal_form == word.lower() for parse in _known(word))


def _known(word: str) -> "Iterator[Parse]":
    if is_known(word):
        yield from _analyzer().parse(word.lower())


def _joined(reading: Reading, parse: "Parse") -> Reading:
    """The reading with one more agreement, which the same adjective has in the same spelling."""
    agreement = _agreement(parse)
    if agreement in reading.agreements:
        return reading
    return Reading(reading.noun, (*reading.agreements, agreement), reading.forms, reading.tags, reading.known)


def _agreement(parse: "Parse") -> Agreement:
    found = "plur" if parse.tag.number == "plur" else parse.tag.gender
    return next((agreement for agreement in AGREEMENTS if agreement == found), "masc")


def _forms(parse: "Parse") -> Forms:
    """All case forms of the parsed word; the locative after в and на (в Крыму) counts as one of the locative."""
    forms: dict[tuple[Agreement, Case], tuple[str, ...]] = {}
    for form in parse.lexeme:
        tag = form.tag
        case = "loct" if tag.case == "loc2" else tag.case
        if case not in CASES or not _same_word(parse, form):
            continue
        if tag.POS != "NOUN" and case == "accs" and tag.gender != "femn":
            continue  # equal to the nominative or the genitive, as the noun is inanimate or animate
        key = (_agreement(form), case)
        forms[key] = tuple(dict.fromkeys((*forms.get(key, ()), form.word)))
        stem = _SIBILANT_ABLATIVE.fullmatch(form.word) if "Geox" in tag and key == ("femn", "ablt") else None
        if stem:  # Шушей in the dictionary, Шушой in print
            forms[key] = (*forms[key], f"{stem[1]}ой")
    return forms


def _same_word(parse: "Parse", form: "Parse") -> bool:
    """Whether `form` is a case form of the parsed word: no other tense or voice, no superlative, nothing rare."""
    if (form.tag.POS, form.tag.tense, form.tag.voice) != (parse.tag.POS, parse.tag.tense, parse.tag.voice):
        return False
    extra = {str(grammeme) for grammeme in form.tag.grammemes} - {str(grammeme) for grammeme in parse.tag.grammemes}
    return not extra & _RARE and not any(grammeme.startswith("V-") for grammeme in extra)  # силою, формированье


@cache
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
