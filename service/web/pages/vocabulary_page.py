"""The closed lists of the lexicon with their definitions; what linked data calls `ev:` is explained here."""

from flask import Blueprint, Response

from service.exchange.linked_data import TERMS
from service.web.pages.lexicon_page import send_page
from service.web.pages.library import current_library
from service.web.pages.localization import translated

blueprint = Blueprint("vocabulary", __name__)


@blueprint.get("/vocabulary")
def vocabulary() -> Response:
    """Stances, types of labels, kinds, relations; then the terms of the linked data."""
    words = current_library().lexicon.vocabulary
    lists = (
        ("stances", translated("Stances"), words.stances),
        ("label_types", translated("Types of labels"), words.label_types),
        ("kinds", translated("Kinds of concepts"), words.kinds),
        ("relation_types", translated("Relations"), words.relation_types),
    )
    return send_page("vocabulary.html", lists=lists, terms=TERMS)
