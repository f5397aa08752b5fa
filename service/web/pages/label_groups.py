"""The labels of a concept as a page lists them: by language, spellings with the same story together."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.lexicon.label_order import label_key
from service.lexicon.model import Label, Lexicon
from service.web.pages.localization import language_name

# The languages of the dispute and of most readers come first; each of the two groups is in order of the English names.
_FIRST_LANGUAGES = ("az", "en", "hy", "ru")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Labels that differ in their text only, in the order of the file."""

    texts: tuple[str, ...]
    label: Label  # the first of them, for all that they have in common

    @property
    def number(self) -> int:
        """How many spellings these are."""
        return len(self.texts)


@dataclass(frozen=True, slots=True)
class LanguageGroup:
    """What is recorded in one language, alphabetical."""

    tag: str
    name: str
    entries: tuple[Spellings, ...]


def by_language(labels: Iterable[Label], lexicon: Lexicon) -> list[LanguageGroup]:
    """The labels in groups of one language each."""
    found: dict[str, list[Label]] = {}
    for label in labels:
        found.setdefault(label.lang, []).append(label)
    order = sorted(found, key=lambda tag: language_rank(tag, lexicon))
    return [LanguageGroup(tag, language_name(tag), _together(found[tag])) for tag in order]


def language_rank(tag: str, lexicon: Lexicon) -> tuple[bool, str, str]:
    """What languages are sorted by. Their English names decide on every page, so that the order is always the same."""
    return tag not in _FIRST_LANGUAGES, lexicon.vocabulary.languages.get(tag, tag), tag


def _together(labels: Iterable[Label]) -> tuple[Spellings, ...]:
    alike: dict[object, list[Label]] = {}
    for label in labels:
        story = label.script, label.type, label.stance, label.note, label.uses, label.not_in, label.unless
        alike.setdefault(story, []).append(label)
    entries = [Spellings(tuple(label.text for label in group), group[0]) for group in alike.values()]
    return tuple(sorted(entries, key=lambda entry: label_key(entry.texts[0])))
