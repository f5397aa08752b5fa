"""Glosses: no side's name for a contested thing, and no judging word, stands in a concept's description."""

import re
from collections.abc import Iterator, Mapping

from service.lexicon.draft import Draft, Entry
from service.lexicon.findings import Finding
from service.text.folding import fold_key

NAME = "gloss"
_WORD = re.compile(r"\w+")
_JUDGING = ("loaded", "euphemistic", "pejorative")
Guarded = Mapping[str, list[tuple[list[str], Entry]]]


def check(draft: Draft) -> Iterator[Finding]:
    """No gloss holds a non-neutral label of a contested concept as whole words."""
    guarded = _guarded(draft)
    for concept in draft.concepts:
        for surface, entry in _held(concept.gloss, guarded):
            message = f"the gloss holds {surface}, a {entry.label.stance} label of {entry.concept}"
            advice = "Describe the thing without it, or use a neutral label"
            yield draft.finding(NAME, concept.path, ("gloss",), message, advice)


def _guarded(draft: Draft) -> Guarded:
    """The forms that no gloss may hold, by their first word, each with its folded words.

    Of the contextual ones only those that judge are meant: a generic word is no name outside its context.
    """
    contested = {concept.id for concept in draft.concepts if concept.contested}
    guarded: dict[str, list[tuple[list[str], Entry]]] = {}
    for entry in draft.entries:
        label = entry.label
        if (
            entry.concept in contested
            and label.stance != "neutral"
            and (not label.contextual or label.stance in _JUDGING)
        ):
            words = _WORD.findall(entry.key)
            guarded.setdefault(words[0] if words else "", []).append((words, entry))
    return guarded


def _held(gloss: str, guarded: Guarded) -> Iterator[tuple[str, Entry]]:
    """The guarded forms in `gloss`, as they are written there; of two, the longer where both begin at one word."""
    folded = _WORD.findall(fold_key(gloss))
    for start, first in enumerate(folded):
        candidates = guarded.get(first, ())
        held = [(words, entry) for words, entry in candidates if folded[start : start + len(words)] == words]
        for words, entry in sorted(held, key=lambda one: -len(one[0])):
            surface = _WORD.findall(gloss)[start : start + len(words)]
            if _capitals_agree(entry.label.text, surface):
                yield " ".join(surface), entry
                break


def _capitals_agree(form: str, surface: list[str]) -> bool:
    """Whether each word that has a capital in `form` has one in `surface`."""
    return all(
        ours[0].isupper() or not theirs[0].isupper() for theirs, ours in zip(_WORD.findall(form), surface, strict=False)
    )
