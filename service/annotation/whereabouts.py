"""Which of several places of one name is meant: the one whose district is named beside it, or else nearest.

What counts for a place are the district that it lies in and the districts and towns that its own tests ask for. Beside
the name is nearer than in its sentence: Mill of North Vale and Mill of South Vale may stand in one.
"""

from collections.abc import Mapping, Sequence

from service.annotation.evidence import Evidence
from service.annotation.meaning import PLACES, SURROUNDINGS
from service.lexicon.model import Concept, Sense

_BESIDE, _SENTENCE, _NOWHERE = -1, 0, 2


def nearest_sense(
    senses: Sequence[Sense], span: tuple[int, int], concepts: Mapping[str, Concept], evidence: Evidence
) -> Sense | None:
    """The sense whose surroundings are named nearest to the form at `span`; None if not all are places, or at a tie."""
    around: dict[str, set[str]] = {}
    for sense in senses:
        concept = concepts[sense.concept]
        if concept.kind not in PLACES:
            return None
        places = around.setdefault(concept.id, set())
        lies_in = (relation.to for relation in concept.relations if relation.type == "in")
        asked_for = (mention for test in sense.when if test.mentions_alone for mention in test.mentions)
        places.update(place for place in (*lies_in, *asked_for) if concepts[place].kind in SURROUNDINGS)
    shared = set.intersection(*around.values()) if len(around) > 1 else set()
    levels = {concept: evidence.level(places - shared - {concept}, span) for concept, places in around.items()}
    nearest = min(levels.values(), default=_NOWHERE)
    first = [sense for sense in senses if levels[sense.concept] == nearest]
    if nearest >= _NOWHERE or len({sense.concept for sense in first}) > 1:
        return None
    # One place alone has been looked for in the whole text; only what stands beside it tells more.
    return first[0] if len(levels) > 1 or nearest == _BESIDE else None
