"""Reading a Russian label as a phrase that declines: what agrees, the head, what stays.

Adjectives agree with the head noun; what follows the head (министерство обороны), abbreviations and what is quoted
stay. A name after город, село, республика and their like declines or stays: D. E. Rosenthal, Справочник по
правописанию и литературной правке, § 197. Of names of several words that are no Russian phrase (Верин Двин), the last
word declines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.text.inflection.ru_dictionary import (
    CASES,
    Agreement,
    Case,
    Forms,
    is_adjective,
    is_adverb,
    is_ordinary_in_any_case,
    is_preposition,
    readings,
)
from service.text.inflection.ru_names import place_forms

_TOKEN = re.compile(r"([(«»“”„\"]*)(.*?)([)«»“”„\",.;:]*)")
_QUOTES = frozenset('«»“”„"')
_AND = frozenset(["и", "или"])
_WITH_NAME = frozenset(["город", "деревня", "посёлок", "поселок", "республика", "река", "село", "столица"])
# Words of names of villages that are equal to forms of Russian words: new, and head or upper.
_FOREIGN_PARTS = frozenset(["нор", "баш"])
_ORDINAL = re.compile(r"(\d+-)([йяе])")
_ORDINAL_FORMS: Forms = {
    ("masc", "nomn"): ("й",), ("masc", "gent"): ("го",), ("masc", "datv"): ("му",), ("masc", "ablt"): ("м",),
    ("masc", "loct"): ("м",), ("femn", "nomn"): ("я",), ("femn", "gent"): ("й",), ("femn", "datv"): ("й",),
    ("femn", "accs"): ("ю",), ("femn", "ablt"): ("й",), ("femn", "loct"): ("й",), ("plur", "nomn"): ("е",),
    ("plur", "gent"): ("х",), ("plur", "datv"): ("м",), ("plur", "ablt"): ("ми",), ("plur", "loct"): ("х",),
}  # fmt: skip
_ORDINAL_AGREEMENTS: dict[str, tuple[Agreement, ...]] = {"й": ("masc",), "я": ("femn",), "е": ("plur",)}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase. It stays as it is where `forms` is empty."""

    text: str
    forms: Forms
    own: Agreement | None = None  # set where it does not agree with the head
    may_stay: bool = False

    def in_case(self, agreement: Agreement, case: Case) -> tuple[str, ...]:
        """Its spellings in a case; none where it has no such form."""
        if not self.forms:
            return (self.text,)
        agreement = self.own or agreement
        found = self.forms.get((agreement, case))
        if not found and case == "accs":  # an adjective beside a noun that stands for a living being
            found = self.forms.get((agreement, "gent"))
        spellings = tuple(_spelled(self.text, form) for form in found or ())
        return (*spellings, self.text) if self.may_stay and spellings else spellings


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that decline together. `agreement` is None where the head does not show its gender."""

    words: tuple[Word, ...]
    agreement: Agreement | None
    description: bool = False  # the head is a common noun; the phrase has a plural if it begins small, too
    accusative: bool = False  # has an accusative that is not the nominative or the genitive

    def forms(self) -> Iterator[str]:
        """Every case of the singular, then of the plural."""
        first = self.agreement or "masc"
        plural = self.description and first != "plur" and self.words[0].text[:1].islower()
        for agreement in (first, "plur") if plural else (first,):
            for case in CASES:
                if case != "accs" or (self.accusative and agreement == first):
                    yield from self._in_case(agreement, case)

    def independent(self, may_stay: bool = False) -> tuple[Word, ...]:
        """The words as they decline inside another phrase."""
        own = self.agreement or "masc"
        return tuple(replace(word, own=word.own or own, may_stay=may_stay) for word in self.words)

    def _in_case(self, agreement: Agreement, case: Case) -> Iterator[str]:
        """Where words have several spellings: all the first ones, all the second ones, and so on."""
        columns = [word.in_case(agreement, case) for word in self.words]
        if all(columns):
            for row in range(max(map(len, columns))):
                yield " ".join(column[min(row, len(column) - 1)] for column in columns)


def phrases(tokens: Sequence[str]) -> Iterator[Phrase]:
    """The ways to read the whole of `tokens` as a phrase in the nominative, the likeliest first."""
    token, rest = tokens[0], tokens[1:]
    if _QUOTES & set(token):
        return
    following = list(phrases(rest)) if rest else []
    agreeing = list(_agreeing(token))
    for word, agreements in agreeing:
        for phrase in following:
            if phrase.agreement is None or phrase.agreement in agreements:
                yield replace(phrase, words=(word, *phrase.words), agreement=phrase.agreement or agreements[0])
    if _is_foreign_part(token, rest) or token in _AND or (following and token.islower() and is_adverb(token)):
        yield from (replace(phrase, words=(Word(token, {}), *phrase.words)) for phrase in following)
    else:
        yield from _headed(token, rest)
    for word, agreements in agreeing:
        yield from _substantives(word, agreements, rest)


def _substantives(word: Word, agreements: tuple[Agreement, ...], rest: Sequence[str]) -> Iterator[Phrase]:
    """The phrases of an adjective with a complement: освобождённые от оккупации территории, пострадавшие в Карабахе."""
    if rest and not is_preposition(rest[0]):
        return
    for place in range(2, len(rest)):
        for phrase in phrases(rest[place:]):
            if phrase.agreement in agreements and all(other.forms for other in phrase.words):
                yield replace(phrase, words=(word, *_staying(rest[:place]), *phrase.words))
    yield Phrase((word, *_staying(rest)), agreements[0], accusative=agreements[0] == "femn")


def core(token: str) -> str:
    """The token without brackets, quotation marks and full stops."""
    match = _TOKEN.fullmatch(token)
    return match[2] if match else token


def _spelled(token: str, form: str) -> str:
    """The form with the capitals and the brackets of the token."""
    inner = core(token)
    parts = zip(inner.split("-"), form.split("-"), strict=True)
    capitals = (part[:1].upper() + part[1:] if old[:1].isupper() else part for old, part in parts)
    return token.replace(inner, "-".join(capitals), 1)


def _agreeing(token: str) -> Iterator[tuple[Word, tuple[Agreement, ...]]]:
    """The token as a word that agrees, with what it can agree in."""
    ordinal = _ORDINAL.fullmatch(token)
    if ordinal:
        forms = {key: tuple(ordinal[1] + ending for ending in endings) for key, endings in _ORDINAL_FORMS.items()}
        yield Word(token, forms), _ORDINAL_AGREEMENTS[ordinal[2]]
    for reading in readings(core(token)):
        if not reading.noun:
            yield Word(token, reading.forms), reading.agreements


def _headed(token: str, rest: Sequence[str]) -> Iterator[Phrase]:
    """The phrases whose head is the token."""
    for word, agreement, description in _heads(token, last=not rest):
        accusative = agreement == "femn" or (agreement == "masc" and _has_accusative(word.forms))
        if rest and rest[0] in _AND and rest[1:]:
            for other in phrases(rest[1:]):
                first = replace(word, own=agreement)
                words = (first, Word(rest[0], {}), *other.independent())
                yield Phrase(words, agreement, accusative=accusative or other.accusative)
        elif token.lower() in _WITH_NAME and all(other[:1].isupper() for other in rest):
            for name in phrases(rest) if rest else ():
                yield Phrase((word, *name.independent(may_stay=True)), agreement, accusative=accusative)
        yield Phrase((word, *_staying(rest)), agreement, description, accusative)


def _heads(token: str, last: bool) -> Iterator[tuple[Word, Agreement | None, bool]]:
    """The token as a head noun: with its forms, its gender or number, and whether it is a common noun."""
    word = core(token)
    if len(word) > 1 and word.isupper():
        yield Word(token, {}), None, False
        return
    nouns = [reading for reading in readings(word) if reading.noun and not reading.personal]
    for reading in sorted(nouns, key=lambda reading: word[:1].isupper() and not reading.proper):
        yield Word(token, reading.forms), reading.agreements[0], word.islower()
    unknown = not nouns and not is_adjective(word) and (last or not is_ordinary_in_any_case(word))
    if unknown and word[:1].isupper():
        found = place_forms(word)
        yield (Word(token, found[1]), found[0], False) if found else (Word(token, {}), None, False)


def _has_accusative(forms: Forms) -> bool:
    """Whether a masculine noun has an accusative of its own (мужчина, мужчину)."""
    return not set(forms.get(("masc", "accs"), ())) <= {*forms["masc", "nomn"], *forms.get(("masc", "gent"), ())}


def _is_foreign_part(token: str, rest: Sequence[str]) -> bool:
    """Whether the token and the next are parts of one foreign name: capitals, and no Russian word before."""
    if not rest or not (token[:1].isupper() and rest[0][:1].isupper()) or token.isupper():
        return False
    return token.lower() in _FOREIGN_PARTS or not is_ordinary_in_any_case(core(token))


def _staying(tokens: Sequence[str]) -> tuple[Word, ...]:
    return tuple(Word(token, {}) for token in tokens)
