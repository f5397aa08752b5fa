"""Locations lie on the globe."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "location"


def check(draft: Draft) -> Iterator[Finding]:
    """Latitudes run from -90 to 90, longitudes from -180 to 180."""
    for concept in draft.concepts:
        if concept.location is None:
            continue
        for field, value, limit in (("lat", concept.location.lat, 90), ("lon", concept.location.lon, 180)):
            if abs(value) > limit:
                message, advice = (
                    f"{field} is {value:g}",
                    f"Give degrees from -{limit} to {limit}; lat is north, lon east",
                )
                yield draft.finding(NAME, concept.path, ("location", field), message, advice)
