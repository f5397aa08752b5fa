"""What was filled in: the fields of the form, of an address that opens it, or of a file that was chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import LengthRequired

from service.errors import LimitError
from service.exchange.article_file import read_article
from service.settings import Settings
from service.web.document import DOCUMENT, Document, document_of
from service.web.engine import Engine
from service.web.pages.filters import ALL

# An address goes through more hands than a form, and servers cut long ones off.
MAX_IN_ADDRESS = 4_000  # code points of `text`
CHOICE = "choice-"  # how the fields begin that decide on a suggestion


@dataclass(frozen=True, slots=True)
class FileRead:
    """The file that the text came from, and the encoding, if that had to be found out."""

    name: str
    encoding: str | None


@dataclass(frozen=True, slots=True)
class Entered:
    """The fields of the page as they are shown again with the answer."""

    text: str = ""
    format: str = "text"  # or html
    lang: str = ""
    as_of: str = ""
    style: str = ""
    kinds: tuple[str, ...] = ()
    show: str = ALL  # which marks; a key of `filters.py`
    choices: Mapping[str, bool] = field(default_factory=dict)  # by field of an offer: put it in, or leave it
    file: FileRead | None = None

    @property
    def is_html(self) -> bool:
        """Whether the text is HTML."""
        return self.format == "html"

    def document(self, engine: Engine, settings: Settings) -> Document:
        """The document to annotate; a Problem or ValidationError names the fields that cannot be used."""
        fields: dict[str, Any] = {
            "html" if self.is_html else "text": self.text,
            "lang": self.lang or None,
            "as_of": self.as_of or None,
            "style": self.style or None,
            "kinds": list(self.kinds) or None,
        }
        return document_of(DOCUMENT.load(fields), engine, settings.max_text)


def from_form() -> Entered:
    """The form as it was sent, but for its file."""
    if "Transfer-Encoding" in request.headers:
        # No browser does this, and a form that is cut off at the limit would not show it.
        raise LengthRequired("A form must be sent with its Content-Length.")
    choices = {name: value == "accept" for name, value in request.form.items() if name.startswith(CHOICE)}
    return replace(_plain(request.form), choices=choices)


def with_file(entered: Entered, settings: Settings) -> Entered:
    """`entered` with the text of the file that was sent with the form in place of its own, if one was."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return entered
    article = read_article(sent.filename, sent.read(), settings.max_text)
    return replace(
        entered,
        text=article.text,
        format="html" if article.is_html else "text",
        choices={},
        file=FileRead(sent.filename, article.encoding),
    )


def from_address() -> Entered:
    """What the address fills in: `/?text=…&lang=…`. LimitError if the text is too long for an address."""
    entered = _plain(request.args)
    if len(entered.text) > MAX_IN_ADDRESS:
        raise LimitError("text", MAX_IN_ADDRESS, len(entered.text), "characters in an address")
    return entered


def _plain(fields: MultiDict[str, str]) -> Entered:
    return Entered(
        # Browsers send a line break as CR LF, whatever was pasted.
        text=fields.get("text", "").replace("\r\n", "\n"),
        format=fields.get("format", "text"),
        lang=fields.get("lang", ""),
        as_of=fields.get("as_of", ""),
        style=fields.get("style", ""),
        kinds=tuple(fields.getlist("kinds")),
        show=fields.get("show", ALL),
    )
