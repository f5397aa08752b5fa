import re

from flask.testing import FlaskClient

from tests.invented import TOWN
from tests.web.pages.elements import get


def test_perspectives_by_side_in_order_of_name_and_those_of_none_last(client: FlaskClient) -> None:
    page, elements = get(client, "/perspectives")
    assert re.findall(r'<h2 id="group-\d">([^<]+)<', page) == ["Lowland side", "Upland side", "no side"]
    assert "/perspectives/observers" in elements.links()
    assert "Papers of the upland." in page


def test_a_perspective_shows_its_labels_by_stance_and_language(client: FlaskClient) -> None:
    page, elements = get(client, "/perspectives/upland-press")
    assert "Upland side" in page
    assert "liberated Oldvale" in page
    assert {f"/c/{TOWN}", "/sources/gazette", "/perspectives/upland-press?stance=loaded"} <= set(elements.links())
    page, elements = get(client, "/perspectives/upland-press?stance=loaded")
    assert "1 label<" in page
    assert "Նուվել" not in page
    assert "/perspectives/upland-press" in elements.links()  # to take it back
    page, _ = get(client, "/perspectives/upland-press?stance=sided&lang=hy")
    assert "Նուվել" in page
    assert "liberated" not in page


def test_no_such_stance_or_perspective(client: FlaskClient) -> None:
    page, _ = get(client, "/perspectives/upland-press?stance=<b>")
    assert "Nothing found." in page
    get(client, "/perspectives/nobody", 404)
