"""Context tests: each sense of an ambiguous form asks for something, and can be reached."""

from collections.abc import Iterator
from dataclasses import replace

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.model import When
from service.lexicon.reader import Keys
from service.text.folding import fold_key

NAME = "context-test"


def check(draft: Draft) -> Iterator[Finding]:
    """No sense is chosen without a reason, and none stands behind another with the same test."""
    for form in draft.lexicon.ambiguous:
        seen: list[When] = []
        for keys, when in draft.context_tests(form):
            if replace(when, same="document", without=()) == When():
                message = "the test asks for nothing that must be there"
                advice = "Give mentions, words, before, after or as_of; a sense is never a guess"
                yield draft.finding(NAME, form.path, keys, message, advice)
            elif when in seen and "when" in keys:
                message, advice = "an earlier sense has the same test", "Make the tests differ, or delete a sense"
                yield draft.finding(NAME, form.path, keys, message, advice)
            if "when" in keys:
                seen.append(when)
            for place, message, advice in _words(when):
                yield draft.finding(NAME, form.path, (*keys, *place), message, advice)


def _words(when: When) -> Iterator[tuple[Keys, str, str]]:
    """What is wrong with the words of a test."""
    for part in ("words", "before", "after", "without"):
        for place, word in enumerate(getattr(when, part)):
            if not word.removesuffix("*")[-1:].isalnum():
                yield (part, place), f"{word} does not end with a letter or digit", "End it with one, or with one and *"
    wanted = {fold_key(word) for word in when.words}
    for place, word in enumerate(when.without):
        if fold_key(word) in wanted:
            yield ("without", place), f"{word} is wanted and not wanted", "Keep it in one of the two lists"
