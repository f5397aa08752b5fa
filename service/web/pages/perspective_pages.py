"""The bodies and communities whose usage is recorded: a list by side, and for each the labels that it uses."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, request

from service.errors import UnknownIdError
from service.lexicon.model import Perspective
from service.web.engine import current_settings
from service.web.pages.lexicon_page import send_page
from service.web.pages.library import Library, current_library
from service.web.pages.marked import SIGNS
from service.web.pages.phrases import side_name
from service.web.pages.selection import selection_of, slice_of

blueprint = Blueprint("perspectives", __name__)

PATH = "/perspectives"
_SIZE = 100  # labels on a page


@dataclass(frozen=True, slots=True)
class Summary:
    """A perspective with the number of labels that it uses, by stance."""

    perspective: Perspective
    stances: dict[str, int]
    labels: int


@blueprint.get(PATH)
def perspectives() -> Response:
    """The perspectives of each side, and those of none."""
    library = current_library()
    return send_page("perspectives.html", groups=list(_by_side(library)), signs=SIGNS)


@blueprint.get(f"{PATH}/<key>")
def perspective(key: str) -> Response:
    """One perspective: what it is, and the labels that it uses."""
    library = current_library()
    found = library.lexicon.perspectives.get(key)
    if found is None:
        raise UnknownIdError("The lexicon holds no perspective with this key.")
    selection = selection_of(f"{PATH}/{key}", request.args, ("stance", "lang"), current_settings().max_query)
    labels = library.catalogue.labels_by(key)
    kept = [
        one
        for one in labels
        if one.label.stance == selection.chosen.get("stance", one.label.stance)
        and one.label.lang == selection.chosen.get("lang", one.label.lang)
    ]
    part = slice_of(len(kept), selection.page, _SIZE)
    return send_page(
        "perspective.html",
        perspective=found,
        side=side_name(library.lexicon, found.side),
        selection=selection,
        part=part,
        listed=kept[part.start : part.end],
        stances=_counted((one.label.stance for one in labels), library.lexicon.vocabulary.stances),
        languages=_counted((one.label.lang for one in labels), library.lexicon.vocabulary.languages),
        signs=SIGNS,
    )


def _by_side(library: Library) -> Iterator[tuple[str, list[Summary]]]:
    groups: dict[str | None, list[Summary]] = {}
    for one in sorted(library.lexicon.perspectives.values(), key=lambda one: one.name.casefold()):
        labels = library.catalogue.labels_by(one.key)
        stances = _counted((used.label.stance for used in labels), library.lexicon.vocabulary.stances)
        groups.setdefault(one.side, []).append(Summary(one, stances, len(labels)))
    independent = groups.pop(None, [])
    named = {side_name(library.lexicon, side): summaries for side, summaries in groups.items()}
    for name in sorted(named):
        yield name, named[name]
    if independent:
        yield side_name(library.lexicon, None), independent


def _counted(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, in the order of the vocabulary."""
    counted = Counter(values)
    return {value: counted[value] for value in (*order, *sorted(counted.keys() - set(order))) if counted[value]}
