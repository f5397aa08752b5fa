"""The translator's first page: a name in any script or spelling, and what its concept is called in every language."""

from flask import Blueprint, Response, request

from service.errors import LimitError
from service.web.engine import current_engine, current_settings
from service.web.pages.label_groups import by_language
from service.web.pages.translator import by_field, name_table, send_page
from service.web.problems import problem_of

blueprint = Blueprint("names", __name__)


@blueprint.get("/names")
def names() -> Response:
    """The form, and what the name in the address stands for."""
    q, lang = request.args.get("q", "").strip(), request.args.get("lang", "")
    lexicon, limit = current_engine().lexicon, current_settings().max_query
    problem = problem_of(LimitError("q", limit, len(q))) if len(q) > limit else None
    known = lang if lang in lexicon.vocabulary.languages else None
    row = name_table().row(q, lang=known) if q and not problem else None
    return send_page(
        "names.html",
        problem,
        entered={"q": q, "lang": known},
        row=row,
        groups={found.concept.id: by_language(found.concept.labels, lexicon) for found in row.candidates}
        if row
        else {},
        errors=by_field(problem, {}, "q"),
    )
