"""The script of a letter, as an ISO 15924 code.

Python's standard library does not carry the Unicode property Script, but it carries the characters' names, and the name
of a letter tells its script: CYRILLIC CAPITAL LETTER A. For the scripts listed here every letter was compared with
Unicode's Scripts.txt; they agree but for a handful of phonetic and repetition signs that no place name holds.
"""

import unicodedata
from functools import lru_cache

COMMON, INHERITED, UNKNOWN = "Zyyy", "Zinh", "Zzzz"

# The first word of a letter's name that is no shape word.
_BY_NAME = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
    "CJK": "Hani",
    "IDEOGRAPHIC": "Hani",
    "HIRAGANA": "Hira",
    "HENTAIGANA": "Hira",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "ETHIOPIC": "Ethi",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "THAI": "Thai",
    # letters named for their use: ª º, the signs for kelvin, angstrom and ohm, and turned or superscript Latin ones
    "FEMININE": "Latn",
    "MASCULINE": "Latn",
    "KELVIN": "Latn",
    "ANGSTROM": "Latn",
    "TURNED": "Latn",
    "SMALL": "Latn",
    "CAPITAL": "Latn",
    "OHM": "Grek",
}
_SHAPES = frozenset(("FULLWIDTH", "HALFWIDTH", "MODIFIER", "LETTER", "SUPERSCRIPT", "SUBSCRIPT"))
_SHARED = frozenset("\u00b5\u02bb\u0374\u0640\u3006\u303c\u30fc\uff70\uff9e\uff9f")
# Modifier letters (ʻ ʼ), letter-like symbols (ℂ), kana repeat marks, mathematical letters: common to all scripts.
_SHARED_BLOCKS = ((0x02B0, 0x02FF), (0x2100, 0x214F), (0x3031, 0x3035), (0x1D400, 0x1D7FF))


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """The ISO 15924 code of one character: Zyyy for what scripts share, Zinh for marks, Zzzz for one not listed."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me"):
        return INHERITED
    if category[0] not in "LM" or character in _SHARED:
        return COMMON
    words = unicodedata.name(character, "?").split()
    word = next((word for word in words if word not in _SHAPES), "")
    if word in _BY_NAME:
        return _BY_NAME[word]
    point = ord(character)
    return COMMON if any(first <= point <= last for first, last in _SHARED_BLOCKS) else UNKNOWN


def scripts_of(text: str) -> frozenset[str]:
    """The scripts of the letters of `text`; digits, marks, punctuation and symbols do not count."""
    return frozenset(map(script_of, filter(str.isalpha, set(text)))) - {COMMON}
