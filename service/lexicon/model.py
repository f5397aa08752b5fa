"""What the lexicon holds once it has been read: small frozen values, no behaviour beyond look-up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Stance = Literal["neutral", "sided", "loaded", "euphemistic", "pejorative", "dated"]
Status = Literal["draft", "reviewed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Dates:
    """A closed range of days; an open end is None. A year or month in the YAML covers all of it."""

    start: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether `day` lies inside the range."""
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)

    def overlaps(self, other: "Dates") -> bool:
        """Whether any day lies inside both ranges."""
        return (self.start is None or other.until is None or self.start <= other.until) and (
            other.start is None or self.until is None or other.start <= self.until
        )


@dataclass(frozen=True, slots=True)
class Source:
    """The document behind a use."""

    key: str
    title: str
    publisher: str
    date: str | None = None  # as the document states it: YYYY, YYYY-MM or YYYY-MM-DD
    url: str | None = None
    licence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Perspective:
    """A body or community whose usage is recorded; `side` is None for one that belongs to no side of the dispute."""

    key: str
    name: str
    definition: str
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A sourced, dated claim that a body used a label; `at` is the place inside the source (record, page, date)."""

    by: str
    source: str
    at: str | None = None
    dates: Dates = Dates()


@dataclass(frozen=True, slots=True)
class When:
    """A context test: every condition that is given must hold. Lists are any-of."""

    same: Literal["sentence", "paragraph", "document"] = "document"
    mentions: tuple[str, ...] = ()  # concept IDs, mentioned within `same`
    words: tuple[str, ...] = ()  # words or phrases, found within `same`
    before: tuple[str, ...] = ()  # words or phrases directly before the form
    after: tuple[str, ...] = ()  # words or phrases directly after the form
    without: tuple[str, ...] = ()  # words or phrases that must not stand within `same`
    as_of: Dates | None = None  # the article's date; where none is given, a date written in the text

    @property
    def mentions_alone(self) -> bool:
        """Whether mentions are all that is asked for."""
        return bool(self.mentions) and not (self.words or self.before or self.after or self.without or self.as_of)


@dataclass(frozen=True, slots=True)
class Label:
    """One written form of a concept's name.

    A `contextual` label comes from `ambiguous/`: the form stands for the concept only where a context test holds.
    """

    text: str
    lang: str
    script: str
    type: str
    stance: Stance
    uses: tuple[Use, ...]
    note: str | None = None
    not_in: tuple[str, ...] = ()
    unless: tuple[When, ...] = ()  # where one holds, the form is the name of another thing
    qualified: bool = False  # words from the vocabulary's `qualifiers` around the label belong to the mention
    contextual: bool = False

    @property
    def perspectives(self) -> tuple[str, ...]:
        """Keys of the perspectives that use the label, each once, in the order of the uses."""
        return tuple(dict.fromkeys(use.by for use in self.uses))


@dataclass(frozen=True, slots=True)
class Location:
    """Decimal degrees, WGS 84."""

    lat: float
    lon: float
    source: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link to another concept; a disputed one carries uses, too."""

    type: str
    to: str  # concept ID
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """The thing meant. `path` is the file it was read from, relative to the lexicon."""

    id: str
    kind: str
    gloss: str
    status: Status
    contested: bool
    labels: tuple[Label, ...]  # those of the file, then the contextual ones of `ambiguous/`
    pack: str
    path: str
    dates: Dates | None = None
    location: Location | None = None
    external_ids: Mapping[str, str] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of an ambiguous form: meant if a test of `when` holds and none of `unless` does.

    `label` is what the form is as a name of `concept`.
    """

    concept: str
    when: tuple[When, ...]
    label: Label
    unless: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A test inside the data: `expect` is a concept ID, "unresolved" or "nothing"."""

    text: str
    expect: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class AmbiguousForm:
    """A written form that may stand for several concepts, or for none of them, by context."""

    forms: tuple[str, ...]  # `form`, then `also`
    lang: str
    script: str
    why: str
    senses: tuple[Sense, ...]
    otherwise: Literal["unresolved", "nothing"]
    examples: tuple[Example, ...]
    pack: str
    path: str
    not_in: tuple[str, ...] = ()
    qualified: bool = False
    only_if: tuple[When, ...] = ()  # if given and none holds, the form means nothing here


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists of `vocabulary.yml`, each value with its definition."""

    kinds: Mapping[str, str]
    label_types: Mapping[str, str]
    stances: Mapping[str, str]
    relation_types: Mapping[str, str]
    languages: Mapping[str, str]  # BCP 47 tag -> English name
    scripts: Mapping[str, str]  # ISO 15924 code -> English name
    qualifiers: Mapping[str, tuple[str, ...]]  # language -> words; `begin*` stands for all words that begin so
    qualifiers_behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # likewise, behind the description
    distancing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> "so-called" and its like
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> capitalized, before a surname
    first_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> common ones
    occupations: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # language -> “wrestler”, “analyst* analyst”
    before_places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> in, at, from …
    capitals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> words like US in a heading
    name_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> Bank, Museum, fond* …
    area_nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> region, bölgəsi* …
    list_heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # language -> “districts district” …


WORD_LISTS = (
    "qualifiers",
    "qualifiers_behind",
    "distancing",
    "titles",
    "first_names",
    "occupations",
    "before_places",
    "capitals",
    "name_heads",
    "area_nouns",
    "list_heads",
)


@dataclass(frozen=True, slots=True)
class Pack:
    """The part of the lexicon for one dispute."""

    key: str
    title: str
    description: str
    sides: Mapping[str, str]  # side key -> name
    languages: Mapping[str, str | None]  # language -> the side whose own language it is, None if shared
    area: str | None = None  # ID of the region that the dispute is over


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that was loaded, and the hash of the bytes that it was loaded from."""

    version: str
    vocabulary: Vocabulary
    packs: Mapping[str, Pack]
    perspectives: Mapping[str, Perspective]
    sources: Mapping[str, Source]
    concepts: Mapping[str, Concept]  # by ID, in order of ID
    ambiguous: Sequence[AmbiguousForm]  # in order of path
    withdrawn: Mapping[str, str] = field(default_factory=dict)  # ID that must not come back -> why it went
