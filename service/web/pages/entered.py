"""What was filled in: the fields of the form, of an address that opens it, or of a file that was chosen."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2s
from typing import Any

from flask import request
from werkzeug.exceptions import LengthRequired

from service.checking.rewrite import Span
from service.errors import LimitError
from service.exchange.article_file import Limits, read_article
from service.settings import Settings
from service.web.document import DOCUMENT, Document, document_of
from service.web.engine import Engine

# An address goes through more hands than a form, and servers cut long ones off.
MAX_IN_ADDRESS = 4_000  # code points of `text`
_CHOICE = re.compile(r"choice-(\d{1,9})-(\d{1,9})")
_PLAIN_FIELDS = ("text", "format", "lang", "as_of", "style", "show")


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
    show: str = "all"  # which marks; a key of `filters.py`
    choices: Mapping[Span, bool] = field(default_factory=dict)  # suggestions to put in, or to leave
    made_for: str = ""  # fingerprint of the text that the choices were made for; empty if they were kept up to date
    file: FileRead | None = None

    @property
    def is_html(self) -> bool:
        """Whether the text is HTML."""
        return self.format == "html"

    @property
    def fingerprint(self) -> str:
        """Tells the text from another."""
        return fingerprint(self.text)

    @property
    def choices_fit(self) -> bool:
        """Whether the choices were made for this text."""
        return not self.choices or self.made_for in ("", self.fingerprint)

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


def from_form(settings: Settings) -> Entered:
    """The form as it was sent. A file that was chosen takes the place of the text."""
    if "Transfer-Encoding" in request.headers:
        # No browser does this, and a form that is cut off at the limit would not show it.
        raise LengthRequired("A form must be sent with its Content-Length.")
    entered = Entered(
        **{name: request.form[name] for name in _PLAIN_FIELDS if name in request.form},
        kinds=tuple(request.form.getlist("kinds")),
        choices=dict(_choices(request.form)),
        made_for=request.form.get("made_for", ""),
    )
    # Browsers send a line break as CR LF, whatever was pasted.
    return replace(entered, text=entered.text.replace("\r\n", "\n"))


def with_file(entered: Entered, settings: Settings) -> Entered:
    """`entered` with the text of the file that was sent with the form, if one was."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return entered
    article = read_article(sent.filename, sent.read(), Limits(settings.max_text, settings.max_body))
    return replace(
        entered,
        text=article.text,
        format="html" if article.is_html else "text",
        choices={},
        file=FileRead(sent.filename, article.encoding),
    )


def from_address() -> Entered:
    """What the address fills in: `/?text=…&lang=…`. LimitError if the text is too long for an address."""
    entered = Entered(
        **{name: request.args[name] for name in _PLAIN_FIELDS if name in request.args},
        kinds=tuple(request.args.getlist("kinds")),
    )
    if len(entered.text) > MAX_IN_ADDRESS:
        raise LimitError("text", MAX_IN_ADDRESS, len(entered.text), "characters in an address")
    return replace(entered, text=entered.text.replace("\r\n", "\n"))


def fingerprint(text: str) -> str:
    """A short hash of a text."""
    return blake2s(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _choices(form: Mapping[str, str]) -> Iterator[tuple[Span, bool]]:
    for name, value in form.items():
        if found := _CHOICE.fullmatch(name):
            yield (int(found[1]), int(found[2])), value == "accept"
