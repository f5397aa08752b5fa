"""English: the plural of a description, the other side of the Atlantic's spelling, and names of people from a place.

The possessive needs no form: an apostrophe ends a word. Sources:
- plural: Huddleston and Pullum, The Cambridge Grammar of the English Language, chapter 18, section 4 (-s; -es after
  sibilants; -ies after a consonant and y). The head of the phrase takes it: `checkpoints on the road`;
- spelling: pairs that general dictionaries give as British and American, listed here; nothing is guessed. A text
  keeps to one spelling, so a label has two at most;
- names in -i (Karabakhi): listed, because no rule says which place has one. They also stand before nouns
  (Karabakhi Armenians), and there they name the place. Names of nations (Armenian) are not the state's, and not here.
"""

import re
from collections.abc import Iterator

from service.text.inflection.noun import NounClass

_HEAD = re.compile(
    r"(?P<before>(?:.*?[ -])??)(?P<head>[a-z]{3,})"
    r"(?P<after>(?: (?:across|after|against|along|among|around|at|before|between|by|during|for|from|in|inside|into"
    r"|living|near|of|on|over|stationed|through|to|towards?|under|via|with|within) .*)?)"
)
_PLURAL_ALREADY = re.compile(".*[^s]s(?<!sis)|.*ed|people|personnel|police|troops")
_SIBILANT = re.compile(".*(?:ch|sh|ss|x|z)")
_CONSONANT_Y = re.compile(".*[^aeiou]y")
_MAN = re.compile(".*(?:service|gun|rifle|police|states|wo|spokes)man")

_PLACE_WITH_I = re.compile(
    "(?!.* of )(?:.*[ -])?(?:Artsakh|Garabagh?|Gh?arabagh|Karaba[gk]h|Qarabagh?|Nakh(?:ichev|chiv)an)"
)

_BRITISH_TO_AMERICAN = {
    "armour": "armor", "armoured": "armored", "artefact": "artifact", "artefacts": "artifacts", "centre": "center",
    "centres": "centers", "ceasefire": "cease-fire", "defence": "defense", "defences": "defenses", "harbour": "harbor",
    "honour": "honor", "humour": "humor", "labour": "labor", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
    "neighbour": "neighbor", "neighbouring": "neighboring", "neighbours": "neighbors", "offence": "offense",
    "offences": "offenses", "programme": "program", "programmes": "programs", "travellers": "travelers",
}  # fmt: skip
_AMERICAN_TO_BRITISH = {american: british for british, american in _BRITISH_TO_AMERICAN.items()}
_VERB = (
    r"\b((?:(?:de|re)?militar|(?:de|re)?mobil|(?:un)?author|(?:un)?recogn|(?:de)?stabil|civil|colon|demon|immun|legal"
    r"|marginal|motor|national|normal|organ|radical|reorgan|terror|victim)i)%s(e|ed|es|ers?|ing|ations?)\b"
)
_S, _Z = re.compile(_VERB % "s", re.IGNORECASE), re.compile(_VERB % "z", re.IGNORECASE)
_WORD = re.compile("[A-Za-z]+(?:-fire)?")


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The label in the other spelling; its plural in both; for a place, its people's name in -i."""
    spellings = dict.fromkeys([text] if noun == "person" else [text, _british(text), _american(text)])
    forms = [*spellings, *(plural for spelling in spellings for plural in _plurals(spelling))]
    if noun == "place" and _PLACE_WITH_I.fullmatch(text):
        forms += (f"{text}i", f"{text}is")
    yield from (form for form in dict.fromkeys(forms) if form != text)


def _plurals(text: str) -> Iterator[str]:
    """The plural, where the head is a common noun (small letters) that is not one already."""
    match = _HEAD.fullmatch(text)
    if match and not _PLURAL_ALREADY.fullmatch(match["head"]):
        yield match["before"] + _plural(match["head"]) + match["after"]


def _plural(word: str) -> str:
    if word.endswith("sis"):
        return word[:-2] + "es"
    if _MAN.fullmatch(word):
        return word[:-2] + "en"
    if _CONSONANT_Y.fullmatch(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.fullmatch(word) else "s")


def _british(text: str) -> str:
    return _Z.sub(r"\1s\2", _respelled(text, _AMERICAN_TO_BRITISH))


def _american(text: str) -> str:
    return _S.sub(r"\1z\2", _respelled(text, _BRITISH_TO_AMERICAN))


def _respelled(text: str, spellings: dict[str, str]) -> str:
    """The text with the listed words in the other spelling; a first capital stays."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        found = spellings.get(word.lower(), word)
        return found[0].upper() + found[1:] if word[0].isupper() else found

    return _WORD.sub(other, text)
