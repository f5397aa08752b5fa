"""Turkish: cases, possessed compounds, inhabitants, written without the apostrophe.

The apostrophe ends a word, as in the English possessive: in `Karabağ'da` the span is `Karabağ`, and no form is needed.
Forms are needed where none is written: after small-letter nouns (Laçın koridorunda), names of institutions (Türk Dil
Kurumundan), derived words (Karabağlı), and names in careless spelling (Karabağda).

Sources of the rules:
- cases, possession, plural, harmony and its exceptions in loans (saat-i, işgal-i): Göksel and Kerslake, as cited in
  service/text/inflection/turkic.py, chapters 2, 3 and 8;
- p ç k become b c ğ before a vowel in most words of two or more syllables, t becomes d in few (chapter 2); not in
  names, which keep their spelling: Türk Dil Kurumu, Yazım Kuralları, Kesme İşareti;
- no apostrophe before -lı and the plural, nor after them; the capital stays: the same rules.
"""

import re
from collections.abc import Iterator, Sequence

from service.text.inflection.noun import NounClass
from service.text.inflection.turkic import Endings, Language, Stem, inflect, small, syllables

_CASES = ("(n)In", "(y)A", "(y)I", "DA", "DAn")
_PLURAL_CASES = ("In", "A", "I", "DA", "DAn", "lA")
_THEIRS = ("InIn", "InA", "InI", "IndA", "IndAn")
_ENDINGS = Endings(
    name=(*_CASES, "DAki", "(y)lA", "DIr", "DAdIr"),
    short_name=("(n)In", "DA", "DAn", "DAki"),
    person=(*_CASES, "(y)lA", "lAr", "lArIn"),
    possessed=("nIn", "nA", "nI", "ndA", "ndAn", "ndAki", "ylA", "ncA", "DIr", "ndAdIr"),
    noun=(
        *_CASES, "DAki", "(y)lA", "DIr", "(s)I", "(s)InIn", "(s)InA", "(s)InI", "(s)IndA", "(s)IndAn", "(s)IylA",
        "lAr", *("lAr" + ending for ending in (*_PLURAL_CASES, *_THEIRS)),
    ),
    plural=(*_PLURAL_CASES, "DIr", *_THEIRS),
    inhabitant=("lI", "lInIn", "lIlAr", "lIlArIn", "lIlArA", "lIlArI", "lIlArdAn"),
    theirs=tuple("lArI" + ending for ending in ("", "nIn", "nA", "nI", "ndA", "ndAn")),
)  # fmt: skip
_HEADS = (
    "kendi", "köyü", "dağı", "çayı", "gölü", "tepesi", "deresi", "kalesi", "köprüsü", "pınarı", "oğlu", "kızı", "ili",
    "ilçesi", "rayonu", "şehri", "bölgesi", "cumhuriyeti", "federasyonu", "birliği", "devleti", "hanlığı", "krallığı",
    "oblastı", "koridoru", "yolu", "manastırı", "katedrali",
)  # fmt: skip
_SOFTENED = {"p": "b", "ç": "c", "k": "ğ"}
_HARD = re.compile(r".*(?:hukuk|ittifak|tatbik|tasdik|merak)")
_SOFTENED_WORDS = {"harp": "harb", "grup": "grub", "güç": "güc", "yurt": "yurd", "cenk": "ceng", "kanat": "kanad"}
_HARDENED = {vowel + soft: hard for vowel in "aıoueiöü" for hard, soft in _SOFTENED.items()}
_SHRINKING = {
    "şehir": "şehr", "nehir": "nehr", "nesil": "nesl", "hüküm": "hükm", "zulüm": "zulm", "fikir": "fikr",
    "kayıp": "kayb", "şekil": "şekl", "emir": "emr", "devir": "devr", "isim": "ism", "keşif": "keşf",
}  # fmt: skip
_FRONT_LOANS = re.compile(
    r".*(?:saat|dikkat|cemaat|işgal|ihlal|ihtilal|istiklal|kabul|kontrol|protokol|sembol|petrol|rol|gol|general"
    r"|mareşal|amiral|ihtimal|terminal|harp|harf|hal|hâl|iptal|idrak|helak)"
)
_PLAIN = re.compile(r".{3,}ç[ıiuü]|elçi|ermeni|ordu|saldırı|bildiri|askeri|siyasi|tarihi")
_DOUBTFUL = re.compile(r"(?!.*(?:işgal|ihlal|general|terminal|sahil|kanal|kontrol|protokol|ihtilal).$).{3,}[lc][ıiuü]")
# With -lı these make plain adjectives (dağlı: mountain dweller; köylü: peasant).
_PLAIN_WORDS = frozenset(["köy", "dağ", "kale", "çay", "göl", "kaya", "taş", "orman", "bahar", "şehir", "deniz"])


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The inflected forms of a Turkish label."""
    return inflect(text, noun, _TURKISH)


def _stems(text: str, word: str, name: bool) -> Sequence[Stem]:
    if name:
        return (Stem(text, text),)
    soft = text
    head = text[: -len(word)]
    if word in _SHRINKING:
        soft = head + _SHRINKING[word]
    elif word in _SOFTENED_WORDS:
        soft = head + _SOFTENED_WORDS[word]
    elif word[-1] in "pçk" and syllables(word) > 1 and not _HARD.fullmatch(word):
        soft = text[:-1] + ("g" if word.endswith("nk") else _SOFTENED[word[-1]])
    return (Stem(text, soft, True if _FRONT_LOANS.fullmatch(word) else None),)


def _inhabitants(name: str) -> Sequence[str]:
    return () if small(name) in _PLAIN_WORDS else (name,)


_TURKISH = Language(
    low=("a", "e"),
    devoices=True,
    endings=_ENDINGS,
    stems=_stems,
    heads=_HEADS,
    inhabitants=_inhabitants,
    plain=_PLAIN,
    doubtful=_DOUBTFUL,
    hardened=_HARDENED,
)
