"""What a house style suggests, decided on the page: without a script, as everything that the script asks for."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

TEXT = "😀 Oldvale lies by the river.\n\nPeople in Nuvel and “Oldvale” say so.\n"


def post(client: FlaskClient, **fields: str) -> str:
    response = client.post("/", data={"text": TEXT, "lang": "en", "style": "both"} | fields)
    assert response.status_code == 200
    return response.text


def offers(page: str) -> list[tuple[str, str, str]]:
    """Old name, new name and field of each suggestion."""
    found = re.findall(r"<del>([^<]+)</del> <ins>([^<]+)</ins>.*?name=\"(choice-[^\"]+)\"", page, re.DOTALL)
    return [(unescape(old), unescape(new), field) for old, new, field in found]


def diff(page: str) -> str:
    found = re.search(r'id="diff"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert found
    return found[1]


def decided(page: str) -> str:
    found = re.search(r'id="decided">(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(found[1].split())


def file(client: FlaskClient, view: str, **fields: str) -> str:
    response = client.post("/", data={"text": TEXT, "lang": "en", "style": "both", "view": view} | fields)
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.headers["Cache-Control"] == "no-store"
    return response.text


def test_without_a_style_nothing_is_suggested(client: FlaskClient) -> None:
    assert 'id="changes"' not in post(client, style="")


def test_each_suggestion_with_its_reason_and_nothing_chosen(client: FlaskClient) -> None:
    page = post(client)
    [(old, new, _)] = offers(page)
    assert (old, new) == ("Oldvale", "Nuvel / Oldvale")
    assert "Both names." in page
    assert decided(page) == "1 suggestion: 0 accepted, 0 left, 1 open"
    assert "<ins>" not in diff(page)
    assert "S→" in page


def test_what_is_quoted_gets_a_remark(client: FlaskClient) -> None:
    page = post(client, text="“The Silver Run is deep”, they said.", style="desk")
    assert offers(page) == []
    assert "1 remark without a suggestion" in page
    assert "The style suggests no other name in this text." in page


@pytest.mark.parametrize(("choice", "counts"), [("accept", "1 accepted, 0 left"), ("leave", "0 accepted, 1 left")])
def test_one_choice(client: FlaskClient, choice: str, counts: str) -> None:
    [(_, _, field)] = offers(post(client))
    page = post(client, **{field: choice})
    assert counts in decided(page)
    assert ("<del>Oldvale</del><ins>Nuvel / Oldvale</ins> lies" in diff(page)) is (choice == "accept")
    assert re.search(rf'name="{field}" value="{choice}" checked', page)


@pytest.mark.parametrize(
    ("decide", "counts"), [("accept", "1 accepted, 0"), ("leave", "0 accepted, 1"), ("reopen", "0 accepted, 0")]
)
def test_all_at_once(client: FlaskClient, decide: str, counts: str) -> None:
    [(_, _, field)] = offers(post(client))
    assert counts in decided(post(client, decide=decide, **{field: "leave"}))


def test_a_choice_for_another_text_or_name_does_not_count(client: FlaskClient) -> None:
    [(_, _, field)] = offers(post(client))
    for fields in ({"text": "x" + TEXT}, {"text": TEXT + "The Silver Run.", "style": "desk"}):
        page = post(client, **fields, **{field: "accept"})
        assert "1 choice was made for another text or style" in page
        assert "0 accepted, 0 left" in decided(page)


def test_a_file_is_refused_where_choices_no_longer_fit(client: FlaskClient) -> None:
    [(_, _, field)] = offers(post(client))
    page = post(client, text="x" + TEXT, view="txt", **{field: "accept"})
    assert "1 choice was made for another text or style" in page


def test_going_on_with_the_text(client: FlaskClient) -> None:
    [(_, _, field)] = offers(post(client))
    page = post(client, decide="use", **{field: "accept"})
    assert "\n😀 Nuvel / Oldvale lies by the river.\n\nPeople" in page
    assert offers(page) == []


def test_html_keeps_its_markup(client: FlaskClient) -> None:
    source = "<p class='x'>&amp; Old<b>vale</b> lies <i>there</i>.</p>"
    page = post(client, text=source, format="html")
    [(_, new, field)] = offers(page)
    assert new == "Nuvel / Oldvale"
    assert "&amp; <del>Oldvale</del><ins>Nuvel / Oldvale</ins> lies there." in diff(
        post(client, text=source, format="html", **{field: "accept"})
    )
    taken = file(client, "html", text=source, format="html", **{field: "accept"})
    assert taken == "<p class='x'>&amp; Nuvel / Oldvale<b></b> lies <i>there</i>.</p>"
    assert (
        file(client, "txt", text=source, format="html", **{field: "accept"}).strip() == "& Nuvel / Oldvale lies there."
    )


def test_a_picture_leaves_no_trace_in_the_text(client: FlaskClient) -> None:
    assert file(client, "txt", text="<p>Nuvel <img src=x> town</p>", format="html") == "Nuvel  town\n\n"


def test_the_text_as_files(client: FlaskClient) -> None:
    assert file(client, "txt", decide="accept") == TEXT.replace("Oldvale", "Nuvel / Oldvale", 1)
    assert file(client, "txt") == TEXT
    html = file(client, "html", text="Oldvale <b>\n\nمدينة\n", decide="accept")
    assert html == '<meta charset="utf-8">\n<p dir="auto">Nuvel / Oldvale &lt;b&gt;</p>\n<p dir="auto">مدينة</p>\n'
    packed = client.post("/", data={"text": TEXT, "lang": "en", "style": "both", "view": "docx", "decide": "accept"})
    assert packed.data.startswith(b"PK")
    assert str(packed.mimetype).endswith("wordprocessingml.document")


def test_hostile_names_stay_text(client: FlaskClient) -> None:
    page = post(client, text="Silver Run <img src=x>", style="desk", decide="accept")
    assert "<ins>Silver &lt;Run&gt;</ins> &lt;img src=x&gt;" in diff(page)
    assert "<img" not in page
    assert "<Run>" not in page
