import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import build_engine, create_app
from service.lexicon.symmetry import Missing
from service.web.engine import Engine
from tests.invented import SETTINGS
from tests.web.pages.elements import HOSTILE, get

BASE = Path(__file__).parent.parent.parent / "cases" / "lint" / "base"


@pytest.fixture(scope="module")
def read_engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The engine as the service builds it, from the files of an invented lexicon and its compiled form."""
    cache = tmp_path_factory.mktemp("cache")
    build_engine(BASE, cache)
    return build_engine(BASE, cache)


@pytest.fixture
def read_client(read_engine: Engine) -> FlaskClient:
    return create_app(SETTINGS, load_engine=lambda _: read_engine).test_client()


def test_totals_as_picture_and_table(read_client: FlaskClient) -> None:
    page, elements = get(read_client, "/symmetry")
    assert "1 contested concept<" in page.replace(" ·", "<")
    bars = [attrs for attrs in elements.all("rect") if str(attrs.get("class")).startswith("side-")]
    assert {"side-0", "side-1", "side-2"} <= {attrs["class"] for attrs in bars}
    assert elements.all("svg", role="img")
    assert "The same as a table" in page


def test_sides_stand_in_order_of_their_names(read_client: FlaskClient) -> None:
    page, _ = get(read_client, "/symmetry")
    said = re.findall(r'<text class="by"[^>]*>[\d,]+ ([^<(]+)<', page)
    assert said[:2] == sorted(said[:2])


def test_concept_by_concept(read_client: FlaskClient) -> None:
    page, elements = get(read_client, "/symmetry/vale")
    assert "Nuvelgrad / Oldvale / Ortaqabad" in page
    assert "/c/c-000015" in elements.links()
    page, _ = get(read_client, "/symmetry/vale?q=ortaqa")
    assert "/c/c-000015" in page
    page, _ = get(read_client, "/symmetry/vale?q=elsewhere")
    assert "Nothing found." in page


def test_gaps_stand_with_their_reason(read_engine: Engine) -> None:
    [report] = read_engine.symmetry()
    [row] = report.rows
    side = next(iter(report.sides))
    gaps = (Missing(row.concept, side, "en", HOSTILE), Missing(row.concept, side, None, None))
    with_gaps = replace(report, rows=(replace(row, missing=gaps),))
    engine = replace(read_engine, symmetry=lambda: (with_gaps,))
    client = create_app(SETTINGS, load_engine=lambda _: engine).test_client()
    page, elements = get(client, "/symmetry/vale?gaps=only")
    elements.harmless()
    assert "unexplained" in page
    assert "2 gaps" in get(client, "/symmetry")[0]


def test_a_lexicon_without_a_report_shows_its_coverage(client: FlaskClient) -> None:
    page, _ = get(client, "/symmetry")
    assert "There is no symmetry report" in page
    assert "3 concepts" in page  # the withdrawn one does not count
    get(client, "/symmetry/vale", 404)
