import json
from datetime import date

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Concept, Dates, Location, Relation, Sense, Use, When
from tests.invented import (
    GONE,
    MARKET,
    RETIRED,
    RIVER,
    SETTINGS,
    TOWN,
    concept,
    engine_of,
    invented_lexicon,
    label,
    make_lexicon,
)
from tests.web.pages.elements import HOSTILE, get

LINKED = "application/ld+json"


def client_of(*concepts: Concept) -> FlaskClient:
    return create_app(SETTINGS, load_engine=lambda _: engine_of(make_lexicon(*concepts))).test_client()


def test_both_sides_names_head_the_page_in_alphabetical_order(client: FlaskClient) -> None:
    page, elements = get(client, f"/c/{TOWN}")
    assert '<h1><bdi lang="en">Nuvel</bdi> / <bdi lang="en">Oldvale</bdi></h1>' in page
    assert "none is preferred" in page
    assert "town on the river" in page
    assert elements.all("link", rel="alternate", type=LINKED, href=f"/c/{TOWN}.jsonld")


@pytest.mark.parametrize(("lang", "heading"), [("az", ["Nüvəl", "Oldvale"]), ("hy", ["Nuvel", "Նուվել"])])
def test_a_side_without_a_name_in_the_readers_language_is_named_in_english(
    client: FlaskClient, lang: str, heading: list[str]
) -> None:
    page = client.get(f"/c/{TOWN}?ui={lang}", headers={"Accept": "text/html"}).text
    head = page.partition("<h1>")[2].partition("</h1>")[0]
    assert [part.partition("</bdi>")[0].partition(">")[2] for part in head.split("<bdi")[1:]] == heading


def test_every_label_says_whose_it_is_and_on_whose_word(client: FlaskClient) -> None:
    page, elements = get(client, f"/c/{TOWN}")
    for said in ("Oldvale", "Nuvel", "Նուվել", "Nüvəl", "Нувель", "Altenthal", "liberated Oldvale"):
        assert f">{said}</bdi>" in page
    assert "Heard in the lowland as a claim to the town." in page
    assert "Upland side" in page
    links = elements.links()
    assert {"/perspectives/upland-press", "/sources/gazette", "/sources/ledger"} <= set(links)
    assert "https://gazette.example/4" in links
    assert not [link for link in links if link.startswith("javascript")]


def test_relations_are_shown_both_ways_with_who_claims_them(client: FlaskClient) -> None:
    page, _ = get(client, f"/c/{TOWN}")
    assert "as claimed by" in page
    page, elements = get(client, f"/c/{RIVER}")
    assert f"/c/{TOWN}" in elements.links()
    assert "as claimed by" in page


def test_words_of_some_contexts_come_with_their_condition(client: FlaskClient) -> None:
    page, elements = get(client, f"/c/{RIVER}")
    assert "The word means a shared thing: a river or a market." in page
    assert "in the same sentence stands" in page
    assert "“<bdi>water</bdi>”" in page
    assert f"/c/{MARKET}" in elements.links()  # what else it may mean
    assert "nothing is guessed" in page


def test_every_kind_of_condition_has_its_words() -> None:
    when = When(
        same="paragraph",
        mentions=(TOWN, "c-gone"),
        words=("water",),
        before=("old",),
        after=("bank",),
        without=("money",),
        as_of=Dates(date(1990, 1, 1), date(1991, 12, 31)),
    )
    lexicon = invented_lexicon()
    form = lexicon.ambiguous[0]
    sense = Sense(RIVER, (when, When()), form.senses[0].label, unless=(When(words=("salt",)),))
    changed = type(form)(**{name: getattr(form, name) for name in form.__slots__} | {"senses": (sense,)})
    again = make_lexicon(*lexicon.concepts.values(), ambiguous=(changed,))
    client = create_app(SETTINGS, load_engine=lambda _: engine_of(again)).test_client()
    page, _ = get(client, f"/c/{RIVER}")
    for said in (
        "the same paragraph mentions",
        "in the same paragraph stands",
        "directly before it stands",
        "directly after it stands",
        "in the same paragraph does not stand",
        "the article’s date is from 1990 until 1991",
        "one of these holds:",
        "but not if",
        "salt",
        "c-gone",
        "always",
    ):
        assert said in page


def test_a_label_tells_where_it_is_another_things_name() -> None:
    when = When(same="sentence", words=("league*",))
    page, _ = get(client_of(concept(TOWN, label("Oldvale", not_in=("Oldvale Weekly",), unless=(when,)))), f"/c/{TOWN}")
    assert '“<bdi lang="en">Oldvale Weekly</bdi>”' in page
    assert "league*" in page


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
        (None, "text/html"),
        ("application/json", "application/json"),
        (LINKED, LINKED),
        ("application/json;q=0.5, application/ld+json", LINKED),
    ],
)
def test_one_address_several_forms(client: FlaskClient, accept: str | None, mimetype: str) -> None:
    response = client.get(f"/c/{TOWN}", headers={"Accept": accept} if accept else {})
    assert response.status_code == 200
    assert response.mimetype == mimetype
    assert "Accept" in response.vary
    assert client.get(f"/c/{TOWN}", headers=[("If-None-Match", response.headers["ETag"]), *(
        [("Accept", accept)] if accept else []
    )]).status_code == 304  # fmt: skip


def test_the_forms_have_addresses_of_their_own(client: FlaskClient) -> None:
    assert client.get(f"/c/{TOWN}.json").get_data() == client.get(f"/v1/concepts/{TOWN}").get_data()
    assert client.get(f"/c/{TOWN}.jsonld").mimetype == LINKED
    tags = {client.get(f"/c/{TOWN}", headers={"Accept": kind}).headers["ETag"] for kind in ("text/html", LINKED)}
    assert len(tags) == 2


def test_a_form_that_there_is_not(client: FlaskClient) -> None:
    response = client.get(f"/c/{TOWN}", headers={"Accept": "image/png"})
    assert response.status_code == 406


@pytest.mark.parametrize(
    ("concept_id", "status"), [("c-nnn2n2", 404), ("x" * 300, 404), ("<b>", 404), (GONE, 410), (RETIRED, 410)]
)
@pytest.mark.parametrize("end", ["", ".json", ".jsonld"])
def test_what_is_not_there_or_no_longer(client: FlaskClient, concept_id: str, status: int, end: str) -> None:
    page, _ = get(client, f"/c/{concept_id}{end}", status)
    assert "<b>" not in page
    as_data = client.get(f"/c/{concept_id}{end}", headers={"Accept": "application/json"})
    assert as_data.status_code == status
    assert as_data.mimetype == "application/problem+json"


def test_linked_data_prefer_no_name(client: FlaskClient) -> None:
    data = json.loads(client.get(f"/c/{TOWN}.jsonld").get_data())
    assert data["@id"] == f"http://localhost/c/{TOWN}"
    assert "prefLabel" not in json.dumps(data)
    names = [(name["@language"], name["@value"]) for name in data["skos:altLabel"]]
    assert names == sorted(names)
    assert ("en", "Nuvel") in names
    assert len(data["skosxl:altLabel"]) == 7
    assert data["schema:geo"]["schema:latitude"] == 1.5
    assert data["geo:hasGeometry"]["geo:asWKT"]["@value"] == "POINT(2.5 1.5)"


def test_linked_data_tell_a_claimed_relation_from_a_plain_one() -> None:
    claimed = Relation("in", RIVER, (Use("observers", "gazette"),))
    client = client_of(
        concept(TOWN, label("Oldvale"), relations=(claimed, Relation("part of", MARKET))),
        concept(RIVER, label("Run")),
        concept(MARKET, label("Market")),
    )
    data = json.loads(client.get(f"/c/{TOWN}.jsonld").get_data())
    assert "schema:containedInPlace" not in data
    assert data["dcterms:isPartOf"] == [{"@id": f"http://localhost/c/{MARKET}"}]
    assert [len(one.get("ev:claim", [])) for one in data["ev:relation"]] == [1, 0]


def test_dates_are_as_exact_as_the_lexicon() -> None:
    dates = Dates(date(1988, 1, 1), date(1991, 3, 5))
    page, _ = get(client_of(concept(TOWN, label("Oldvale"), dates=dates)), f"/c/{TOWN}")
    assert "from 1988 until 1991-03-05" in page


def test_labels_in_time() -> None:
    stated = Use("lowland-press", "ledger", dates=Dates(date(1950, 1, 1), date(1970, 12, 31)))
    open_ended = Use("observers", "ledger", dates=Dates(date(1990, 1, 1)))
    town = concept(TOWN, label("Oldvale"), label("Nuvel", uses=(stated, open_ended)))
    page, elements = get(client_of(town), f"/c/{TOWN}")
    assert len(elements.all("rect")) == 2
    points = [attrs for attrs in elements.all("circle") if attrs["cx"] != "7"]
    assert len(points) == 1  # the gazette of May 1999 shows Oldvale
    [point] = points
    bars = sorted(elements.all("rect"), key=lambda bar: float(str(bar["x"])))
    assert float(str(bars[0]["x"])) + float(str(bars[0]["width"])) < float(str(bars[1]["x"])) < float(str(point["cx"]))
    for said in ("from 1950 until 1970", "from 1990", "1999-05"):
        assert f"<td>{said}</td>" in page, "the table says what the picture shows"


def test_one_date_makes_no_timeline(client: FlaskClient) -> None:
    page, _ = get(client_of(concept(TOWN, label("Oldvale"))), f"/c/{TOWN}")
    assert "Labels in time" not in page


def test_namesakes_lead_to_each_other() -> None:
    client = client_of(concept(TOWN, label("Oldvale")), concept(RIVER, label("oldvale"), gloss="brook in the hills"))
    page, _ = get(client, f"/c/{TOWN}")
    assert "Others of the same name" in page
    assert "brook in the hills" in page


def test_records_elsewhere() -> None:
    ids = {"wikidata": "Q1", "geonames": "2", "wof": "3", "atlas": "17", "evil": "1"}
    _, elements = get(client_of(concept(TOWN, label("Oldvale"), external_ids=ids)), f"/c/{TOWN}")
    outside = [link for link in elements.links() if link.startswith("https://") and "gazette" not in link]
    assert outside == [
        "https://www.geonames.org/2",
        "https://www.wikidata.org/wiki/Q1",
        "https://spelunker.whosonfirst.org/id/3",
    ]


def test_hostile_entries_are_escaped() -> None:
    uses = (Use("upland-press", "ledger", HOSTILE),)
    hostile = concept(
        TOWN,
        label("Oldvale" + HOSTILE, note=HOSTILE, uses=uses, type=HOSTILE),
        label("Oldvale", note=HOSTILE, uses=uses, lang='"><b>'),
        gloss=HOSTILE,
        kind=HOSTILE,
        external_ids={"wikidata": HOSTILE, HOSTILE: "1"},
        location=Location(1.0, 2.0, "ledger"),
        relations=(Relation(HOSTILE, HOSTILE, uses),),
    )
    page, elements = get(client_of(hostile), f"/c/{TOWN}")
    elements.harmless()
    assert "{{ 7*7 }}" in page
    assert not [link for link in elements.links() if "javascript:" in link]


def test_languages_and_stances_are_named_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = client.get(f"/c/{TOWN}?ui=ru", headers={"Accept": "text/html"}).text
    assert ">Армянский</h3>" in page
    assert ">Armenian</h3>" not in page
    assert "town on the river" in page  # what the lexicon says stays as the lexicon says it


@pytest.mark.parametrize(("start", "until"), [(date.min, date.max), (date(9990, 1, 1), date.max), (date.min, None)])
def test_the_scale_reaches_as_far_as_dates_do(start: date, until: date | None) -> None:
    uses = (Use("observers", "ledger", dates=Dates(start, until)), Use("observers", "gazette"))
    page, _ = get(client_of(concept(TOWN, label("Oldvale", uses=uses))), f"/c/{TOWN}")
    assert "Labels in time" in page


def test_words_of_some_contexts_have_their_time_too() -> None:
    dated = Use("observers", "gazette", dates=Dates(date(1990, 1, 1)))
    page, elements = get(client_of(concept(TOWN, label("ortaq", uses=(dated,), contextual=True))), f"/c/{TOWN}")
    assert "Labels in time" in page
    assert len(elements.all("rect", class_="side-0")) == 1
