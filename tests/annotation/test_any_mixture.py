"""Offsets over random mixtures of scripts, marks, languages and markup: exact in three units, in text and in HTML."""

import json
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.text.offsets import OffsetConverter, Unit
from service.web.schema import dump_result, dumps
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense

_NAMES = ("Oldvale", "Nüvəl", "Валес", "Նուվել", "İlkvale Bridge", "ნუველი")
_CONCEPTS = (
    concept("c-town", label("Oldvale"), label("Nüvəl", "az"), label("Валес", "ru"), label("Նուվել", "hy")),
    concept("c-bridge", "İlkvale Bridge", label("ნუველი", "ka"), kind="site"),
    concept("c-smith", "Ada Smith", kind="person"),
)
_FORMS = (
    ambiguous("Smith", sense("c-smith", "Smith", mentions=("c-smith",))),
    ambiguous("fair", sense("c-town", "fair", same="sentence", mentions=("c-town",)), otherwise="nothing"),
)
_ANNOTATOR = Annotator(
    lexicon(
        _CONCEPTS,
        _FORMS,
        {"en": ("swift",)},
        distancing=("so-called",),
        titles=("President",),
        heads={"en": ("bank",), "ru": ("музе*",)},
    )
)
# Names whole, inflected, hidden in other letters; words of several languages; marks and signs that shift offsets.
_WORDS = st.sampled_from(
    [
        *_NAMES, "Ada Smith", "Smith", "fair", "OLDVALE", "Nüvəldə", "Валесом", "Նուվելում", "Bалес", "Oldvаle",
        "Нүвәл", "the road to", "и дорога в", "və yol", "der Weg und", "so-called", "swift", "Bank", "музей", "Olga",
        "1994",
    ]
)  # fmt: skip
_GLUE = st.sampled_from(
    [
        " ", " ", " ", "\u00a0", "-", "--", "\n", "\r\n", "\n\n", "\u2028", ". ", ", ", " “", "” ", "«", "»", "'", "’",
        "_", "*", "\u0301", "\u0307", "\u00ad", "\u200d", "\u200e", "\ufeff", "😀", "𝐀", "ﬁ", "漢", "@", "#", "/",
        "https://", ".az ", "",
    ]
)  # fmt: skip
_PIECES = st.lists(st.tuples(_WORDS, _GLUE), max_size=14)
_TEXTS = _PIECES.map(lambda pieces: "".join(word + glue for word, glue in pieces))
_UNITS: tuple[Unit, ...] = ("codepoint", "utf16", "utf8")
_ENCODINGS = {"utf16": "utf-16-le", "utf8": "utf-8"}


@st.composite
def _documents(draw: st.DrawFn) -> str:
    """Text of the same pieces with tags and references strewn in, some of them not well formed."""
    parts: list[str] = []
    for word, glue in draw(_PIECES):
        place = draw(st.integers(0, len(word)))
        tag = draw(
            st.sampled_from(
                ["", "", "<b>", "</b>", "<p>", "</p>", "<br>", '<a href="Oldvale">', "</a>",
                 "<!-- Oldvale -->", '<span translate="no">', "</span>", "<q>", "</q>", "<pre>", "</pre>",
                 "<script>Oldvale</script>", "<", "&"]
            )
        )  # fmt: skip
        as_references = draw(st.booleans())
        written = [_as_references(part) if as_references else escape(part) for part in (word[:place], word[place:])]
        parts += [written[0], tag, written[1], glue]
    return "".join(parts)


def _as_references(text: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in text)


def _check(result: Result, source: str) -> None:
    """Spans are in order, within the source, and are what they say."""
    for items in (result.annotations, result.unresolved, result.suppressed):
        assert [(item.start, item.end) for item in items] == sorted((item.start, item.end) for item in items)
        for item in items:
            assert 0 <= item.start < item.end <= len(source)
            assert source[item.start : item.end] == item.surface
    for unit in _UNITS:
        answer = json.loads(dumps(dump_result(result, source, unit, "0123", ("suppressed",))))
        for name in ("annotations", "unresolved", "suppressed"):
            for item in answer[name]:
                assert _slice(source, item["start"], item["end"], unit) == item["surface"]


def _slice(source: str, start: int, end: int, unit: Unit) -> str:
    """Part of the source as a client sees it who counts in `unit`."""
    if unit == "codepoint":
        return source[start:end]
    width = 2 if unit == "utf16" else 1
    return source.encode(_ENCODINGS[unit])[start * width : end * width].decode(_ENCODINGS[unit])


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.sampled_from([None, "en", "ru", "az"]), st.sampled_from(["longest", "all"]))
def test_spans_in_any_text_are_exact(text: str, lang: str | None, overlaps: str) -> None:
    request = Request(text=text, lang=lang, overlaps=overlaps)  # type: ignore[arg-type]
    result = _ANNOTATOR.annotate(request)
    _check(result, text)
    assert _ANNOTATOR.annotate(request) == result


@settings(max_examples=300, deadline=None)
@given(_documents(), st.sampled_from([None, "en", "hy"]))
def test_spans_in_any_html_are_exact(html: str, lang: str | None) -> None:
    _check(_ANNOTATOR.annotate(Request(html=html, lang=lang)), html)


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_a_text_and_the_same_text_as_html_have_the_same_mentions(text: str) -> None:
    # White space collapses in HTML, and characters that no text holds are dropped; `pre` keeps the rest.
    if "\r" in text or text.startswith("\n"):
        text = text.replace("\r", "").lstrip("\n")
    plain = _ANNOTATOR.annotate(Request(text=text))
    marked = _ANNOTATOR.annotate(Request(html=f"<pre>{escape(text, quote=False)}</pre>"))
    assert [(one.concept.id, one.surface) for one in marked.annotations] == [
        (one.concept.id, escape(one.surface, quote=False)) for one in plain.annotations
    ]


@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_offsets_of_all_units_name_the_same_place(text: str) -> None:
    converters = {unit: OffsetConverter(text, unit).convert for unit in _UNITS}
    for place in range(len(text) + 1):
        before = text[:place]
        assert converters["codepoint"](place) == place
        assert converters["utf16"](place) == len(before.encode("utf-16-le")) // 2
        assert converters["utf8"](place) == len(before.encode())
