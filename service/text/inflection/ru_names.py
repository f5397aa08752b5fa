"""Declension of Russian names of places and people that the dictionary does not have, by their endings.

Sources. Places: F. L. Ageenko, Словарь собственных имён русского языка (2020), preface, «Географические названия»:
names in a consonant and in -а/-я decline; foreign names in -и, -ы, -у, -ю, -е, -э, -о do not; -ово, -ево, -ино, -ыно
decline or stay; of a compound only the last part declines. People: the same, «Мужские и женские фамилии и личные
имена»: names of men in a consonant decline, those of women do not; -ов, -ев, -ин take the instrumental in -ым as
surnames (Алиевым), in -ом as names of places (Кировом). Where the ending depends on a stress that spelling does not
show (Шушой, Сашей), both are given.
"""

import re
from typing import Literal

from service.text.inflection.ru_dictionary import Agreement, Case, Forms

Gender = Literal["masc", "femn"]

_VOWELS = "аеёиоуыэюя"
_OBLIQUE: tuple[Case, ...] = ("gent", "datv", "accs", "ablt", "loct")

# Endings in the order of _OBLIQUE; "/" parts two that both occur. The ending of the nominative is cut off before.
_TABLES: dict[str, tuple[str, str]] = {
    "masc": ("", "а у - ом е"),
    "masc hushing": ("", "а у - ем/ом е"),
    "masc й": ("й", "я ю й ем е"),
    "masc ий": ("ий", "ия ию ий ием ии"),
    "masc ь": ("ь", "я ю ь ем е"),
    "femn а": ("а", "ы е у ой е"),
    "femn ка": ("а", "и е у ой е"),
    "femn ша": ("а", "и е у ой/ей е"),
    "femn ца": ("а", "ы е у ой/ей е"),
    "femn я": ("я", "и е ю ей е"),
    "femn ия": ("ия", "ии ии ию ией ии"),
    "femn ь": ("ь", "и и ь ью и"),
    "neut о": ("о", "а у о ом е"),
    "surname": ("", "а у - ым е"),
    "surname femn": ("а", "ой ой у ой ой"),
    "adjective masc": ("", "ого ому ого ым ом"),
    "adjective ск": ("ий", "ого ому ого им ом"),
    "adjective femn": ("ая", "ой ой ую ой ой"),
}

_PLACE_RULES: tuple[tuple[str, str, Agreement], ...] = (
    (r"(?:[ое]в|[иы]н)о", "neut о", "neut"),
    (r"[жшчщ]а", "femn ша", "femn"),
    (r"[гкх]а", "femn ка", "femn"),
    (r"ца", "femn ца", "femn"),
    (rf"[^{_VOWELS}]а", "femn а", "femn"),
    (r"ия", "femn ия", "femn"),
    (r"я", "femn я", "femn"),
    (r"(?:нь|сть)", "femn ь", "femn"),
    (r"ь", "masc ь", "masc"),
    (r"ий", "masc ий", "masc"),
    (r"й", "masc й", "masc"),
    (r"[жшчщц]", "masc hushing", "masc"),
    (rf"[^{_VOWELS}ъ]", "masc", "masc"),
)
_SURNAME_RULES: dict[Gender, tuple[tuple[str, str], ...]] = {
    "masc": (
        (r"[иы]х", ""),
        (r"(?:ск|цк)ий", "adjective ск"),
        (r"[ыо]й", "adjective masc"),
        (r"[оеё]в|[иы]н", "surname"),
    ),
    "femn": (
        (r"[оеё]ва|[иы]на", "surname femn"),
        (r"ая", "adjective femn"),
    ),
}
_SURNAME_OF_A_WOMAN = re.compile(r".{2,}(?:[оеё]ва|[иы]на|ская|цкая)")
_SURNAME_ANYWHERE = re.compile(r".{2,}(?:[оеё]ва?|(?:ск|цк)(?:ий|ая))")


def place_forms(word: str) -> tuple[Agreement, Forms] | None:
    """The case forms of a place's one-word name, in small letters; None where it does not decline."""
    small = word.lower()
    first, on, river = small.partition("-на-")  # Ростов-на-Дону
    if on:
        declined = place_forms(first)
        return declined and (declined[0], {key: (found[0] + on + river,) for key, found in declined[1].items()})
    for ending, table, agreement in _PLACE_RULES:
        if re.fullmatch(f".+{ending}", small):
            return agreement, _declined(small, table, agreement)
    return None


def person_forms(word: str, gender: Gender, surname: bool) -> Forms:
    """The case forms of one part of a person's name, in small letters; all under `masc`. Empty: it stays."""
    small = word.lower()
    if surname or _SURNAME_ANYWHERE.fullmatch(small):
        for ending, table in _SURNAME_RULES[gender]:
            if re.fullmatch(f".{{2,}}{ending}", small):
                return _person_table(small, table, gender) if table else {}
    if gender == "femn" and not small.endswith(("а", "я", "ь")):
        return {}
    if gender == "femn" and small.endswith("ь"):
        return _person_table(small, "femn ь", gender)
    if gender == "masc" and small.endswith("ь"):
        return _person_table(small, "masc ь", gender)
    for ending, table, _ in _PLACE_RULES[1:]:
        if re.fullmatch(f".+{ending}", small):
            return _person_table(small, table, gender)
    return {}


def is_surname_of_a_woman(word: str) -> bool:
    """Whether the ending is one that only women's surnames have in the nominative."""
    return bool(_SURNAME_OF_A_WOMAN.fullmatch(word.lower()))


def _declined(small: str, table: str, agreement: Agreement) -> Forms:
    cut, endings = _TABLES[table]
    stem = small.removesuffix(cut)
    if table == "adjective masc":
        stem = small[:-2]
    forms: dict[tuple[Agreement, Case], tuple[str, ...]] = {(agreement, "nomn"): (small,)}
    for case, ending in zip(_OBLIQUE, endings.split(), strict=True):
        forms[agreement, case] = tuple(stem + part.replace("-", "") for part in ending.split("/"))
    return forms


def _person_table(small: str, table: str, gender: Gender) -> Forms:
    forms = dict(_declined(small, table, "masc"))
    if gender == "masc" and not table.startswith("femn"):
        forms["masc", "accs"] = forms["masc", "gent"]
    return forms
