"""What the script asks for when a mark is opened."""

import re

import pytest
from flask.testing import FlaskClient

from tests.invented import MARKET, TOWN


def test_a_part_of_the_answer_leads_to_the_rest_of_an_entry(client: FlaskClient) -> None:
    whole = client.post("/", data={"text": "Oldvale"}).text
    part = client.post("/", data={"text": "Oldvale", "view": "part"}).text
    assert "Vale Printers" in whole
    assert "Vale Printers" not in part
    [address] = re.findall('data-more="([^"]+)"', part)
    rest = client.get(address.replace("&amp;", "&"))
    assert "Vale Printers" in rest.text
    assert '<bdi lang="hy">Նուվել</bdi>' in rest.text
    assert '<bdi lang="en">Oldvale</bdi>' not in rest.text
    assert rest.headers["ETag"]


def test_a_contextual_label(client: FlaskClient) -> None:
    rest = client.get("/parts/label", query_string={"concept": MARKET, "lang": "en", "text": "ortaq"})
    assert rest.status_code == 200
    assert "Observers" in rest.text


@pytest.mark.parametrize(
    "query", [{}, {"concept": TOWN}, {"concept": TOWN, "lang": "hy", "text": "Oldvale"}, {"concept": "<b>"}]
)
def test_what_is_not_there(client: FlaskClient, query: dict[str, str]) -> None:
    assert client.get("/parts/label", query_string=query).status_code == 404
