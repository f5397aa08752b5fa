"""A house style: a newsroom's own choice of names, as rules and exceptions. Values only.

The lexicon prefers no name. A style does, for whoever selects it, and says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from service.lexicon.model import Concept, Label, Stance
from service.text.folding import fold_key

SEPARATOR = " / "

# keep: nothing is suggested. remark: no other name, but the rule's `why` is told.
# dual: a name of each side. perspectives: the name that the first of the rule's perspectives uses.
# neutral: a neutral label. attributed: the label as it stands, with whose it is.
Choice = Literal["keep", "remark", "dual", "perspectives", "neutral", "attributed"]


@dataclass(frozen=True, slots=True)
class StyleSource:
    """The published policy, or the documents, that a style puts into rules."""

    title: str
    publisher: str
    url: str
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What to write for the labels that fit every condition given. An empty condition fits all."""

    why: str
    first: Choice  # at the first mention of a concept in the writer's own voice
    later: Choice
    kinds: tuple[str, ...] = ()
    contested: bool | None = None
    stances: tuple[Stance, ...] = ()
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # a word of the label, folded; `terror*` fits longer ones, too
    perspectives: tuple[str, ...] = ()  # for the choice of that name

    def fits(self, concept: Concept, label: Label) -> bool:
        """Whether the rule is about `label` as a name of `concept`."""
        return (
            (not self.kinds or concept.kind in self.kinds)
            and (self.contested is None or concept.contested == self.contested)
            and (not self.stances or label.stance in self.stances)
            and (not self.types or label.type in self.types)
            and (not self.words or _has_word(label.text, self.words))
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A house style. The first of its rules that fits wins; an exception goes before them."""

    id: str
    title: str
    description: str
    rules: tuple[Rule, ...]
    sources: tuple[StyleSource, ...] = ()
    separator: str = SEPARATOR  # between the two names of `dual`
    attributions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language -> side -> text
    exceptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # concept ID -> language -> text

    def rule_for(self, concept: Concept, label: Label) -> Rule | None:
        """The rule about `label` as a name of `concept`."""
        return next((rule for rule in self.rules if rule.fits(concept, label)), None)


def _has_word(text: str, words: tuple[str, ...]) -> bool:
    own = fold_key(text).split(" ")
    return any(fnmatchcase(word, wanted) for word in own for wanted in words)
