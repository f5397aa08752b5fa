"""The page of a concept at its stable address, `/c/<id>`: for people, as JSON, and as linked data."""

from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from service.checking.catalogue import Meaning
from service.exchange.linked_data import linked_data
from service.exchange.outlines import REGION
from service.lexicon.label_order import label_key
from service.lexicon.model import Concept, Relation
from service.web.answers import send_data
from service.web.engine import current_engine, current_settings
from service.web.lexicon_dump import dump_concept
from service.web.lookups import find_concept
from service.web.pages.conditions import conditions
from service.web.pages.label_groups import by_language, language_rank
from service.web.pages.lexicon_page import cacheable, send_page
from service.web.pages.library import Library, current_library
from service.web.pages.localization import interface_language, translated
from service.web.pages.marked import SIGNS
from service.web.pages.records import records
from service.web.pages.spots import vicinity
from service.web.pages.timeline import timeline
from service.web.problems import Problem
from service.web.schema import dumps

blueprint = Blueprint("concepts", __name__)

_HTML, _JSON, _LINKED = "text/html", "application/json", "application/ld+json"


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation of the concept, or one that leads to it."""

    relation: Relation
    other: Concept | None  # None: the relation leads to an ID that the lexicon does not hold


@blueprint.get("/c/<concept_id>")
def concept(concept_id: str) -> Response:
    """The concept in the form that the caller asks for; a browser gets the page."""
    accepted = request.accept_mimetypes
    wanted = accepted.best_match([_HTML, _LINKED, _JSON]) if accepted else _HTML
    if wanted is None:
        raise Problem(406, "The concept comes as text/html, application/json or application/ld+json.")
    found = find_concept(current_engine().lexicon, concept_id)
    answer = {_HTML: _page, _JSON: _as_json, _LINKED: _as_linked_data}[wanted](found)
    answer.vary.add("Accept")
    return answer


@blueprint.get("/c/<concept_id>.json")
def concept_json(concept_id: str) -> Response:
    """The same as /v1/concepts/<id>."""
    return _as_json(find_concept(current_engine().lexicon, concept_id))


@blueprint.get("/c/<concept_id>.jsonld")
def concept_linked_data(concept_id: str) -> Response:
    """The concept as linked data."""
    return _as_linked_data(find_concept(current_engine().lexicon, concept_id))


@blueprint.get("/c/")
def without_id() -> AnyResponse:
    """No ID: the list has them all."""
    return redirect(url_for("browsing.concepts"))


def _as_json(found: Concept) -> Response:
    engine = current_engine()
    return send_data(dump_concept(found, engine.lexicon), engine)


def _as_linked_data(found: Concept) -> Response:
    data = linked_data(found, current_engine().lexicon, request.root_url)
    return cacheable(Response(dumps(data), mimetype=_LINKED), "ld")


def _page(found: Concept) -> Response:
    library = current_library()
    changes = library.history(found, current_settings().lexicon)
    return send_page(
        "concept.html",
        concept=found,
        groups=by_language((label for label in found.labels if not label.contextual), library.lexicon),
        meanings=_meanings(found, library),
        conditions=conditions,
        timeline=timeline(by_language(found.labels, library.lexicon), library.lexicon, translated("no side")),
        outgoing=_outgoing(found, library),
        incoming=_incoming(found, library),
        namesakes=library.catalogue.namesakes(found),
        records=list(records(found)),
        vicinity=vicinity(found, library.spots(interface_language())) if found.location else None,
        changes=changes,
        tag=changes[0].commit if changes else "",
        frame=REGION,
        signs=SIGNS,
        stances=[stance for stance in SIGNS if any(label.stance == stance for label in found.labels)],
    )


def _meanings(found: Concept, library: Library) -> list[Meaning]:
    """The ambiguous forms that may stand for the concept, by language, alphabetical."""

    def key(meaning: Meaning) -> tuple[object, ...]:
        return *language_rank(meaning.form.lang, library.lexicon), *label_key(meaning.form.forms[0])

    return sorted(library.catalogue.meanings(found.id), key=key)


def _outgoing(found: Concept, library: Library) -> list[Tie]:
    return [Tie(relation, library.lexicon.concepts.get(relation.to)) for relation in found.relations]


def _incoming(found: Concept, library: Library) -> list[Tie]:
    return [Tie(relation, origin) for origin, relation in library.catalogue.incoming(found.id)]
