"""The list of concepts at `/lexicon`: search, facets with counts, pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, request

from service.checking.facets import FACETS, NO_SIDE
from service.checking.names import NameMatch
from service.checking.search import Hit
from service.lexicon.model import Concept, Label
from service.web.engine import current_settings
from service.web.pages.lexicon_page import send_page
from service.web.pages.library import Library, current_library
from service.web.pages.localization import interface_language, term, translated
from service.web.pages.phrases import side_name
from service.web.pages.selection import Selection, selection_of, slice_of

blueprint = Blueprint("browsing", __name__)

PATH = "/lexicon"
_SIZE = 50  # concepts on a page
_AT_ONCE = 8  # choices of a facet that are shown before the others fold up


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: how many concepts it leaves, and where it leads. One that is chosen leads back."""

    name: str
    labels: tuple[Label, ...]  # instead of the name, where the value is a concept
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its choices; the rest folds up."""

    key: str
    name: str
    first: tuple[Choice, ...]
    rest: tuple[Choice, ...]


@blueprint.get(PATH)
def concepts() -> Response:
    """The concepts that the address asks for, one page of them."""
    library = current_library()
    selection = selection_of(PATH, request.args, FACETS, current_settings().max_query)
    hits = _hits(selection, library)
    found = frozenset(hit.concept.id for hit in hits) if selection.q else None
    kept = library.facets.narrowed(selection.chosen, found)
    listed = [hit for hit in hits if hit.concept.id in kept]
    part = slice_of(len(listed), selection.page, _SIZE)
    return send_page(
        "lexicon.html",
        selection=selection,
        hits=listed[part.start : part.end],
        part=part,
        facets=list(_facets(selection, library, found)),
        by_words=_by_words,
    )


def _hits(selection: Selection, library: Library) -> list[Hit]:
    ordered = library.ordered(interface_language())
    if not selection.q:
        return [Hit(concept, 0) for concept in ordered]
    places = {concept.id: place for place, concept in enumerate(ordered)}
    # Recognized names keep their order, best first; what only begins so stands in alphabetical order.
    hits = library.search.find(selection.q)
    return sorted(hits, key=lambda hit: (hit.tier, 0 if hit.match else places[hit.concept.id]))


def _facets(selection: Selection, library: Library, found: frozenset[str] | None) -> Iterator[FacetView]:
    names = {
        "kind": translated("Kind"),
        "contested": translated("Contested"),
        "side": translated("Side with a name for it"),
        "perspective": translated("Perspective"),
        "stance": translated("Stance of a label"),
        "region": translated("Region"),
        "status": translated("Status"),
    }
    counts = library.facets.counts(selection.chosen, found)
    for facet in FACETS:
        choices = sorted(
            _choices(facet, counts[facet], selection, library),
            # By number, then name; the sides by name only, so that none is first for having more.
            key=lambda choice: (not choice.chosen, 0 if facet == "side" else -choice.count, choice.name.casefold()),
        )
        if choices:
            yield FacetView(facet, names[facet], tuple(choices[:_AT_ONCE]), tuple(choices[_AT_ONCE:]))


def _choices(facet: str, counts: Mapping[str, int], selection: Selection, library: Library) -> Iterator[Choice]:
    chosen = selection.chosen.get(facet)
    shown = dict(counts)
    if chosen is not None:
        shown.setdefault(chosen, 0)  # a value that leaves nothing can still be taken back
    for value, count in shown.items():
        address = selection.address(**{facet: None if value == chosen else value})
        concept = library.lexicon.concepts.get(value) if facet == "region" else None
        labels = library.catalogue.heading(concept, interface_language()) if concept else ()
        yield Choice(_value_name(facet, value, library, concept), labels, count, address, value == chosen)


def _value_name(facet: str, value: str, library: Library, concept: Concept | None) -> str:
    lexicon = library.lexicon
    if facet == "contested":
        return translated("contested") if value == "yes" else translated("not contested")
    if facet == "side":
        return side_name(lexicon, None if value == NO_SIDE else value)
    if facet == "kind":
        return term("kinds", value)
    if facet == "stance":
        return term("stances", value)
    if facet == "status":
        names = {"draft": translated("draft"), "reviewed": translated("reviewed"), "withdrawn": translated("withdrawn")}
        return names.get(value, value)
    if facet == "perspective" and value in lexicon.perspectives:
        return term("perspectives", lexicon.perspectives[value].name)
    return concept.gloss if concept else value


def _by_words(match: NameMatch) -> str:
    """How a label was recognized."""
    return {
        "exact": translated("as typed"),
        "folded": translated("as typed but for capitals and signs"),
        "inflected": translated("in an inflected form"),
        "transliterated": translated("in other letters"),
        "fuzzy": translated("written much like it"),
    }[match.match]
