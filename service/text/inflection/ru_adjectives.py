"""Russian adjectives in -ский from names of places: карабахский, шушинский, нагорно-карабахский.

Sources: Грамота.ру, справочная служба, answer 328941 (-ск- after a consonant without limits; -инск- after stems that
cannot take it directly); for -инск- with names in a vowel: the districts' names in the gazetteers (Шушинский,
Физулинский, Ходжалинский, Агдеринский районы). Compounds of adjective and noun: written with a hyphen or as one word.

No adjective is made from
- the name of a state: иранский says whose, or what nation, and stands in other names all the time;
- a name that is also an ordinary noun (Казах, Талыш: казахский is of the Kazakhs);
- a name that the dictionary does not have, if it has the adjective: it then belongs to another name (Берд, бердский);
- names in -ия, -о, two vowels, and adjectives (Лачинский район).
"""

import re
from collections.abc import Iterator

from service.text.inflection.ru_dictionary import is_known, is_known_place, is_ordinary_noun

_ENDINGS = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
# What the rules would get wrong or leave out.
_DECLARED = {
    "батуми": "батумский", "габала": "габалинский", "гори": "горийский", "гюлистан": "гюлистанский",
    "гюмри": "гюмрийский", "джабраил": "джабраильский",
    "джебраил": "джебраильский", "закавказье": "закавказский", "зангезур": "зангезурский",
    "кутаиси": "кутаисский", "лори": "лорийский", "москва": "московский", "поти": "потийский", "сюник": "сюникский",
    "тбилиси": "тбилисский", "ширван": "ширванский",
}  # fmt: skip
# States whose adjective the rules would make. Names: CLDR, territories in Russian.
_STATES = frozenset([
    "азербайджан", "алжир", "афганистан", "бангладеш", "бахрейн", "белиз", "бенин", "бруней", "бутан", "ватикан",
    "вьетнам", "габон", "гондурас", "египет", "израиль", "ирак", "иран", "йемен", "казахстан", "камерун", "катар",
    "кипр", "киргизстан", "китай", "куба", "кувейт", "кыргызстан", "лаос", "ливан", "лихтенштейн", "люксембург",
    "мадагаскар", "мозамбик", "непал", "нигер", "оман", "пакистан", "палау", "парагвай", "сальвадор", "сенегал",
    "сингапур", "судан", "суринам", "таджикистан", "таиланд", "тайвань", "тунис", "туркменистан", "узбекистан",
    "уругвай", "чад", "эквадор",
])  # fmt: skip
_RULES = (
    (re.compile(r"(.+ск)"), r"\1ий"),
    (re.compile(r"(.+(?:[ое]в|[иы]н))о"), r"\1ский"),
    (re.compile(r"(.+(?:[ое]в|ин))ка"), r"\1ский"),
    (re.compile(r"(.+[^аеёиоуыэюяцйь])[аяеиыую]"), r"\1инский"),
    (re.compile(r"(.+ль)"), r"\1ский"),
    (re.compile(r"(.+)ь"), r"\1ский"),
    (re.compile(r"(.+[^аеёиоуыэюяъ])"), r"\1ский"),
)
_FIRST_PART = re.compile(r"(.{2,}[^аеёиоуыэюяск])(?:ый|ая|ое)|(.{2,}н)(?:ий|яя|ее)")
_ADJECTIVE = re.compile(r".+(?:[кчшщнт]ий|[ыо]й|[аея]я|[оеы]е|ие)")


def adjectives(label: str) -> Iterator[str]:
    """The forms of the adjectives of the place `label`, in small letters."""
    words = label.lower().split(" ")
    if not label[0].isupper() or label.isupper() or len(words) > 2:
        return
    adjective = _DECLARED.get(words[-1]) or _made(words[-1])
    if not adjective:
        return
    for whole in [adjective] if len(words) == 1 else _compounds(words[0], adjective):
        yield from (whole[:-2] + ending for ending in _ENDINGS)


def _made(name: str) -> str | None:
    """The adjective by rule."""
    if name in _STATES or _ADJECTIVE.fullmatch(name) or "-на-" in name or is_ordinary_noun(name):
        return None
    for pattern, replacement in _RULES:
        if pattern.fullmatch(name):
            made = pattern.sub(replacement, name)
            return None if is_known(made) and not is_known_place(name) else made
    return None


def _compounds(first: str, adjective: str) -> Iterator[str]:
    match = _FIRST_PART.fullmatch(first)
    if match:
        stem = f"{match[1]}о" if match[1] else f"{match[2]}е"
        yield f"{stem}-{adjective}"
        yield stem + adjective
