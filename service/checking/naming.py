"""Which names a style's choice comes to for one concept in one language.

Only neutral and sided labels are ever put forward, never one that judges, and no misspelling. Where several are left,
one of the same type as the text's own goes first, so that it fits the sentence. Then decide, in this order: that a
label needs no context, its stance, its type's place in the vocabulary, the number of uses, the order of the file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from service.annotation.model import Annotation
from service.annotation.sides import side_of
from service.checking.style import Rule, Style
from service.lexicon.model import Concept, Label, Lexicon, Use
from service.memory import ByIdentity
from service.text.folding import fold_key

_OFFERED = ("neutral", "sided")
_REMEMBERED = 4096  # concepts
LABEL = "{label}"


@dataclass(frozen=True, slots=True)
class Named:
    """What to write: `labels` joined, or the text's own form inside `template`. `how` is a sentence for the writer."""

    how: str
    labels: tuple[Label, ...] = ()
    template: str | None = None
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why the choice cannot be made."""

    why: str


class Naming:
    """Finds the names in one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._types = {name: place for place, name in enumerate(lexicon.vocabulary.label_types)}
        self._heads: ByIdentity[Concept, tuple[Label, ...]] = ByIdentity(
            lambda concept: tuple(heads(concept.labels)), _REMEMBERED
        )

    def dual(self, annotation: Annotation, lang: str, as_of: date | None) -> Named | Lacking | None:
        """A label of each side, alphabetical; the text's own one counts for its side. None: one label serves all."""
        concept = annotation.concept
        offered = list(self._offered(concept, lang, as_of))
        own = head_of(annotation.label, concept)
        found: dict[str, Label] = {}
        for side, name in self._lexicon.packs[concept.pack].sides.items():
            theirs = [label for label in offered if _used_by(label, self._of_side(side)) and _is_alike(label, own)]
            if not theirs:
                sort = "description" if own.type == "description" else "name"
                lacking = f"no neutral or sided {self._language(lang)} {sort} that is used by the {name}"
                return Lacking(f"The lexicon has {lacking}.")
            found[side] = (
                own if own in theirs else min(theirs, key=self._rank(own, self._of_side(side), ("sided", "neutral")))
            )
        labels = tuple(sorted(dict.fromkeys(found.values()), key=lambda label: fold_key(label.text)))
        if labels == (own,):
            return None
        names = self._lexicon.packs[concept.pack].sides
        how = "; ".join(f"{names[side]}: {label.text}" for side, label in sorted(found.items()))
        return Named(f"{how}.", labels)

    def by_perspective(
        self, annotation: Annotation, lang: str, as_of: date | None, rule: Rule
    ) -> Named | Lacking | None:
        """The label that the first of the rule's perspectives uses. None: that is the text's own."""
        offered = list(self._offered(annotation.concept, lang, as_of))
        own = head_of(annotation.label, annotation.concept)
        for key in rule.perspectives:
            theirs = [label for label in offered if _used_by(label, {key})]
            if own in theirs:
                return None
            if theirs:
                label = min(theirs, key=self._rank(own, {key}, _OFFERED))
                return Named(f"{self._lexicon.perspectives[key].name}: {label.text}.", (label,))
        bodies = ", ".join(self._lexicon.perspectives[key].name for key in rule.perspectives)
        return Lacking(f"The lexicon has no {self._language(lang)} label that is used by: {bodies}.")

    def neutral(self, annotation: Annotation, lang: str, as_of: date | None) -> Named | Lacking | None:
        """A neutral label; one that needs a context only where there is no other. None: the text's own is neutral."""
        if annotation.label.stance == "neutral" and annotation.label.lang == lang:
            return None
        offered = list(self._offered(annotation.concept, lang, as_of, contextual=True))
        neutral = [label for label in offered if label.stance == "neutral"]
        if not neutral:
            return Lacking(f"The lexicon has no neutral {self._language(lang)} label for this.")
        label = min(neutral, key=self._rank(annotation.label, set(self._lexicon.perspectives), _OFFERED))
        warning = f"“{label.text}” says what is meant in a context only." if label.contextual else None
        return Named(f"“{label.text}” is neutral.", (label,), warning=warning)

    def attributed(self, annotation: Annotation, lang: str, style: Style) -> Named | Lacking:
        """The text's own form, with whose it is."""
        side = side_of(annotation.label, self._lexicon.perspectives)
        users = [self._lexicon.perspectives[key] for key in annotation.label.perspectives]
        if side is None:
            return Lacking(f"It is not one side's alone; used by: {'; '.join(user.name for user in users)}.")
        template = style.attributions.get(lang, {}).get(side)
        if template is None:
            return Lacking(f"The style has no attribution in {self._language(lang)}.")
        others = [user.name for user in users if user.side is None]
        warning = f"Also used by: {'; '.join(others)}." if others and annotation.label.stance != "sided" else None
        side_name = self._lexicon.packs[annotation.concept.pack].sides[side]
        return Named(f"Used by: {side_name}.", template=template, warning=warning)

    def _offered(self, concept: Concept, lang: str, as_of: date | None, contextual: bool = False) -> Iterator[Label]:
        for label in self._heads(concept):
            if label.lang != lang or label.stance not in _OFFERED or label.type == "misspelling":
                continue
            if label.contextual and not contextual:
                continue
            if any(_in_force(use, as_of) for use in label.uses):
                yield label

    def _of_side(self, side: str) -> set[str]:
        return {key for key, perspective in self._lexicon.perspectives.items() if perspective.side == side}

    def _rank(self, own: Label, users: set[str], stances: tuple[str, ...]) -> Callable[[Label], tuple[bool | int, ...]]:
        def rank(label: Label) -> tuple[bool | int, ...]:
            uses = sum(use.by in users for use in label.uses)
            place = self._types.get(label.type, len(self._types))
            return label.type != own.type, label.contextual, stances.index(label.stance), place, -uses

        return rank

    def _language(self, lang: str) -> str:
        return self._lexicon.vocabulary.languages.get(lang, lang)


def head_of(label: Label, concept: Concept) -> Label:
    """The label itself, or the one that it is a further spelling of (`also` in the file)."""
    record = _record(label)
    return next((other for other in concept.labels if _record(other) == record), label)


def heads(labels: Iterable[Label]) -> Iterator[Label]:
    """The labels that are no further spelling of one before them."""
    seen: set[tuple[object, ...]] = set()
    for label in labels:
        record = _record(label)
        if record not in seen:
            seen.add(record)
            yield label


def in_language(concept: Concept, lang: str | None) -> tuple[Label, ...]:
    """The concept's labels in a language, each text once, in alphabetical order; of further spellings the first."""
    found: dict[str, Label] = {}
    for label in heads(label for label in concept.labels if label.lang == lang):
        found.setdefault(label.text, label)
    return tuple(found[text] for text in sorted(found, key=lambda text: (text.casefold(), text)))


def _is_alike(label: Label, other: Label) -> bool:
    """Whether both are names, or both descriptions: two that stand side by side have to be the same sort of words."""
    return (label.type == "description") == (other.type == "description")


def _used_by(label: Label, keys: set[str]) -> bool:
    return not keys.isdisjoint(label.perspectives)


def _record(label: Label) -> tuple[object, ...]:
    return label.lang, label.script, label.type, label.stance, label.contextual, label.note, label.uses


def _in_force(use: Use, as_of: date | None) -> bool:
    """Whether the use is recorded for the article's date; without a date, whether it goes on."""
    return use.dates.until is None if as_of is None else use.dates.covers(as_of)
