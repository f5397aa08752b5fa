"""A new concept file: where it goes, whether it would be sound there, and writing it."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

from service.lexicon.draft import Draft
from service.lexicon.files import yaml_files
from service.lexicon.findings import Finding
from service.lexicon.store import read

_TO_BE_FILLED = "symmetry"  # the names of the other side may follow; everything else has to hold at once


def folder_for(draft: Draft, pack: str, kind: str) -> str | None:
    """The folder in which most concepts of the kind are; None if there are none yet."""
    folders = Counter(
        concept.path.split("/")[1] for concept in draft.concepts if (concept.pack, concept.kind) == (pack, kind)
    )
    return folders.most_common(1)[0][0] if folders else None


def findings_on(lexicon: Path, path: str, text: str) -> tuple[list[Finding], list[Finding]]:
    """What the lint would say of a file `path` with this text: what speaks against it, and what is still to be done."""
    with tempfile.TemporaryDirectory(prefix="evenhand-") as folder:
        trial = Path(folder)
        for file in yaml_files(lexicon):
            copy = trial / file.relative_to(lexicon)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        write_new(trial, path, text)
        _, findings = read(trial)
    ours = [finding for finding in findings if finding.path == path]
    to_do = [finding for finding in ours if finding.rule == _TO_BE_FILLED]
    return [finding for finding in ours if finding not in to_do], to_do


def write_new(lexicon: Path, path: str, text: str) -> Path:
    """Write a file that is not there yet; FileExistsError if it is."""
    file = lexicon / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    return file
