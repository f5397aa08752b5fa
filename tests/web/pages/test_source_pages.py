from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Location, Source, Use
from tests.invented import RIVER, SETTINGS, TOWN, concept, engine_of, label, make_lexicon
from tests.web.pages.elements import HOSTILE, get


def test_the_list_tells_how_much_rests_on_each(client: FlaskClient) -> None:
    page, elements = get(client, "/sources")
    assert {"/sources/gazette", "/sources/ledger"} <= set(elements.links())
    assert "Vale Printers" in page
    assert "1 use" in page


def test_the_list_by_words(client: FlaskClient) -> None:
    _, elements = get(client, "/sources?q=LEDGER+house")
    assert [link for link in elements.links() if link.startswith("/sources/")] == ["/sources/ledger"]
    page, _ = get(client, "/sources?q=nothing")
    assert "Nothing found." in page


def test_a_source_shows_the_uses_that_rest_on_it(client: FlaskClient) -> None:
    page, elements = get(client, "/sources/ledger")
    assert "Nuvel" in page
    assert {f"/c/{TOWN}", "/perspectives/lowland-press"} <= set(elements.links())
    assert "1 use rests on it" in page
    page, elements = get(client, "/sources/gazette")
    assert "https://gazette.example/4" in elements.links()
    assert "of 1 concept" in page  # coordinates


def test_an_address_that_is_none_of_the_web_is_text(client: FlaskClient) -> None:
    page, elements = get(client, "/sources/ledger")
    assert "javascript:alert(1)" in page
    elements.harmless()


def test_a_label_of_several_contexts_counts_once() -> None:
    twice = label("ortaq", contextual=True)
    client = create_app(
        SETTINGS, load_engine=lambda _: engine_of(make_lexicon(concept(RIVER, twice, twice)))
    ).test_client()
    assert "1 use rests on it" in get(client, "/sources/gazette")[0]


def test_long_lists_have_pages() -> None:
    many = [concept(f"c-many{n:03}", label(f"Hamlet {n:03}")) for n in range(150)]
    client = create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(*many))).test_client()
    page, elements = get(client, "/sources/gazette")
    assert "150 uses rest on it" in page
    assert "/sources/gazette?page=2" in elements.links()
    page, _ = get(client, "/sources/gazette?page=2")
    assert page.count('<th scope="row">') == 50


def test_no_such_source(client: FlaskClient) -> None:
    get(client, "/sources/nothing", 404)


def test_hostile_sources_are_escaped() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale", uses=(Use("observers", HOSTILE),)), location=Location(1.0, 2.0, HOSTILE))
    )
    sources = {HOSTILE: Source(HOSTILE, HOSTILE, HOSTILE, HOSTILE, "JAVASCRIPT:alert(1)", HOSTILE, HOSTILE)}
    hostile = type(lexicon)(**{name: getattr(lexicon, name) for name in lexicon.__slots__} | {"sources": sources})
    client = create_app(SETTINGS, load_engine=lambda _: engine_of(hostile)).test_client()
    for address in ("/sources", f"/c/{TOWN}", "/perspectives/observers"):
        _, elements = get(client, address)
        elements.harmless()
