"""Rewriting: chosen suggestions go in, all else stays, and the account is exact."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.checking.rewrite import NOT_CHOSEN, ONLY_A_REMARK, OVERLAPS, Rewritten, rewrite
from service.checking.style import Style
from service.checking.suggestion import HouseStyles
from service.lexicon.model import Lexicon
from service.text.markup import extract
from tests.checking.styles import style
from tests.invented import RIVER, TOWN, concept, invented_lexicon, label, make_lexicon

LEXICON = invented_lexicon()
ANNOTATOR = Annotator(LEXICON)
DUAL = style("dual", stances=("sided",))
ALWAYS = style("perspectives", "perspectives", perspectives=("lowland-press",))
TAG = re.compile(r"<[^>]*>")


def run(
    source: str,
    used: Style = ALWAYS,
    chosen: set[tuple[int, int]] | None = None,
    html: bool = False,
    lexicon: Lexicon = LEXICON,
    **options: object,
) -> Rewritten:
    extracted = extract(source) if html else None
    text = extracted.text if extracted else source
    annotator = ANNOTATOR if lexicon is LEXICON else Annotator(lexicon)
    result = annotator.annotate(Request(text=text, lang="en", **options))  # type: ignore[arg-type]
    found = HouseStyles(lexicon, {}).suggestions(used, text, result)
    rewritten = rewrite(source, extracted, result.annotations, found, chosen)
    for edit in rewritten.edits:
        assert source[edit.start : edit.end] == edit.old
        assert rewritten.source[edit.new_start : edit.new_end] == edit.new
    for left in rewritten.left:
        assert left.start < left.end
    assert _unchanged(source, rewritten) == _unchanged_after(rewritten)
    return rewritten


def _unchanged(source: str, rewritten: Rewritten) -> list[str]:
    """The parts of the source between the edits."""
    ends = [0, *(edit.end for edit in rewritten.edits)]
    starts = [*(edit.start for edit in rewritten.edits), len(source)]
    return [source[end:start] for end, start in zip(ends, starts, strict=True)]


def _unchanged_after(rewritten: Rewritten) -> list[str]:
    ends = [0, *(edit.new_end for edit in rewritten.edits)]
    starts = [*(edit.new_start for edit in rewritten.edits), len(rewritten.source)]
    return [rewritten.source[end:start] for end, start in zip(ends, starts, strict=True)]


def test_all_suggestions() -> None:
    found = run("Oldvale 😀 and Oldvale.")
    assert found.source == "Nuvel 😀 and Nuvel."
    assert [(edit.old, edit.new, edit.start, edit.new_start) for edit in found.edits] == [
        ("Oldvale", "Nuvel", 0, 0),
        ("Oldvale", "Nuvel", 14, 12),
    ]
    assert found.left == ()


def test_chosen_spans_only() -> None:
    found = run("Oldvale and Oldvale.", chosen={(12, 19)})
    assert found.source == "Oldvale and Nuvel."
    assert [(left.start, left.end, left.why) for left in found.left] == [(0, 7, NOT_CHOSEN)]


def test_none_chosen_changes_nothing() -> None:
    assert run("Oldvale and Oldvale.", chosen=set()).source == "Oldvale and Oldvale."


def test_quoted_speech_is_left() -> None:
    found = run('He said: "We in Oldvale are calm." Oldvale!')
    assert found.source == 'He said: "We in Oldvale are calm." Nuvel!'
    assert [left.why for left in found.left] == [ONLY_A_REMARK]


def test_what_cannot_be_built_is_left_with_the_reason() -> None:
    found = run("Oldvale", style("perspectives", perspectives=("observers",)))
    assert found.source == "Oldvale"
    assert [left.why for left in found.left] == ["The lexicon has no English label that is used by: Observers."]


def test_overlapping_names_are_rewritten_once() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale"), label("Nuvel", by="lowland-press")),
        concept(RIVER, label("Oldvale Run"), label("Nuvel Run", by="lowland-press"), kind="river"),
    )
    found = run("Oldvale Run", lexicon=lexicon, overlaps="all")
    assert found.source == "Nuvel Run"
    assert [left.why for left in found.left] == [OVERLAPS]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>In <b>Oldvale</b>.</p>", "<p>In <b>Nuvel / Oldvale</b>.</p>"),
        ("<p>Old<b>vale</b>!</p>", "<p>Nuvel / Oldvale<b></b>!</p>"),
        ("<p><i>Old</i><b>v<u>a</u>le</b>", "<p><i>Nuvel / Oldvale</i><b><u></u></b>"),
        ("Old&shy;vale &amp; more", "Nuvel / Old\u00advale &amp; more"),
        ("&#79;ldv&#x61;le", "Nuvel / Oldvale"),
        ("<a title='Oldvale' href='/Oldvale'>Oldvale</a>", "<a title='Oldvale' href='/Oldvale'>Nuvel / Oldvale</a>"),
        ("Old<!-- Oldvale -->vale", "Nuvel / Oldvale<!-- Oldvale -->"),
        ("<script>Oldvale</script>Oldvale", "<script>Oldvale</script>Nuvel / Oldvale"),
        ("liberated<br>Oldvale fell", "liberated<br>Oldvale fell"),
        ("<p>Oldvale<p>Oldvale", "<p>Nuvel / Oldvale<p>Oldvale"),
    ],
)
def test_html_keeps_its_markup(html: str, expected: str) -> None:
    assert run(html, DUAL, html=True).source == expected


def test_a_break_inside_a_name_stays() -> None:
    lexicon = make_lexicon(concept(TOWN, label("Old Vale"), label("Nuvel", by="lowland-press")))
    assert run("<b>Old<br>Vale</b>", html=True, lexicon=lexicon).source == "<b>Nuvel<br></b>"
    assert run("<b>Old\n   Vale</b>", html=True, lexicon=lexicon).source == "<b>Nuvel</b>"


def test_a_name_is_escaped_in_html_and_only_there() -> None:
    lexicon = make_lexicon(concept(TOWN, label("Oldvale"), label("Dow & Vale <East>", by="lowland-press")))
    assert run("<i>Oldvale</i>", html=True, lexicon=lexicon).source == "<i>Dow &amp; Vale &lt;East&gt;</i>"
    assert run("Oldvale", lexicon=lexicon).source == "Dow & Vale <East>"


def test_chosen_spans_are_of_the_html_as_sent() -> None:
    html = "<p>Old<b>vale</b> and Oldvale</p>"
    assert run(html, chosen={(3, 13)}, html=True).source == "<p>Nuvel<b></b> and Oldvale</p>"
    assert run(html, chosen={(22, 29)}, html=True).source == "<p>Old<b>vale</b> and Nuvel</p>"


@pytest.mark.parametrize("used", [DUAL, ALWAYS, style("attributed", "attributed"), style("dual", "dual")])
def test_a_rewritten_text_is_as_the_style_wants_it(used: Style) -> None:
    text = 'Oldvale fell. "Oldvale is ours today," he said. The Oldvale road, and Nuvel, OLDVALE.'
    once = run(text, used).source
    assert once != text
    assert run(once, used).source == once


TAGS = ["<b>", "</b>", "<p>", "</i>", "<br>", "<!--x-->"]
PIECES = ["Oldvale", "Old", "vale", "Nuvel", " ", "\n", "&amp;", "&shy;", '"', *TAGS]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_markup_is_ever_lost(html: str) -> None:
    found = run(html, html=True)
    assert TAG.findall(found.source) == TAG.findall(html)
