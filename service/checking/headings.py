"""What a concept is called where a page has room for a few words only: the names of each side, side by side.

No name is preferred. For each side the name with most recorded uses stands for it; a contested concept also shows its
neutral name, if there is one. They come in alphabetical order. A side without a name in the reader's language is
represented by one in its own language, or in English: nobody's half of a pair is left out because of the reader's
language. A concept without any such name is called by its gloss.
"""

from collections.abc import Iterable, Sequence

from service.lexicon.label_order import label_key
from service.lexicon.model import Concept, Label, Lexicon

_FALLBACK = "en"
_NAMES = frozenset({"neutral", "sided", "dated"})  # stances that judge nobody
_PHRASES = frozenset({"description", "abbreviation"})

_BySide = dict[str | None, Label]


def heading(concept: Concept, lexicon: Lexicon, lang: str) -> tuple[Label, ...]:
    """The names that stand for `concept` for a reader of the language `lang`."""
    labels = [label for label in concept.labels if label.stance in _NAMES and label.type != "misspelling"]
    chosen: _BySide = {}
    for language in dict.fromkeys((lang, _FALLBACK)):
        chosen = _chosen(labels, language, concept.contested, lexicon)
        if chosen:
            break
    else:
        chosen = _chosen(labels, None, concept.contested, lexicon)
    if concept.contested:
        chosen |= _others(labels, chosen, concept, lexicon)
    by_text = {label.text: label for label in chosen.values()}
    return tuple(sorted(by_text.values(), key=lambda label: label_key(label.text)))


def _others(labels: Sequence[Label], chosen: _BySide, concept: Concept, lexicon: Lexicon) -> _BySide:
    """The names of the sides that `chosen` has none of: in a language of their own, or in English."""
    pack = lexicon.packs[concept.pack]
    found: _BySide = {}
    for side in pack.sides.keys() - chosen.keys():
        own = [language for language, whose in pack.languages.items() if whose == side]
        for language in (*own, _FALLBACK):
            of_side = _chosen([label for label in labels if not label.contextual], language, True, lexicon)
            if side in of_side:
                found[side] = of_side[side]
                break
    return found


def _chosen(labels: Iterable[Label], lang: str | None, contested: bool, lexicon: Lexicon) -> _BySide:
    """The most used name of each side in the language; under None, that of bodies of no side."""
    for group in _groups(label for label in labels if lang in (None, label.lang)):
        best: dict[str | None, tuple[int, int, Label]] = {}
        for label in group:
            for side, uses in _uses(label, lexicon).items():
                rank = (uses, len(label.uses), label)
                if side not in best or rank[:2] > best[side][:2]:
                    best[side] = rank
        if best:
            named: _BySide = {side: rank[2] for side, rank in best.items()}
            independent = named.get(None)
            # What bodies of no side use is added to the sides' names where it is a third one, used across them.
            if independent and len(named) > 1 and not (contested and independent.stance == "neutral"):
                del named[None]
            return named
    return {}


def _groups(labels: Iterable[Label]) -> tuple[list[Label], ...]:
    """Names before phrases, and what always stands for the concept before what does so in some contexts."""
    found = list(labels)
    fixed = [label for label in found if not label.contextual]
    names = [label for label in fixed if label.type not in _PHRASES]
    return names, fixed, found


def _uses(label: Label, lexicon: Lexicon) -> dict[str | None, int]:
    """How many uses of the label are recorded for each side, and for bodies of none."""
    counted: dict[str | None, int] = {}
    for use in label.uses:
        side = lexicon.perspectives[use.by].side
        counted[side] = counted.get(side, 0) + 1
    return counted
