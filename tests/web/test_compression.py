"""Answers are compressed for callers that ask for it, and are the same answers."""

import gzip
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from flask.testing import FlaskClient

from tests.invented import TOWN

LONG = {"text": "Oldvale and Nuvel. " * 20}
DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress}


@pytest.mark.parametrize(("accepted", "used"), [("br", "br"), ("gzip, deflate, br", "br"), ("gzip, deflate", "gzip")])
def test_a_long_answer_is_compressed(client: FlaskClient, accepted: str, used: str) -> None:
    plain = client.post("/v1/annotate", json=LONG)
    short = client.post("/v1/annotate", json=LONG, headers={"Accept-Encoding": accepted})
    assert short.headers["Content-Encoding"] == used
    assert DECODERS[used](short.get_data()) == plain.get_data()
    again = client.post("/v1/annotate", json=LONG, headers={"Accept-Encoding": accepted})
    assert again.get_data() == short.get_data()
    assert len(short.get_data()) < len(plain.get_data()) / 5
    assert int(short.headers["Content-Length"]) == len(short.get_data())
    assert short.headers["Cache-Control"] == "no-store"
    for response in (plain, short):
        assert "Accept-Encoding" in response.vary


@pytest.mark.parametrize(
    ("body", "accepted"),
    [
        (LONG, None),
        (LONG, "identity"),
        (LONG, "br;q=0, gzip;q=0"),
        (LONG, "compress"),
        ({"text": "none"}, "br"),
        ({}, "br"),
    ],
)
def test_other_answers_are_not(client: FlaskClient, body: dict[str, Any], accepted: str | None) -> None:
    headers = {"Accept-Encoding": accepted} if accepted else {}
    assert "Content-Encoding" not in client.post("/v1/annotate", json=body, headers=headers).headers


def test_unchanged_data_is_not_sent_again(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "br"}
    first = client.get(f"/v1/concepts/{TOWN}", headers=headers)
    assert first.headers["Content-Encoding"] == "br"
    again = client.get(f"/v1/concepts/{TOWN}", headers=headers | {"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    plain = client.get(f"/v1/concepts/{TOWN}")
    assert first.headers["ETag"] == "W/" + plain.headers["ETag"]


def test_files_are_sent_as_they_are(client: FlaskClient) -> None:
    response = client.get("/static/icon.svg", headers={"Accept-Encoding": "br"})
    assert response.status_code == 200
    assert "Content-Encoding" not in response.headers
