"""An article that comes as a file: what its name says it is, and what text or HTML it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from service.errors import InputError, LimitError
from service.exchange.docx import read_docx
from service.exchange.encoding import decoded

FIELD = "file"
ENDINGS = (".txt", ".html", ".htm", ".docx", ".md")


@dataclass(frozen=True, slots=True)
class Article:
    """What a file holds: plain text, or HTML. `encoding` is told if it had to be found out from the bytes."""

    text: str
    is_html: bool
    encoding: str | None = None


def read_article(name: str, data: bytes, max_text: int) -> Article:
    """The article in a file of this name. InputError, for the field `file`, if it cannot be read or is too long."""
    ending = PurePath(name).suffix.lower()
    reader = _READERS.get(ending)
    if reader is None:
        raise InputError(f"is none of the kinds that are read: {', '.join(ENDINGS)}.", FIELD)
    if not data:
        raise InputError("is empty.", FIELD)
    article = reader(data)
    if len(article.text) > max_text:
        raise LimitError(FIELD, max_text, len(article.text))
    return article


def _plain(data: bytes) -> Article:
    found = decoded(data, FIELD)
    return Article(_with_plain_breaks(found.text), False, None if found.certain else found.encoding)


def _html(data: bytes) -> Article:
    found = decoded(data, FIELD, html=True)
    return Article(_with_plain_breaks(found.text), True, None if found.certain else found.encoding)


def _markdown(data: bytes) -> Article:
    from markdown_it import MarkdownIt  # loaded when first needed: most articles are pasted

    found = decoded(data, FIELD)
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(found.text)
    return Article(html, True, None if found.certain else found.encoding)


def _word(data: bytes) -> Article:
    return Article(read_docx(data, FIELD), True)


def _with_plain_breaks(text: str) -> str:
    """A browser would send these line breaks on with the next form; the spans in the text have to fit then, too."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_READERS: dict[str, Callable[[bytes], Article]] = {
    ".txt": _plain,
    ".html": _html,
    ".htm": _html,
    ".md": _markdown,
    ".docx": _word,
}
