"""Context tests: each asks for something, and each sense of an ambiguous form can be reached."""

from collections.abc import Iterator
from functools import lru_cache

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding
from service.lexicon.model import AmbiguousForm, When
from service.lexicon.reader import Keys
from service.text.folding import fold_key

NAME = "context-test"

_EMPTY = "the test asks for nothing that must be there"
_folded = lru_cache(maxsize=1 << 14)(fold_key)  # the tests of many forms have the same long lists
_Fault = tuple[Keys, str, str]  # place, what is the matter, what to do


def check(draft: Draft) -> Iterator[Finding]:
    """No sense is chosen without a reason, and none stands behind another with the same test."""
    for form in draft.lexicon.ambiguous:
        for keys, message, advice in _of_form(draft, form):
            yield draft.finding(NAME, form.path, keys, message, advice)
    for entry in draft.records:
        for keys, message, advice in _of_label(draft, entry):
            yield draft.finding(NAME, entry.path, keys, message, advice)


def _of_form(draft: Draft, form: AmbiguousForm) -> Iterator[_Fault]:
    seen: list[When] = []
    for keys, when in draft.context_tests(form):
        if not (when.mentions or when.words or when.before or when.after or when.as_of):
            yield keys, _EMPTY, "Give mentions, words, before, after or as_of; a sense is never a guess"
        elif when in seen and "when" in keys:
            yield keys, "an earlier sense has the same test", "Make the tests differ, or delete a sense"
        if "when" in keys:
            seen.append(when)
        yield from _words(keys, when)


def _of_label(draft: Draft, entry: Entry) -> Iterator[_Fault]:
    for keys, when in draft.label_tests(entry):
        if not (when.words or when.before or when.after):
            yield keys, _EMPTY, "Give words, before or after"
        yield from _words(keys, when)


def _words(keys: Keys, when: When) -> Iterator[_Fault]:
    """What is wrong with the words of a test."""
    for part in ("words", "before", "after", "without"):
        for place, word in enumerate(getattr(when, part)):
            if not word.removesuffix("*")[-1:].isalnum():
                message = f"{word} does not end with a letter or digit"
                yield (*keys, part, place), message, "End it with one, or with one and *"
    if not (when.words and when.without):
        return
    wanted = set(map(_folded, when.words))
    for place, word in enumerate(when.without):
        if _folded(word) in wanted:
            yield (*keys, "without", place), f"{word} is wanted and not wanted", "Keep it in one of the two lists"
