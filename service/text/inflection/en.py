"""English: the plural of a description's last word. The possessive needs no form: an apostrophe ends a word.

Source of the rule: regular plural formation, Huddleston and Pullum, The Cambridge Grammar of the English Language,
chapter 18, section 4 (-s; -es after sibilants; -ies after a consonant and y).
"""

import re
from collections.abc import Iterator

from service.text.inflection.noun import NounClass

_COMMON_NOUN = re.compile(r"(?:.*[ -])?[a-z]{3,}")
_SIBILANT = re.compile(r".*(?:ch|sh|x|z)")
_CONSONANT_Y = re.compile(r".*[^aeiou]y")


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The plural, where the last word is a common noun (small letters) that is not one already."""
    if not _COMMON_NOUN.fullmatch(text) or text.endswith("s"):
        return
    if _CONSONANT_Y.fullmatch(text):
        yield text[:-1] + "ies"
    elif _SIBILANT.fullmatch(text):
        yield text + "es"
    else:
        yield text + "s"
