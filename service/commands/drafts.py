"""The lexicon as commands that work on it need it: with its places in the files, and perhaps with findings."""

from pathlib import Path

from service.lexicon.draft import Draft
from service.lexicon.findings import LexiconError
from service.lexicon.rules import RULES
from service.lexicon.store import read_draft

_LEADING_RULES = ("id", "reference", "known-key", "closed-list")  # their findings leave a key that leads nowhere


def sound_draft(folder: Path) -> Draft:
    """What is in the lexicon's folder, with its places in the files; LexiconError if a file cannot be read.

    Findings of the lint rules are no hindrance: these commands help to mend them.
    """
    draft, findings = read_draft(folder)
    if draft.broken:
        raise LexiconError(findings)
    return draft


def usable_draft(folder: Path) -> Draft:
    """As `sound_draft`, if texts can be annotated with its lexicon: every key in it leads somewhere."""
    draft = sound_draft(folder)
    findings = [finding for name in _LEADING_RULES for finding in RULES[name](draft)]
    if findings:
        raise LexiconError(findings)
    return draft
