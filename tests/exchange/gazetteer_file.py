"""A small lexicon and a gazetteer file of invented places, in the formats of the real ones."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PACK = "vale"
_USAGES = {"azerbaijani": "azerbaijan", "armenian": "armenia", "english": None, "persian": None, "russian": None}
_FILES = {
    "vocabulary.yml": """# The closed lists.
kinds: {region: an area, district: a district, town: a town, village: a village}
label_types: {endonym: own, exonym: another language's, romanised endonym: own in Latin letters, description: a phrase}
stances: {neutral: all's, sided: one side's, loaded: judges, euphemistic: softens, pejorative: belittles, dated: old}
relation_types: {in: lies in}
languages: {az: Azerbaijani, en: English, fa: Persian, hy: Armenian, ru: Russian}
scripts: {Arab: Arabic, Armn: Armenian, Cyrl: Cyrillic, Latn: Latin}
qualifiers: {en: [small]}
""",
    "exceptions.yml": "# Excused findings.\n\n[]\n",
    "withdrawn.yml": "# Withdrawn IDs.\n\n[]\n",
    "vale/pack.yml": """# One dispute.
title: Vale
description: An invented dispute.
sides: {armenia: One side, azerbaijan: Other side}
languages: {az: azerbaijan, en: shared, hy: armenia, ru: shared}
""",
    "vale/sources.yml": """# Sources.
wof: {title: A gazetteer, publisher: Its makers}
cldr-subdivisions: {title: Names of units, publisher: Their makers}
atlas: {title: An atlas, publisher: A printer}
""",
    # The area, made by hand.
    "vale/places/c-2mxcsk.yml": """# Karabakh
id: c-2mxcsk
kind: region
gloss: area of the invented dispute
status: reviewed
contested: no
labels:
  - text: Karabakh
    lang: en
    script: Latn
    type: exonym
    stance: neutral
    uses:
      - {by: english-usage, source: atlas}
""",
}


def write_lexicon(folder: Path, *further: tuple[str, str]) -> Path:
    """A lexicon that holds one region; `further` are (path, text) of more files."""
    perspectives = "# Who uses names.\n"
    for key, side in _USAGES.items():
        perspectives += f"{key}-usage:\n  name: {key}\n  definition: The language.\n" + (
            f"  side: {side}\n" if side else ""
        )
    for path, text in [*_FILES.items(), ("perspectives.yml", perspectives), *further]:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def place(
    wof: int, kind: str = "village", unit: str = "AZ-OLD", *, low: bool = False, **names: str | list[str]
) -> dict[str, Any]:
    """A record; `names` are by language, `und_Latn` for und-Latn."""
    return {
        "key": f"place-{wof}",
        "kind": kind,
        "country": "AZ",
        "admin": {"iso": unit, "name": unit},
        "zone": "nk-core-districts",
        "lat": 39.5 + wof / 1000,
        "lon": 46.5,
        "ids": {"wof": wof, "geonames": 1000 + wof, "wikidata": f"Q{wof}"},
        "wikidata_source": ["csc states"],
        "confidence": "low" if low else "medium",
        "names": [
            {
                "text": text,
                "lang": lang.replace("_", "-"),
                "script": {"hy": "Armn", "ru": "Cyrl"}.get(lang, "Latn"),
                "rank": "preferred",
                "source": f"wof:{wof}",
            }
            for lang, texts in names.items()
            for text in ([texts] if isinstance(texts, str) else texts)
        ],
    }


OLDVALE = place(
    1, "district", az="Köhnədərə rayonu", en="Oldvale District", ru="Кёхнядяринский район", hy="Հնաձորի շրջան"
)
NEWVALE = place(
    2, "district", "AZ-NEW", az="Təzədərə rayonu", en="Newvale District", ru="Тазадаринский район", hy="Նորաձորի շրջան"
)


def write_places(path: Path, records: Iterable[dict[str, Any]]) -> Path:
    """A gazetteer file."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path
