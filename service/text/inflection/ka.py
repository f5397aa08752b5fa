"""Georgian: cases, postpositions written with the noun, the particle -ც, adjectives that agree, and inhabitants.

Georgian has no capitals, and the nominative of a stem in a consonant ends in -ი: სომხეთი, სომხეთმა, სომხეთში.

Sources of the rules:
- cases of stems in a consonant, truncating (-ა, -ე) and other vowels, the plural in -ებ-, and the postpositions after
  the dative, genitive and adverbial: declension tables of Georgian nouns in Wiktionary (ადგილი, ღია წერილი) and the
  chapter on nouns in “Georgian grammar”, Wikipedia;
- the vowel that goes before -ის, -ით and -ად in some nouns (დერეფანი, დერეფნის, as the press writes it; dukani, duknis
  in “Georgian Grammar”, thor.prohosting.com/~linguist). Place names in -ვანი are written both ways (ნახიჭევანის);
- adjectives in -ი before a noun: so the nominative, genitive and instrumental, -მა before the ergative, and no ending
  before the dative and adverbial (მთიანი ყარაბაღის, მთიან ყარაბაღში): regular school grammar, and the press. A genitive
  before a noun (ლაჩინის დერეფანი) never changes, nor do the words before it (მთიანი ყარაბაღის კონფლიქტს).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from service.text.inflection.noun import NounClass

_WORD = re.compile("[ა-ჰ]{2,}")
_VOWELS = "აეიოუ"
_FROM_NOMINATIVE = ("იც",)
_FROM_ERGATIVE = ("მა", "მაც")
_ERGATIVE_AFTER_VOWEL = ("მ", "მაც")
# The dative, and what is written after it; -სა stands before “and”, and the last -ა is “is”.
_FROM_DATIVE = ("ს", "სა", "საც", "ში", "შიც", "შია", "ზე", "თან")
_FROM_GENITIVE = ("ის", "ისა", "ით", "იდან", "ისთვის", "ისკენ", "ისგან")
_FROM_ADVERBIAL = ("ად", "ამდე")
_AFTER_VOWEL = ("ს", "სა", "საც", "ში", "შიც", "შია", "ზე", "სთან", "დ", "მდე", "ც")
_GENITIVE_IN_VOWEL = ("თი", "დან", "სთვის", "სკენ", "სგან")
# After abbreviations: აშშ-ის.
HYPHENATED = frozenset(
    [
        *("ი", *_FROM_NOMINATIVE, *_FROM_ERGATIVE, *_ERGATIVE_AFTER_VOWEL, *_FROM_DATIVE, *_FROM_GENITIVE),
        *(*_FROM_ADVERBIAL, *_AFTER_VOWEL),
    ]
)
_PLURAL = ("ი", "მა", "ს", "ის", "ით", "თან", "ში", "ზე", "ისთვის", "ისგან", "თვის")
_PLURAL_DATIVE = frozenset(["ს", "ში", "ზე", "თან"])
_INHABITANT = ("ი", "მა", "ს", "ის", "ები", "ებმა", "ებს", "ების")
_LOSES_VOWEL = re.compile("(.+)ა(ნ)")
_LOSING_NAME = re.compile(".*ვან")
_LOSING_NOUNS = frozenset(["დერეფან", "ქვეყან"])


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The inflected forms of a Georgian label."""
    *before, last = text.split(" ")
    if not _WORD.fullmatch(last) or last.endswith(("ს", "თა")):
        return
    forms = [*_declined(_leading(before, noun), last, noun)]
    if noun == "place" and not before:
        stem = _stems(last[:-1], noun)[-1] if last[-1] in "იაე" else last
        forms += _with(stem + "ელ", _INHABITANT)
    yield from (form for form in dict.fromkeys(forms) if form != text)


class _Leading(NamedTuple):
    """The words before the last one, as they stand before it in its cases."""

    as_is: str
    ergative: str
    dative: str


def _leading(words: Sequence[str], noun: NounClass) -> _Leading:
    as_is = " ".join([*words, ""])
    if noun == "person":  # a first name stays as it is
        return _Leading(as_is, as_is, as_is)
    genitives = (place for place, word in enumerate(words, start=1) if word.endswith("ის"))
    free = max(genitives, default=0)
    owned = "".join(f"{word} " for word in words[:free])
    return _Leading(
        as_is, *(owned + "".join(f"{_agreed(word, ending)} " for word in words[free:]) for ending in ("მა", ""))
    )


def _declined(before: _Leading, last: str, noun: NounClass) -> Iterator[str]:
    if last.endswith("ი"):
        stem = last[:-1]
        yield from _with(before.as_is + stem, _FROM_NOMINATIVE)
        yield from _with(before.ergative + stem, _FROM_ERGATIVE)
        yield from _with(before.dative + stem, _FROM_DATIVE)
        for short in _stems(stem, noun):
            yield from _with(before.as_is + short, _FROM_GENITIVE)
            yield from _with(before.dative + short, _FROM_ADVERBIAL)
        if noun == "other" and not stem.endswith("ებ"):
            yield from _plural(before, _stems(stem, noun)[-1])
    elif last[-1] in _VOWELS:
        yield from _with(before.ergative + last, _ERGATIVE_AFTER_VOWEL)
        yield from _with(before.dative + last, _AFTER_VOWEL)
        if last[-1] in "აე":
            yield from _with(before.as_is + last[:-1], _FROM_GENITIVE)
        if last[-1] != "ა":
            yield from _with(before.as_is + last, _GENITIVE_IN_VOWEL)
        if noun == "other":
            yield from _plural(before, last[:-1] if last[-1] == "ა" else last)


def _plural(before: _Leading, stem: str) -> Iterator[str]:
    for ending in _PLURAL:
        leading = before.dative if ending in _PLURAL_DATIVE else before.ergative if ending == "მა" else before.as_is
        yield f"{leading}{stem}ებ{ending}"


def _stems(stem: str, noun: NounClass) -> list[str]:
    """The stem before -ის and the like: without its last vowel, too, where it may lose it."""
    found = _LOSES_VOWEL.fullmatch(stem)
    if found is None:
        return [stem]
    if stem in _LOSING_NOUNS:
        return [found[1] + found[2]]
    names = noun in ("place", "country") and _LOSING_NAME.fullmatch(stem)
    return [stem, found[1] + found[2]] if names else [stem]


def _agreed(word: str, ending: str) -> str:
    """An adjective before a noun in another case; a genitive or a word with a postposition stays as it is."""
    return word[:-1] + ending if word.endswith("ი") and not word.endswith("ში") and _WORD.fullmatch(word) else word


def _with(stem: str, endings: Iterable[str]) -> Iterator[str]:
    return (stem + ending for ending in endings)
