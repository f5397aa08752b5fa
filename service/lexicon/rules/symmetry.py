"""Symmetry: a contested concept has names of each side, in each language of its pack.

A language that the parties share (`shared` in `pack.yml`) needs labels that each side uses: a label of its own, or a
neutral one used across them. A party's own language needs a label of that party. What cannot be had is excused in
`exceptions.yml`, with a reason and a way out; an excuse that excuses nothing is a finding, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from service.lexicon.draft import Draft, Excuse
from service.lexicon.findings import Finding
from service.lexicon.model import Concept

NAME = "symmetry"
_EXCEPTIONS = "exceptions.yml"


@dataclass(frozen=True, slots=True)
class Gap:
    """What a contested concept lacks; `lang` is None where `sides` have no names in any language."""

    concept: Concept
    lang: str | None
    sides: tuple[str, ...]
    message: str
    advice: str
    excuse: int | None  # the place in `exceptions.yml` of an entry in force that excuses it


def check(draft: Draft) -> Iterator[Finding]:
    """Each gap is filled or excused, and each excuse has its gap."""
    used: set[int] = set()
    if "perspectives.yml" not in draft.broken:
        for gap in gaps(draft):
            if gap.excuse is None:
                yield draft.finding(NAME, gap.concept.path, ("labels",), gap.message, gap.advice)
            else:
                used.add(gap.excuse)
    if not draft.broken:
        yield from _stale(draft, used)


def compared(draft: Draft) -> list[Concept]:
    """The concepts that need names of each side."""
    return [
        concept
        for concept in draft.concepts
        if concept.contested and concept.status != "withdrawn" and concept.pack in draft.lexicon.packs
    ]


def gaps(draft: Draft) -> Iterator[Gap]:
    """What contested concepts lack, excused or not."""
    excuses: dict[tuple[str, str | None], int] = {}
    for place, excuse in enumerate(draft.excuses):
        excuses.setdefault((excuse.concept, excuse.lang), place)
    for concept in compared(draft):
        for gap in _gaps(draft, concept):
            number = excuses.get((concept.id, gap.lang))
            if number is not None and _in_force(draft.excuses[number]):
                gap = replace(gap, excuse=number)
            yield gap


def _gaps(draft: Draft, concept: Concept) -> Iterator[Gap]:
    """What the concept lacks. That a side has no names at all is said once, not again for each language."""
    pack = draft.lexicon.packs[concept.pack]
    users = _sides_by_language(draft, concept)
    sides: set[str] = set().union(*users.values())
    silent: set[str] = set()
    if len(sides & pack.sides.keys()) < min(2, len(pack.sides)):
        silent = pack.sides.keys() - sides
        heard = [name for side, name in pack.sides.items() if side in sides]
        whose = f"names of one side only, the {heard[0]}" if heard else "no side's names"
        message, advice = f"the concept is contested and has {whose}", _advice("names of each side", None)
        yield Gap(concept, None, tuple(sorted(silent)), message, advice, None)
    for lang, own_side in pack.languages.items():
        needed = [own_side] if own_side else list(pack.sides)
        missing = [side for side in needed if side not in users.get(lang, ()) and side not in silent]
        if missing:
            names = " and ".join(pack.sides.get(side, side) for side in missing)
            language = draft.lexicon.vocabulary.languages.get(lang, lang)
            message = f"no label in {language} ({lang}) is used by: {names}"
            advice = _advice(f"a label in {lang} that the side uses", lang)
            yield Gap(concept, lang, tuple(missing), message, advice, None)


def _advice(what: str, lang: str | None) -> str:
    language = f" with lang {lang}" if lang else " without lang"
    return f"Add {what}, or an entry{language} in {_EXCEPTIONS}"


def _sides_by_language(draft: Draft, concept: Concept) -> dict[str, set[str]]:
    """The sides that use a label of the concept, by the label's language."""
    perspectives = draft.lexicon.perspectives
    sides: dict[str, set[str]] = {}
    for label in concept.labels:
        if label.type != "misspelling":
            users = (perspectives.get(use.by) for use in label.uses)
            sides.setdefault(label.lang, set()).update(user.side for user in users if user and user.side)
    return sides


def _in_force(excuse: Excuse) -> bool:
    return excuse.until is None or date.today() <= excuse.until


def _stale(draft: Draft, used: set[int]) -> Iterator[Finding]:
    seen: dict[tuple[str, str | None], int] = {}
    for number, excuse in enumerate(draft.excuses):
        if excuse.concept not in draft.known_ids:
            message, advice = f"there is no concept {excuse.concept}", "Delete the entry"
            yield draft.finding(NAME, _EXCEPTIONS, (number, "concept"), message, advice)
        elif (excuse.concept, excuse.lang) in seen:
            yield draft.finding(NAME, _EXCEPTIONS, (number,), "the exception is given twice", "Keep one of the two")
        elif not _in_force(excuse):
            message, advice = f"the exception ended on {excuse.until}", "Fill the gap, or agree on a new end"
            yield draft.finding(NAME, _EXCEPTIONS, (number, "until"), message, advice)
        elif number not in used:
            message, advice = "the exception excuses nothing any more", "Delete the entry"
            yield draft.finding(NAME, _EXCEPTIONS, (number,), message, advice)
        seen[excuse.concept, excuse.lang] = number
