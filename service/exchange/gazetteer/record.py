"""The gazetteer file: one JSON object a line, one place an object. Fields beyond those named here are passed over.

    {"key": "oldvale", "kind": "village", "zone": "seven-surrounding-districts", "country": "AZ",
     "admin": {"iso": "AZ-LAC", "name": "Laçın"}, "lat": 39.6, "lon": 46.5, "population_geonames": 800,
     "ids": {"wof": 1, "geonames": 2, "wikidata": "Q3"}, "wikidata_source": ["wof"], "confidence": "medium",
     "names": [{"text": "Köhnədərə", "lang": "az", "script": "Latn", "rank": "preferred", "source": "wof:1",
                "also_in": ["geonames"]}]}

- `key` is the record's own name in the file; `kind` is one of KINDS (others are not imported).
- `zone` says how much of it is imported, see `scope.py`; `admin` is the district or province the place lies in.
- `lang` is BCP 47: `hy-Latn` for romanised Armenian, `und-Latn` where the source names no language.
- `rank`: preferred or main come first; historical and colloquial names are not imported.
- `source`: `wof:NUMBER`, or the start of a data set's name, see SOURCES; a name from elsewhere is not imported.
- `confidence`: of a `low` record only the names that a second source has (`also_in`) are used, because its names may be
  those of a place of the same name.
"""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.errors import InputError
from service.text.folding import fold_key

KINDS: Mapping[str, str] = {
    "village": "village",
    "town": "town",
    "city": "city",
    "capital": "city",
    "district": "district",
    "province": "district",
    "autonomous-republic": "region",
    "region": "region",
    "historical-region": "region",
    "historical-polity": "historical polity",
    "river": "river",
    "reservoir": "water",
    "mountain": "mountain",
    "monastery": "site",
    "church": "site",
    "airport": "site",
    "road": "route",
}
SOURCES: Mapping[str, str] = {"wof:": "wof", "geonames": "geonames", "CLDR subdivisions": "cldr-subdivisions"}
ZWNJ = "\u200c"  # between letters a part of the spelling of Persian words
_STAND_INS = str.maketrans("ǝƎ", "əƏ")  # letters of another alphabet that look like the Azerbaijani one
_FIRST_RANKS = ("preferred", "main", "official", "attested")
_SHARE_ALIKE = "csc"  # its identifiers are under ODbL, which the lexicon's licence does not allow


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One form of a place's name. `source` and `at` are as in a use; None if the source cannot be cited."""

    text: str
    lang: str
    script: str
    rank: str
    source: str | None
    at: str | None
    seconded: bool  # a second source has the form, too

    @property
    def first(self) -> bool:
        """Whether the source puts this form before its others."""
        return self.rank in _FIRST_RANKS


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One place of the file."""

    key: str
    kind: str
    zone: str
    country: str | None
    admin: str | None  # ISO 3166-2 code
    admin_name: str | None
    location: tuple[str, str] | None  # latitude and longitude as written
    population: int
    confidence: str
    external_ids: Mapping[str, str]
    names: tuple[PlaceName, ...]

    def of(self, *langs: str) -> tuple[PlaceName, ...]:
        """The names in these languages that may be used, those put first by the source leading."""
        low = self.confidence == "low"
        usable = [n for n in self.names if n.lang in langs and n.source and (n.seconded or not low)]
        return tuple(sorted(usable, key=lambda name: not name.first))


def name_key(form: str) -> str:
    """The form, folded, with one spelling where the gazetteer of the annotator takes two as equal (և, եւ)."""
    return fold_key(form).replace("եւ", "և")


def read(path: Path) -> list[PlaceRecord]:
    """The places of a file whose kind is known, in its order; InputError names the line that cannot be used."""
    records = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", "data") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = _record(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}, line {number}: not a record of a place ({error!r}).", "data") from error
        if record.kind in KINDS:
            records.append(record)
    return records


def _record(data: Mapping[str, Any]) -> PlaceRecord:
    ids = data.get("ids", {})
    admin = data.get("admin") or {}
    has_location = data.get("lat") is not None and data.get("lon") is not None
    return PlaceRecord(
        key=data["key"],
        kind=data["kind"],
        zone=data.get("zone", ""),
        country=data.get("country"),
        admin=admin.get("iso") or ids.get("iso3166_2"),
        admin_name=admin.get("name"),
        location=(_degrees(data["lat"]), _degrees(data["lon"])) if has_location else None,
        population=int(data.get("population_geonames") or 0),
        confidence=data["confidence"],
        external_ids=_external_ids(ids, data.get("wikidata_source", ())),
        names=tuple(_name(name, ids) for name in data["names"]),
    )


def _degrees(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _external_ids(ids: Mapping[str, Any], wikidata_source: Any) -> dict[str, str]:
    """The IDs that the lexicon keeps, in its order."""
    free = any(not source.startswith(_SHARE_ALIKE) for source in wikidata_source)
    kept = ("wikidata", "geonames", "wof") if free else ("geonames", "wof")
    return {name: str(ids[name]) for name in kept if name in ids}


def _name(data: Mapping[str, Any], ids: Mapping[str, Any]) -> PlaceName:
    source, at = _cited(data["source"], ids)
    return PlaceName(
        text=unicodedata.normalize("NFC", data["text"]).translate(_STAND_INS).strip(f"{ZWNJ} "),
        lang=data["lang"],
        script=data["script"],
        rank=data.get("rank", ""),
        source=source,
        at=at,
        seconded=bool(data.get("also_in")),
    )


def _cited(source: str, ids: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The key of the source, and the record in it."""
    key = next((key for start, key in SOURCES.items() if source.startswith(start)), None)
    if key == "wof":
        return key, f"record {source.removeprefix('wof:')}"
    if key == "geonames" and "geonames" in ids:
        return key, f"record {ids['geonames']}"
    if key == "cldr-subdivisions" and "iso3166_2" in ids:
        return key, f"subdivision {ids['iso3166_2']}"
    return key, None
