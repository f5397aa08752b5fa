"""Where a name stands in the lexicon's files: as label, ambiguous form, guarding phrase, or inflected form of these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.annotation.forms import noun_class
from service.checking.names import Names
from service.lexicon.draft import Draft, Entry
from service.lexicon.reader import Keys
from service.text.folding import fold_key, pattern_spellings
from service.text.inflection import inflections
from service.text.inflection.noun import NounClass


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """One place. `how` says what the name is there."""

    path: str
    line: int
    text: str  # as the file has it
    lang: str
    stances: tuple[str, ...]  # of an ambiguous form, one for each sense
    how: str
    concepts: tuple[str, ...]

    def __str__(self) -> str:
        stances = ", ".join(dict.fromkeys(self.stances))
        of = " or ".join(dict.fromkeys(self.concepts))
        return f"{self.path}:{self.line}: {self.text} ({self.lang}, {stances}): {self.how} of {of}"


def whereabouts(draft: Draft, name: str, near: bool = False) -> list[Hit]:
    """Every place where the lexicon has `name`, in order of file and line; with `near`, names like it, too."""
    wanted = fold_key(name)
    if not wanted:
        return []
    hits = [hit for entry in draft.entries for hit in _as_form(draft, entry, wanted)]
    hits += (hit for entry in draft.records for hit in _as_guard(draft, entry, wanted))
    if near:
        hits += _as_near(draft, name)
    return _merged(hits)


def _as_form(draft: Draft, entry: Entry, wanted: str) -> Iterator[Hit]:
    label, noun = entry.label, _noun(draft, entry)
    what = "ambiguous form" if label.contextual else "label" if entry.first else "further spelling"
    if wanted in _keys([label.text]):
        yield _hit(draft, entry, entry.at, label.text, what)
        return
    if entry.key[:1] != wanted[:1]:
        return  # no ending changes the first letter, and to inflect every form takes seconds
    form = next((form for form in inflections(label.text, label.lang, noun) if wanted in _keys([form])), None)
    if form is not None:
        yield _hit(draft, entry, entry.at, label.text, f"{form} is an inflected form of this {what}")


def _as_guard(draft: Draft, entry: Entry, wanted: str) -> Iterator[Hit]:
    record: Keys = () if entry.label.contextual else entry.record
    for number, phrase in enumerate(entry.label.not_in):
        if fold_key(phrase)[:1] == wanted[:1] and wanted in _keys(
            [phrase, *inflections(phrase, entry.label.lang, "other")]
        ):
            yield _hit(draft, entry, (*record, "not_in", number), phrase, "guarding phrase")


def _as_near(draft: Draft, name: str) -> Iterator[Hit]:
    """What the name look-up finds beyond the same spelling."""
    by_form: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in draft.entries:
        by_form.setdefault((entry.concept, entry.label.lang, entry.label.text), []).append(entry)
    for match in Names(draft.lexicon).look_up(name, limit=100):
        if match.match in ("exact", "folded"):
            continue
        for entry in by_form[match.concept.id, match.label.lang, match.label.text]:
            yield _hit(draft, entry, entry.at, entry.label.text, f"{match.match} match ({match.score}), label")


def _hit(draft: Draft, entry: Entry, at: Keys, text: str, how: str) -> Hit:
    line = draft.documents[entry.path].line(*at)
    return Hit(entry.path, line, text, entry.label.lang, (entry.label.stance,), how, (entry.concept,))


def _keys(forms: Iterable[str]) -> set[str]:
    return {fold_key(spelling) for form in forms for spelling in pattern_spellings(form)}


def _noun(draft: Draft, entry: Entry) -> NounClass:
    """What the entry is to grammar; of an ambiguous form its first sense decides, as in the gazetteer."""
    concept = entry.concept
    if entry.label.contextual:
        concept = draft.says(entry.path, "senses", 0, "concept") or concept
    known = draft.lexicon.concepts.get(concept)
    return noun_class(known.kind) if known else "other"


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    """The senses of an ambiguous form as one hit; a place that was found twice as the first."""
    found: dict[tuple[str, int, str], Hit] = {}
    for hit in hits:
        key = hit.path, hit.line, hit.text
        known = found.setdefault(key, hit)
        if hit is not known and hit.how == known.how:
            stances, concepts = (*known.stances, *hit.stances), (*known.concepts, *hit.concepts)
            found[key] = Hit(known.path, known.line, known.text, known.lang, stances, known.how, concepts)
    return sorted(found.values())
