"""Dates: in order, and not beyond next year."""

from collections.abc import Iterator
from datetime import date

from service.lexicon.draft import Draft
from service.lexicon.fields import days
from service.lexicon.findings import Finding
from service.lexicon.model import Dates
from service.lexicon.reader import Keys

NAME = "dates"
_TOO_LATE = "a date lies beyond the end of next year"


def check(draft: Draft) -> Iterator[Finding]:
    """Each range begins before it ends, says something, and lies in the past or the near future."""
    horizon = date(date.today().year + 1, 12, 31)
    for path, keys, dates, required in _ranges(draft):
        if required and dates == Dates():
            yield draft.finding(NAME, path, keys, "there is neither from nor until", "Give one of them")
        if dates.start and dates.until and dates.start > dates.until:
            yield draft.finding(NAME, path, keys, "from lies after until", "Swap them, or mend one")
        if any(day and day > horizon for day in (dates.start, dates.until)):
            advice = "Mend it; leave until away where no end is known"
            yield draft.finding(NAME, path, keys, _TOO_LATE, advice)
    for path, document in draft.documents.items():
        if path.endswith("/sources.yml") and path not in draft.broken:
            for key, source in document.data.items():
                if "date" in source and days(source["date"])[0] > horizon:
                    yield draft.finding(NAME, path, (key, "date"), _TOO_LATE, "Mend it")


def _ranges(draft: Draft) -> Iterator[tuple[str, Keys, Dates, bool]]:
    """Every range: file, place, value, and whether it must not be empty."""
    for concept in draft.concepts:
        if concept.dates is not None:
            yield concept.path, ("dates",), concept.dates, True
        for number, relation in enumerate(concept.relations):
            for place, use in enumerate(relation.uses):
                yield concept.path, ("relations", number, "uses", place), use.dates, False
    for entry in draft.records:
        for place, use in enumerate(entry.label.uses):
            yield entry.path, (*entry.record, "uses", place), use.dates, False
    for form in draft.lexicon.ambiguous:
        for keys, when in draft.context_tests(form):
            if when.as_of is not None:
                yield form.path, (*keys, "as_of"), when.as_of, True
