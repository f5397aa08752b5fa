"""The engine that answers requests: one lexicon with everything built from it, and the keeper that replaces it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any, Protocol, TypeVar, cast

from flask import Flask, current_app

from service.annotation.model import Request, Result
from service.checking.names import Names
from service.checking.suggestion import HouseStyles
from service.errors import EvenhandError
from service.lexicon.findings import Finding, LexiconError
from service.lexicon.model import Lexicon
from service.lexicon.symmetry import SymmetryReport
from service.settings import Settings
from service.web.writer import Writer

_Made = TypeVar("_Made")
_KEEPER, _SETTINGS = "evenhand-keeper", "evenhand-settings"


class Annotates(Protocol):
    """What the web side needs of the annotator."""

    def annotate(self, request: Request) -> Result:
        """Annotate one text."""


class Derived:
    """What pages work out of an engine when it is first asked for; it goes when the engine goes."""

    def __init__(self) -> None:
        self._made: dict[Callable[..., Any], Any] = {}
        self._lock = RLock()

    def get(self, make: Callable[["Engine"], _Made], engine: "Engine") -> _Made:
        """`make(engine)`, made once; others who ask meanwhile wait for it."""
        if make not in self._made:
            with self._lock:
                if make not in self._made:
                    self._made[make] = make(engine)
        return cast(_Made, self._made[make])


@dataclass(frozen=True, slots=True)
class Engine:
    """One lexicon and what was built from it; replaced as a whole, never changed."""

    lexicon: Lexicon
    annotator: Annotates
    names: Names
    styles: HouseStyles
    writer: Writer = field(default_factory=Writer)
    symmetry: Callable[[], tuple[SymmetryReport, ...]] = tuple  # a report for each pack, read when it is asked for
    _derived: Derived = field(default_factory=Derived, init=False, repr=False, compare=False)

    def derived(self, make: Callable[["Engine"], _Made]) -> _Made:
        """What `make` makes of this engine, made at the first call."""
        return self._derived.get(make, self)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A lexicon that was not taken: the content hash of its files, and why."""

    version: str
    findings: tuple[Finding, ...]


class NotReadyError(EvenhandError):
    """No valid lexicon has been loaded yet."""


class EngineKeeper:
    """Holds the engine in use. A reload either replaces it or leaves it as it is and keeps the refusal to show."""

    def __init__(self, path: Path, load: Callable[[Path], Engine], version_of: Callable[[Path], str]) -> None:
        self._path = path
        self._load = load
        self._version_of = version_of
        self._engine: Engine | None = None
        self.refusal: Refusal | None = None

    @property
    def engine(self) -> Engine:
        """The engine in use; NotReadyError while there is none."""
        if self._engine is None:
            raise NotReadyError("No valid lexicon is loaded; /readyz lists what is wrong with it.")
        return self._engine

    @property
    def ready(self) -> bool:
        """Whether there is an engine to answer with."""
        return self._engine is not None

    def reload(self) -> bool:
        """Read the lexicon again; whether it was taken. Requests under way finish with the engine they began with."""
        try:
            engine = self._load(self._path)
        except LexiconError as error:
            self.refusal = Refusal(self._version_of(self._path), error.findings)
            return False
        self._engine, self.refusal = engine, None
        return True


def keep(app: Flask, keeper: EngineKeeper, settings: Settings) -> None:
    """Tie the keeper and the settings to their app."""
    app.extensions[_KEEPER] = keeper
    app.extensions[_SETTINGS] = settings


def keeper_of(app: Flask) -> EngineKeeper:
    """The keeper that was tied to the app."""
    keeper: EngineKeeper = app.extensions[_KEEPER]
    return keeper


def current_engine() -> Engine:
    """The engine for the request under way; NotReadyError while there is none."""
    return keeper_of(current_app).engine


def current_settings() -> Settings:
    """The settings of the app that answers the request under way."""
    settings: Settings = current_app.extensions[_SETTINGS]
    return settings
