"""The translator's second page: a column of names in, a column for each chosen language out, as a page or as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, request

from service.checking.name_table import Row
from service.errors import EvenhandError, LimitError
from service.exchange.name_csv import name_csv
from service.web.engine import current_engine, current_settings
from service.web.pages.localization import interface_language
from service.web.pages.translator import by_field, languages, name_table, send_page
from service.web.problems import FieldError, Problem, problem_of, refuse

blueprint = Blueprint("name-list", __name__)

MAX_LINES = 1_000
_CHOSEN = 4  # languages that are chosen to begin with, but for the reader's own
_BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Entered:
    """The fields of the form."""

    names: str = ""
    lang: str = ""
    to: tuple[str, ...] = ()

    @property
    def lines(self) -> list[str]:
        """The lines of the column, the empty ones too."""
        return self.names.split("\n")


@blueprint.get("/names/list")
def form() -> Response:
    """The empty form."""
    first = languages(current_engine().lexicon)[:_CHOSEN]
    return _page(Entered(to=tuple(tag for tag, _ in first if tag != interface_language())))


@blueprint.post("/names/list")
def table() -> Response:
    """The table, or its file."""
    entered = Entered()
    try:
        entered = _entered()
        _check(entered)
    except EvenhandError as error:
        return _page(entered, problem=problem_of(error))
    rows = tuple(name_table().rows(entered.lines, entered.lang or None))
    if request.form.get("view") == "csv":
        return _file(rows, entered.to)
    return _page(entered, rows)


def _entered() -> Entered:
    known = current_engine().lexicon.vocabulary.languages
    lang = request.form.get("lang", "")
    return Entered(
        request.form.get("names", "").replace("\r\n", "\n"),
        lang if lang in known else "",
        tuple(tag for tag in dict.fromkeys(request.form.getlist("to")) if tag in known),
    )


def _check(entered: Entered) -> None:
    names = [line.strip() for line in entered.lines if line.strip()]
    if not names:
        raise refuse(FieldError("names", "is blank; there is nothing to look for."))
    if not entered.to:
        raise refuse(FieldError("to", "needs at least one language."))
    if len(names) > MAX_LINES:
        raise LimitError("names", MAX_LINES, len(names), "names")
    limit = current_settings().max_query
    longest = max(len(name.split("\t")[0]) for name in names)
    if longest > limit:
        raise LimitError("names", limit, longest, "characters in a line")


def _file(rows: Iterable[Row], languages: Sequence[str]) -> Response:
    response = Response(name_csv(rows, languages, current_engine().lexicon), mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="names.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(entered: Entered, rows: tuple[Row, ...] = (), problem: Problem | None = None) -> Response:
    return send_page(
        "name_list.html",
        problem,
        entered=entered,
        rows=rows,
        columns={lang: "\n".join(_column(entered.lines, rows, lang)) for lang in entered.to} if rows else {},
        max_lines=MAX_LINES,
        errors=by_field(problem, {"to": "to"}, "names"),
    )


def _column(lines: Sequence[str], rows: Iterable[Row], lang: str) -> Iterator[str]:
    """One line for each line that was sent: every label of every candidate, or nothing."""
    by_line = {row.line: row for row in rows}
    for number in range(1, len(lines) + 1):
        row = by_line.get(number)
        sure = row.candidates if row and row.outcome != "similar" else ()
        labels = dict.fromkeys(label.text for found in sure for label in found.labels(lang))
        yield _BETWEEN.join(labels)
