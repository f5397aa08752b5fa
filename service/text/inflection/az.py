"""Azerbaijani: cases, possessed compounds, inhabitants. Endings follow the word without an apostrophe.

Sources of the rules:
- cases, possession, plural and harmony: service/text/inflection/turkic.py; the accusative of Azerbaijani has n after a
  vowel (Şuşa-nı), D is always written d, -dək does not follow harmony;
- spelling: Azərbaycan dilinin orfoqrafiya qaydaları (Cabinet of Ministers, decision 108 of 5 August 2004): native
  words in -q and -k of two or more syllables have ğ and y before a vowel, loans (ittifaq, üfüq) keep theirs; a double
  consonant at the end of a one-syllable word is written single before a consonant (xətt, xətdə); abbreviations take
  a hyphen (ATƏT-in), behind which the sound of their letters decides: HYPHENATED has all endings;
- loss of the last vowel in isim, qisim, cisim, nəsil, fəsil, şəkil, fikir, ömür, sinif: school grammar, the noun;
- Xankəndi: both Xankəndiyə, Xankəndidə and Xankəndinə, Xankəndində are seen in the press, inhabitants are xankəndli.
"""

import re
from collections.abc import Iterator, Sequence

from service.text.inflection.noun import NounClass
from service.text.inflection.turkic import (
    Endings,
    Language,
    Stem,
    ends_in_vowel,
    inflect,
    small,
    spellings,
    syllables,
)

_CASES = ("(n)In", "(y)A", "(n)I", "DA", "DAn")
_NAME = (*_CASES, "DAkI", "(y)lA", "(y)Adək", "DIr", "DAdIr")
_LOW = ("a", "ə")
_PLURAL_CASES = ("In", "A", "I", "DA", "DAn", "lA")
_THEIRS = ("InIn", "InA", "InI", "IndA", "IndAn")
_ENDINGS = Endings(
    name=_NAME,
    short_name=("(n)In", "DA", "DAn", "DAkI"),
    person=(*_CASES, "(y)lA", "DIr", "lAr", "lArIn"),
    possessed=("nIn", "nA", "nI", "ndA", "ndAn", "ndAkI", "ylA", "nAdək", "DIr", "ndAdIr"),
    noun=(
        *_CASES, "DAkI", "(y)lA", "DIr", "(s)I", "(s)InIn", "(s)InA", "(s)InI", "(s)IndA", "(s)IndAn",
        "lAr", *("lAr" + ending for ending in (*_PLURAL_CASES, *_THEIRS)),
    ),
    plural=(*_PLURAL_CASES, "DIr", *_THEIRS),
    inhabitant=("lI", "lInIn", "lIlAr", "lIlArIn", "lIlArA", "lIlArI", "lIlArdAn"),
    theirs=tuple("lArI" + ending for ending in ("", "nIn", "nA", "nI", "ndA", "ndAn")),
)  # fmt: skip
HYPHENATED = frozenset(spellings((*_ENDINGS.name, *_ENDINGS.person), _LOW, devoices=False))
_HEADS = (
    "kəndi", "uşağı", "binəsi", "dərəsi", "təpəsi", "bulağı", "qışlağı", "yaylağı", "dağı", "daşı", "çayı", "gölü",
    "yurdu", "yeri", "qalası", "körpüsü", "ağacı", "obası", "yuvası", "meydanı", "düzü", "anbarı", "oğlu", "qızı",
    "rayonu", "şəhəri", "mərzi", "vilayəti", "bölgəsi", "respublikası", "federasiyası", "ittifaqı", "birliyi",
    "dövləti", "xanlığı", "dəhlizi", "koridoru", "yolu",
)  # fmt: skip
_HARD = re.compile(r".*loq|.*ittifaq|.*hüquq|.*natiq|vərəq|şəfəq|üfüq|müstəntiq|ştrix|.*fabrik|.*texnik|.*respublik")
_HARDENED = {vowel + "ğ": "q" for vowel in "aıou"} | {vowel + "y": "k" for vowel in "əeiöü"}
_SHRINKING = {
    "isim": "ism", "qisim": "qism", "cisim": "cism", "nəsil": "nəsl", "fəsil": "fəsl", "şəkil": "şəkl",
    "fikir": "fikr", "ömür": "ömr", "sinif": "sinf",
}  # fmt: skip
# With -lı these make plain adjectives (daşlı: stony; kəndli: peasant).
_PLAIN_WORDS = frozenset(
    ["bulaq", "kənd", "qala", "çay", "dağ", "daş", "göl", "yol", "meşə", "qaya", "tala", "azad", "bahar", "günəş",
     "çinar", "çimən", "şəkər", "zəhmət", "həyat", "saray", "susuz", "payız", "şərq", "çıraq", "kilsə", "yuva",
     "buzluq", "şəhər", "nəm", "ər", "ballar", "güney", "öksüz", "içəri"]
)  # fmt: skip
_PLAIN = re.compile(r".{3,}ç[ıiuü]|elçi|erməni|ərazi|əhali|ordu|hərbi|mülki|tarixi|siyasi")
_DOUBTFUL = re.compile(r"(?!.*(?:işğal|ihlal|general|terminal|sahil|kanal|material|sual|mahal|protokol).$).{3,}l[ıiuü]")


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The inflected forms of an Azerbaijani label."""
    return inflect(text, noun, _AZERBAIJANI)


def _stems(text: str, word: str, name: bool) -> Sequence[Stem]:
    unchanged = Stem(text, text)
    if word == "su" or (name and word.endswith("su")):  # su (water), su-y-un; places: İstisu
        return (Stem(text, text + "y"),)
    if word in _SHRINKING:
        return (Stem(text, text[: -len(word)] + _SHRINKING[word]),)
    if len(word) > 2 and word[-1] == word[-2] and not ends_in_vowel(word) and syllables(word) == 1:
        return (Stem(text[:-1], text),)
    if word[-1] in "qk" and syllables(word) > 1 and not _HARD.fullmatch(word):
        soft = Stem(text, text[:-1] + {"q": "ğ", "k": "y"}[word[-1]])
        return (soft, unchanged) if name else (soft,)  # both are written: Ağbulağa, Lerikə
    return (unchanged,)


def _inhabitants(name: str) -> Sequence[str]:
    """Written small: qarabağlı. Of names that end in a possessed noun also without the possessive: xankəndli."""
    word = small(name)
    if word in _PLAIN_WORDS:
        return ()
    return (word, word[:-1]) if word.endswith("kəndi") else (word,)


_AZERBAIJANI = Language(
    low=_LOW,
    devoices=False,
    endings=_ENDINGS,
    stems=_stems,
    heads=_HEADS,
    inhabitants=_inhabitants,
    plain=_PLAIN,
    doubtful=_DOUBTFUL,
    hardened=_HARDENED,
)
