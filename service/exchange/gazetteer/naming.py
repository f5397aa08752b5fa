"""From a gazetteer record to the labels of a draft: which forms, whose they are, and whether the place is contested.

A place is contested if Azerbaijani and Armenian usage give it names that differ in more than spelling, and it lies in
the area of the conflict. Its names are then sided; a Latin or Cyrillic form is the name of the side whose form it
writes out (`romanisation.py`), and one that writes out neither is left out. Elsewhere each name is just its
language's word, so it is neutral, unless only one side has names for a place in the area of the conflict: then they are
that side's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from service.exchange.gazetteer.record import ZWNJ, PlaceName, PlaceRecord, name_key
from service.exchange.gazetteer.romanisation import ALIKE, alike
from service.text.scripts import scripts_of

AZERBAIJAN, ARMENIA = "azerbaijani-usage", "armenian-usage"
_SCRIPTS = {"az": "Latn", "en": "Latn", "hy": "Armn", "ru": "Cyrl", "fr": "Latn", "de": "Latn", "tr": "Latn",
            "fa": "Arab", "ka": "Geor"}  # fmt: skip
LANGUAGES = ("en", "az", "hy", "ru", "fr", "de", "tr", "fa", "ka")  # the order of labels in a file
_USAGE = {"en": "english-usage", "ru": "russian-usage", "fr": "french-usage", "de": "german-usage",
          "tr": "turkish-usage", "fa": "persian-usage", "ka": "georgian-usage"}  # fmt: skip
_APOSTROPHES = ("’", "ʼ", "'")
_MOST_FORMS = 5  # of one label; the rest are further spellings of spellings
_LATIN = 0.8  # how much a romanised form must be like the form that it writes out
_AZERBAIJANI_LETTERS = re.compile("[əğışçöü]", re.IGNORECASE)
_CHANGES_IN_ENGLISH = re.compile("[əğışçöüxqcj]", re.IGNORECASE)
# Not part of a name: descriptions that map makers added.
_DESCRIPTIVE = re.compile(
    r"\b(vtoroye|vtoroy|pervoye|pervyy|razvaliny|imeni|sovkhoz\w*|rayon|rayonu|marz|mərzi|district|province|municipality|"
    r"развалины|имени|второе|первое|совхоз\w*|район|область|գավառակ|շրջան|մարզ)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Form:
    """One form with all that a label says of it; `uses` are (by, source, at)."""

    text: str
    lang: str
    type: str
    stance: str
    uses: tuple[tuple[str, str, str | None], ...]

    @property
    def script(self) -> str:
        """ISO 15924 code of its letters."""
        return _SCRIPTS[self.lang]

    @property
    def key(self) -> str:
        """The form, folded."""
        return name_key(self.text)


@dataclass(frozen=True, slots=True)
class Naming:
    """What a place is called."""

    contested: bool
    forms: tuple[Form, ...]


def naming(record: PlaceRecord, disputed: bool) -> Naming:
    """The forms of a settlement or feature; `disputed` says whether it lies in the area of the conflict."""
    return _Namer(record, disputed).naming()


class _Namer:
    """Works out the names of one record."""

    def __init__(self, record: PlaceRecord, disputed: bool) -> None:
        self._record = record
        az = [name for name in _azerbaijani(record) if _usable(name, "az")]
        self._az, self._az_ascii = _without_ascii_doubles(az)
        self._hy = [name for name in record.of("hy") if _usable(name, "hy")]
        main = [name.text for name in self._az if name.first] or [name.text for name in self._az]
        # Armenian forms that only spell the Azerbaijani name out are not a name of their own.
        self._own_hy = [name.text for name in self._hy if not _like(name.text, main)] if main else self._texts(self._hy)
        self._main_az = main
        # Whose a Latin form is where the source says what it writes out, whichever other form it resembles, too.
        self._romanised = {name.text: ARMENIA for name in record.of("hy-Latn")}
        self._romanised |= {name.text: AZERBAIJAN for name in record.of("az")}
        hy = self._texts(self._hy)
        differ = bool(main and hy) and (bool(self._own_hy) or not any(_like(text, hy) for text in main))
        self.contested = disputed and differ
        self._one_sided = disputed and bool(main) != bool(hy or record.of("hy-Latn"))
        self._at_home = AZERBAIJAN if record.country != "AM" else ARMENIA

    @staticmethod
    def _texts(names: Sequence[PlaceName]) -> list[str]:
        return [name.text for name in names]

    def naming(self) -> Naming:
        """All forms, each once a language."""
        forms: dict[tuple[str, str], Form] = {}
        for form in [*self._own_languages(), *self._english()]:
            forms.setdefault((form.lang, form.key), form)
        for form in self._others():
            same = next((forms[lang, form.key] for lang in ("en", "az") if (lang, form.key) in forms), None)
            if same is None:
                forms.setdefault((form.lang, form.key), form)
            elif form.uses[0] not in same.uses:
                forms[same.lang, same.key] = replace(same, uses=(*same.uses, *form.uses))
        if not forms:
            for name in self._record.of("und-Latn"):
                if _usable(name, "en"):
                    form = self._form(name, "en", "exonym", "english-usage")
                    forms.setdefault(("en", form.key), form)
        return Naming(self.contested, tuple(forms.values()))

    def _form(self, name: PlaceName, lang: str, type_: str, *users: str) -> Form:
        sided = bool({AZERBAIJAN, ARMENIA}.intersection(users)) and (self.contested or self._one_sided)
        uses = tuple((by, name.source or "", name.at) for by in users)
        return Form(name.text, lang, type_, "sided" if sided else "neutral", uses)

    def _own_languages(self) -> Iterator[Form]:
        foreign = self._record.country == "AM"
        for name in self._az:
            yield self._form(name, "az", "exonym" if foreign else "endonym", AZERBAIJAN)
        for name in self._hy:
            own = foreign or (self.contested and name.text in self._own_hy) or not self._az
            yield self._form(name, "hy", "endonym" if own else "exonym", ARMENIA)

    def _english(self) -> Iterator[Form]:
        """Latin forms: those a source calls English, those that romanise a form of one side."""
        found: list[tuple[float, PlaceName, str, str]] = []
        for name in [*self._record.of("en", "hy-Latn", "und-Latn"), *self._az_ascii]:
            if _usable(name, "en"):
                side, likeness = self._side(name.text)
                if side and likeness >= _LATIN:
                    user = self._romanised.get(name.text, side)
                    type_ = "romanised endonym" if user == side else "exonym"
                    found.append((likeness, name, user, type_))
        counts: dict[str, int] = {}
        found.sort(key=lambda item: (item[1].lang != "en", -item[0], item[1].text))
        for _, name, side, type_ in found:
            counts[side] = counts.get(side, 0) + 1
            if counts[side] <= _MOST_FORMS:
                users = (side, "english-usage") if name.lang == "en" else (side,)
                form = self._form(name, "en", type_, *users)
                yield from _in_plain_letters(form)
                if not form.text.endswith(_APOSTROPHES):  # a text may have a quotation mark or an ending there
                    yield form

        if self.contested and AZERBAIJAN not in counts:
            # Many Azerbaijani names have only letters that English writes alike; then they are the English form, too.
            for name in self._az:
                if name.text in self._main_az and not _CHANGES_IN_ENGLISH.search(name.text):
                    yield self._form(name, "en", "romanised endonym", AZERBAIJAN)

    def _others(self) -> Iterator[Form]:
        for lang in ("ru", "fr", "de", "tr", "fa", "ka"):
            for name in self._record.of(lang):
                if not _usable(name, lang) or (lang != "ru" and not name.first):
                    continue
                side = self._side(name.text)[0] if lang == "ru" and self.contested else None
                users = (side, _USAGE[lang]) if side else (_USAGE[lang],)
                yield self._form(name, lang, "exonym", *users)

    def _side(self, text: str) -> tuple[str | None, float]:
        """Whose form `text` writes out, and how like it is."""
        az = max((alike(text, form) for form in self._main_az), default=0.0)
        hy_forms = self._own_hy if self._at_home == AZERBAIJAN else self._texts(self._hy)
        hy = max((alike(text, form) for form in hy_forms), default=0.0)
        further = max((alike(text, name.text) for name in [*self._az, *self._hy]), default=0.0)
        if max(az, hy) >= ALIKE:
            if az == hy:
                return self._at_home, az
            return (AZERBAIJAN, az) if az > hy else (ARMENIA, hy)
        return (self._at_home, further) if further >= ALIKE else (None, 0.0)


def _azerbaijani(record: PlaceRecord) -> list[PlaceName]:
    """The Azerbaijani forms, and those of no stated language that have its letter ə or are the only Latin ones."""
    names = list(record.of("az"))
    if record.country == "AZ":
        further = [name for name in record.of("und-Latn") if _AZERBAIJANI_LETTERS.search(name.text)]
        names += [name for name in further if "ə" in name.text.lower() or not names]
    return names


def _like(text: str, forms: Sequence[str]) -> bool:
    return any(alike(text, form) >= ALIKE for form in forms)


def _usable(name: PlaceName, lang: str) -> bool:
    """Whether the form is a name that can stand in a text of `lang`."""
    text = name.text
    others = f" -’ʼ'{ZWNJ if lang == 'fa' else ''}"
    plain = bool(text) and "  " not in text and all(letter.isalpha() or letter in others for letter in text)
    cased = _SCRIPTS[lang] in ("Arab", "Geor") or text[:1].isupper()
    letters = sum(map(str.isalpha, text))
    return (
        plain
        and cased
        and letters > 1
        and name.rank not in ("historical", "colloquial")
        and not scripts_of(text) - {_SCRIPTS[lang], "Zyyy", "Zinh"}
        and not _DESCRIPTIVE.search(text)
    )


def _without_ascii_doubles(names: Sequence[PlaceName]) -> tuple[list[PlaceName], list[PlaceName]]:
    """The Azerbaijani forms, and apart from them those that are only others of them typed without the letters."""
    typed = {_typed(name.text) for name in names if _typed(name.text) != name.text}
    doubles = [name for name in names if name.text in typed]
    return [name for name in names if name.text not in typed], doubles


def _typed(text: str) -> str:
    return text.translate(str.maketrans("əƏğĞıİöÖüÜçÇşŞ", "aAgGiIoOuUcCsS"))


def _in_plain_letters(form: Form) -> Iterator[Form]:
    """The form as newspapers write it, without the marks of aspiration and with one r for two."""
    plain = re.sub(r"[’ʼ']", "", form.text).replace("rr", "r")
    if plain != form.text and sum(map(str.isalpha, plain)) > 1:
        yield Form(plain, form.lang, form.type, form.stance, form.uses)


__all__ = ["ARMENIA", "AZERBAIJAN", "LANGUAGES", "Form", "Naming", "naming"]
