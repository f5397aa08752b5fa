"""Reads a folder into a lexicon, or says everything that is wrong with it.

`read` never stops at the first finding: one bad file hides neither another nor the rules that run over the rest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from marshmallow import fields

from service.lexicon import assembly, list_schema, schema
from service.lexicon.draft import Draft, Entry, Excuse, Withdrawn
from service.lexicon.files import Digest, yaml_names
from service.lexicon.findings import Finding, LexiconError
from service.lexicon.model import AmbiguousForm, Concept, Label, Lexicon, Pack, Perspective, Source, Vocabulary
from service.lexicon.reader import Document, parse
from service.lexicon.rules import run
from service.lexicon.shape import shape_findings
from service.memory import no_collection

FOLDERS = ("places", "events", "groups", "people", "documents", "terms")
_EMPTY_VOCABULARY = Vocabulary({}, {}, {}, {}, {}, {}, {})
_RULE = "files"


def load(path: Path) -> Lexicon:
    """The lexicon in the folder `path`; LexiconError, which lists every finding, if any stands."""
    return load_draft(path).lexicon


def load_draft(path: Path) -> Draft:
    """As `load`, with what only the files tell; LexiconError if any finding stands."""
    draft, findings = _read(path)
    if findings:
        raise LexiconError(findings)
    return draft


def read(path: Path) -> tuple[Lexicon | None, list[Finding]]:
    """The lexicon in the folder `path`, or None and all findings, sorted. Nothing is skipped in silence."""
    draft, findings = _read(path)
    return (None if findings else draft.lexicon), findings


def _read(path: Path) -> tuple[Draft, list[Finding]]:
    with no_collection():
        draft, findings = read_draft(path)
        return draft, sorted({*findings, *run(draft)})


def read_draft(path: Path) -> tuple[Draft, list[Finding]]:
    """What could be read, before the lint rules, and the findings on what could not."""
    collection = _Collection()
    if not path.is_dir():
        collection.broken |= {"vocabulary.yml", "perspectives.yml"}
        collection.refuse(".", f"{path} is not a folder", "Name the lexicon's folder")
        return collection.draft(""), collection.findings
    digest = Digest(path)
    for relative in yaml_names(path):
        try:
            content = digest.read(relative)
        except OSError as error:
            collection.refuse(relative, f"the file cannot be read ({error.strerror})", "Check the file's rights")
            continue
        collection.add(relative, content)
    collection.require_parts()
    return collection.draft(digest.version), collection.findings


@dataclass
class _Collection:
    """What has been read so far."""

    findings: list[Finding] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    packs: dict[str, Pack] = field(default_factory=dict)
    perspectives: dict[str, Perspective] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    concepts: list[Concept] = field(default_factory=list)
    ambiguous: list[AmbiguousForm] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    withdrawn: tuple[Withdrawn, ...] = ()
    excuses: tuple[Excuse, ...] = ()

    def refuse(self, path: str, message: str, advice: str) -> None:
        """Note that a file cannot be used."""
        self.broken.add(path)
        self.findings.append(Finding(path, 1, _RULE, message, advice))

    def add(self, path: str, content: bytes) -> None:
        """Read one file, whatever it is."""
        parts = tuple(path.split("/"))
        if parts[0] == "styles":
            return  # house styles are read by the layer that knows what they are
        keeper = self._keeper(parts)
        if keeper is None:
            self.refuse(path, "no such file is known", "See lexicon/README.md for the files and folders there are")
            return
        form, keep = keeper
        document, findings = parse(path, content)
        if document is not None:
            self.documents[path] = document
            if not any(finding.rule == "yaml" for finding in findings):
                findings += shape_findings(document, form)
        self.findings += findings
        if document is None or any(finding.rule in ("yaml", "schema") for finding in findings):
            self.broken.add(path)
        else:
            keep(document)

    def _keeper(self, parts: tuple[str, ...]) -> tuple["fields.Field[Any]", Callable[[Document], None]] | None:
        """The format of the file at `parts`, and what is done with its content."""
        match parts:
            case ("vocabulary.yml",):
                return list_schema.VOCABULARY, self._keep_vocabulary
            case ("perspectives.yml",):
                return list_schema.PERSPECTIVES, self._keep_perspectives
            case ("withdrawn.yml",):
                return list_schema.WITHDRAWN, self._keep_withdrawn
            case ("exceptions.yml",):
                return list_schema.EXCEPTIONS, self._keep_excuses
            case (_, "pack.yml"):
                return list_schema.PACK, self._keep_pack
            case (_, "sources.yml"):
                return list_schema.SOURCES, self._keep_sources
            case (_, "ambiguous", name) if name.endswith(".yml"):
                return schema.AMBIGUOUS, self._keep_ambiguous
            case (_, folder, name) if folder in FOLDERS and name.endswith(".yml"):
                return schema.CONCEPT, self._keep_concept
        return None

    def _keep_vocabulary(self, document: Document) -> None:
        self.vocabulary = assembly.vocabulary(document.data)

    def _keep_perspectives(self, document: Document) -> None:
        self.perspectives = assembly.perspectives(document.data)

    def _keep_withdrawn(self, document: Document) -> None:
        self.withdrawn = assembly.withdrawn(document.data)

    def _keep_excuses(self, document: Document) -> None:
        self.excuses = assembly.excuses(document.data)

    def _keep_pack(self, document: Document) -> None:
        key = document.path.partition("/")[0]
        self.packs[key] = assembly.pack(key, document.data)

    def _keep_sources(self, document: Document) -> None:
        for key, source in assembly.sources(document.data).items():
            if key in self.sources:
                line = document.line(key)
                message = f"another pack has a source {key}, too"
                self.findings.append(Finding(document.path, line, "files", message, "Give one of them another key"))
            self.sources[key] = source

    def _keep_ambiguous(self, document: Document) -> None:
        form, entries = assembly.ambiguous(document, document.path.partition("/")[0])
        self.ambiguous.append(form)
        self.entries += entries

    def _keep_concept(self, document: Document) -> None:
        concept, entries = assembly.concept(document, document.path.partition("/")[0])
        self.concepts.append(concept)
        self.entries += entries

    def require_parts(self) -> None:
        """Note the files that are not there but must be."""
        there = {*self.documents, *self.broken}
        folders = sorted({path.partition("/")[0] for path in there if "/" in path})
        needed = ["vocabulary.yml", "perspectives.yml", *(f"{folder}/pack.yml" for folder in folders)]
        for path in needed:
            if path not in there:
                self.refuse(path, "the file is not there", "Add it")

    def draft(self, version: str) -> Draft:
        """The values so far, with each concept's contextual labels after its own."""
        contextual: dict[str, list[Label]] = {}
        for entry in self.entries:
            if entry.label.contextual:
                contextual.setdefault(entry.concept, []).append(entry.label)
        concepts = tuple(
            replace(concept, labels=(*concept.labels, *contextual[concept.id])) if concept.id in contextual else concept
            for concept in self.concepts
        )
        by_id: Mapping[str, Concept] = {concept.id: concept for concept in sorted(concepts, key=lambda one: one.id)}
        lexicon = Lexicon(
            version=version,
            vocabulary=self.vocabulary or _EMPTY_VOCABULARY,
            packs=self.packs,
            perspectives=self.perspectives,
            sources=self.sources,
            concepts=by_id,
            ambiguous=tuple(self.ambiguous),
            withdrawn={item.id: item.reason for item in self.withdrawn},
        )
        return Draft(
            lexicon,
            concepts,
            self.documents,
            self.withdrawn,
            self.excuses,
            tuple(self.entries),
            frozenset(self.broken),
        )
