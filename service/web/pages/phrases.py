"""Words that the lexicon's pages share: whose a label is, when it was used, where a link may lead."""

from datetime import date

from service.lexicon.model import Dates, Label, Lexicon
from service.web.pages.localization import term, translated


def whose(label: Label, lexicon: Lexicon) -> list[tuple[str, list[str]]]:
    """The keys of the perspectives that use the label: by side, in order of the sides' names; those of no side last."""
    by_side: dict[str | None, list[str]] = {}
    for key in label.perspectives:
        by_side.setdefault(lexicon.perspectives[key].side, []).append(key)
    independent = by_side.pop(None, [])
    sided = sorted((side_name(lexicon, side), sorted(keys)) for side, keys in by_side.items() if side)
    return [*sided, *([(translated("no side"), sorted(independent))] if independent else [])]


def side_name(lexicon: Lexicon, side: str | None) -> str:
    """What the packs call a side, in the language of the page."""
    if side is None:
        return translated("no side")
    return term("sides", next((pack.sides[side] for pack in lexicon.packs.values() if side in pack.sides), side))


def when(dates: Dates | None) -> str:
    """The range in words, as exact as the lexicon has it; empty if it is open at both ends."""
    if dates is None:
        return ""
    start, until = first_day(dates.start), last_day(dates.until)
    if start and until:
        return start if start == until else translated("from %(start)s until %(until)s", start=start, until=until)
    if start:
        return translated("from %(start)s", start=start)
    return translated("until %(until)s", until=until) if until else ""


def first_day(day: date | None) -> str:
    """The day, or the year that it begins: the lexicon's files say `from: 1988` for the first of January 1988."""
    if day is None:
        return ""
    return f"{day.year}" if (day.month, day.day) == (1, 1) else day.isoformat()


def last_day(day: date | None) -> str:
    """The day, or the year that it ends."""
    if day is None:
        return ""
    return f"{day.year}" if (day.month, day.day) == (12, 31) else day.isoformat()


def web_link(address: str | None) -> str | None:
    """The address if it is one of the web; a source could name anything, and only these become links."""
    return address if address and address.startswith(("https://", "http://")) else None
