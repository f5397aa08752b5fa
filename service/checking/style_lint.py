"""What is wrong with a house style, beyond its shape: words that the lexicon lacks, rules that never fit, bad texts."""

import difflib
import re
from collections.abc import Collection, Iterator

from service.checking.style import Rule, Style
from service.lexicon.findings import Finding
from service.lexicon.model import Lexicon
from service.lexicon.reader import Document, Keys

_PLACEHOLDER = "{label}"
_FIELD = re.compile(r"\{[^{}]*\}|[{}]")


def findings_on(style: Style, document: Document, lexicon: Lexicon) -> Iterator[Finding]:
    """Everything that is wrong with `style`, which was read from `document`."""
    lint = _Lint(style, document, lexicon)
    if not document.text.startswith("# "):
        yield lint.finding("legend", (), "the file does not open with a comment", "Begin with # and what the keys mean")
    yield from lint.rules()
    yield from lint.attributions()
    yield from lint.exceptions()


class _Lint:
    """One style under examination."""

    def __init__(self, style: Style, document: Document, lexicon: Lexicon) -> None:
        self._style = style
        self._document = document
        self._lexicon = lexicon

    def finding(self, rule: str, keys: Keys, message: str, advice: str) -> Finding:
        return Finding(self._document.path, self._document.line(*keys), rule, message, advice)

    def rules(self) -> Iterator[Finding]:
        """Known words, choices that can be made, and something that each rule fits."""
        for number, rule in enumerate(self._style.rules):
            known = list(self._words(number, rule))
            yield from known
            yield from self._choices(number, rule)
            if not known:
                yield from self._reach(number, rule)

    def _words(self, number: int, rule: Rule) -> Iterator[Finding]:
        vocabulary, at = self._lexicon.vocabulary, ("rules", number)
        yield from self._unlisted((*at, "when", "kinds"), "kinds", rule.kinds, vocabulary.kinds)
        yield from self._unlisted((*at, "when", "stances"), "stances", rule.stances, vocabulary.stances)
        yield from self._unlisted((*at, "when", "types"), "label_types", rule.types, vocabulary.label_types)
        keys = (*at, "perspectives")
        yield from self._unlisted(keys, "perspectives", rule.perspectives, self._lexicon.perspectives)

    def _choices(self, number: int, rule: Rule) -> Iterator[Finding]:
        at, choices = ("rules", number), (rule.first, rule.later)
        if "perspectives" in choices and not rule.perspectives:
            advice = "Add perspectives: a list of keys, in order of preference"
            yield self.finding("style-choice", at, "the rule takes a perspective's name, and names none", advice)
        if rule.perspectives and "perspectives" not in choices:
            message = "the rule names perspectives, and no choice asks for them"
            yield self.finding("style-choice", (*at, "perspectives"), message, "Delete them, or choose perspectives")
        if "attributed" in choices and not self._style.attributions:
            message = "the rule attributes labels, and the style has no attributions"
            yield self.finding("style-choice", at, message, "Add attributions: language, side, text with {label}")

    def _reach(self, number: int, rule: Rule) -> Iterator[Finding]:
        fitting = [
            (concept, label)
            for concept in self._lexicon.concepts.values()
            for label in concept.labels
            if rule.fits(concept, label)
        ]
        keys: Keys = ("rules", number)
        if not fitting:
            yield self.finding("style-reach", keys, "no label of the lexicon fits the rule", "Mend when, or delete it")
        elif all(self._style.rule_for(concept, label) is not rule for concept, label in fitting):
            message = "the rules before it take every label that fits the rule"
            yield self.finding("style-reach", keys, message, "Move it up, or delete it")

    def attributions(self) -> Iterator[Finding]:
        """Known languages and sides, and {label} once in each text; each language has every side."""
        sides = {side for pack in self._lexicon.packs.values() for side in pack.sides}
        languages = self._lexicon.vocabulary.languages
        yield from self._unlisted(("attributions",), "languages", self._style.attributions, languages)
        for lang, texts in self._style.attributions.items():
            at = ("attributions", lang)
            yield from self._unlisted(at, "sides of the packs", texts, sides)
            for side in sorted(sides - texts.keys()):
                message = f"no attribution for {side} in {lang}"
                yield self.finding("style-symmetry", at, message, "Give every side of the dispute one")
            for side, text in texts.items():
                if _FIELD.findall(text) != [_PLACEHOLDER]:
                    message = f"{text} does not hold {_PLACEHOLDER} once, and no other braces"
                    yield self.finding("style-text", (*at, side), message, f"Write {_PLACEHOLDER} where the name goes")

    def exceptions(self) -> Iterator[Finding]:
        """Known concepts and languages."""
        for concept_id, texts in self._style.exceptions.items():
            concept = self._lexicon.concepts.get(concept_id)
            at = ("exceptions", concept_id)
            if concept is None or concept.status == "withdrawn":
                message = f"{concept_id} is {'not an ID of the lexicon' if concept is None else 'withdrawn'}"
                yield self.finding("style-known", at, message, "Check the ID")
            languages = self._lexicon.vocabulary.languages
            yield from self._unlisted(at, "languages", texts, languages)

    def _unlisted(self, keys: Keys, what: str, values: Collection[str], known: Collection[str]) -> Iterator[Finding]:
        for place, value in enumerate(values):
            if value not in known:
                at = place if isinstance(values, tuple) else value  # a list, or the keys of a mapping
                yield self._unknown((*keys, at), what, value, known)

    def _unknown(self, keys: Keys, what: str, value: str, known: Collection[str]) -> Finding:
        near = difflib.get_close_matches(value, known, n=1)
        advice = f"Did you mean {near[0]}?" if near else f"Use one of {', '.join(sorted(known))}"
        return self.finding("style-known", keys, f"{value} is not among the {what}", advice)
