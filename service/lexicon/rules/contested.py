"""Contested: a thing for which two sides have their own, sided names is marked as contested."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "contested"


def check(draft: Draft) -> Iterator[Finding]:
    """A concept with `contested: no` has no sided labels of two sides."""
    perspectives = draft.lexicon.perspectives
    for concept in draft.concepts:
        if concept.contested:
            continue
        sides = {
            perspectives[key].side
            for label in concept.labels
            if label.stance == "sided"
            for key in label.perspectives
            if key in perspectives
        } - {None}
        if len(sides) > 1:
            message = "the concept has sided labels of two sides and is not marked as contested"
            advice = "Write contested: yes; if each is just its language's word, make them neutral"
            yield draft.finding(NAME, concept.path, ("contested",), message, advice)
