"""All that the page shows of one text."""

from dataclasses import dataclass, replace

from service.annotation.report import report
from service.checking.advice import Advice
from service.settings import Settings
from service.web.document import Document
from service.web.engine import Engine
from service.web.pages.changes import Changes, changes
from service.web.pages.counting import Counting
from service.web.pages.entered import Entered
from service.web.pages.filters import Filter, filters
from service.web.pages.marked import Reading, read


@dataclass(frozen=True, slots=True)
class Review:
    """A text that was read: its marks and entries, its counts, and what a house style says, if one was chosen."""

    entered: Entered
    document: Document
    advice: Advice
    reading: Reading
    filters: tuple[Filter, ...]
    counting: Counting
    changes: Changes | None


def review(entered: Entered, engine: Engine, settings: Settings, decide: str = "") -> Review:
    """Read what was entered. `decide` is what to do with the suggestions: accept, leave or reopen all of them, or use
    the text with those accepted in place of the one that was entered.
    """
    document = entered.document(engine, settings)
    advice = document.advice(engine)
    lexicon = engine.lexicon
    reading = read(advice.text, advice.read, lexicon, advice.suggestions)
    found = changes(advice, reading, entered.choices, decide) if document.style else None
    if decide == "use" and found and not found.lost:
        return review(replace(entered, text=found.rewritten.source, choices={}), engine, settings)
    return Review(
        entered,
        document,
        advice,
        reading,
        filters((mark.traits for mark in reading.marks), entered.show),
        Counting(report(advice.read, lexicon), lexicon),
        found,
    )
