"""Inflected forms of labels, one module a language. A language without a module adds no forms.

Forms are made when the gazetteer is built, never by cutting endings off the text: the whole word is found, or nothing.
"""

from collections.abc import Callable, Iterator, Mapping

from service.text.inflection import az, de, en, fr, hy, ru, tr
from service.text.inflection.noun import NounClass

_LANGUAGES: Mapping[str, Callable[[str, NounClass], Iterator[str]]] = {
    "az": az.inflections,
    "de": de.inflections,
    "en": en.inflections,
    "fr": fr.inflections,
    "hy": hy.inflections,
    "ru": ru.inflections,
    "tr": tr.inflections,
}


def inflections(text: str, lang: str, noun: NounClass = "other") -> Iterator[str]:
    """The further forms that the label `text` takes in the language `lang`, each once; not the label itself."""
    inflect = _LANGUAGES.get(lang)
    return inflect(text, noun) if inflect else iter(())
