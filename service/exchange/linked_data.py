"""A concept as JSON-LD: SKOS with labels as resources (SKOS-XL), schema.org and GeoSPARQL for where a place lies.

No label is a `prefLabel`: SKOS would have one name per language stand for the thing, and here each is somebody's. All
are `altLabel`, in order of language and text; whose each is stands on the label (`ev:stance`, `ev:use`). A relation
that is claimed rather than agreed is given with its claims only, never as a plain fact.
"""

from collections.abc import Iterator
from typing import Any

from service.lexicon.model import Concept, Dates, Label, Lexicon, Relation, Use

_RECORDS = {
    "geonames": "https://sws.geonames.org/{}/",
    "wikidata": "http://www.wikidata.org/entity/{}",
    "wof": "https://data.whosonfirst.org/{}",
}
# The terms of our own, with what they mean; the page /vocabulary shows them.
TERMS = {
    "kind": "The kind of thing that the concept is: a word of the closed list.",
    "status": "draft, or reviewed by a second person.",
    "contested": "Whether the sides name the thing differently, or disagree on what it is.",
    "lexiconVersion": "Content hash of the lexicon that the statement comes from.",
    "labelType": "What sort of name a label is: a word of the closed list.",
    "stance": "What a label tells of its speaker: a word of the closed list.",
    "contextual": "Whether the form stands for the concept in some contexts only.",
    "use": "A sourced, dated claim that a body used the label.",
    "by": "The body or community that used it, or that claims a relation.",
    "relation": "A relation to another concept, with who claims it if anybody does.",
    "relationType": "What relation it is: a word of the closed list.",
    "to": "The concept that the relation leads to.",
    "claim": "A sourced statement by which a body claims the relation; without one, no dispute over it is recorded.",
}
_PLAIN_RELATIONS = {"in": "schema:containedInPlace", "part of": "dcterms:isPartOf"}


def linked_data(concept: Concept, lexicon: Lexicon, root: str) -> dict[str, Any]:
    """The concept as a JSON-LD document; `root` is the service's address with a slash at its end."""
    labels = sorted(concept.labels, key=lambda label: (label.lang, label.text, label.type, label.contextual))
    document: dict[str, Any] = {
        "@context": _context(root),
        "@id": f"{root}c/{concept.id}",
        "@type": ["skos:Concept", "schema:Place"] if concept.location else ["skos:Concept"],
        "skos:notation": concept.id,
        "skos:inScheme": {"@id": f"{root}lexicon"},
        "skos:definition": {"@value": concept.gloss, "@language": "en"},
        "ev:kind": concept.kind,
        "ev:status": concept.status,
        "ev:contested": concept.contested,
        "ev:lexiconVersion": lexicon.version,
        "skos:altLabel": [
            {"@value": text, "@language": lang}
            for lang, text in sorted({(label.lang, label.text) for label in labels if not label.contextual})
        ],
        "skosxl:altLabel": [_label(label, root) for label in labels],
    }
    if concept.dates:
        document |= _dates(concept.dates)
    if concept.location:
        document |= dict(_place(concept))
    same = [_RECORDS[key].format(number) for key, number in sorted(concept.external_ids.items()) if key in _RECORDS]
    if same:
        document["skos:exactMatch"] = [{"@id": address} for address in same]
    if concept.relations:
        document["ev:relation"] = [_relation(relation, root) for relation in concept.relations]
    for key, targets in _plain_relations(concept).items():
        document[key] = [{"@id": f"{root}c/{target}"} for target in targets]
    return document


def _context(root: str) -> dict[str, Any]:
    return {
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "skosxl": "http://www.w3.org/2008/05/skos-xl#",
        "schema": "https://schema.org/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "dcterms": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "ev": f"{root}vocabulary#",
    }


def _label(label: Label, root: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "skosxl:Label",
        "skosxl:literalForm": {"@value": label.text, "@language": label.lang},
        "ev:labelType": label.type,
        "ev:stance": label.stance,
        "ev:contextual": label.contextual,
    }
    if label.note:
        found["skos:note"] = {"@value": label.note, "@language": "en"}
    found["ev:use"] = [_use(use, root) for use in label.uses]
    return found


def _use(use: Use, root: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ev:by": {"@id": f"{root}perspectives/{use.by}"},
        "dcterms:source": {"@id": f"{root}sources/{use.source}"},
    }
    if use.at:
        found["dcterms:bibliographicCitation"] = use.at
    return found | _dates(use.dates)


def _dates(dates: Dates) -> dict[str, Any]:
    days = {"schema:startDate": dates.start, "schema:endDate": dates.until}
    return {name: {"@value": day.isoformat(), "@type": "xsd:date"} for name, day in days.items() if day}


def _place(concept: Concept) -> Iterator[tuple[str, Any]]:
    location = concept.location
    if location is None:
        return
    yield (
        "schema:geo",
        {"@type": "schema:GeoCoordinates", "schema:latitude": location.lat, "schema:longitude": location.lon},
    )
    point = {"@value": f"POINT({location.lon} {location.lat})", "@type": "geo:wktLiteral"}
    yield "geo:hasGeometry", {"@type": "geo:Geometry", "geo:asWKT": point}


def _relation(relation: Relation, root: str) -> dict[str, Any]:
    found: dict[str, Any] = {"ev:relationType": relation.type, "ev:to": {"@id": f"{root}c/{relation.to}"}}
    if relation.uses:
        found["ev:claim"] = [_use(use, root) for use in relation.uses]
    return found


def _plain_relations(concept: Concept) -> dict[str, list[str]]:
    """The relations that nobody's claim is recorded for, by the property that says them."""
    found: dict[str, list[str]] = {}
    for relation in concept.relations:
        if not relation.uses:
            found.setdefault(_PLAIN_RELATIONS.get(relation.type, "skos:related"), []).append(relation.to)
    return found
