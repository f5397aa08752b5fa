"""Advice on a text and on HTML is the same advice, with spans in what was sent."""

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.checking.advice import Advice, advise
from service.checking.style import Style
from service.checking.suggestion import HouseStyles
from tests.checking.styles import style
from tests.invented import invented_lexicon

LEXICON = invented_lexicon()
ANNOTATOR = Annotator(LEXICON)
DUAL = style("dual", stances=("sided",))


def ask(request: Request, used: Style = DUAL) -> Advice:
    return advise(ANNOTATOR.annotate, HouseStyles(LEXICON, {}), used, request)


def test_html_gets_the_advice_of_its_text_at_its_own_places() -> None:
    html = "<p title='Oldvale'>Old<b>vale</b> / Nuvel.</p><p>Then <i>Oldvale</i> fell.</p>"
    in_html, in_text = ask(Request(html=html, lang="en")), ask(Request(text="Oldvale / Nuvel.\n\nThen Oldvale fell."))
    assert in_html.suggestions == in_text.suggestions == (None, None, None)
    html = "<p>Old<b>vale</b>.</p>"
    found = ask(Request(html=html, lang="en"))
    (annotation,), (suggestion,) = found.result.annotations, found.suggestions
    assert html[annotation.start : annotation.end] == annotation.surface == "Old<b>vale"
    assert suggestion is not None
    assert suggestion.text == "Nuvel / Oldvale"
    assert found.rewritten().source == "<p>Nuvel / Oldvale<b></b>.</p>"


def test_the_result_is_that_of_the_annotator() -> None:
    for request in (Request(text="Oldvale, Nuvel, ortaq", lang="en"), Request(html="<b>Old</b>vale &amp; <i>ortaq")):
        assert ask(request).result == ANNOTATOR.annotate(request)


def test_chosen_spans() -> None:
    found = ask(Request(text="Oldvale and Nuvel", lang="en"))
    assert found.rewritten(frozenset()).source == "Oldvale and Nuvel"
    assert found.rewritten(frozenset([(0, 7)])).source == "Nuvel / Oldvale and Nuvel"
