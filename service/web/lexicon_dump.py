"""How the lexicon's own data are written down over HTTP; `lexicon_schema.py` describes the same shapes."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from service.checking.names import NameMatch
from service.lexicon.model import Concept, Dates, Label, Lexicon, Perspective, Source, Use
from service.web.schema import dump_label


def dump_match(match: NameMatch) -> dict[str, Any]:
    """A member of `matches`."""
    return {
        "concept_id": match.concept.id,
        "label": dump_label(match.label),
        "contextual": match.label.contextual,
        "match": match.match,
        "score": match.score,
    }


def dump_summary(concept: Concept) -> dict[str, Any]:
    """A concept in a list."""
    return {
        "id": concept.id,
        "kind": concept.kind,
        "gloss": concept.gloss,
        "status": concept.status,
        "contested": concept.contested,
        "pack": concept.pack,
        "labels": [dump_label(label) for label in concept.labels],
    }


def dump_concept(concept: Concept, lexicon: Lexicon) -> dict[str, Any]:
    """A concept with everything recorded; `sources` holds each source that its uses name."""
    location = concept.location
    return {
        **dump_summary(concept),
        "labels": [_full_label(label) for label in concept.labels],
        "dates": _dates(concept.dates) if concept.dates else None,
        "location": {"lat": location.lat, "lon": location.lon, "source": location.source} if location else None,
        "external_ids": dict(sorted(concept.external_ids.items())),
        "relations": [
            {"type": relation.type, "to": relation.to, "uses": [_use(use) for use in relation.uses]}
            for relation in concept.relations
        ],
        "sources": [_source(lexicon.sources[key]) for key in _source_keys(concept)],
    }


def dump_perspective(perspective: Perspective) -> dict[str, Any]:
    """A member of `perspectives`."""
    return {
        "key": perspective.key,
        "name": perspective.name,
        "definition": perspective.definition,
        "side": perspective.side,
    }


def dump_lexicon(lexicon: Lexicon) -> dict[str, Any]:
    """Counts and packs."""
    concepts = lexicon.concepts.values()
    labels = [label for concept in concepts for label in concept.labels]
    in_pack = Counter(concept.pack for concept in concepts)
    return {
        "counts": {
            "concepts": len(concepts),
            "labels": len(labels),
            "ambiguous_forms": len(lexicon.ambiguous),
            "kinds": _sorted_counts(concept.kind for concept in concepts),
            "stances": _sorted_counts(label.stance for label in labels),
            "languages": _sorted_counts(label.lang for label in labels),
        },
        "packs": [
            {
                "key": pack.key,
                "title": pack.title,
                "description": pack.description,
                "sides": dict(pack.sides),
                "concepts": in_pack[pack.key],
            }
            for pack in lexicon.packs.values()
        ],
    }


def _full_label(label: Label) -> dict[str, Any]:
    return {
        **dump_label(label),
        "script": label.script,
        "contextual": label.contextual,
        "uses": [_use(use) for use in label.uses],
    }


def _use(use: Use) -> dict[str, Any]:
    return {"by": use.by, "source": use.source, "at": use.at, **_dates(use.dates)}


def _dates(dates: Dates) -> dict[str, str | None]:
    return {
        "from": dates.start.isoformat() if dates.start else None,
        "until": dates.until.isoformat() if dates.until else None,
    }


def _source_keys(concept: Concept) -> list[str]:
    """The keys of all sources that the concept names, in order."""
    used = [label.uses for label in concept.labels] + [relation.uses for relation in concept.relations]
    places = [concept.location.source] if concept.location else []
    return sorted({*(use.source for uses in used for use in uses), *places})


def _source(source: Source) -> dict[str, Any]:
    return {
        "key": source.key,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "licence": source.licence,
        "note": source.note,
    }


def _sorted_counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))
