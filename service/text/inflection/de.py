"""German: the genitive of names, names of people and things from a place in -er, and the endings of descriptions.

Compounds with a hyphen need no form: a hyphen ends a word (Berg-Karabach-Konflikt). Closed compounds (Karabachkrieg)
name another thing than the place, and are labels of their own. Sources:
- genitive of names: Amtliches Regelwerk der deutschen Rechtschreibung, § 96 (-s; after s, ß, x, z an apostrophe, which
  ends a word);
- -er: the same, § 61 (written with a capital). They are nouns for inhabitants and, unchanged, adjectives of the place
  (Stepanakerter Straße). States have their own names of nations, and none is made here; -isch has no rule either;
- endings of adjectives and nouns: Duden, Die Grammatik, declension of the noun and of the adjective (strong, weak).
"""

import re
from collections.abc import Iterator, Sequence

from service.text.inflection.noun import NounClass

_NO_GENITIVE_S = re.compile(".*(?:[sßxz]|ei|[A-ZÄÖÜ])")
_NO_PEOPLE_IN_ER = re.compile(
    ".*(?:ien|ei|er|kaukasus|land|reich|stan|union|[A-ZÄÖÜ])"
    "|Aserbaidschan|China|Georgia|Irak|Iran|Israel|Jemen|Kanada|Katar|Kuba|Libanon|Litauen|Oman|Polen|Schweden|Ungarn"
)
_ADJECTIVE = re.compile(
    "(?!Alternative|Direktive|Initiative|Offensive)"
    "((?:\\d+-)?[a-zäöüß-]{3,}|[A-ZÄÖÜ][a-zäöüß]*(?:isch|lich|ig|al|iv|ell)|Alt|Autonom|Dritt|Erst|Groß|Klein|Neu|Rot|Schwarz"
    "|Vereinigt|Vereint|Weiß|Zweit)(e[rsn]?)"
)
_NOUN = re.compile(r"(?:(?:\d+|[A-ZÄÖÜ]+)-)?[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[a-zäöüß](?:-[A-ZÄÖÜ][a-zäöüß]+)*")
_ORDINAL = re.compile(r"\d+\.")
# Ends of common nouns, first match first, with the endings of the further singular forms and of the plural's
# nominative and dative.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("(?:ung|heit|keit|schaft|ion|tät|ik|flucht|rückkehr|macht|wehr)", "", "en"),
    ("(?:konflikt|krieg|angriff|bezirk|gebiet|pakt|dienst|punkt)", "s es", "e en"),
    ("prozess", "es", "e en"),
    ("komitee", "s", "s"),
    ("(?:korridor|general)", "s", "e en"),
    ("(?:vertrag|waffenstillstand|volk|dorf|europarat|sicherheitsrat)", "s es", ""),
    ("(?:soldat|separatist|terrorist|demonstrant|aktivist)", "en", "en"),
    ("präsident", "en", ""),
    ("(?:abkommen|regime)", "s", ""),
    ("see", "s", "n"),
    ("(?:armee|brücke|straße)", "", "n"),
    ("(?:e|ee)", "", "n"),
    ("(?:er|el)", "s", "n"),
    ("(?:en|n|s)", "", ""),
    ("(?:sch|ß|x|z)", "es", ""),
    (".", "s", ""),
)
_LISTED = 11  # the ends above that only common nouns have
# Endings of an adjective by its ending in the label: beside the noun as it stands, and beside its plural.
_AGREEMENT = {
    "er": (("er", "e", "en", "em"), ("e", "en", "er")),
    "es": (("es", "e", "en", "em"), ("e", "en", "er")),
    "e": (("e", "en", "er"), ("e", "en", "er")),
    "en": (("e", "en", "er"), ("e", "en", "er")),
}
_WEAK = ("en",)  # beside the genitive of the singular and the dative of the plural


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The genitive of a name, and a place's forms in -er; the cases and the plural of a description."""
    words = text.split(" ")
    if len(words) > 1 and _ORDINAL.fullmatch(words[0]):
        yield from (f"{words[0]} {form}" for form in inflections(" ".join(words[1:]), noun))
        return
    if noun == "other" or (noun != "person" and (_adjectives(words) or _is_common(words[0]))):
        forms = _description(words, plural=noun == "other")
    elif noun in ("country", "person"):
        forms = _genitive(text)
    else:
        forms = _place(text)
    yield from (form for form in dict.fromkeys(forms) if form != text)


def _genitive(name: str) -> Iterator[str]:
    if not _NO_GENITIVE_S.fullmatch(name):
        yield f"{name}s"


def _place(name: str) -> Iterator[str]:
    yield from _genitive(name)
    if not _NO_PEOPLE_IN_ER.fullmatch(name):
        stem = name.removesuffix("e") + "er"
        yield from (stem, f"{stem}s", f"{stem}n", f"{stem}in", f"{stem}innen")


def _description(words: Sequence[str], plural: bool) -> Iterator[str]:
    """Adjectives agree with the first noun; what follows it stays (Truppen von Berg-Karabach)."""
    adjectives = _adjectives(words)
    head, rest = words[len(adjectives)], words[len(adjectives) + 1 :]
    if not _NOUN.fullmatch(head):
        return
    singular_forms, plural_forms = _noun_forms(head)
    first = (adjectives[0][0] if adjectives else head)[0]
    if not plural or first.isdigit() or (adjectives and first.isupper()):  # Erster Karabachkrieg: there is one
        plural_forms = []
    if not adjectives:
        yield from (" ".join((form, *rest)) for form in (*singular_forms, *plural_forms))
        return
    beside_head, beside_plural = _AGREEMENT[adjectives[0][1]]
    pairs = [(head, beside_head), *((form, _WEAK) for form in singular_forms)]
    pairs += ((form, _WEAK if place else beside_plural) for place, form in enumerate(plural_forms))
    for form, endings in pairs:
        for ending in endings:
            yield " ".join((*(stem + ending for stem, _ in adjectives), form, *rest))


def _adjectives(words: Sequence[str]) -> list[tuple[str, str]]:
    """The adjectives that the words begin with, as stem and ending; none unless a word follows and all end alike."""
    found: list[tuple[str, str]] = []
    for word in words[:-1]:
        match = _ADJECTIVE.fullmatch(word)
        if not match:
            break
        found.append((match[1], match[2]))
    return found if len({ending for _, ending in found}) == 1 else []


def _noun_forms(noun: str) -> tuple[list[str], list[str]]:
    """The further forms of a noun in the singular and in the plural."""
    for end, singular, plural in _ENDINGS:
        if re.fullmatch(f"(?:.*){end}", noun, re.IGNORECASE):
            return [noun + ending for ending in singular.split()], [noun + ending for ending in plural.split()]
    return [], []


def _is_common(noun: str) -> bool:
    """Whether the first word of a place's name ends as only common nouns do; so may names in -ik (Sjunik)."""
    if noun.endswith("ik") and not noun.endswith("epublik"):
        return False
    return any(re.fullmatch(f".*{end}", noun, re.IGNORECASE) for end, _, _ in _ENDINGS[:_LISTED])
