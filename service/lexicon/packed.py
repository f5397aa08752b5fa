"""A lexicon as parts of a file, and back. Concepts and ambiguous forms are decoded when they are asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from sys import intern

import msgspec

from service.lexicon.model import AmbiguousForm, Concept, Dates, Lexicon
from service.lexicon.shelf import Sections, Shelf, shelve

_ANY_TIME = Dates()
_FRAME, _CONCEPTS, _AMBIGUOUS, _IDS = "lexicon", "concepts", "ambiguous", "ids"


def pack(lexicon: Lexicon) -> dict[str, bytes]:
    """The sections from which `unpack` makes an equal lexicon."""
    concepts = [lexicon.concepts[concept_id] for concept_id in sorted(lexicon.concepts)]
    return (
        {_FRAME: msgspec.msgpack.encode(replace(lexicon, concepts={}, ambiguous=()))}
        | shelve(_CONCEPTS, concepts)
        | shelve(_IDS, [concept.id for concept in concepts])
        | shelve(_AMBIGUOUS, lexicon.ambiguous)
    )


def unpack(sections: Sections) -> Lexicon:
    """The lexicon in the sections; msgspec.DecodeError if they hold none."""
    frame = msgspec.msgpack.decode(sections[_FRAME], type=Lexicon)
    return replace(frame, concepts=_Concepts(sections), ambiguous=Shelf(sections, _AMBIGUOUS, AmbiguousForm))


class _Concepts(Mapping[str, Concept]):
    """Concepts by ID, in order of ID."""

    def __init__(self, sections: Sections) -> None:
        self._ids = Shelf[str](sections, _IDS, str)
        self._concepts = Shelf[Concept](sections, _CONCEPTS, Concept, finish=_sharing)

    def __getitem__(self, concept_id: str) -> Concept:
        place = bisect_left(self._ids, concept_id)
        if place == len(self._ids) or self._ids[place] != concept_id:
            raise KeyError(concept_id)
        return self._concepts.get(place)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)


def _sharing(concept: Concept) -> Concept:
    """`concept`, with one object for all equal codes and keys: half of what a worker would remember are copies of them.

    Its parts were decoded a moment ago and nobody else has them, so they are changed although they are frozen.
    """
    change = object.__setattr__
    for label in concept.labels:
        change(label, "lang", intern(label.lang))
        change(label, "script", intern(label.script))
        change(label, "type", intern(label.type))
        for use in label.uses:
            change(use, "by", intern(use.by))
            change(use, "source", intern(use.source))
            if use.dates == _ANY_TIME:
                change(use, "dates", _ANY_TIME)
    return concept
