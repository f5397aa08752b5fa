"""Glosses and notes report; they do not argue.

The list is short on purpose: words that take a side in the lexicon's own voice. What stands in quotation marks is
somebody else's voice and is passed over.
"""

import re
from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.reader import Keys

NAME = "wording"
_ARGUING = re.compile(
    r"\b(obviously|clearly|of course|undeniabl[ey]|undoubtedly|needless to say|unfortunately|rightful(?:ly)?|falsely|"
    r"correct(?:ly)?|incorrect(?:ly)?|wrong(?:ly)?|(?:real|true|proper|only) names?|should be called|must be called|"
    r"propagandistic|fake)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")


def check(draft: Draft) -> Iterator[Finding]:
    """No gloss, note or reason uses a word that argues."""
    for path, keys, text in _texts(draft):
        match = _ARGUING.search(_QUOTED.sub("", text))
        if match:
            advice = "Say who uses or hears the word how, and leave the judgement to the reader"
            yield draft.finding(NAME, path, keys, f"“{match.group()}” takes a side", advice)


def _texts(draft: Draft) -> Iterator[tuple[str, Keys, str]]:
    for concept in draft.concepts:
        yield concept.path, ("gloss",), concept.gloss
    for entry in draft.records:
        if entry.label.note is not None:
            yield entry.path, (*entry.record, "note"), entry.label.note
    for form in draft.lexicon.ambiguous:
        yield form.path, ("why",), form.why
