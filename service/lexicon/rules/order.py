"""Order: neither side's names systematically stand first."""

from collections import Counter
from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.model import Concept, Pack

NAME = "order"
FEWEST = 20  # concepts with labels of each side in the language; below that, chance rules
LARGEST_SHARE = 0.7  # of them may begin with one side's


def check(draft: Draft) -> Iterator[Finding]:
    """In each shared language of a pack, over all contested concepts, no side comes first too often."""
    for pack in draft.lexicon.packs.values():
        concepts = [concept for concept in draft.concepts if concept.pack == pack.key and concept.contested]
        for lang, own_side in pack.languages.items():
            if own_side is None:
                yield from _leaning(draft, pack, lang, concepts)


def _leaning(draft: Draft, pack: Pack, lang: str, concepts: list[Concept]) -> Iterator[Finding]:
    first = Counter(order[0] for concept in concepts if len(order := sides_in_order(draft, concept, lang)) > 1)
    total = first.total()
    for side, number in first.items():
        if total >= FEWEST and number / total > LARGEST_SHARE:
            message = f"in {number} of {total} concepts the first sided label in {lang} is the {side} side's"
            advice = "Put the labels of a language in alphabetical order"
            yield draft.finding(NAME, f"{pack.key}/pack.yml", ("languages", lang), message, advice)


def sides_in_order(draft: Draft, concept: Concept, lang: str) -> list[str]:
    """The sides of the concept's sided labels in `lang`, in order of their first one."""
    perspectives = draft.lexicon.perspectives
    sides = [
        perspectives[key].side
        for label in concept.labels
        if label.lang == lang and label.stance == "sided" and not label.contextual
        for key in label.perspectives
        if key in perspectives
    ]
    return list(dict.fromkeys(side for side in sides if side is not None))
