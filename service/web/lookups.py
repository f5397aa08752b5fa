"""GET /v1/names, /v1/concepts, /v1/perspectives, /v1/styles, /v1/lexicon: the lexicon itself, read only."""

from collections.abc import Iterator
from typing import Any

from flask import Response

from service.errors import LimitError, UnknownIdError
from service.lexicon.model import Concept, Lexicon
from service.text.folding import fold_key
from service.web.answers import refuse_unreadable, send_data
from service.web.blueprint import Blueprint
from service.web.engine import current_engine, current_settings
from service.web.lexicon_dump import dump_concept, dump_lexicon, dump_match, dump_perspective, dump_summary
from service.web.lexicon_schema import (
    ConceptSchema,
    ConceptsQuerySchema,
    ConceptsSchema,
    LexiconSchema,
    NamesQuerySchema,
    NamesSchema,
    PerspectivesSchema,
    StyleSchema,
    StylesSchema,
)
from service.web.problems import FieldError, Problem, ProblemSchema, refuse
from service.web.styles_schema import dump_style, dump_style_summary

blueprint = Blueprint("lexicon", __name__, url_prefix="/v1", description="The lexicon: names, concepts, perspectives.")
blueprint.before_request(refuse_unreadable)


@blueprint.route("/names")
@blueprint.arguments(NamesQuerySchema(), location="query")
@blueprint.response(200, NamesSchema)
def names(query: dict[str, Any]) -> Response:
    """Which concepts may a name stand for?

    Compared in five steps: exact, folded (case, hyphens, apostrophes), inflected (a form in the language of the name),
    transliterated (typed without the letters, or written by a system of romanisation),
    fuzzy (a slip of the pen). Short names are not compared fuzzily.
    """
    engine = current_engine()
    _check_query(query["q"])
    matches = engine.names.look_up(query["q"], query.get("lang"), query["limit"])
    return send_data({"matches": [dump_match(match) for match in matches]}, engine)


@blueprint.route("/concepts")
@blueprint.arguments(ConceptsQuerySchema(), location="query")
@blueprint.response(200, ConceptsSchema)
def concepts(query: dict[str, Any]) -> Response:
    """The concepts, filtered, page by page."""
    engine = current_engine()
    if "q" in query:
        _check_query(query["q"])
    errors = list(_unknown(query, engine.lexicon))
    if errors:
        raise refuse(*errors)
    found = [concept for concept in engine.lexicon.concepts.values() if _passes(concept, query)]
    page, size = query["page"], query["page_size"]
    shown = found[(page - 1) * size : page * size]
    answer = {
        "concepts": [dump_summary(concept) for concept in shown],
        "total": len(found),
        "page": page,
        "page_size": size,
    }
    return send_data(answer, engine)


@blueprint.route("/concepts/<concept_id>")
@blueprint.response(200, ConceptSchema)
@blueprint.alt_response(404, schema=ProblemSchema, content_type="application/problem+json")
@blueprint.alt_response(410, schema=ProblemSchema, content_type="application/problem+json")
def concept(concept_id: str) -> Response:
    """One concept with all labels, uses and sources."""
    engine = current_engine()
    found = find_concept(engine.lexicon, concept_id)
    return send_data(dump_concept(found, engine.lexicon), engine)


@blueprint.route("/perspectives")
@blueprint.response(200, PerspectivesSchema)
def perspectives() -> Response:
    """The bodies and communities whose usage is recorded."""
    engine = current_engine()
    listed = [dump_perspective(perspective) for perspective in engine.lexicon.perspectives.values()]
    return send_data({"perspectives": listed}, engine)


@blueprint.route("/styles")
@blueprint.response(200, StylesSchema)
def styles() -> Response:
    """The house styles that a request may name. None of them is a default."""
    engine = current_engine()
    return send_data({"styles": [dump_style_summary(style) for style in engine.styles.styles.values()]}, engine)


@blueprint.route("/styles/<style_id>")
@blueprint.response(200, StyleSchema)
@blueprint.alt_response(404, schema=ProblemSchema, content_type="application/problem+json")
def style(style_id: str) -> Response:
    """One house style with its rules and exceptions."""
    engine = current_engine()
    return send_data(dump_style(engine.styles.style(style_id)), engine)


@blueprint.route("/lexicon")
@blueprint.response(200, LexiconSchema)
def lexicon() -> Response:
    """The lexicon's version, what it holds, and its packs."""
    engine = current_engine()
    return send_data(dump_lexicon(engine.lexicon), engine)


def find_concept(lexicon: Lexicon, concept_id: str) -> Concept:
    """The concept with this ID; a problem that says so if there is none, or no longer."""
    found = lexicon.concepts.get(concept_id)
    if found is None and concept_id in lexicon.withdrawn:
        raise Problem(410, f"The concept was withdrawn: {lexicon.withdrawn[concept_id]}")
    if found is None:
        raise UnknownIdError("The lexicon holds no concept with this ID.")
    if found.status == "withdrawn":
        raise Problem(410, f"The concept was withdrawn. It stood for: {found.gloss}.")
    return found


def _check_query(q: str) -> None:
    limit = current_settings().max_query
    if len(q) > limit:
        raise LimitError("q", limit, len(q))
    if not q or q.isspace():
        raise refuse(FieldError("q", "is blank; there is nothing to look for."))


def _unknown(query: dict[str, Any], lexicon: Lexicon) -> Iterator[FieldError]:
    for field, known in (("kind", lexicon.vocabulary.kinds), ("pack", lexicon.packs)):
        if field in query and query[field] not in known:
            yield FieldError(field, f"must be one of: {', '.join(known)}.")


def _passes(concept: Concept, query: dict[str, Any]) -> bool:
    if any(
        field in query and getattr(concept, field) != query[field] for field in ("kind", "pack", "contested", "status")
    ):
        return False
    if "q" not in query:
        return True
    part = fold_key(query["q"])
    return any(part in fold_key(text) for text in (concept.gloss, *(label.text for label in concept.labels)))
