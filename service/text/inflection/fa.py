"""Persian: the space for the non-joiner, the adjective of a place, and plurals.

Persian has no cases; the link between nouns (ezafe) is not written after a consonant. What varies is how a word is
set: writers type a space, the non-joiner (U+200C) or nothing between the parts of a compound (قره‌باغ, قره باغ). Folding
makes the last two equal; the form with the space is made here, for each place on its own (ارمنی‌های قره باغ).

Sources of the rules: the plural in -ها, joined, with the non-joiner or apart, and -ی after a vowel before the link:
ـها in Wiktionary and “Persian nouns”, Wikipedia; the adjective in -ی (باکویی) by the same.
"""

import re
from collections.abc import Iterator
from itertools import product

from service.text.inflection.noun import NounClass

_NON_JOINER = "\u200c"
_WORD = re.compile("[\u0621-\u06cc]{2,}")
_LONG_VOWELS = "او"
_SILENT_H = "ه"
_MOST_MIXED = 3  # non-joiners; of more, all are a space or none


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The further forms of a Persian label."""
    spellings = dict.fromkeys([text, text.replace(_NON_JOINER, " ")])
    forms: list[str] = [*spellings, *_mixed(text)]
    for spelling in spellings:
        if _WORD.fullmatch(spelling.split(" ")[-1].replace(_NON_JOINER, "")):
            forms += _suffixed(spelling, noun)
    yield from (form for form in dict.fromkeys(forms) if form != text)


def _mixed(text: str) -> Iterator[str]:
    """The label with a space for some of its non-joiners."""
    first, *parts = text.split(_NON_JOINER)
    if 1 < len(parts) <= _MOST_MIXED:
        for joints in product((_NON_JOINER, " "), repeat=len(parts)):
            yield first + "".join(joint + part for joint, part in zip(joints, parts, strict=True))


def _suffixed(text: str, noun: NounClass) -> Iterator[str]:
    if noun == "place":
        yield text + _adjective_ending(text)
    elif noun == "other":
        for plural in ("ها", "های"):
            yield f"{text}{_NON_JOINER}{plural}"
            yield f"{text} {plural}"


def _adjective_ending(name: str) -> str:
    if name[-1] in _LONG_VOWELS:
        return "یی"
    return f"{_NON_JOINER}ای" if name[-1] == _SILENT_H else "ی"
