"""The systems by which Armenian, Russian and Azerbaijani names are written in other languages: rules for look-up.

A name in these alphabets is written out in each system of its language, then reduced to plain small letters without
marks, as people type them. So Чобанлы is found by Chobanly, Tschobanly and Cobanly. Different systems make different
names equal, so nothing here serves annotation.

Armenian (hy):
- BGN/PCGN 1981: table in UNGEGN Working Group on Romanization Systems, Report on Armenian, version 2.2 (2003);
- press: as BGN/PCGN, with one r, and ե always e (Erevan);
- ISO 9985:1996: as listed in the same report and in Wikipedia, Romanization of Armenian;
- German: Wikivoyage (German), Portal Armenien, Konventionen, column Transkription.
Russian (ru):
- BGN/PCGN 1947: its published table, checked June 2019 (assets.publishing.service.gov.uk);
- press: as BGN/PCGN, with е always e, ё yo, and -ий -ый as y;
- ISO 9:1995: Wikipedia (French), Translittération des caractères cyrilliques russes;
- German: Duden, as given with its notes in Wikipedia (German), Kyrillisches Alphabet, Russisch;
- French: Wiktionnaire, Convention: Translittération du cyrillique.
Azerbaijani (az):
- Cabinet of Ministers, Resolution 498 of 16 December 2020, rules for English: ə a, x kh, q g, ğ gh, c j, ç ch, ş sh;
- press: the same with ə as e (Khankendi).
Azerbaijani in Cyrillic letters is read by `respelling.py`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from unidecode import unidecode

_NOT_PLAIN = re.compile(r"[^a-z0-9\n]+")
_APOSTROPHES = str.maketrans("", "", "'`")


@dataclass(frozen=True, slots=True)
class System:
    """One way to write names of a language in Latin letters: rules on letters in their context, then single letters."""

    name: str
    rules: tuple[tuple[re.Pattern[str], str], ...]
    letters: Mapping[int, str]

    def write(self, names: str) -> str:
        """The names, one a line, in plain small letters."""
        written = names.replace("İ", "i").lower()
        for pattern, letters in self.rules:
            written = pattern.sub(letters, written)
        written = unidecode(written.translate(self.letters)).lower().translate(_APOSTROPHES)
        return "\n".join(line.strip() for line in _NOT_PLAIN.sub(" ", written).split("\n"))


def _system(name: str, letters: str, latin: str, *rules: tuple[str, str]) -> System:
    """`latin` has the equivalent of each letter, in order; - for nothing."""
    pairs = zip(letters, latin.split(), strict=True)
    return System(
        name,
        tuple((re.compile(pattern), written) for pattern, written in rules),
        {ord(letter): "" if written == "-" else written for letter, written in pairs},
    )


_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև"
_AFTER_VOWEL = r"(?<![^\Wաեէըիոուօ])"  # at the beginning of a word, too
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_YE = r"(?:(?<=[аеёийоуыэюяьъ])|(?<!\w))е"

_SYSTEMS: dict[str, tuple[System, ...]] = {
    "hy": (
        _system(
            "BGN/PCGN 1981",
            _ARMENIAN,
            "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j rr s v t r ts v p k o f ev",
            ("եւ", "և"), ("ու", "u"), (r"\bո(?!վ)", "vo"), (_AFTER_VOWEL + "ե", "ye"), (_AFTER_VOWEL + "և", "yev"),
        ),
        _system(
            "press",
            _ARMENIAN,
            "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev",
            ("եւ", "և"), ("ու", "u"), (r"\bո(?!վ)", "vo"),
        ),
        _system(
            "ISO 9985",
            _ARMENIAN,
            "a b g d e z e e t z i l x c k h j g c m y n s o c p j r s v t r c w p k o f ew",
            ("եւ", "և"), ("ու", "ow"),
        ),
        _system(
            "German",
            _ARMENIAN,
            "a b g d e s e e t sch i l ch z k h ds gh tsch m j n sch o tsch p dsch r s w t r z w p k o f ew",
            ("եւ", "և"), ("ու", "u"), (r"\bո(?!վ)", "wo"), (r"\bե", "je"), (r"\bև", "jew"),
        ),
    ),
    "ru": (
        _system(
            "BGN/PCGN 1947",
            _RUSSIAN,
            "a b v g d e ye zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
            (_YE, "ye"),
        ),
        _system(
            "press",
            _RUSSIAN,
            "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya",
            (r"[иы]й\b", "y"), ("дж", "j"),
        ),
        _system(
            "ISO 9",
            _RUSSIAN,
            "a b v g d e e z z i j k l m n o p r s t u f h c c s s - y - e u a",
        ),
        _system(
            "German",
            _RUSSIAN,
            "a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja",
            ("дж", "dsch"), (_YE, "je"), (r"(?<=[иы])й", ""), (r"й(?=[аеёиоуыэюя])", "j"), ("кс", "x"),
            (r"(?<=[жчшщ])ё", "o"), (r"(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])", "ss"),
        ),
        _system(
            "French",
            _RUSSIAN,
            "a b v g d e io j z i i k l m n o p r s t ou f kh ts tch ch chtch - y - e iou ia",
            ("дж", "dj"), (r"г(?=[еи])", "gu"), (r"(?<=[аеёоуыэюяьъ])е|\bе", "ie"), (r"(?<=[иы])й\b", ""),
            (r"(?<=и)н\b", "ne"), (r"(?<=[аеёиоуыэюя])с(?=[аеёиоуыэюя])", "ss"),
        ),
    ),
    "az": (
        _system("Resolution 498", "əxqğcçş", "a kh g gh j ch sh"),
        _system("press", "əxqğcçş", "e kh g gh j ch sh"),
    ),
}  # fmt: skip


def romanised(lang: str, names: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """For each system of the language its name, and the names as it writes them, in plain small letters."""
    joined = "\n".join(name.replace("\n", " ") for name in names)
    for system in _SYSTEMS.get(lang, ()):
        yield system.name, system.write(joined).split("\n") if names else []


LANGUAGES = frozenset(_SYSTEMS)
