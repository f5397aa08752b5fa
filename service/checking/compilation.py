"""Everything that loading a lexicon works out, checked to the last example and house style."""

from pathlib import Path

import msgspec

from service.annotation.annotate import Annotator
from service.annotation.compiled import STYLES, SYMMETRY, Compiled
from service.annotation.examples import example_findings
from service.annotation.gazetteer import build
from service.checking.style_file import read_styles
from service.lexicon.findings import LexiconError
from service.lexicon.store import load_draft
from service.lexicon.symmetry_report import symmetry_reports


def compile_lexicon(path: Path) -> Compiled:
    """All that loading the folder `path` works out.

    LexiconError if the lexicon is refused, an example in it fails, or a house style in it has a finding.
    """
    draft = load_draft(path)
    lexicon = draft.lexicon
    gazetteer = build(lexicon)
    styles, findings = read_styles(path, lexicon)
    findings += example_findings(path, Annotator(lexicon, gazetteer))
    if findings:
        raise LexiconError(findings)
    kept = {STYLES: styles, SYMMETRY: symmetry_reports(draft)}
    return Compiled(lexicon, gazetteer, {name: msgspec.msgpack.encode(value) for name, value in kept.items()})
