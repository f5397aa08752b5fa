"""What goes into the annotator and what comes out of it. Offsets are half-open code-point ranges of the text given.

What is made for each text or mention is a Struct: a frozen dataclass takes ten times as long to make.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from msgspec import Struct

from service.lexicon.model import Concept, Label

Overlaps = Literal["longest", "all"]


class Request(Struct, frozen=True, gc=False):
    """One text to annotate. Exactly one of `text` and `html` is given; None elsewhere means no restriction."""

    text: str | None = None
    html: str | None = None
    lang: str | None = None
    as_of: date | None = None
    kinds: Collection[str] | None = None
    packs: Collection[str] | None = None
    overlaps: Overlaps = "longest"


class Annotation(Struct, frozen=True, gc=False):
    """A span, the concept it stands for, the label that was recognized, and the reason."""

    start: int
    end: int
    surface: str
    concept: Concept
    label: Label
    alternatives: tuple[Label, ...]
    in_quotation: bool
    inflected: bool
    why: str
    distanced: str | None = None  # "so-called" or the like before the name, or "quotation marks" around it
    in_name: str | None = None  # the name of an organisation or a work that this one is a part of


class Unresolved(Struct, frozen=True, gc=False):
    """A span that may stand for one of `candidates` (concept IDs, in order of the senses), and why none was chosen."""

    start: int
    end: int
    surface: str
    candidates: tuple[str, ...]
    in_quotation: bool
    why: str


class Suppressed(Struct, frozen=True, gc=False):
    """A span that matched but was left out on purpose: a guarding phrase, a sense that asks for nothing, a URL."""

    start: int
    end: int
    surface: str
    candidates: tuple[str, ...]
    why: str


class Result(Struct, frozen=True):
    """The answer for one text; each tuple is in order of start, then end."""

    annotations: tuple[Annotation, ...]
    unresolved: tuple[Unresolved, ...]
    suppressed: tuple[Suppressed, ...]
    lang: str | None  # of the text as a whole
    lang_detected: bool = False  # whether the service found `lang` itself
