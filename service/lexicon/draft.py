"""The lexicon on its way to being loaded: values, documents and where each form stands. What the lint rules look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from service.lexicon.findings import Finding
from service.lexicon.model import AmbiguousForm, Concept, Label, Lexicon, Use, When
from service.lexicon.reader import Document, Keys


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An ID that must not come back."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Excuse:
    """An entry of `exceptions.yml`; `lang` is None where the concept as a whole is excused."""

    concept: str
    rule: str
    lang: str | None
    until: date | None


class Entry(NamedTuple):
    """One written form and where it stands: `at` leads to the form, `record` to the label or sense it belongs to."""

    concept: str
    label: Label
    path: str
    at: Keys
    record: Keys
    key: str  # the form, folded
    first: bool  # the label's own `text` or the ambiguous `form`, not one from `also`


class Reference(NamedTuple):
    """Where a file names a perspective and a source; `by` is None where only a source is asked for."""

    by: str | None
    source: str
    path: str
    at: Keys


@dataclass(frozen=True)
class Draft:
    """Everything that could be read. `broken` are the paths of files that could not."""

    lexicon: Lexicon
    concepts: tuple[Concept, ...]  # of all files in order of path, even if two claim one ID
    documents: Mapping[str, Document]
    withdrawn: tuple[Withdrawn, ...]
    excuses: tuple[Excuse, ...]
    entries: tuple[Entry, ...]
    broken: frozenset[str]

    def finding(self, rule: str, path: str, keys: Keys, message: str, advice: str) -> Finding:
        """A finding at the value that `keys` lead to in the file `path`."""
        document = self.documents.get(path)
        return Finding(path, document.line(*keys) if document else 1, rule, message, advice)

    def says(self, path: str, *keys: str | int) -> str | None:
        """The string at `keys` in the file `path`, as typed; None if there is none."""
        value = self.documents[path].data
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError):
                return None
        return value if isinstance(value, str) else None

    def context_tests(self, form: AmbiguousForm) -> Iterator[tuple[Keys, When]]:
        """Every context test of a form, with its place in the file: of each sense, then of the form itself."""
        places: list[tuple[Keys, tuple[When, ...]]] = []
        for number, sense in enumerate(form.senses):
            places += ((("senses", number, "when"), sense.when), (("senses", number, "unless"), sense.unless))
        for keys, tests in (*places, (("only_if",), form.only_if)):
            yield from self._tests(form.path, keys, tests)

    def label_tests(self, entry: Entry) -> Iterator[tuple[Keys, When]]:
        """Every test of a plain label, with its place in the file."""
        return self._tests(entry.path, (*entry.record, "unless"), entry.label.unless)

    def _tests(self, path: str, keys: Keys, tests: tuple[When, ...]) -> Iterator[tuple[Keys, When]]:
        listed = bool(tests) and self.says_list(path, keys)
        for number, when in enumerate(tests):
            yield (*keys, number) if listed else keys, when

    def says_list(self, path: str, keys: Keys) -> bool:
        """Whether a list stands at `keys` in the file `path`."""
        value = self.documents[path].data
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else value[key]
            if value is None:
                return False
        return isinstance(value, list)

    @cached_property
    def records(self) -> tuple[Entry, ...]:
        """The labels and senses as they stand in the files, each once, whatever `also` adds to them."""
        return tuple(entry for entry in self.entries if entry.first)

    @cached_property
    def by_concept(self) -> Mapping[str, tuple[Entry, ...]]:
        """The records of each concept ID, contextual ones last."""
        grouped: dict[str, list[Entry]] = {}
        for entry in self.records:
            grouped.setdefault(entry.concept, []).append(entry)
        return {concept: tuple(entries) for concept, entries in grouped.items()}

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """IDs that may be referred to: those read, and those whose file is there but broken."""
        stems = {path.rpartition("/")[2].removesuffix(".yml") for path in self.broken}
        return frozenset(stems | {concept.id for concept in self.concepts})

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every mention of a source in the concept and ambiguous files."""
        return tuple(self._references())

    def _references(self) -> Iterator[Reference]:
        for entry in self.records:
            yield from _uses(entry.label.uses, entry.path, entry.record)
        for concept in self.concepts:
            for part in ("dates", "location"):
                source = self.says(concept.path, part, "source")
                if source is not None:
                    yield Reference(None, source, concept.path, (part, "source"))
            for number, relation in enumerate(concept.relations):
                yield from _uses(relation.uses, concept.path, ("relations", number))


def _uses(uses: tuple[Use, ...], path: str, record: Keys) -> Iterator[Reference]:
    for number, use in enumerate(uses):
        yield Reference(use.by, use.source, path, (*record, "uses", number))
