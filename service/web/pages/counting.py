"""The report of a text as the page shows it: rows with bars, in an order that prefers nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.annotation.report import ConceptCount, LabelCount, Report, Voices
from service.lexicon.model import Lexicon
from service.web.pages.localization import term, translated

_WIDTH = 100  # of the longest bar


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: who speaks, where it begins and how long it is."""

    voice: str  # own, quoted or distanced
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A number of mentions, with its bar."""

    name: str
    voices: Voices
    parts: tuple[Part, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class SideNames:
    """What a text calls one concept on behalf of one side, or of none."""

    side: str | None
    labels: tuple[LabelCount, ...]


@dataclass(frozen=True, slots=True)
class Mixed:
    """A concept that the text calls by names of several sides."""

    count: ConceptCount
    sides: tuple[SideNames, ...]


class Counting:
    """One report, put into rows."""

    def __init__(self, report: Report, lexicon: Lexicon) -> None:
        self.report = report
        self._sides = {key: term("sides", name) for pack in lexicon.packs.values() for key, name in pack.sides.items()}

    @property
    def sides(self) -> tuple[Row, ...]:
        """Mentions by the names of each side, in alphabetical order, then by names of no one side."""
        every = [*sorted(self.report.sides, key=lambda one: one.name.casefold()), self.report.shared]
        most = max((one.voices.total for one in every), default=0)
        return tuple(
            Row(self._sides.get(one.key) or translated("no one side"), one.voices, _parts(one.voices, most))
            for one in every
        )

    @property
    def perspectives(self) -> tuple[Row, ...]:
        """Mentions by the names that each perspective uses, in alphabetical order."""
        every = sorted(self.report.perspectives, key=lambda one: one.perspective.name.casefold())
        most = max((one.voices.total for one in every), default=0)
        return tuple(
            Row(
                term("perspectives", one.perspective.name),
                one.voices,
                _parts(one.voices, most),
                self.side(one.perspective.side),
            )
            for one in every
        )

    @property
    def mixed(self) -> tuple[Mixed, ...]:
        """The concepts with names of several sides, each with these names."""
        return tuple(Mixed(one, tuple(self._names(one.labels))) for one in self.report.mixed)

    def side(self, key: str | None) -> str | None:
        """The name of a side."""
        return None if key is None else self._sides.get(key, key)

    def _names(self, labels: Iterable[LabelCount]) -> Iterator[SideNames]:
        by_side: dict[str | None, list[LabelCount]] = {}
        for label in labels:
            by_side.setdefault(self.side(label.side), []).append(label)
        for side in sorted(by_side, key=lambda name: (name is None, name or "")):
            yield SideNames(side, tuple(by_side[side]))


def _parts(voices: Voices, most: int) -> tuple[Part, ...]:
    parts = []
    start = 0.0
    for voice in ("own", "quoted", "distanced"):
        width = _WIDTH * getattr(voices, voice) / most if most else 0
        if width:
            parts.append(Part(voice, round(start, 2), round(width, 2)))
        start += width
    return tuple(parts)
