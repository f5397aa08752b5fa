"""Inflected forms of labels, one module a language. A language without a module adds no forms.

Forms are made when the gazetteer is built, never by cutting endings off the text: the whole word is found, or nothing.
A start from the compiled lexicon makes none, so a language's tables are only read once it is asked for.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from service.text.inflection.noun import NounClass

_LANGUAGES = frozenset(["az", "de", "en", "fa", "fr", "hy", "ka", "ru", "tr"])
_HYPHENATING = frozenset(["az", "hy", "ka", "ru"])


def inflections(text: str, lang: str, noun: NounClass = "other") -> Iterator[str]:
    """The further forms that the label `text` takes in the language `lang`, each once; not the label itself."""
    return _inflect(lang)(text, noun) if lang in _LANGUAGES else iter(())


@cache
def hyphenated_endings(lang: str) -> frozenset[str]:
    """The endings, in small letters, that the language joins to abbreviations and foreign words by a hyphen."""
    found: frozenset[str] = import_module(f"{__name__}.{lang}").HYPHENATED if lang in _HYPHENATING else frozenset()
    return found


@cache
def _inflect(lang: str) -> Callable[[str, NounClass], Iterator[str]]:
    inflect: Callable[[str, NounClass], Iterator[str]] = import_module(f"{__name__}.{lang}").inflections
    return inflect
