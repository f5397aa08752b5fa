"""The map at `/map`: places with the names of all sides, on outlines that are served from here."""

from flask import Blueprint, Response, request

from service.exchange.outlines import REGION
from service.web.pages.lexicon_page import send_page
from service.web.pages.library import current_library
from service.web.pages.localization import interface_language
from service.web.pages.selection import selection_of
from service.web.pages.spots import drawn

blueprint = Blueprint("map", __name__)

PATH = "/map"
_SMALL = "village"


@blueprint.get(PATH)
def places() -> Response:
    """Contested places and those larger than a village; with `?places=all` every place."""
    library = current_library()
    selection = selection_of(PATH, request.args, ("places",), 0)
    every = library.spots(interface_language())
    everything = selection.chosen.get("places") == "all"
    shown = [spot for spot in every if everything or spot.concept.contested or spot.concept.kind != _SMALL]
    ordered = library.ordered(interface_language())
    ids = {spot.concept.id for spot in shown}
    listed = [concept for concept in ordered if concept.id in ids]
    outside = [one for one in ordered if one.location and one.status != "withdrawn" and not drawn(one)]
    return send_page(
        "map.html", frame=REGION, spots=shown, total=len(every), everything=everything, listed=listed, outside=outside
    )
