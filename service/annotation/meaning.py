"""What a form of the gazetteer may mean: small values that point into the lexicon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import Struct

from service.lexicon.model import AmbiguousForm, Concept, Dates, Label, Sense, When

# How far a form is from what the lexicon writes; the nearer one wins where forms of several things coincide.
# A borrowed form is one that another language makes of the label; it counts only in a sentence of that language.
LABEL, CASE, DERIVED, BORROWED = range(4)
_SHORT = 3  # letters
SETTLEMENTS = frozenset(["town", "village"])  # kinds; some are called like persons
PLACES = SETTLEMENTS | {"city"}
SURROUNDINGS = PLACES | {"district"}  # of a village


class Told(Struct, frozen=True, gc=False):
    """What an answer tells of a label wherever it stands; `why` is the reason for a name that nothing decides on."""

    concept: Concept
    label: Label
    alternatives: tuple[Label, ...]
    recorded: Dates | None
    why: str = ""


class Name(Struct, eq=False):
    """A form that stands for one concept wherever it is found.

    Most mentions of a text are such names, and what they point to lies scattered in memory, so that looking there takes
    longer than all else that is done for a mention: what is asked of each stands here.
    """

    form: str
    label: Label
    concept: Concept
    degree: int
    inflected: bool = False  # whether the form is not the label itself
    qualified: bool = False  # whether qualifiers around the form belong to the mention
    conditional: bool = False  # whether something around it may make it the name of another thing
    told: Told | None = None  # set when it is first asked for

    def __post_init__(self) -> None:
        self.inflected = self.degree > LABEL
        self.qualified = self.label.qualified
        self.conditional = bool(self.label.unless) or self.concept.kind in SETTLEMENTS


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A form whose meaning the context decides; `text` is the form as the lexicon writes it, not inflected."""

    form: str
    text: str
    ambiguous: AmbiguousForm
    degree: int
    initialled: bool = False  # initials of the person who is meant stand before the surname

    @property
    def inflected(self) -> bool:
        """Whether the form is not the one that the lexicon writes."""
        return self.degree > LABEL

    @property
    def qualified(self) -> bool:
        """Whether qualifiers around the form belong to the mention."""
        return self.ambiguous.qualified


@dataclass(frozen=True, slots=True)
class Guard:
    """A fixed phrase in which the names of `concepts` are part of another name."""

    form: str
    concepts: tuple[str, ...]
    degree: int
    qualified = False


@dataclass(frozen=True, slots=True)
class Distancing:
    """Words by which a writer keeps a distance from the name that follows: "so-called"."""

    form: str
    degree = 0
    qualified = False


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person who is called by the surname `form`; `given` is the first name, folded."""

    form: str
    given: str
    label: Label
    concept: Concept


@dataclass(frozen=True, slots=True)
class Bearers:
    """All persons of one surname: whom it stands for behind initials. Without them it means nothing by itself."""

    form: str
    persons: tuple[Bearer, ...]
    degree = 0
    qualified = False


Meaning = Name | Ambiguity | Guard | Distancing | Bearers


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern may mean. `capitals` are the units of the pattern that must be capitals in the text."""

    meaning: Meaning
    lang: str
    capitals: tuple[int, ...]

    @property
    def spoken(self) -> bool:
        """Whether it counts only in a text of its language: a short form in capitals has other meanings elsewhere.

        English abbreviations are used in all languages.
        """
        return len(self.capitals) <= _SHORT and self.lang != "en" and len(self.meaning.form) == len(self.capitals)


def ranked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The most specific first: more capitals, a name before a guard, a label before a case form before a derived one.

    Bearers of a surname come last, all in one entry. Where inflected forms of several concepts coincide and no label is
    the same, the context has to decide.
    """
    if len(entries) == 1:
        return tuple(entries)
    bearers = [entry for entry in entries if isinstance(entry.meaning, Bearers)]
    if bearers:
        others = [entry for entry in entries if not isinstance(entry.meaning, Bearers)]
        return (*ranked(others), _all_of_one_name(bearers)) if others else (_all_of_one_name(bearers),)
    order = _joined(sorted(entries, key=_rank))
    rivals = [entry.meaning for entry in order if _rank(entry) == _rank(order[0])]
    names = {rival.concept.id: rival for rival in rivals if isinstance(rival, Name) and rival.inflected}
    if len(names) < 2:
        return tuple(order)
    return (Entry(_coincidence(names), order[0].lang, order[0].capitals), *order)


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """One guard for all concepts whose names the phrase guards; only the first meaning that fits is ever taken."""
    guards = [entry.meaning for entry in entries if isinstance(entry.meaning, Guard)]
    if len(guards) < 2:
        return list(entries)
    concepts = tuple(dict.fromkeys(concept for guard in guards for concept in guard.concepts))
    return [
        replace(entry, meaning=replace(entry.meaning, concepts=concepts)) if isinstance(entry.meaning, Guard) else entry
        for entry in entries
    ]


def _all_of_one_name(entries: Sequence[Entry]) -> Entry:
    persons = {
        (person.concept.id, person.given): person
        for entry in entries
        if isinstance(entry.meaning, Bearers)
        for person in entry.meaning.persons
    }
    return replace(entries[0], meaning=Bearers(entries[0].meaning.form, tuple(persons.values())))


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return -len(entry.capitals), isinstance(entry.meaning, Guard), entry.meaning.degree


def _coincidence(names: Mapping[str, Name]) -> Ambiguity:
    """An ambiguous form that stands for the one of the named concepts which the text also names otherwise."""
    first = next(iter(names.values()))
    form = first.form
    senses = tuple(Sense(key, (When(mentions=(key,)),), names[key].label) for key in sorted(names))
    why = f"“{form}” is an inflected form of names of several things."
    return Ambiguity(
        form,
        form,
        AmbiguousForm(
            (form,), first.label.lang, first.label.script, why, senses, "unresolved", (), first.concept.pack, ""
        ),
        degree=CASE,
    )
