"""A table of names as CSV for spreadsheets: UTF-8 with its byte-order mark, so that they read it as UTF-8.

One row for each candidate of a name, one for a name without any. For each chosen language two columns: the labels, in
alphabetical order and separated by " | ", and in the same order how each stands.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from service.annotation.sides import side_of
from service.checking.name_table import Candidate, Row
from service.lexicon.model import Label, Lexicon

_HEADING = ("line", "name", "outcome", "concept_id", "kind", "gloss", "matched_label", "match")
_BETWEEN = " | "
# A spreadsheet would take a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def name_csv(rows: Iterable[Row], languages: Sequence[str], lexicon: Lexicon) -> bytes:
    """The rows as a file."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow([*_HEADING, *(f"{lang}{part}" for lang in languages for part in ("", "_stance"))])
    for row in rows:
        for cells in _lines(row, languages, lexicon):
            writer.writerow(map(_harmless, cells))
    return written.getvalue().encode("utf-8-sig")


def _lines(row: Row, languages: Sequence[str], lexicon: Lexicon) -> Iterator[list[str]]:
    start = [str(row.line), row.name, row.outcome]
    if not row.candidates:
        yield start + [""] * (len(_HEADING) - len(start) + 2 * len(languages))
    for found in row.candidates:
        concept = found.concept
        about = [concept.id, concept.kind, concept.gloss, found.label.text, found.match]
        yield [*start, *about, *(cell for lang in languages for cell in _labels(found, lang, lexicon))]


def _labels(found: Candidate, lang: str, lexicon: Lexicon) -> tuple[str, str]:
    labels = found.labels(lang)
    standings = [_standing(label, found, lexicon) for label in labels]
    return _BETWEEN.join(label.text for label in labels), _BETWEEN.join(standings)


def _standing(label: Label, found: Candidate, lexicon: Lexicon) -> str:
    side = side_of(label, lexicon.perspectives)
    return f"{label.stance} ({lexicon.packs[found.concept.pack].sides[side]})" if side else label.stance


def _harmless(cell: str) -> str:
    """A cell that shows what it holds: a quote before it keeps a spreadsheet from running it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
