"""Closed lists: kinds, types, languages, scripts and relation types come from `vocabulary.yml`."""

import difflib
from collections.abc import Collection, Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.model import WORD_LISTS, Pack
from service.lexicon.reader import Keys
from service.lexicon.schema import STANCES

NAME = "closed-list"
_FILE = "vocabulary.yml"


def check(draft: Draft) -> Iterator[Finding]:
    """No file uses a word that the vocabulary lacks."""
    if _FILE in draft.broken:
        return
    vocabulary = draft.lexicon.vocabulary
    for stance in sorted(set(STANCES) ^ vocabulary.stances.keys()):
        message = f"the stance {stance} is {'not known' if stance in vocabulary.stances else 'not defined'}"
        yield draft.finding(NAME, _FILE, ("stances", stance), message, f"Define {', '.join(STANCES)}")
    for name in WORD_LISTS:
        for language in getattr(vocabulary, name):
            yield from _unlisted(draft, _FILE, (name, language), "languages", language, vocabulary.languages)
    for path, keys, what, value, known in _values(draft):
        yield from _unlisted(draft, path, keys, what, value, known)
    for pack in draft.lexicon.packs.values():
        yield from _pack(draft, pack)
    if any(path.endswith("/pack.yml") for path in draft.broken):
        return  # the missing pack may define the side
    sides = [side for pack in draft.lexicon.packs.values() for side in pack.sides]
    for key, perspective in draft.lexicon.perspectives.items():
        if perspective.side is not None:
            yield from _unlisted(draft, "perspectives.yml", (key, "side"), "sides of a pack", perspective.side, sides)


def _values(draft: Draft) -> Iterator[tuple[str, Keys, str, str, Collection[str]]]:
    """Every value that comes from a list: file, place, name of the list, value, list."""
    vocabulary = draft.lexicon.vocabulary
    for concept in draft.concepts:
        yield concept.path, ("kind",), "kinds", concept.kind, vocabulary.kinds
        for number, relation in enumerate(concept.relations):
            keys = ("relations", number, "type")
            yield concept.path, keys, "relation_types", relation.type, vocabulary.relation_types
    for entry in draft.records:
        label = entry.label
        owner: Keys = () if label.contextual else entry.record
        yield entry.path, (*owner, "lang"), "languages", label.lang, vocabulary.languages
        yield entry.path, (*owner, "script"), "scripts", label.script, vocabulary.scripts
        yield entry.path, (*entry.record, "type"), "label_types", label.type, vocabulary.label_types


def _pack(draft: Draft, pack: Pack) -> Iterator[Finding]:
    path = f"{pack.key}/pack.yml"
    for language, side in pack.languages.items():
        keys = ("languages", language)
        yield from _unlisted(draft, path, keys, "languages", language, draft.lexicon.vocabulary.languages)
        if side is not None:
            yield from _unlisted(draft, path, keys, "sides of the pack", side, pack.sides)


def _unlisted(draft: Draft, path: str, keys: Keys, what: str, value: str, known: Collection[str]) -> Iterator[Finding]:
    if value in known:
        return
    near = difflib.get_close_matches(value, known, n=1)
    where = f"`{what}` in {_FILE}" if " " not in what else f"the {what}"
    advice = f"Did you mean {near[0]}?" if near else f"Use one of {', '.join(known)}"
    yield draft.finding(NAME, path, keys, f"{value} is not among {where}", advice)
