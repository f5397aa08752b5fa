"""French: the plural of a description, and the adjectives of places that are in use.

Articles and elision need no form: du, des and les are words of their own before the name (du Haut-Karabakh), and an
apostrophe ends a word (l'Artsakh). Sources:
- plural: Grevisse and Goosse, Le bon usage, the number of nouns and adjectives (-s; -x after -au, -eau, -eu; -al to
  -aux; no change after -s, -x, -z, and none in a noun that stands for an adjective: `offensives éclair`). Each word
  takes it up to the first preposition: `soldats de la paix`;
- adjectives of places: listed, as the gazetteers and encyclopaedias give them, because French has no rule for them.
  Names of nations (arménien) are not the state's, and not here.
"""

import re
from collections.abc import Iterator

from service.text.inflection.noun import NounClass

_COMPLEMENT = re.compile(
    r"(?= (?:à|au|aux|avec|chez|contre|dans|de|des|du|en|entre|envers|par|pour|près|sans|sous|sur|vers)\b| d['’])"
)
_SMALL = re.compile("[a-zà-öø-ÿœ]{2,}(?:-[a-zà-öø-ÿœ]+)*")
_INVARIABLE = re.compile(".*[sxz]")
_UNCHANGED = re.compile(
    "cessez-le-feu|choc|éclair|non|très|soi-disant|(?:ethnique|illégale|interne|temporaire|totale)ment"
)
_WITH_S = frozenset(["banal", "bancal", "bleu", "carnaval", "fatal", "festival", "landau", "natal", "naval", "pneu"])
_WITH_AUX = frozenset(["bail", "corail", "travail", "vitrail"])

_ADJECTIVES = {"Artsakh": ("artsakhiote", "artsakhiotes")}


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The plural of a description; for a place, its adjective in both numbers."""
    if noun == "place":
        yield from _ADJECTIVES.get(text, ())
    if noun != "person":
        yield from _plural(text)


def _plural(text: str) -> Iterator[str]:
    """Nothing where a word is a name, or is a plural already."""
    head, rest = _parted(text)
    words = head.split(" ")
    changing = [word for word in words if not _UNCHANGED.fullmatch(word)]
    if not changing or not all(_SMALL.fullmatch(word) for word in words):
        return
    if not any(_INVARIABLE.fullmatch(word) for word in changing):
        yield " ".join(map(_plural_word, words)) + rest


def _parted(text: str) -> tuple[str, str]:
    match = _COMPLEMENT.search(text)
    cut = match.start() if match else len(text)
    return text[:cut], text[cut:]


def _plural_word(word: str) -> str:
    if _UNCHANGED.fullmatch(word):
        return word
    if word in _WITH_AUX:
        return word[:-2] + "ux"
    if word.endswith("al") and word not in _WITH_S:
        return word[:-1] + "ux"
    return word + ("x" if word.endswith(("au", "eu")) and word not in _WITH_S else "s")
