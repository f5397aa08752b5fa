"""Putting another name into a sentence: its form, its capitals, and what the writer has to check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from service.annotation.forms import noun_class
from service.annotation.model import Annotation
from service.checking.form import forms_of, hides_case, same_form
from service.checking.naming import LABEL, Named, head_of
from service.lexicon.model import Label
from service.text.folding import fold_key

_ENDING = re.compile(r"['’-](?=[^\W\d_])")
_ARTICLE = re.compile(r"\b([Aa]n?)\s+$")
_VOWELS = "aeiou"
_NEAR = 20  # code points; enough for the end of the sentence before
_DOTTED_I = frozenset(("az", "tr"))
_UNINFLECTED = frozenset(("en", "fr"))  # where a further spelling of a label is never a case form of it


@dataclass(frozen=True, slots=True)
class _Form:
    """The name inside a mention, and the qualifiers around it."""

    qualifiers: str
    name: str


class Wording:
    """Writes names into one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def holds(self, annotation: Annotation, choice: Named) -> bool:
        """Whether the text around the annotation says already what the template would add."""
        if choice.template is None:
            return False
        head, tail = choice.template.split(LABEL)
        return self._text.endswith(head, 0, annotation.start) and self._text.startswith(tail, annotation.end)

    def write(self, annotation: Annotation, choice: Named, lang: str, separator: str) -> tuple[str, list[str]]:
        """The text to put there, and what is to be checked about it."""
        warnings = [choice.warning] if choice.warning else []
        if choice.template is not None:
            written = choice.template.replace(LABEL, annotation.surface)
        else:
            form = _form_of(annotation)
            written = separator.join(_in_form(annotation, form, label, lang, warnings) for label in choice.labels)
            written = self._with_capitals(annotation, written, lang)
            if form.qualifiers:
                warnings.append(f"“{form.qualifiers}” beside the name is dropped.")
            if any(
                (label.type == "description") != (annotation.label.type == "description") for label in choice.labels
            ):
                warnings.append("A name takes the place of a description, or the reverse: check the sentence.")
        warnings += self._neighbours(annotation, written, choice, lang)
        return written, list(dict.fromkeys(warnings))

    def _with_capitals(self, annotation: Annotation, written: str, lang: str) -> str:
        surface, label = annotation.surface, annotation.label.text
        if surface.isupper() and not label.isupper() and len(surface) > 1:
            return _upper(written, lang)
        if surface[:1].isupper() and (label[:1].islower() or self._begins_sentence(annotation.start)):
            return _upper(written[0], lang) + written[1:]
        return written

    def _begins_sentence(self, start: int) -> bool:
        before = self._text[max(0, start - _NEAR) : start].rstrip(" \t\u00a0\"“„«‘'([")
        return not before or before[-1] in "\n.!?…։"

    def _neighbours(self, annotation: Annotation, written: str, choice: Named, lang: str) -> Iterator[str]:
        ending = _ENDING.match(self._text, annotation.end)
        if ending and (len(choice.labels) != 1 or lang in _DOTTED_I):
            yield f"Something is joined to the name by {ending[0]}: check whether it still fits."
        article = _ARTICLE.search(self._text, max(0, annotation.start - 5), annotation.start) if lang == "en" else None
        if article and (article[1].lower() == "an") != (written[:1].lower() in _VOWELS):
            yield f"Check “{article[1]}” before the name."


def _form_of(annotation: Annotation) -> _Form:
    """The mention without its qualifiers."""
    label = annotation.label
    if not label.qualified:
        return _Form("", annotation.surface)
    words = annotation.surface.split(" ")
    noun = noun_class(annotation.concept.kind)
    forms = {fold_key(label.text), *map(fold_key, forms_of(label.text, label.lang, noun))}
    parts = ((first, last) for first in range(len(words)) for last in range(len(words), first, -1))
    for first, last in parts:
        name = " ".join(words[first:last])
        if fold_key(name) in forms:
            return _Form(" ".join(words[:first] + words[last:]), name)
    return _Form("", annotation.surface)


def _in_form(annotation: Annotation, form: _Form, label: Label, lang: str, warnings: list[str]) -> str:
    """`label` in the form that the text's own name has; where that cannot be told, as it stands, with a warning."""
    own, concept = annotation.label, annotation.concept
    noun = noun_class(concept.kind)
    if own.text == label.text:
        return form.name
    if annotation.inflected:
        found = same_form(form.name, own.text, label.text, lang, noun) if own.lang == lang else None
        if found is None:
            warnings.append(f"“{form.name}” is inflected; {label.text} is given in its base form.")
        return found or label.text
    if lang not in _UNINFLECTED and (head_of(own, concept) != own or own.lang != lang):
        warnings.append(f"“{form.name}” may be inflected; {label.text} is given in its base form.")
    elif hides_case(own.text, label.text, lang, noun):
        warnings.append(f"“{form.name}” may not show its case; {label.text} is given in its base form.")
    return label.text


def _is_description(label: Label) -> bool:
    return label.type == "description"


def _upper(text: str, lang: str) -> str:
    return (text.replace("i", "İ") if lang in _DOTTED_I else text).upper()
