"""From the fields of a document to a question for the annotator: the checks that need the limits and the lexicon."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from msgspec import Struct

from service.annotation.model import Request
from service.annotation.report import report
from service.checking.advice import Advice, advise
from service.checking.style import Style
from service.errors import LimitError
from service.text.offsets import Unit
from service.web.document_schema import DocumentSchema
from service.web.engine import Engine
from service.web.problems import FieldError, refuse

DOCUMENT = DocumentSchema()


class Document(Struct, frozen=True):
    """One document that may be annotated, and how its answer is to be written."""

    request: Request
    source: str  # the text or HTML as sent
    offsets: Unit
    include: Collection[str]
    alternatives: bool
    style: Style | None

    def answer(self, engine: Engine) -> bytes:
        """Annotate, and write the answer down as JSON."""
        if self.style is None:
            result, suggestions = engine.annotator.annotate(self.request), None
        else:
            advice = self.advice(engine)
            result, suggestions = advice.result, advice.suggestions
        counts = report(result, engine.lexicon) if "report" in self.include else None
        return engine.writer.write(
            result,
            self.source,
            self.offsets,
            engine.lexicon.version,
            self.include,
            suggestions,
            counts,
            alternatives=self.alternatives,
        )

    def advice(self, engine: Engine) -> Advice:
        """Annotate, and ask the house style, if there is one."""
        return advise(engine.annotator.annotate, engine.styles, self.style, self.request)


def document_of(values: Mapping[str, Any], engine: Engine, max_text: int) -> Document:
    """The document that the fields (as `DocumentSchema` loads them) describe; a Problem names those it cannot use."""
    text, html = values["text"], values["html"]
    field, source = ("text", text) if html is None else ("html", html)
    if source is None or (text is not None and html is not None):
        raise refuse(FieldError("text", "and html: exactly one of the two is needed."))
    check_text(source, field, max_text)
    errors = list(_unknown(values, engine))
    if errors:
        raise refuse(*errors)
    return Document(
        Request(
            text=text,
            html=html,
            lang=values["lang"],
            as_of=values["as_of"],
            kinds=values["kinds"],
            packs=values["packs"],
            overlaps=values["overlaps"],
        ),
        source,
        cast(Unit, values["offsets"]),
        values["include"] or (),
        values["alternatives"] == "all",
        engine.styles.styles.get(values["style"]),
    )


def check_text(text: str, field: str, limit: int) -> None:
    """Refuse a text that is too long, blank, or holds what no Unicode text can hold."""
    if len(text) > limit:
        raise LimitError(field, limit, len(text), "code points")
    surrogate = lone_surrogate(text)
    if surrogate is not None:
        raise refuse(
            FieldError(field, f"has half of a surrogate pair at code point {surrogate}, which is no character.")
        )
    if not text or text.isspace():
        raise refuse(FieldError(field, "is blank; there is nothing to read."))


def lone_surrogate(text: str) -> int | None:
    """Where the first lone surrogate stands, as JSON escapes can smuggle one in; None if there is none."""
    if text.isascii():
        return None
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


def _unknown(values: Mapping[str, Any], engine: Engine) -> Iterator[FieldError]:
    """What the fields name and the lexicon does not hold."""
    lexicon = engine.lexicon
    if values["style"] is not None and values["style"] not in engine.styles.styles:
        yield FieldError("style", "names no house style of this service; GET /v1/styles lists them.")
    for field, known in (("kinds", lexicon.vocabulary.kinds), ("packs", lexicon.packs)):
        for index, name in enumerate(values[field] or ()):
            if name not in known:
                yield FieldError(f"{field}[{index}]", f"is none of the lexicon's {field}: {', '.join(known)}.")
