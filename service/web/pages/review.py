"""All that the page shows of one text."""

from dataclasses import dataclass, replace

from service.annotation.report import report
from service.checking.advice import Advice
from service.settings import Settings
from service.web.document import Document
from service.web.engine import Engine
from service.web.pages.changes import Changes, all_spans, changes
from service.web.pages.counting import Counting
from service.web.pages.entered import Entered
from service.web.pages.filters import Filter, filters
from service.web.pages.marked import Reading, read


@dataclass(frozen=True, slots=True)
class Review:
    """A text that was read: its marks and entries, its counts, and what a house style says, if one was chosen."""

    entered: Entered  # with the choices that count
    document: Document
    advice: Advice
    reading: Reading
    filters: tuple[Filter, ...]
    counting: Counting
    changes: Changes | None
    choices_lost: bool  # made for another text, and therefore left out


def review(entered: Entered, engine: Engine, settings: Settings, decide: str = "") -> Review:
    """Read what was entered. `decide` is what to do with all suggestions: accept, leave, reopen, or use the result."""
    document = entered.document(engine, settings)
    advice = document.advice(engine)
    lost = not entered.choices_fit
    if lost or decide in ("accept", "leave", "reopen"):
        spans = all_spans(advice) if decide in ("accept", "leave") else ()
        entered = replace(entered, choices=dict.fromkeys(spans, decide == "accept"))
        lost = lost and decide not in ("accept", "leave", "reopen")
    if decide == "use" and not lost:
        chosen = frozenset(span for span, accepted in entered.choices.items() if accepted)
        used = replace(entered, text=advice.rewritten(chosen).source, choices={}, made_for="")
        return review(used, engine, settings)
    lexicon = engine.lexicon
    reading = read(advice.text, advice.read, lexicon, advice.suggestions)
    return Review(
        entered,
        document,
        advice,
        reading,
        filters((mark.traits for mark in reading.marks), entered.show),
        Counting(report(advice.read, lexicon), lexicon),
        changes(advice, reading, entered.choices) if document.style else None,
        lost,
    )
