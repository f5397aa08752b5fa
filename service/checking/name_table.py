"""Many names at once: each line of a list, with every concept it may stand for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from service.annotation.model import Request, Result
from service.checking.names import MatchKind, NameMatch, Names
from service.checking.naming import in_language
from service.lexicon.model import Concept, Label

Outcome = Literal["found", "ambiguous", "similar", "not found"]

_ENOUGH = 200  # matches; more labels than a name has


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a name may stand for: its label that is nearest to the name, and how that was found."""

    concept: Concept
    label: Label
    match: MatchKind
    score: int

    def labels(self, lang: str) -> tuple[Label, ...]:
        """What the concept is called in a language."""
        return in_language(self.concept, lang)


@dataclass(frozen=True, slots=True)
class Row:
    """A name as it was given, its line, and the concepts that it may stand for, the surest first.

    Concepts whose labels are only similar are candidates if there are no others.
    """

    line: int
    name: str
    candidates: tuple[Candidate, ...]

    @property
    def outcome(self) -> Outcome:
        """Whether the name stands for one concept, for one of several, only nearly for some, or for none."""
        if not self.candidates:
            return "not found"
        if all(candidate.match == "fuzzy" for candidate in self.candidates):
            return "similar"
        return "found" if len(self.candidates) == 1 else "ambiguous"


class NameTable:
    """Looks up whole lists. An inflected form is found by the annotator, which knows the endings of each language."""

    def __init__(self, names: Names, annotate: Callable[[Request], Result]) -> None:
        self._names = names
        self._annotate = annotate

    def row(self, name: str, line: int = 1, lang: str | None = None) -> Row:
        """One name; `lang`, if it is known, is the language that it is in."""
        name = name.strip()
        matches = self._names.look_up(name, lang, _ENOUGH)
        sure = [match for match in matches if match.match != "fuzzy"] or list(self._inflected(name, lang))
        return Row(line, name, tuple(_candidates(sure or matches)))

    def rows(self, lines: Iterable[str], lang: str | None = None) -> Iterator[Row]:
        """Each line that is not blank; of a line that was copied from several columns, the first."""
        for number, line in enumerate(lines, 1):
            name = line.split("\t")[0]
            if name.strip():
                yield self.row(name, number, lang)

    def _inflected(self, name: str, lang: str | None) -> Iterator[NameMatch]:
        if not name:
            return
        for found in self._annotate(Request(text=name, lang=lang)).annotations:
            if (found.start, found.end) == (0, len(name)) and (lang is None or found.label.lang == lang):
                yield NameMatch(found.concept, found.label, "inflected", 95)


def _candidates(matches: Sequence[NameMatch]) -> Iterator[Candidate]:
    """Each concept once, by its best match."""
    seen: set[str] = set()
    for match in matches:
        if match.concept.id not in seen:
            seen.add(match.concept.id)
            yield Candidate(match.concept, match.label, match.match, match.score)
