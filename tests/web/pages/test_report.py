"""The counts of a text: the panel of the page, the page to print, and the files."""

import csv
import json
import re

from flask.testing import FlaskClient

TEXT = "Oldvale and Nuvel, or “Nuvel as ever”. Oldvale, liberated Oldvale! The ortaq by the Silver Run."


def send(client: FlaskClient, view: str, **fields: str) -> str:
    response = client.post("/", data={"text": TEXT, "lang": "en", "view": view} | fields)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    return response.text


def rows(page: str) -> list[list[str]]:
    """The rows of all tables, as their words."""
    found = re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in found]
    return [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells]


def test_the_panel_counts_by_side_and_voice(client: FlaskClient) -> None:
    table = rows(send(client, "part"))
    assert ["Lowland side", "", "2", "1", "1", "0"] in table
    assert ["Upland side", "", "3", "3", "0", "0"] in table
    assert ["no one side", "", "0", "0", "0", "0"] in table
    assert ["Upland press Upland side", "", "3", "3", "0", "0"] in table
    assert ["liberated Oldvale loaded, Upland side", "1", "1", "0", "0"] in table


def test_sides_and_perspectives_come_in_alphabetical_order(client: FlaskClient) -> None:
    names = [
        row[0] for row in rows(send(client, "part")) if len(row) == 6 and row[0] not in ("side", "perspective", "word")
    ]
    assert names[:5] == [
        "Lowland side",
        "Upland side",
        "no one side",
        "Lowland press Lowland side",
        "Upland press Upland side",
    ]


def test_the_bars_repeat_the_numbers(client: FlaskClient) -> None:
    [lowland, upland, *_] = re.findall(
        r'<svg class="bar" viewBox="0 0 100 10".*?</svg>', send(client, "part"), re.DOTALL
    )
    assert re.findall(r'class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', lowland) == [
        ("own", "0.0", "33.33"),
        ("quoted", "33.33", "33.33"),
    ]
    assert re.findall(r'class="(\w+)" x="([\d.]+)" y="0" width="([\d.]+)"', upland) == [("own", "0.0", "100.0")]


def test_mixed_names_and_first_mentions(client: FlaskClient) -> None:
    page = send(client, "part")
    [mixed] = re.findall(r'<ul class="mixed">(.*?)</ul>', page, re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", "", mixed).split())
    assert words == "town on the river Nuvel ×2 Lowland side Oldvale ×2, liberated Oldvale ×1 Upland side"
    assert ["Oldvale sided, Upland side", "town on the river", "5"] in rows(page)


def test_the_page_to_print_has_the_same_counts(client: FlaskClient) -> None:
    page = send(client, "report", style="both", decide="accept", as_of="2020-01-31")
    panel = rows(send(client, "part", style="both"))
    assert [row for row in rows(page) if row in panel] == [row for row in panel if row in rows(page)] != []
    assert "article of 2020-01-31" in page
    assert ["Oldvale", "Nuvel / Oldvale", "Both names. Lowland side: Nuvel; Upland side: Oldvale.", "accepted"] in rows(
        page
    )
    assert "Oldvale and Nuvel, or" not in page


def test_the_file_needs_nothing_but_itself(client: FlaskClient) -> None:
    page = send(client, "report-html")
    assert "<link" not in page
    assert "<script" not in page
    assert ".bar .quoted" in page
    assert '<base href="http://localhost/">' in page


def test_the_json_file_is_what_the_service_reports(client: FlaskClient) -> None:
    for form, text in (("text", TEXT), ("html", f"<p>{TEXT}")):
        counts = json.loads(send(client, "report-json", text=text, format=form))["report"]
        answer = client.post("/v1/annotate", json={form: text, "lang": "en", "include": ["report"]}).get_json()
        assert counts == answer["report"]


def test_the_table_for_spreadsheets(client: FlaskClient) -> None:
    table = send(client, "report-csv")
    assert table.startswith("\ufeff")
    found = list(csv.DictReader(table.removeprefix("\ufeff").splitlines()))
    [label] = [row for row in found if row["name"] == "liberated Oldvale"]
    assert (label["counted"], label["side"], label["stance"], label["own"]) == ("label", "upland", "loaded", "1")
    assert [row["total"] for row in found if row["counted"] == "unresolved"] == ["1"]
    assert {row["name"] for row in found if row["counted"] == "side"} == {"Lowland side", "Upland side", "no one side"}
