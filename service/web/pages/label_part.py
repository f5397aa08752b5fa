"""What the script of the page that marks a text asks for when a mark is opened: sources and other names."""

from dataclasses import replace

from flask import Blueprint, Response, make_response, render_template, request

from service.annotation.assembly import others
from service.errors import UnknownIdError
from service.lexicon.model import Concept, Label, Lexicon
from service.web.engine import current_engine
from service.web.lookups import find_concept
from service.web.pages.entries import Wording
from service.web.pages.lexicon_page import cacheable
from service.web.pages.localization import interface_language

blueprint = Blueprint("label_part", __name__)


@blueprint.get("/parts/label")
def label_part() -> Response:
    """On whose word a label stands, and what else its concept is called, as a piece of a page.

    `concept`, `lang` and `text` say which; they stand in the query, as the access log leaves that out.
    """
    lexicon = current_engine().lexicon
    concept = find_concept(lexicon, request.args.get("concept", ""))
    label = _label(concept, request.args.get("lang", ""), request.args.get("text", ""), lexicon)
    page = render_template(
        "_label_part.html", label=label, alternatives=others(label, concept), wording=Wording(lexicon)
    )
    return cacheable(make_response(page), interface_language(), concept.id)


def _label(concept: Concept, lang: str, text: str, lexicon: Lexicon) -> Label:
    for label in concept.labels:
        if (label.lang, label.text) == (lang, text):
            return label
    for form in lexicon.ambiguous:
        for sense in form.senses:
            if sense.concept == concept.id and sense.label.lang == lang and text in form.forms:
                return replace(sense.label, text=text)
    raise UnknownIdError("The concept has no such label.")
