"""Armenian: cases with the article, inhabitants, and the spelling and ablative of western texts.

Sources of the rules:
- eastern declensions (-ի the general one; -ու of nouns in -ի; -ան of nouns in -ություն and -ում) and the article -ը -ն:
  J. Dum-Tragut, Armenian: Modern Eastern Armenian (Benjamins 2009), chapter 2; M. Asatryan, Ժամանակակից հայոց լեզու,
  Ձևաբանություն (Yerevan 2002), the noun; place names in -ի follow both (Բջնի, Բջնիի, Բջնու): V. Sahakyan, Հայոց լեզուն
  հարցերում և պատասխաններում (Hrazdan 2009), p. 60;
- vowels lost before an ending (խումբ, խմբի) and the plural in -եր after one syllable, -ներ after more: Asatryan, the
  noun; the words are listed below, as names and loans keep their vowels (Գորիս, Գորիսի);
- inhabitants: -ցի after consonants, -եցի for -ի, after one syllable, and after ս, թ, ք (Շուշի, շուշեցի; Գորիս,
  գորիսեցի): D. Gyurjinyan, Բնիկ որտեղացի՞ ես, Language Committee of Armenia; they are written small and follow the
  -ու declension;
- western and classical spelling: ablative -էն, genitive plural -ներու and -երու, -եան for -յան, -ութիւն for -ություն:
  the regular declensions of western school grammar.
Only the last word changes: what stands before it is a genitive or an adjective, and neither agrees. Abbreviations take
a hyphen (ԼՂ-ի), which ends a word, so that they need no forms.
"""

import re
from collections.abc import Iterable, Iterator

from service.text.inflection.noun import NounClass

# One vowel with no cluster before it: the first two consonants are spoken with a vowel between (շրջան, շրջաններ).
_ONE_SYLLABLE = re.compile("[^աեէըիոօւ]?(?:ու|[աեէըիոօ])[^աեէըիոօւ]+")
_WORD = re.compile("[ա-և]{2,}")
_SHORT = 3

_CASES = ("ի", "ին", "ից", "ով", "ում", "էն")  # -էն, western, is last
_SHORT_NAME = ("ի", "ից", "ում", "ը")
_WESTERN_PLURAL = ("ու", "ուն")
_PLURAL = ("", "ը", "ն", *_CASES, *_WESTERN_PLURAL)
_INHABITANT = ("", "ն", "ներ", "ներն", "ները", "ների", "ներին", "ներից")
HYPHENATED = frozenset([*_CASES, "ը", "ն", *("ներ" + ending for ending in _PLURAL)])  # after abbreviations: ՄԱԿ-ի
_WESTERN = ("", "ի", "ին", "ը", "ն", "էն", "ով")

# Words whose vowel goes before an ending, alone or at the end of a compound, with what is left.
_SHRINKING = {
    "երկիր": "երկր", "խումբ": "խմբ", "խորհուրդ": "խորհրդ", "խնդիր": "խնդր", "կամուրջ": "կամրջ", "կռիվ": "կռվ",
    "լիճ": "լճ", "ջուր": "ջր", "գիր": "գր", "գիծ": "գծ", "թիվ": "թվ", "բնակիչ": "բնակչ", "ահաբեկիչ": "ահաբեկչ",
    "հաշիվ": "հաշվ", "ժողովուրդ": "ժողովրդ", "գունդ": "գնդ", "Էջմիածին": "Էջմիածն",
}  # fmt: skip
_LONG_PLURALS = frozenset(["ռուս", "լեռ", "մատ"])  # one syllable, and -ներ all the same
_PLURAL_AFTER_LOSS = frozenset(["երկիր"])  # երկրներ, against խնդիրներ
_ENDS_IN_VOWEL = re.compile(".*(?:ու|[աեէըիոօ])")
_LAST_PARTS = re.compile(".*(?:գիր|գիծ|խումբ|գունդ|ուժ|մարտ|կետ|մաս|դատ|բերդ|տուն|վանք)")  # in compounds: անցակետեր
_PLURALS = re.compile(".+(?:ներ|[բգդզթժլխծկհձղճմշչպջռսվտրցփքֆյ]եր)")
_NO_PLURALS = re.compile(".*(?:ընկեր|պատկեր|սեր|լեր)")
# Labels that stand in a case or with the article already, as a source wrote them.
_INFLECTED = re.compile(
    ".+(?:[^աեէիոօ]ը|ությունն|ության|ութեան|մամբ|եր(?:ի|ին|ից|ով|ում)|(?<!սահ)(?<!պայ)(?<=[^աեէըիոօւ])ման)"
)
_OF_TIME = {"օր": "օրվա", "տարի": "տարվա", "ամիս": "ամսվա"}
# Given names are places, too, and place + յան is then a surname (Մարտիրոսյան); so only place words make adjectives.
_PLACE_WORD = re.compile(".+(?:ցախ|բաղ|ստան|կերտ|կովկաս)")
# Բաքու, Բաքվի; Խոջալու, Խոջալվի; but Դահառլու, Դահառլուի: three consonants would meet.
_U_TO_V = re.compile(".*[աեէըիոօւ][^աեէըիոօւ]ու")
_HARD_TO_JOIN = "թքս"  # Գորիս, գորիսեցի; Հադրութ, both հադրութցի and հադրութեցի
# With -ցի these are words of their own, or of other places.
_PLAIN_WORDS = frozenset(["Քաղաք", "Գյուղ", "Սահման", "Հարավ", "Հյուսիս", "Դաշտ", "Լեռնանցք", "Սուրբ", "Օջախ", "Տաշտ"])


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The inflected forms of an Armenian label."""
    last = re.split("[ -]", text)[-1]
    if not _WORD.fullmatch(last.lower()) or last.isupper():
        return
    if not last[0].isupper() and _INFLECTED.fullmatch(last):
        return
    forms = [*_declined(text, last, noun)]
    if noun == "place" and last == text and last[0].isupper() and len(last) > _SHORT:
        forms += _derived(text)
    classical = _classical(text)
    if classical != text:
        forms += _western(classical)
    if noun == "person":  # no locative
        forms = [form for form in forms if not form.endswith("ում")]
    yield from (form for form in dict.fromkeys(forms) if form != text)


def _declined(text: str, last: str, noun: NounClass) -> Iterator[str]:
    """The forms of the singular, and for a description those of the plural."""
    name = last[0].isupper()
    if name and len(text) <= _SHORT:
        yield from _with(text, _SHORT_NAME)
        return
    yield from _singular(text, last, noun)
    if name or noun != "other" or _is_plural(last):
        return
    yield from _with(_plural(text, last), _PLURAL)


def _singular(text: str, last: str, noun: NounClass) -> Iterator[str]:
    if last.endswith("ություն"):
        yield from _with(text[:-3], ("ան", "անը", "անն", "ամբ"))
        yield from _with(text, ("ը", "ն", "ից", "ում"))
    elif last.endswith("ութիւն"):
        yield from _western(text)
    elif last.endswith("ում") and noun == "other":
        yield from _with(text[:-3], ("ման", "մանը", "մանն", "մամբ"))
        yield from _with(text, ("ը", "ն", "ից", "ով"))
    elif last in _OF_TIME:
        yield from _with(text[: -len(last)] + _OF_TIME[last], ("", "ն", "նից"))
        yield from _with(text, ("ն",) if last.endswith("ի") else ("ը", "ն"))
    elif last.endswith("տուն"):
        yield from _with(text, ("ը", "ն", "ի", "ից", "ում"))
        yield from _with(text[:-3], ("ան", "անը", "նից", "նով", "նում"))
    elif _ENDS_IN_VOWEL.fullmatch(last):
        yield from _after_a_vowel(text, last)
    else:
        yield from _with(text, ("ը", "ն"))
        yield from _with(_stem(text, last), _CASES)
        if _is_plural(last) and not last[0].isupper():
            yield from _with(text, _WESTERN_PLURAL)


def _after_a_vowel(text: str, last: str) -> Iterator[str]:
    yield text + "ն"
    if last.endswith("ցի") and not last[0].isupper():
        yield from _with(text[:-1], ("ու", "ուն", "ուց", "ով"))
    elif last.endswith("ու"):
        yield from _with(text, _CASES)
        if _U_TO_V.fullmatch(last.lower()):
            yield from _with(text[:-2], ("վի", "վին", "վից", "վով", "վում"))
    elif last.endswith("ի"):
        yield from _with(text, _CASES)
        yield from _with(text[:-1], ("ու", "ուն", "ուց", "ում"))
    elif last[-1] in "աո":
        yield from _with(text + "յ", _CASES)
    else:
        yield from _with(text, _CASES[:-1])


def _stem(text: str, last: str) -> str:
    """`text` without the vowel that its last word loses before an ending."""
    for word, short in _SHRINKING.items():
        # Names keep their vowels: the village Բրաջուր has Բրաջուրի.
        if last == word or (last.endswith(word) and not last[0].isupper()):
            return text[: -len(word)] + short
    return text


def _plural(text: str, last: str) -> str:
    if (_ONE_SYLLABLE.fullmatch(last) and last not in _LONG_PLURALS) or _LAST_PARTS.fullmatch(last):
        return _stem(text, last) + "եր"
    return (_stem(text, last) if last in _PLURAL_AFTER_LOSS else text) + "ներ"


def _is_plural(last: str) -> bool:
    return bool(_PLURALS.fullmatch(last)) and not _NO_PLURALS.fullmatch(last)


def _derived(name: str) -> Iterator[str]:
    """Inhabitants and the adjective of a place, in small letters."""
    word = name.lower()
    if name not in _PLAIN_WORDS:
        for inhabitant in _inhabitants(word):
            yield from _with(inhabitant, _INHABITANT)
            yield from _with(inhabitant[:-1], ("ու", "ուն"))
    if _PLACE_WORD.fullmatch(word):
        yield word + "յան"
        yield word + "եան"


def _inhabitants(word: str) -> Iterator[str]:
    if word.endswith("ու"):
        yield word[:-2] + "վեցի" if _U_TO_V.fullmatch(word) else word + "ցի"
    elif word.endswith("ի"):
        yield word[:-1] + "եցի"
    elif word.endswith("նիք"):
        yield word[:-2] + "եցի"
    elif word[-1] != "ը":
        yield word + "ցի"
        if _ONE_SYLLABLE.fullmatch(word) or word[-1] in _HARD_TO_JOIN:
            yield word + "եցի"


def _classical(text: str) -> str:
    """`text` in classical spelling, as far as endings go."""
    return re.sub("(?<=[^աեէըիոօու])յան(?![ա-և])", "եան", text.replace("ություն", "ութիւն"))


def _western(text: str) -> Iterator[str]:
    if text.endswith("ութիւն"):
        yield from _with(text, ("", "ը", "ն", "ներ", "ները", "ներու"))
        yield from _with(text[:-3], ("եան", "եանը", "եամբ", "ենէն"))
    else:
        yield from _with(text, _WESTERN)


def _with(stem: str, endings: Iterable[str]) -> Iterator[str]:
    return (stem + ending for ending in endings)
