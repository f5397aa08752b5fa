"""Lists of names in running text: Oldvale, Nuvel and Ortaq.

What parts the names, and what looks like one, in the scripts that have capitals.
"""

import re

AND_IN = {"az": "və", "de": "und", "en": "and", "fr": "et", "hy": "և", "ka": "და", "ru": "и", "tr": "ve"}
AND = "|".join([*AND_IN.values(), "եւ"])  # the Armenian one in both its spellings
LINK = rf"(?:,\s|,?\s(?:{AND})\s)(?:(?:of|the)\s|d[e’']\s?)?"
NAME = r"[A-ZÀ-ÞĞİŞƏА-ЯЁԱ-Ֆ][\w’'-]+"
_FARTHEST = 160  # code points
_MEMBER = rf"{NAME}(?:\s{NAME})?"
_AFTER = re.compile(rf"(?:{LINK}{_MEMBER}){{1,12}}")
_BEFORE = re.compile(rf"(?<!\w)(?:{_MEMBER}{LINK}){{1,12}}\Z")


def list_end(text: str, end: int) -> int:
    """Where the list goes on to whose member ends at code point `end`; `end` if there is none."""
    found = _AFTER.match(text, end, end + _FARTHEST)
    return found.end() if found else end


def list_start(text: str, start: int) -> int:
    """Where the list begins of which a member begins at code point `start`; `start` if there is none."""
    lowest = max(0, start - _FARTHEST)
    found = _BEFORE.search(text[lowest:start])
    return lowest + found.start() if found else start
