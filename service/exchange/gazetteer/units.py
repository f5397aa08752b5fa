"""The names of districts and provinces: with the word for what they are, because the bare name is the chief town's."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from service.exchange.gazetteer.naming import ARMENIA, AZERBAIJAN, Form, Naming
from service.exchange.gazetteer.record import PlaceName, PlaceRecord, name_key

_WORDS = {
    "az": re.compile(r" (rayonu|mərzi|vilayəti|mahalı)$", re.IGNORECASE),
    "en": re.compile(r" (district|province|region)$", re.IGNORECASE),
    "hy": re.compile(r" (շրջան|մարզ)$", re.IGNORECASE),
    "ru": re.compile(r" (район|область)$", re.IGNORECASE),
    "tr": re.compile(r" (rayonu|ili|ilçesi)$", re.IGNORECASE),
    "fa": re.compile(r"^(شهرستان|استان) "),
    "ka": re.compile(r" (რაიონი|პროვინცია|მხარე)$"),
}
_GIVEN = {"AZ": ("rayonu", "district"), "AM": ("mərzi", "province")}  # where a source has the bare name only
_USAGE = {"az": AZERBAIJAN, "hy": ARMENIA, "en": "english-usage", "ru": "russian-usage", "tr": "turkish-usage",
          "fa": "persian-usage", "ka": "georgian-usage"}  # fmt: skip


def unit_naming(record: PlaceRecord, settlements: Collection[str]) -> Naming:
    """The forms of a district or province. Each is its language's word, and none is more than that.

    A bare name is given, too, where no settlement has it; `settlements` are their names, folded.
    """
    forms: dict[tuple[str, str], Form] = {}
    for lang in _WORDS:
        bare = [name for name in record.of(lang) if name.first and name_key(name.text) not in settlements]
        for name in [*_worded(record, lang), *(bare if record.kind == "province" else ())]:
            own = (lang == "az" and record.country == "AZ") or (lang == "hy" and record.country == "AM")
            form = Form(
                text=name.text,
                lang=lang,
                type="endonym" if own else "exonym",
                stance="neutral",
                uses=((_USAGE[lang], name.source or "", name.at),),
            )
            forms.setdefault((lang, form.key), form)
    return Naming(False, tuple(forms.values()))


def _worded(record: PlaceRecord, lang: str) -> Iterator[PlaceName]:
    names = [name for name in record.of(lang) if "'" not in name.text]
    worded = [name for name in names if _WORDS[lang].search(name.text)]
    for name in worded:
        # The word is written small: a small letter matches a capital, too. The name itself keeps its capital.
        text = _WORDS[lang].sub(lambda match: match.group().lower(), name.text)
        yield replace(name, text=text)
    given = dict(zip(("az", "en"), _GIVEN.get(record.country or "", ()), strict=False)).get(lang)
    if not worded and given:
        for name in names:
            yield replace(name, text=f"{name.text} {given}")
