"""Which marks to show: all, or those of one trait, each with its number of mentions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from service.annotation.model import Annotation, Unresolved
from service.annotation.report import JUDGING
from service.lexicon.model import Lexicon

ALL = "all"
# Kinds as readers think of them; a kind that is in none has no filter of its own.
GROUPS = {
    "place": (
        "country", "region", "district", "city", "town", "village", "historical polity", "river", "water", "mountain",
        "site", "route",
    ),
    "event": ("event", "period", "process", "practice", "conflict"),
    "people": ("person", "population"),
    "body": ("authority", "organization", "media", "force"),
    "document": ("document",),
}  # fmt: skip
# In the order in which they are offered.
KEYS = ("contested", "judging", "unresolved", "quoted", "advised", *GROUPS)
_GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}

Mention = Annotation | Unresolved


@dataclass(frozen=True, slots=True)
class Filter:
    """A trait that marks may have, and how many do."""

    key: str
    mentions: int


def traits(mention: Mention, lexicon: Lexicon, *, advised: bool = False) -> tuple[str, ...]:
    """The keys of the filters that show `mention`; `advised` if the house style has something to say of it."""
    found = set()
    if isinstance(mention, Unresolved):
        found.add("unresolved")
        kinds = [lexicon.concepts[concept_id].kind for concept_id in mention.candidates]
    else:
        kinds = [mention.concept.kind]
        if mention.concept.contested:
            found.add("contested")
        if mention.label.stance in JUDGING:
            found.add("judging")
    if mention.in_quotation:
        found.add("quoted")
    if advised:
        found.add("advised")
    found.update(_GROUP_OF[kind] for kind in kinds if kind in _GROUP_OF)
    return tuple(key for key in KEYS if key in found)


def filters(mentions: Iterable[tuple[str, ...]], chosen: str) -> tuple[Filter, ...]:
    """The filters that show some of the mentions, given by their traits; and the chosen one, so that it stays."""
    every = list(mentions)
    counts = Counter(key for keys in every for key in keys)
    return (Filter(ALL, len(every)), *(Filter(key, counts[key]) for key in KEYS if counts[key] or key == chosen))
