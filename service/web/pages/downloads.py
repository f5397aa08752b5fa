"""What can be taken away from the page: the text with the accepted changes, and the report, each as a file."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response, current_app, render_template
from markupsafe import Markup, escape

from service.annotation.report import report
from service.exchange.docx import MEDIA_TYPE as DOCX
from service.exchange.docx import write_docx
from service.exchange.report_csv import report_csv
from service.text.markup import OBJECT, extract
from service.web.answers import versions
from service.web.engine import Engine
from service.web.pages.review import Review
from service.web.report_schema import dump_report
from service.web.schema import encode

_STYLE_SHEETS = ("base", "marks", "report")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: its name, its media type, and how it is written."""

    name: str
    media_type: str
    write: Callable[[Review, Engine], str | bytes]


def download(kind: str, review: Review, engine: Engine) -> Response:
    """The file of a kind of `KINDS`."""
    file = KINDS[kind]
    response = Response(file.write(review, engine), mimetype=file.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _source(review: Review) -> str:
    return review.changes.rewritten.source if review.changes else review.entered.text


def _text(review: Review, _: Engine | None = None) -> str:
    source = _source(review)
    # A picture stands in the text that is read as a character of its own; nobody wants to take that along.
    return extract(source).text.replace(OBJECT, "") if review.entered.is_html else source


def _html(review: Review, _: Engine) -> str:
    if review.entered.is_html:
        return _source(review)
    paragraphs = (escape(line) for line in _source(review).split("\n") if line.strip())
    marked = "".join(Markup('<p dir="auto">{}</p>\n').format(paragraph) for paragraph in paragraphs)
    return f'<meta charset="utf-8">\n{marked}'


def _docx(review: Review, _: Engine) -> bytes:
    return write_docx(_text(review))


def _report_html(review: Review, engine: Engine) -> str:
    sheets = []
    for name in _STYLE_SHEETS:
        with current_app.open_resource(f"web/static/css/{name}.css", "r") as sheet:
            sheets.append(sheet.read())
    return render_template("report_file.html", review=review, sheets=Markup("\n".join(sheets)), **versions(engine))  # noqa: S704  # our own files


def _report_csv(review: Review, _: Engine) -> str:
    return report_csv(review.counting.report)


def _report_json(review: Review, engine: Engine) -> bytes:
    # As `/v1/annotate` answers it: its spans are in the text or HTML as sent.
    counts = report(review.advice.result, engine.lexicon)
    return encode({"report": dump_report(counts, lambda offset: offset), **versions(engine)})


KINDS = {
    "txt": _Kind("article.txt", "text/plain", _text),
    "html": _Kind("article.html", "text/html", _html),
    "docx": _Kind("article.docx", DOCX, _docx),
    "report-html": _Kind("report.html", "text/html", _report_html),
    "report-csv": _Kind("report.csv", "text/csv", _report_csv),
    "report-json": _Kind("report.json", "application/json", _report_json),
}
