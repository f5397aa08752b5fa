"""Drafts of places: which record becomes which concept, what it lies in, how it is described."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.exchange.gazetteer.naming import Naming, naming
from service.exchange.gazetteer.record import KINDS, PlaceRecord, name_key
from service.exchange.gazetteer.scope import INNER
from service.exchange.gazetteer.units import unit_naming
from service.lexicon.ids import ALPHABET, check_character
from service.lexicon.model import Concept

UNITS = ("district", "province")
_COUNTRIES = {"AZ": "Azerbaijan", "AM": "Armenia"}
_AREA = "the former Nagorno-Karabakh Autonomous Oblast"
_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_SAME_PLACE_KM = 10.0


@dataclass(frozen=True, slots=True)
class Place:
    """A record that is to become a concept file."""

    id: str
    record: PlaceRecord
    naming: Naming
    unit: str | None  # ID of the district or province it lies in
    gloss: str

    @property
    def kind(self) -> str:
        """One of the vocabulary's kinds."""
        return KINDS[self.record.kind]


def identity(record: PlaceRecord) -> str:
    """What tells the record from all others, now and in later files."""
    return f"wof:{record.external_ids['wof']}" if "wof" in record.external_ids else f"key:{record.key}"


def concept_id(record: PlaceRecord, taken: Collection[str]) -> str:
    """An ID drawn from the record's identity, so that two runs agree; it means as little as a random one."""
    for attempt in range(1000):
        digest = hashlib.sha256(f"{identity(record)}#{attempt}".encode()).digest()
        number = int.from_bytes(digest[:8], "big")
        stem = "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(5))
        candidate = f"c-{stem}{check_character(stem)}"
        if candidate not in taken:
            return candidate
    raise AssertionError("no free ID in a thousand tries")


class HandMade:
    """The concepts that people made, to be recognized in the records and never written to."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._by_number = {
            (name, value): concept.id for concept in self.concepts for name, value in concept.external_ids.items()
        }
        self._by_name: defaultdict[tuple[str, str], list[Concept]] = defaultdict(list)
        for concept in self.concepts:
            if not {"wof", "geonames"} & concept.external_ids.keys():
                for key in {name_key(label.text) for label in concept.labels}:
                    self._by_name[concept.kind, key].append(concept)

    def match(self, record: PlaceRecord, named: Naming) -> str | None:
        """The concept of the record: by its numbers; for a concept without numbers by kind, name and place."""
        for name in ("wof", "geonames"):
            found = self._by_number.get((name, record.external_ids.get(name, "")))
            if found:
                return found
        for form in named.forms:
            for concept in self._by_name.get((KINDS[record.kind], form.key), ()):
                if _may_be_one(record, concept):
                    return concept.id
        return None


def _may_be_one(record: PlaceRecord, concept: Concept) -> bool:
    if record.location is None or concept.location is None:
        return record.zone in INNER or record.kind not in ("village", "town")
    lat, lon = map(float, record.location)
    north, east = lat - concept.location.lat, (lon - concept.location.lon) * math.cos(math.radians(lat))
    return 111.2 * math.hypot(north, east) <= _SAME_PLACE_KM


def name_all(records: Sequence[PlaceRecord]) -> dict[str, Naming]:
    """The names of every record, by its identity."""
    settlements = {
        name_key(name.text) for record in records if record.kind in ("city", "town") for name in record.names
    }
    return {
        identity(record): unit_naming(record, settlements)
        if record.kind in UNITS
        else naming(record, record.zone in INNER)
        for record in records
    }


class Units:
    """Districts and provinces by ISO code, and what the glosses of the places in them say."""

    def __init__(
        self,
        records: Iterable[PlaceRecord],
        ids: Mapping[str, str],
        glosses: Mapping[str, str],
        names: Mapping[str, Naming],
    ) -> None:
        records = list(records)
        self._centre = _centre(records)
        self.ids: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for record in records:
            unit = ids.get(identity(record))
            if record.kind in UNITS and record.admin and unit:
                self.ids[record.admin] = unit
                named = names[identity(record)]
                self._texts[record.admin] = glosses.get(unit) or self._describe(record)
                if english := next((form.text for form in named.forms if form.lang == "en"), None):
                    self._names[record.admin] = english

    def gloss(self, record: PlaceRecord) -> str:
        """A neutral line on the place."""
        if record.kind in UNITS:
            return self._describe(record)
        kind = KINDS[record.kind]
        unit = self._texts.get(record.admin or "")
        if record.zone in INNER and unit:
            return f"{kind} in the {unit.partition(';')[0]}"
        whole = ", ".join(filter(None, [self._names.get(record.admin or ""), _COUNTRIES.get(record.country or "")]))
        return f"{kind} in {whole}" if whole else kind

    def _describe(self, record: PlaceRecord) -> str:
        word = "province" if record.kind == "province" else "district"
        text = f"{word} of {_COUNTRIES.get(record.country or '', 'the South Caucasus')}"
        if record.zone in INNER and record.location and self._centre:
            return f"{text} {_wind(self._centre, record.location)} of the middle of {_AREA}"
        return text


def _centre(records: Iterable[PlaceRecord]) -> tuple[float, float] | None:
    inner = [tuple(map(float, r.location)) for r in records if r.zone == "nk-core-districts" and r.location]
    if not inner:
        return None
    return sum(lat for lat, _ in inner) / len(inner), sum(lon for _, lon in inner) / len(inner)


def _wind(centre: tuple[float, float], location: tuple[str, str]) -> str:
    lat, lon = map(float, location)
    angle = math.degrees(math.atan2((lon - centre[1]) * math.cos(math.radians(lat)), lat - centre[0]))
    return _WINDS[round(angle / 45) % 8]


__all__ = ["HandMade", "Place", "Units", "concept_id", "identity", "name_all"]
