"""Invented house styles, and how the tests ask for their suggestions."""

from collections.abc import Mapping

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.checking.style import Choice, Rule, Style
from service.checking.suggestion import HouseStyles, Suggestion
from service.lexicon.model import Lexicon
from tests.invented import invented_lexicon

ATTRIBUTIONS = {"en": {"lowland": "{label} (so the lowland)", "upland": "{label} (so the upland)"}}


def style(first: Choice, later: Choice = "keep", **more: object) -> Style:
    """A style of one rule; what is no part of the rule goes to the style."""
    parts = {name: more.pop(name) for name in ("exceptions", "separator") if name in more}
    rule = Rule("House rule.", first, later, **more)  # type: ignore[arg-type]
    return Style("desk", "Desk", "The desk's own.", (rule,), attributions=ATTRIBUTIONS, **parts)  # type: ignore[arg-type]


def suggest(
    used: Style, text: str, lexicon: Lexicon | None = None, lang: str | None = "en", **options: object
) -> list[tuple[str, Suggestion | None]]:
    """The surface of each annotation with what the style says of it."""
    lexicon = lexicon or invented_lexicon()
    result = annotate(text, lexicon, lang=lang)
    found = HouseStyles(lexicon, {used.id: used}).suggestions(used, text, result, **options)  # type: ignore[arg-type]
    return [(one.surface, said) for one, said in zip(result.annotations, found, strict=True)]


def texts(used: Style, text: str, lexicon: Lexicon | None = None, lang: str | None = "en") -> Mapping[str, str | None]:
    """Only what the style would write, by surface; annotations with no suggestion are left out."""
    return {surface: said.text for surface, said in suggest(used, text, lexicon, lang) if said is not None}


def annotate(text: str, lexicon: Lexicon, **options: object) -> Result:
    return Annotator(lexicon).annotate(Request(text=text, **options))  # type: ignore[arg-type]
