"""Endings behind a hyphen belong to the mention, as all endings do: ATƏT-in, ՄԱԿ-ի, აშშ-ის.

How an abbreviation is spoken decides which ending it takes, and its letters do not tell, so these forms are none of the
gazetteer's: any ending of the language will do. A space in place of the hyphen makes a word of its own of it.
"""

from collections.abc import Sequence
from dataclasses import replace as replace_fields

from msgspec.structs import replace

from service.annotation.matching import Candidate
from service.annotation.meaning import CASE, LABEL, Ambiguity, Guard, Name
from service.text.inflection import hyphenated_endings
from service.text.inflection.turkic import small
from service.text.languages import Languages

_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u058a")
_LONGEST = 10  # letters of an ending
_RANGES = (("а", "я", "ru"), ("ա", "և", "hy"), ("ა", "ჰ", "ka"))


def with_endings(text: str, chosen: Sequence[Candidate], languages: Languages) -> Sequence[Candidate]:
    """`chosen` with the endings taken in; they are in the order of their start."""
    return [
        _with_ending(text, candidate, languages) if text[candidate.end : candidate.end + 1] in _HYPHENS else candidate
        for candidate in chosen
    ]


def _with_ending(text: str, candidate: Candidate, languages: Languages) -> Candidate:
    start, stop = candidate.end + 1, candidate.end + 1
    while stop - start <= _LONGEST and text[stop : stop + 1].isalnum():
        stop += 1
    written = text[start:stop]
    abbreviation = text[candidate.start : candidate.end].isupper()
    if not written.islower() and not (abbreviation and written.isupper()):
        return candidate
    ending = small(written)
    lang = next((lang for first, last, lang in _RANGES if first <= ending[0] <= last), "az")
    if ending not in hyphenated_endings(lang) or (lang == "ru" and not abbreviation):
        return candidate
    if lang == "az" and languages.excludes(lang, candidate.start):
        return candidate
    return replace(candidate, end=stop, meaning=_inflected(candidate.meaning, text[candidate.start : stop]))


def _inflected(meaning: Name | Ambiguity | Guard, form: str) -> Name | Ambiguity | Guard:
    if isinstance(meaning, Guard) or meaning.degree > LABEL:
        return meaning
    if isinstance(meaning, Name):
        return Name(form, meaning.label, meaning.concept, CASE)
    return replace_fields(meaning, form=form, degree=CASE)
