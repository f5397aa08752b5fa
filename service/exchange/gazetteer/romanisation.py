"""Whether two forms, in whatever alphabets, are spellings of one name.

Each form is romanised letter by letter, then reduced to a skeleton in which the spellings of one name differ little:
Khachmaz, Xaçmaz, Khachmas and Хачмаз come to nearly the same. Two forms are alike if their skeletons need few edits.

Tables: Armenian after BGN/PCGN 1981, Russian after BGN/PCGN 1947 (both as in Unicode CLDR, `common/transforms/`
Armenian-Latin-BGN and Russian-Latin-BGN); Azerbaijani Latin letters as English-language media there write them.
Nothing that is made here is ever entered as a label.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from unidecode import unidecode

ALIKE = 0.75


def _table(letters: str, romanised: str) -> dict[str, str]:
    return dict(zip(letters, romanised.split(), strict=True))


_ARMENIAN = _table(
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
)
_RUSSIAN = _table(
    "абвгдеёжзийклмнопрстуфхцчшщыэюя", "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya"
)
_AZERBAIJANI = _table("əxğcçşqıöüj", "a kh gh j ch sh g y o u zh")
_AZERBAIJANI_ONLY = frozenset("əğçşıöü")
# Letters and letter groups that different systems write for one sound, in order.
_REDUCTIONS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"sch|shch|tch|ch", "c"),
        (r"dzh|dj|zh|dz", "j"),
        (r"sh", "s"),
        (r"ts|tz", "s"),
        (r"kh|gh|[gqxh]", "k"),
        (r"th", "t"),
        (r"ou|yu|iu", "u"),
        (r"(?<=[^aeiou])[yi]a|ya|ia|ye|ie|e", "a"),
        (r"w", "v"),
        (r"y", "i"),
        (r"[^a-z]", ""),
        (r"(.)\1+", r"\1"),
    )
)


def alike(one: str, other: str) -> float:
    """How alike two forms are, from 0 to 1; from ALIKE on they are spellings of one name."""
    return Levenshtein.normalized_similarity(_skeleton(one), _skeleton(other))


@lru_cache(maxsize=65536)
def _skeleton(form: str) -> str:
    romanised = _romanised(form.replace("İ", "i").lower())
    for pattern, replacement in _REDUCTIONS:
        romanised = pattern.sub(replacement, romanised)
    return romanised


def _romanised(small: str) -> str:
    if any(letter in _ARMENIAN for letter in small):
        small = re.sub(r"\bո(?!վ)", "vo", small.replace("ու", "u"))
        return "".join(_ARMENIAN.get(letter, letter) for letter in small)
    if any(letter in _RUSSIAN for letter in small):
        return "".join(_RUSSIAN.get(letter, letter) for letter in small if letter not in "ьъ")
    if _AZERBAIJANI_ONLY.intersection(small):
        small = "".join(_AZERBAIJANI.get(letter, letter) for letter in small)
    return unidecode(small).lower()
