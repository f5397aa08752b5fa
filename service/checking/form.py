"""The same form of another name: what stands for Stepanakert in «в Степанакерте» has to take the locative, too.

The languages' modules list a label's forms without naming the cases. Two forms are taken for the same if their last
changed words changed alike: the same letters were put in the place of the same letters, vowel harmony and joining
letters aside. Where no form of the other name changed so, or it is not certain which one, there is none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from service.text.folding import fold_key
from service.text.inflection import inflections
from service.text.inflection.noun import NounClass
from service.text.inflection.ru_dictionary import Case, Forms
from service.text.inflection.ru_names import place_forms

Change = tuple[str, str]  # the letters that went, and those that came

_TURKIC = frozenset(("az", "tr"))
_HARMONY = str.maketrans("aəeıiuütd", "AAAIIIIDD")
_JOINING = re.compile("[ny](?=.)")
_SOFTENED = frozenset(("qğ", "kğ", "ky", "pb", "çc", "td"))
# Of several forms that changed alike the first is the label's own spelling; elsewhere they may differ in case.
_FIRST_WILL_DO = frozenset(("az", "en", "tr"))


def same_form(form: str, label: str, other: str, lang: str, noun: NounClass) -> str | None:
    """The form of `other` that corresponds to `form` of `label`; None where it cannot be told."""
    changes = {_change(label, own, lang) for own in forms_of(label, lang, noun) if fold_key(own) == fold_key(form)}
    if len(changes) != 1:
        return None
    change = changes.pop()
    if change is None:  # another spelling of the label, uninflected
        return other
    found = [own for own in forms_of(other, lang, noun) if _change(other, own, lang) == change]
    if len(found) == 1 or (found and lang in _FIRST_WILL_DO):
        return found[0]
    return _in_russian_case(form, label, other) if lang == "ru" and noun == "place" else None


@lru_cache(maxsize=4096)
def forms_of(label: str, lang: str, noun: NounClass) -> tuple[str, ...]:
    """The inflected forms of a label. Kept, as some take long to make; labels come from the lexicon, not from texts."""
    return tuple(inflections(label, lang, noun))


def _in_russian_case(form: str, label: str, other: str) -> str | None:
    """The name of a place in the case of `form`, for names of one word, which may be of another gender or stay."""
    declined, others = place_forms(label), place_forms(other)
    if declined is None or not other[:1].isupper() or " " in label + other:
        return None
    cases = _cases(form, declined[1])
    if others is None:
        return other if cases else None
    found = {others[1][others[0], case][0] for case in cases}
    return found.pop().title() if len(found) == 1 else None


def hides_case(label: str, other: str, lang: str, noun: NounClass) -> bool:
    """Whether `label`, uninflected, may stand in a case in which `other` has another form: «в Ханкенди», «в Шуше»."""
    if lang != "ru" or noun != "place" or " " in label + other or (others := place_forms(other)) is None:
        return False
    declined = place_forms(label)
    cases = {case for _, case in others[1]} if declined is None else set(_cases(label, declined[1]))
    return any(other.lower() not in others[1][others[0], case] for case in cases)


def _cases(form: str, forms: Forms) -> list[Case]:
    key = fold_key(form)
    return [case for (_, case), spellings in forms.items() if key in map(fold_key, spellings)]


def _change(label: str, form: str, lang: str) -> Change | None:
    """How the last changed word of `label` changed in `form`; None if no word did, but for its spelling."""
    changed = [(old, new) for old, new in _pairs(label, form) if old.lower() != new.lower()]
    if lang == "en":
        return _english_change(changed)
    if not changed:
        return "", ""
    return _word_change(*changed[-1], lang)


def _pairs(label: str, form: str) -> Iterator[tuple[str, str]]:
    return zip(re.split("[ -]", label), re.split("[ -]", form), strict=False)


def _english_change(changed: list[tuple[str, str]]) -> Change | None:
    for old, new in changed:
        if new in (f"{old}i", f"{old}is"):
            return "", new[len(old) :]
        if new.endswith(("s", "men")) and not old.endswith("s"):
            return "", "plural"
        if old.endswith("sis") and new.endswith("ses"):
            return "", "plural"
    return None


def _word_change(old: str, new: str, lang: str) -> Change:
    old, new = old.lower(), new.lower()
    shared = next(
        (place for place, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    went, came = old[shared:], new[shared:]
    if lang in _TURKIC:
        if went and came and went + came[0] in _SOFTENED:
            went, came = "", came[1:]
        came = _JOINING.sub("", came, count=1) if _JOINING.match(came) else came
        return went, came.translate(_HARMONY)
    if lang == "hy" and not went and came == "ը":
        came = "ն"  # the article after a consonant, and after a vowel
    return went, came
