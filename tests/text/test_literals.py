"""Where no name is looked for: addresses, files, handles, hashtags, code.

In the tables, ⟦ and ⟧ stand around each such stretch; they are taken out before the text is read.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.literals import literals, touched

FOUND = [
    # kind, text
    ("url", "See ⟦https://news.example.org/oldvale/nuvel-1⟧."),
    ("url", "See (⟦http://example.org/Oldvale⟧), please"),
    ("url", "See ⟦https://en.example.org/wiki/Oldvale_(town)⟧."),
    ("url", "(see ⟦https://en.example.org/wiki/Oldvale_(town)⟧)"),
    ("url", "“⟦https://example.org/Oldvale⟧”"),
    ("url", "'⟦https://example.org/Oldvale⟧'"),
    ("url", "⟦ftp://example.org/Oldvale?a=b&c=d#Nuvel⟧!"),
    ("url", "[Oldvale](⟦https://example.org/oldvale⟧)"),
    ("url", "<⟦https://example.org/Oldvale⟧>"),
    ("url", "⟦HTTPS://EXAMPLE.ORG/OLDVALE⟧, and"),
    ("url", "«⟦https://пример.рф/Новодол⟧»"),
    ("url", "Տես ⟦https://example.am/Հինավան⟧։"),
    ("domain", "⟦www.oldvale.example⟧ is down"),
    ("domain", "on ⟦news.example.org/oldvale⟧, today"),
    ("domain", "on ⟦oldvale.az⟧."),
    ("domain", "On ⟦Oldvale.am⟧ today"),
    ("domain", "On ⟦Oldvale.Az⟧ today"),
    ("domain", "ON ⟦OLDVALE.AM⟧ TODAY"),
    ("domain", "⟦oldvale.az⟧-ın xəbəri"),
    ("domain", "сайт ⟦новодол.рф⟧ сообщил"),
    ("domain", "⟦t.me/oldvale⟧"),
    ("domain", "⟦oldvale.co.uk:8080/nuvel⟧)"),
    ("domain", "⟦oldvale.com⟧: the town"),
    ("domain", "Read ⟦example.org⟧.The minister"),
    ("email", "⟦press@oldvale.example.org⟧."),
    ("email", "(⟦first.last+oldvale@nuvel.az⟧)"),
    ("email", "mailto:⟦oldvale@example.org⟧"),
    ("email", "⟦новодол@пример.рф⟧"),
    ("file", "the file ⟦report_oldvale.pdf⟧."),
    ("file", "⟦Oldvale-map.JPG⟧ shows"),
    ("file", "“⟦2023-09-19_Nuvel.docx⟧”"),
    ("file", "⟦доклад_Новодол.pdf⟧"),
    ("file", "in ⟦docs/oldvale/report.pdf⟧ we"),
    ("file", "⟦oldvale.tar.gz⟧"),
    ("path", "⟦C:\\docs\\Oldvale.txt⟧."),
    ("path", "(⟦D:\\Oldvale\\⟧)"),
    ("path", "in ⟦C:/docs/Oldvale⟧."),
    ("path", "⟦d:/Oldvale⟧"),
    ("path", "⟦\\\\server\\Oldvale⟧"),
    ("path", "⟦docs\\Oldvale\\x⟧"),
    ("path", "⟦/srv/oldvale/x⟧."),
    ("path", "⟦/Users/anna/Oldvale⟧"),
    ("path", "⟦~/oldvale/x⟧ and ⟦./nuvel⟧ and ⟦../ortaq⟧"),
    ("handle", "by ⟦@OldvaleNews⟧:"),
    ("handle", "by (⟦@oldvale_⟧)"),
    ("handle", "⟦@Новодол⟧"),
    ("handle", "⟦@Հինավան⟧։"),
    ("handle", "⟦@oldvale.example.org⟧"),
    ("handle", "⟦@oldvale@social.example.org⟧"),
    ("hashtag", "⟦#Oldvale⟧, ⟦#Новодол⟧ ⟦#Հինավան⟧։"),
    ("hashtag", "(⟦#Oldvale2023⟧)"),
    ("hashtag", "⟦#Nuve\u0301l⟧ is"),
    ("code", "call ⟦`oldvale()`⟧ or ⟦``Nuvel ``⟧ now"),
    ("code", "a\n⟦```\nOldvale\n\nNuvel\n```⟧\nb"),
]

NONE = [
    "",
    "Oldvale",
    "Oldvale.The minister left.",
    "Oldvale.In the morning",
    "OLDVALE.IN THE MORNING",
    "Oldvale.Nuvel",
    "и.о. главы Новодола",
    "г.Новодол, т.е. город",
    "e.g.in Oldvale, vs.in Nuvel, i.e.Ortaq, a.m., U.S.A",
    "and/or Oldvale/Nuvel, Oldvale / Nuvel, Oldvale/Nuvel/Ortaq",
    "Oldvale /Nuvel/ and (Oldvale/Nuvel)",
    "Oldvale /Nuvel/Ortaq",
    "24/7, 1/2, 19/09/2023, s/he",
    "Oldvale-Nuvel, 3.5 km, 24.09.2023, 1.000.000",
    "Oldvale: the town; 12:30; Oldvale://",
    "5 @ 3 and # 1 and C# and F#m",
    "Oldvale...and Nuvel…and",
    "O`rtaq va Qo`rtaq shahri",
    "`Oldvale' and `Nuvel'",
    "a lone ` backtick",
    "\\ and \\* and \\_",
    "AT&T and R&D&#38;",
    "Հինավան։Նուվել",
    "No.1 in Oldvale",
]


@pytest.mark.parametrize(("kind", "marked"), FOUND)
def test_what_is_read_letter_by_letter(kind: str, marked: str) -> None:
    text = re.sub("[⟦⟧]", "", marked)
    found = literals(text)
    assert [text[start:end] for start, end, _ in found] == re.findall("⟦([^⟧]*)⟧", marked)
    assert {stretch.kind for stretch in found} == {kind}


@pytest.mark.parametrize("text", NONE)
def test_what_is_ordinary_text(text: str) -> None:
    assert literals(text) == ()


def test_several_kinds_in_one_text() -> None:
    text = "Read https://example.org/Oldvale, ask @nuvel or ortaq@example.org about #Oldvale and map.png!"
    assert [(text[start:end], kind) for start, end, kind in literals(text)] == [
        ("https://example.org/Oldvale", "url"),
        ("@nuvel", "handle"),
        ("ortaq@example.org", "email"),
        ("#Oldvale", "hashtag"),
        ("map.png", "file"),
    ]


TOUCHED = [
    ("Oldvale", None),
    ("Nuvel", "hashtag"),
    ("and #Nu", "hashtag"),
    ("l,", "hashtag"),
    (", ", None),
    ("Ortaq", "handle"),
]


@pytest.mark.parametrize(("part", "kind"), TOUCHED)
def test_whether_a_span_touches_a_stretch(part: str, kind: str | None) -> None:
    text = "Oldvale and #Nuvel, @Ortaq"
    start = text.index(part)
    stretch = touched(literals(text), start, start + len(part))
    assert (stretch.kind if stretch else None) == kind


@given(st.text(alphabet=st.sampled_from("ab.A1:/\\@#`- com_Нհ()\n"), max_size=40))
def test_whatever_the_text_the_stretches_are_in_order_and_apart(text: str) -> None:
    last = 0
    for start, end, _ in literals(text):
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        last = end
    assert all(touched(literals(text), start, end) for start, end, _ in literals(text))


@pytest.mark.parametrize(
    "unit",
    ["a@", "a.", ".com", "a.com ", "http://", "://", "a/", "/a", "\\", "\\a", "`", "`a", "``a", "@", "#a", "www.", ")"],
)
def test_many_signs_come_to_an_end(unit: str) -> None:
    text = unit * 50_000
    assert all(end <= len(text) for _, end, _ in literals(text))
