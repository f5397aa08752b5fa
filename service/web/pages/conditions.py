"""The context tests of ambiguous forms in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.lexicon.model import When
from service.web.pages.localization import translated
from service.web.pages.phrases import when as dates_in_words


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold: what is said of it, and the words or concepts (by ID) of which any will do."""

    said: str
    words: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


def conditions(when: When) -> Iterator[Condition]:
    """Everything that must hold together for the test to hold."""
    if when.mentions:
        yield Condition(_mentions(when.same), concepts=when.mentions)
    if when.words:
        yield Condition(_words(when.same), words=when.words)
    if when.before:
        yield Condition(translated("directly before it stands"), words=when.before)
    if when.after:
        yield Condition(translated("directly after it stands"), words=when.after)
    if when.without:
        yield Condition(_without(when.same), words=when.without)
    if when.as_of:
        yield Condition(translated("the article’s date is %(when)s", when=dates_in_words(when.as_of)))


def _mentions(same: str) -> str:
    return {
        "sentence": translated("the same sentence mentions"),
        "paragraph": translated("the same paragraph mentions"),
        "document": translated("the same text mentions"),
    }[same]


def _words(same: str) -> str:
    return {
        "sentence": translated("in the same sentence stands"),
        "paragraph": translated("in the same paragraph stands"),
        "document": translated("in the same text stands"),
    }[same]


def _without(same: str) -> str:
    return {
        "sentence": translated("in the same sentence does not stand"),
        "paragraph": translated("in the same paragraph does not stand"),
        "document": translated("in the same text does not stand"),
    }[same]
