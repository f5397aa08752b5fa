"""What a house style would write for each annotation of a text, and why. Nothing is changed here.

Quoted speech is never given another name, nor is a name that the writer keeps a distance from; where the style would
have chosen another one, a remark says so. Two names that stand side by side (Nuvel / Oldvale, Nuvel (Oldvale)) are a
naming of their own and stay, as does a name in a script that the text's language is not written in.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Literal

from service.annotation.model import Annotation, Result
from service.checking.naming import Lacking, Named, Naming
from service.checking.style import Rule, Style
from service.checking.wording import Wording
from service.errors import UnknownIdError
from service.lexicon.model import Lexicon
from service.text.folding import fold_key

_SIDE_BY_SIDE = re.compile(r"\s*(?:[/|–—]\s*|[(\[][^()\[\]]{0,40})")
_EXCEPTION = "The style has a name of its own for this."
_QUOTED = "Quoted speech stays as it is."
_DISTANCED = "The name stays, as the writer keeps a distance from it."
_IN_NAME = "It is a part of another name, “{}”, and stays."
_PAIR = "Two names stand side by side here, and stay."


Place = Literal["first", "later"] | None  # of a concept in the writer's own voice


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the style would write instead; `text` is None where there is only something to say."""

    text: str | None
    why: str
    warning: str | None  # why there is no text, or what to check in it
    mention: Place  # None where the name is not in the writer's own voice


@dataclass(frozen=True, slots=True)
class _Mention:
    """An annotation, and all that a choice for it depends on."""

    annotation: Annotation
    lang: str
    place: Place


class HouseStyles:
    """The house styles of one lexicon. Immutable; safe to share between threads."""

    def __init__(self, lexicon: Lexicon, styles: Mapping[str, Style]) -> None:
        self.styles = styles
        self._naming = Naming(lexicon)
        self._lexicon = lexicon

    @cached_property
    def _scripts(self) -> Mapping[str, Collection[str]]:
        """The scripts that each language is written in. Goes through all labels, so only once it is asked for."""
        scripts: defaultdict[str, set[str]] = defaultdict(set)
        for concept in self._lexicon.concepts.values():
            for label in concept.labels:
                scripts[label.lang].add(label.script)
        return scripts

    def style(self, style_id: str) -> Style:
        """The style with this ID; UnknownIdError if there is none."""
        try:
            return self.styles[style_id]
        except KeyError:
            raise UnknownIdError("There is no house style with this ID.") from None

    def suggestions(
        self, style: Style, text: str, result: Result, as_of: date | None = None
    ) -> tuple[Suggestion | None, ...]:
        """For each annotation of `result`, in order, what `style` has to say; None where it is content.

        `text` is the text that the spans of `result` are into.
        """
        wording = Wording(text)
        pairs = set(_pairs(text, result.annotations))
        named: set[str] = set()
        found = []
        for place, annotation in enumerate(result.annotations):
            spot: Place = None
            if not _is_spoken(annotation):
                spot = "later" if annotation.concept.id in named else "first"
                named.add(annotation.concept.id)
            mention = _Mention(annotation, result.lang or annotation.label.lang, spot)
            found.append(self._suggestion(style, mention, place in pairs, wording, as_of))
        return tuple(found)

    def _suggestion(
        self, style: Style, mention: _Mention, paired: bool, wording: Wording, as_of: date | None
    ) -> Suggestion | None:
        annotation, lang = mention.annotation, mention.lang
        if annotation.label.script not in self._scripts.get(lang, {annotation.label.script}):
            return None
        rule = style.rule_for(annotation.concept, annotation.label)
        own = style.exceptions.get(annotation.concept.id, {}).get(lang)
        choice: Named | Lacking | None
        if own is not None:
            reason, choice = _EXCEPTION, _exception(own, annotation, lang)
        elif rule is not None:
            reason, choice = rule.why, self._choice(style, rule, mention, as_of)
        else:
            return None
        if choice is None or (isinstance(choice, Named) and wording.holds(annotation, choice)):
            return None
        if _is_spoken(annotation) or paired:
            return _remark(reason, choice, mention, dual=rule is not None and rule.first == "dual")
        if isinstance(choice, Lacking):
            return Suggestion(None, reason, choice.why or None, mention.place)
        written, warnings = wording.write(annotation, choice, lang, style.separator)
        return Suggestion(written, f"{reason} {choice.how}".strip(), " ".join(warnings) or None, mention.place)

    def _choice(self, style: Style, rule: Rule, mention: _Mention, as_of: date | None) -> Named | Lacking | None:
        annotation, lang = mention.annotation, mention.lang
        match rule.first if mention.place == "first" else rule.later:
            case "keep":
                return None
            case "remark":
                return Lacking("")
            case "dual":
                return self._naming.dual(annotation, lang, as_of)
            case "perspectives":
                return self._naming.by_perspective(annotation, lang, as_of, rule)
            case "neutral":
                return self._naming.neutral(annotation, lang, as_of)
            case "attributed":
                return self._naming.attributed(annotation, lang, style)


def _remark(reason: str, choice: Named | Lacking, mention: _Mention, dual: bool) -> Suggestion | None:
    """What to say of a name that stays although the style has another; nothing if it is as the style wants it so."""
    annotation = mention.annotation
    if _is_spoken(annotation):
        stays = _DISTANCED if annotation.distanced else _QUOTED
        if annotation.in_name is not None:
            stays = _IN_NAME.format(annotation.in_name)
        named = isinstance(choice, Named) and choice.template is None
        return Suggestion(None, f"{reason} {stays}", None, mention.place) if named else None
    return None if dual else Suggestion(None, f"{reason} {_PAIR}", None, mention.place)


def _exception(text: str, annotation: Annotation, lang: str) -> Named | None:
    """The exception's text as if it were a label; None if the text of the document is that already."""
    if fold_key(annotation.label.text) == fold_key(text):
        return None
    label = next((one for one in annotation.concept.labels if one.text == text and one.lang == lang), None)
    return Named("", (label or replace(annotation.label, text=text, lang=lang),))


def _is_spoken(annotation: Annotation) -> bool:
    """Whether the name is somebody else's words, part of somebody's name, or held at a distance."""
    return annotation.in_quotation or annotation.distanced is not None or annotation.in_name is not None


def _pairs(text: str, annotations: tuple[Annotation, ...]) -> Iterator[int]:
    """The places of annotations that stand side by side with another name of their concept."""
    for place, (one, other) in enumerate(pairwise(annotations)):
        same = one.concept.id == other.concept.id and one.label != other.label
        if same and one.end <= other.start and _SIDE_BY_SIDE.fullmatch(text, one.end, other.start):
            yield place
            yield place + 1
