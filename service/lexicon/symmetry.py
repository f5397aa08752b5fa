"""The values of the symmetry report: what each side has of a pack and of each contested concept, and what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """What one side has. The same label, use or note counts once, however many context tests lead to it."""

    labels: int  # the forms in `text` and `form`
    forms: int  # those, and the further spellings in `also`
    uses: int  # recorded uses by bodies of the side
    sources: int  # different sources behind these uses
    notes: int  # characters of the notes on labels that this side alone uses
    spelled: int = 0  # labels with further spellings
    noted: int = 0  # labels with a note
    dated: int = 0  # uses with a date
    placed: int = 0  # uses with the place in the source


MEASURES = ("labels", "forms", "uses", "sources", "notes")


@dataclass(frozen=True, slots=True)
class Missing:
    """A side's names that the symmetry rule asks for and the concept lacks."""

    concept: str
    side: str
    lang: str | None  # None: in every language
    reason: str | None  # as `exceptions.yml` gives it; None where nothing excuses the gap


@dataclass(frozen=True, slots=True)
class Row:
    """One contested concept."""

    concept: str
    name: str  # its everyday names, as the first line of its file has them
    path: str
    sides: Mapping[str, Tally]
    cells: Mapping[tuple[str, str], Tally]  # (side, language)
    first: Mapping[str, str]  # language -> the side whose sided label stands first, where both have one
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class SymmetryReport:
    """One pack. `sides` and `languages` are in alphabetical order, so that no side is put first by choice."""

    pack: str
    sides: Mapping[str, str]
    own: Mapping[str, str | None]  # language of the symmetry rule -> the side whose own it is, None if shared
    languages: tuple[str, ...]  # those of the symmetry rule, then others in which a side has labels
    rows: tuple[Row, ...]  # in order of name
    totals: Mapping[str, Tally]
    cells: Mapping[tuple[str, str], Tally]
    first: Mapping[str, Mapping[str, int]]  # language -> side -> in how many concepts its label stands first

    def asked(self, side: str, language: str) -> bool:
        """Whether the symmetry rule asks for a label of the side in the language."""
        return language in self.own and self.own[language] in (None, side)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Every gap, in order of the rows."""
        return tuple(missing for row in self.rows for missing in row.missing)

    @property
    def unexplained(self) -> tuple[Missing, ...]:
        """The gaps that nothing excuses."""
        return tuple(missing for missing in self.missing if missing.reason is None)
