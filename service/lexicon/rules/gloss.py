"""Glosses: no side's name for a contested thing, and no judging word, stands in a concept's description."""

import re
from collections.abc import Iterator, Mapping

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding
from service.text.folding import fold_key

NAME = "gloss"
_WORD = re.compile(r"\w+")
_LONGEST = 12  # words of a form that are compared
_JUDGING = ("loaded", "euphemistic", "pejorative")


def check(draft: Draft) -> Iterator[Finding]:
    """No gloss holds a non-neutral label of a contested concept as whole words."""
    guarded = _guarded(draft)
    for concept in draft.concepts:
        for surface, entry in _held(concept.gloss, guarded):
            message = f"the gloss holds {surface}, a {entry.label.stance} label of {entry.concept}"
            advice = "Describe the thing without it, or use a neutral label"
            yield draft.finding(NAME, concept.path, ("gloss",), message, advice)


def _guarded(draft: Draft) -> Mapping[tuple[str, ...], Entry]:
    """The forms that no gloss may hold, by their folded words. Of the contextual ones, only those that judge."""
    contested = {concept.id for concept in draft.concepts if concept.contested}
    return {
        tuple(_WORD.findall(entry.key)): entry
        for entry in draft.entries
        if entry.concept in contested
        and entry.label.stance != "neutral"
        and (not entry.label.contextual or entry.label.stance in _JUDGING)
    }


def _held(gloss: str, guarded: Mapping[tuple[str, ...], Entry]) -> Iterator[tuple[str, Entry]]:
    """The guarded forms in `gloss`, the longest at each word, as they are written there."""
    words = list(_WORD.finditer(gloss))
    folded = [fold_key(word.group()) for word in words]
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST), start, -1):
            entry = guarded.get(tuple(folded[start:end]))
            surface = gloss[words[start].start() : words[end - 1].end()]
            if entry is not None and _capitals_agree(entry.label.text, surface):
                yield surface, entry
                break


def _capitals_agree(form: str, surface: str) -> bool:
    """Whether each word that has a capital in `form` has one in `surface`."""
    return all(
        ours[0].isupper() or not theirs[0].isupper()
        for theirs, ours in zip(_WORD.findall(form), _WORD.findall(surface), strict=False)
    )
