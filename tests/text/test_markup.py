"""The text that a reader sees of HTML, and the way back to the HTML as sent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.markup import OBJECT, extract

TEXTS = {
    # what it is about: (HTML, the text a reader sees). ◌: something that is not text; None: the text is the HTML.
    "no markup": ("Oldvale", "Oldvale"),
    "nothing": ("", ""),
    "inline elements insert nothing": (
        "New-<b>Old</b>vale <a href='#'>in</a> <span>Nuvel</span>",
        "New-Oldvale in Nuvel",
    ),
    "blocks": ("<p>Oldvale</p><p>Nuvel</p>", "Oldvale\n\nNuvel\n\n"),
    "blocks that are not closed": ("<p>Oldvale<p>Nuvel<div>Ortaq", "Oldvale\n\nNuvel\n\nOrtaq"),
    "cells": ("<table><tr><td>Oldvale<td>Nuvel</table>", "Oldvale\n\nNuvel\n\n"),
    "list": ("<ul><li>Oldvale<li>Nuvel</ul>", "Oldvale\n\nNuvel\n\n"),
    "heading": ("<h1>Oldvale</h1>Nuvel<hr>Ortaq", "Oldvale\n\nNuvel\n\nOrtaq"),
    "line break": ("Oldvale<br>Nuvel<br/>Ortaq<BR >here</br>there", "Oldvale\nNuvel\nOrtaq\nhere\nthere"),
    "two line breaks": ("Oldvale<br> <br>\nNuvel", "Oldvale\n\nNuvel"),
    "places to break a word": ("Old<wbr>vale Nu&shy;vel", "Oldvale Nu\xadvel"),
    "white space": (" <p>\n  Old <b> Town</b>\n\n\tvale\r\n</p>\n\n<p> Nuvel", "Old Town vale \n\nNuvel"),
    "white space that is preformatted": ("<pre>Old\n\n  Town</pre> Nuvel", "Old\n\n  Town\n\nNuvel"),
    "references": (
        "A&amp;B &#x130;&#304; O&nbsp;T&ndash;V &lt;b&gt; &copy &notit; &#150;",
        "A&B İİ O\xa0T–V <b> © ¬it; –",
    ),
    "references that are none": ("A&B & &; &# &#x; &nuvel; &", None),
    "references out of range": ("&#0;&#xD800;&#x110000;&#" + "9" * 5000 + ";", "\ufffd" * 4),
    "references with many zeros": ("&#" + "0" * 5000 + "65;&#x" + "0" * 5000 + "41;", "AA"),
    "reference at the end": ("Oldvale &am", None),
    "reference to a line break": ("Old&#10;&NewLine;Town", "Old  Town"),
    "never seen": (
        "Old<script>if (a<b) 'Nuvel'</script>va<style>p{}</style>l<template><p>x</p></template>e<noscript>x</noscript>",
        "Oldvale",
    ),
    "hidden": ("Old<span hidden>Nuvel <b translate=yes>x</b></span>vale<p hidden>Ortaq</p>", "Oldvale"),
    "comments and declarations": ("<!DOCTYPE html>Old<!-- > Nuvel -->va<?php x?>l<![CDATA[Ortaq]]>e", "Oldvale"),
    "attributes": ("Old<a href='/nuvel' title=\"a>b\" data-x=Ortaq>vale</a >", "Oldvale"),
    "title": ("<head><title>Old &amp; <b></title><meta x=y></head><body>vale", "Old & <b>\n\nvale"),
    "picture": ("Old<img alt='Nuvel'>vale", "Old◌vale"),
    "drawing": ("Old<svg><style/><text>Nuvel<title>x</title></svg>vale<math><mi>Ortaq</mi></math>", "Old◌vale◌"),
    "drawing that is not closed": ("Old<svg><path/><p>Nuvel", "Old◌\n\nNuvel"),
    "CDATA in a drawing": ("Old<svg><![CDATA[ </svg> > ]]></svg>vale", "Old◌vale"),
    "objects": (
        "a<object>Nuvel</object>b<iframe>Nuvel</iframe>c<video>x</video>d<textarea>Nuvel</textarea>e",
        "a◌b◌c◌d◌e",
    ),
    "code": (
        "Old <code>Nuvel</code> <kbd>x</kbd> <samp>y</samp>, <pre><code>z\n\nz</code></pre>",
        "Old ◌ ◌ ◌, \n\n◌\n\n",
    ),
    "not to be translated": ("Old<b translate=no>Nuvel <i>x</i></b>vale <i class='a notranslate'>x</i>", "Old◌vale ◌"),
    "to be translated inside": ("Old<b translate=no>x<i translate='yes'>Nuvel</i>x</b>vale", "Old◌Nuvelvale"),
    "translate is inherited": ("<p TRANSLATE=NO>Old<b>x</b></p>vale", "◌\n\nvale"),
    "a class that only looks like it": ("<b class='notranslated'>Oldvale</b>", "Oldvale"),
    "not to be translated and not closed": (
        "<ul><li translate=no>x<li>Old</ul><p translate=no>y<p>vale",
        "◌\n\nOld\n\n◌\n\nvale",
    ),
    "skipped and not closed in a cell": ("<table><tr><td><code>x<td>Oldvale</table>", "◌\n\nOldvale\n\n"),
    "an end tag does not reach out of a cell": (
        "<div translate=no><table><td>x</div>y</table></div>Oldvale",
        "◌\n\nOldvale",
    ),
    "quotation": ("He said <q>Oldvale is <q>far</q></q>.", "He said “Oldvale is “far””."),
    "quotation that ends with its paragraph": ("<p><q>Oldvale<p>Nuvel", "“Oldvale”\n\nNuvel"),
    "quotation marks of what is not shown": ("<code><q>x</q></code>", "◌"),
    "less-than sign": ("3 < 5 <3 Oldvale <- Nuvel << Ortaq <", None),
    "less-than sign before a letter": ("a<b and Oldvale", None),
    "tag that begins with a less-than sign": ("a<b and c>Oldvale", "aOldvale"),
    "tag cut off at the end": ("Oldvale <em", None),
    "tag cut off in an attribute": ('Oldvale <a title="Nuvel', "Oldvale "),
    "attribute that is not closed": ('<a href="x>Oldvale</a> and Nuvel', "Oldvale and Nuvel"),
    "comment cut off at the end": ("Oldvale<!-- Nuvel", "Oldvale"),
    "script cut off at the end": ("Oldvale<script>Nuvel</scrip", "Oldvale"),
    "declaration cut off at the end": ("Oldvale <!DOCT", None),
    "crossed elements": ("<b>Old<i>va</b>le</i> <code>x<b>y</code>Nuvel</b>", "Oldvale ◌Nuvel"),
    "end tags without a beginning": ("Old</b>va</span>le</code></q>", "Oldvale"),
    "capital letters": ("<P>Old<SCRIPT>x</Script><B TRANSLATE=No>x</B>vale", "Old◌vale"),
    "NUL": ("Old\0va<b>\0le</b>", "Oldvale"),
    "lone carriage return": ("Old\rTown\r\nvale", "Old Town vale"),
    "characters beyond U+FFFF": ("😀<b>Oldvale</b>&#x1F600;", "😀Oldvale😀"),
    "lone surrogate": ("Old\ud800<b>vale</b>", "Old\ud800vale"),
}
# The cases in which html.parser gives different answers before and after its repairs of 2025 (CPython issue 135661).
DIFFERING = {
    "--!> ends a comment": ("Old<!-- x --!>vale<!-- y -->", "Oldvale"),
    "-- > ends no comment": ("Old<!-- x -- > Nuvel -->vale", "Oldvale"),
    "empty comments": ("Old<!-->va<!--->le", "Oldvale"),
    "a comment that is longer than it looks": ("Old<!--!> x -->vale", "Oldvale"),
    "] ]> ends no CDATA section": ("Old<svg><![CDATA[x] ]></svg>]]></svg>vale", "Old◌vale"),
    "a CDATA section in HTML is a comment up to the next >": ("Old<![CDATA[x>vale]]>", "Oldvale]]>"),
    "a space before the name makes a comment of an end tag": ("<script>x</ script>y</script>Old</ b>vale", "Oldvale"),
    "an end tag may have attributes": ("<style>x</style a='>'>Old<b>va</b x='>'>le", "Oldvale"),
    "an end tag of a script may have a slash": ("<script>x</script/>Oldvale", "Oldvale"),
    "only the white space of HTML parts attributes": ("Old<a\u00a0title='x'>vale<b\vtranslate=no>x", "Oldvalex"),
    "a slash between attributes": ("<a/href='/x'/translate=no>Nuvel</a>Oldvale", "◌Oldvale"),
    "several equals signs": ("<a x==\"'>Old</a>vale", "Oldvale"),
    "textarea and title hold no markup": ("<title><b></title>Old<textarea><p>x</p></textarea>vale", "<b>\n\nOld◌vale"),
    "nothing between brackets": ("Old</>vale", "Oldvale"),
    "a script that holds the end of another": ("<script>'</style>'</script>Oldvale", "Oldvale"),
    "a name with signs in it": ("<o:p>Oldvale</o:p><x-y.z_>Nuvel</x-y.z_>", "OldvaleNuvel"),
}


@pytest.mark.parametrize(
    ("html", "text"),
    [pytest.param(*row, id=name) for table in (TEXTS, DIFFERING) for name, row in table.items()],
)
def test_what_a_reader_sees(html: str, text: str | None) -> None:
    expected = html if text is None else text
    assert extract(html).text == expected.replace("◌", OBJECT)


ORIGINALS = [
    # HTML, a stretch of the text, the stretch of the HTML that is to be highlighted
    ("in Ki<em>ev</em> now", "Kiev", "Ki<em>ev"),
    ("<em>Ki</em>ev now", "Kiev", "Ki</em>ev"),
    ("in Old-<b>Nu</b>vel now", "Old-Nuvel", "Old-<b>Nu</b>vel"),
    ("<p>in <b>Oldvale</b></p>", "Oldvale", "Oldvale"),
    ("&#x130;lham in &Ccedil;ay", "İlham", "&#x130;lham"),
    ("&#x130;lham in &Ccedil;ay", "Çay", "&Ccedil;ay"),
    ("in &Ccedil", "Ç", "&Ccedil"),
    ("in &notit", "¬", "&not"),
    ("in &notit", "it", "it"),
    ("Old&nbsp;Town&ndash;Hill.", "Old\xa0Town–Hill", "Old&nbsp;Town&ndash;Hill"),
    ("Nu&shy;vel, Nu<wbr>vel", "Nuvel", "Nu<wbr>vel"),
    ("in Old\n    Town", "Old Town", "Old\n    Town"),
    ("in Old <b> Town</b>", "Old Town", "Old <b> Town"),
    ("Old\r\nTown", "Old Town", "Old\r\nTown"),
    ("Oldvale <!-- Nuvel -->Nuvel", "Nuvel", "Nuvel"),
    ("Old<!-- Nuvel -->vale", "Oldvale", "Old<!-- Nuvel -->vale"),
    ("Old\0vale", "Oldvale", "Old\0vale"),
    ("<q>Oldvale</q>", "Oldvale", "Oldvale"),
    ("<q>Oldvale</q>", "“Oldvale”", "<q>Oldvale</q>"),
    ("a<br>b", "\n", "<br>"),
    ("<p>a</p>b", "\n\n", "</p>"),
    ("😀<b>Новодол</b>", "Новодол", "Новодол"),
    ("a &fjlig; b", "fj", "&fjlig;"),
]


@pytest.mark.parametrize(("html", "stretch", "original"), ORIGINALS)
def test_the_way_back(html: str, stretch: str, original: str) -> None:
    extracted = extract(html)
    start = extracted.text.index(stretch)
    first, last = extracted.original(start, start + len(stretch))
    assert html[first:last] == original


def test_the_way_back_from_an_empty_span() -> None:
    extracted = extract("<p>Old<b>vale</b></p>")
    assert extracted.original(0, 0) == (3, 3)
    assert extracted.original(3, 3) == (9, 9)
    assert extract("").original(0, 0) == (0, 0)
    assert extract("<b>Nuvel</b>").original(5, 5) == (8, 8)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 8)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        extract("<b>Oldvale</b>").original(start, end)


# Parts of a document: the HTML, and the text it stands for where it is inline and the text before ends with a letter.
LETTERS = st.sampled_from(
    ["Oldvale", "Nuvel", "Новодол", "Հինավան", "Ortaq’da", "😀", "é", "e\u0301", "“x”", "a.b", ";", "#"]
)
PARTS = st.one_of(
    LETTERS.map(lambda text: (text, text)),
    LETTERS.map(lambda text: (f"<b>{text}</b>", text)),
    LETTERS.map(lambda text: (f"<a href='>' title=\"Nuvel <b>\">{text}</a>", text)),
    st.sampled_from(
        [
            ("&amp;", "&"),
            ("&#x130;", "İ"),
            ("&#304;", "İ"),
            ("&nbsp;", "\xa0"),
            ("&ndash;", "–"),
            ("&shy;", "\xad"),
            ("&lt;b&gt;", "<b>"),
            ("<wbr>", ""),
            ("<!-- Nuvel > -->", ""),
            ("<!---->", ""),
            ("</i>", ""),
            ("<script>'<b>Nuvel'</script>", ""),
            ("<style>p > b {}</style>", ""),
            ("<span hidden>Nuvel</span>", ""),
            ("<code>Nuvel</code>", OBJECT),
            ("<img alt='>'>", OBJECT),
            ("<b translate=no>Nuvel<i>x</i></b>", OBJECT),
            ("<q>", "“"),
            ("</q>", "”"),
            ("<3", "<3"),
            ("\0", ""),
        ]
    ),
)


@given(st.lists(PARTS, max_size=12))
def test_text_and_way_back_of_a_document_made_of_known_parts(parts: list[tuple[str, str]]) -> None:
    depth = 0
    html, text, places = "", "", []
    for markup, shown in parts:
        depth += (markup == "<q>") - (markup == "</q>")
        if depth < 0:  # an end tag that ends nothing
            depth, shown = 0, ""
        if shown:
            places.append((len(text), len(text) + len(shown), len(html), len(html) + len(markup)))
        html += markup
        text += shown
    extracted = extract(html)
    assert extracted.text == text
    for start, end, html_start, html_end in places:
        first, last = extracted.original(start, end)
        assert html_start <= first < last <= html_end
        if "&" not in html[html_start:html_end] and text[start:end] in html[html_start:html_end]:
            assert html[first:last] == text[start:end]
    if text:
        first, last = extracted.original(0, len(text))
        assert first == places[0][2] or html[places[0][2] : first].endswith(">")


PIECES = re.findall(
    r"[^ ]+",
    "< > </ <p> </p> <b> </b> <q> </q> <td> <table> </table> <li> <svg> </svg> <!-- --> <script> </script> <code> "
    "</code> <pre> <title> </title> <textarea> <template> </template> <br> &amp; &#x41; Oldvale Nuvel = \" ' x",
)
FRAGMENTS = st.one_of(
    st.text(alphabet=st.sampled_from("<>/!-?&#;='\" \n\r\0abq[]]x"), max_size=30),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


@given(FRAGMENTS)
def test_whatever_the_html_every_character_has_its_place(html: str) -> None:
    extracted = extract(html)
    last = 0
    for offset, character in enumerate(extracted.text):
        first, end = extracted.original(offset, offset + 1)
        assert last <= end <= len(html)
        assert first < end
        assert html[first:end] == character or len(html[first:end]) != 1 or character == " "
        last = max(last, first)
    for word in re.findall("Oldvale|Nuvel", extracted.text):
        start = extracted.text.index(word)
        first, end = extracted.original(start, start + len(word))
        assert re.sub("<[^>]*>", "", html[first:end]) == word


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "&",
        "</",
        "<a ",
        "<a b='",
        "<a b='>'",
        "<!--",
        "<!",
        "<p>",
        "<b>",
        "</b>",
        "<svg>",
        "<title>",
        "<table><td>",
        "&#",
        "<q>",
    ],
)
def test_much_broken_markup_comes_to_an_end(unit: str) -> None:
    html = unit * 20_000
    for tail in ("", ">", "</i>", "</b>" * 20_000):
        extracted = extract(html + tail)
        assert extracted.original(0, len(extracted.text))[1] <= len(html + tail)
