"""What the context tests know about the surroundings of a place, from the imported places and the hand-made ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from service.exchange.gazetteer.homonyms import Sorting
from service.exchange.gazetteer.naming import Form
from service.exchange.gazetteer.phrases import PHRASES
from service.exchange.gazetteer.places import Place
from service.exchange.gazetteer.record import PlaceRecord
from service.exchange.gazetteer.senses import Surroundings
from service.lexicon.model import Concept
from service.text.folding import fold_key

Names = Mapping[str, Mapping[str, Sequence[str]]]  # concept -> language -> unambiguous names
_AREA_KINDS = ("country", "region")
_AREA_NAMES = frozenset(map(fold_key, ("Karabakh", "Nagorno-Karabakh", "Azerbaijan", "Armenia")))


def plain_names(concepts: Iterable[Concept], sorting: Sorting) -> Names:
    """The plain labels of the hand-made concepts and of the imported places."""
    names: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for concept in concepts:
        for label in concept.labels:
            if not label.contextual:
                names[concept.id][label.lang].append(label.text)
    for concept_id, forms in sorting.plain.items():
        for form in forms:
            names[concept_id][form.lang].append(form.text)
    return names


def describe_unnamed(places: Iterable[Place], sorting: Sorting, names: Names) -> None:
    """Give places that no name with its tests tells from others one that does: the name with the unit that it lies in.

    No source has that form; it is a `description`.
    """
    owned = defaultdict(list)
    for clash in sorting.clashes:
        for concept, form in clash.owners:
            owned[concept].append(form)
    described: dict[str, list[Form]] = {}
    for place in places:
        forms = [*owned[place.id], *sorting.outranked[place.id]]
        described[place.id] = list(_described(place, forms, names.get(place.unit or "", {})))
    counts = Counter(form.key for forms in described.values() for form in forms)
    for concept, forms in described.items():
        sorting.plain[concept] += [form for form in forms if counts[form.key] == 1][:1]


def _described(place: Place, forms: Sequence[Form], unit: Mapping[str, Sequence[str]]) -> Iterable[Form]:
    for lang in ("az", "hy", "ru", "en"):
        pattern = (PHRASES[lang].described or {}).get(place.kind)
        form = next((form for form in forms if form.lang == lang), None)
        around = next((text for text in unit.get(lang, ()) if lang != "az" or text.endswith("rayonu")), None)
        if pattern and form and around:
            text = pattern.format(form=form.text, unit=around)
            yield replace(form, text=text, type="description")


def surroundings(
    records: Mapping[str, PlaceRecord], units: Mapping[str, str], names: Names, concepts: Iterable[Concept]
) -> Surroundings:
    """`records` by concept ID, `units` (concept IDs of districts and provinces) by ISO code."""
    unit_of: dict[str, str | None] = {}
    towns_of: defaultdict[str, list[str]] = defaultdict(list)
    for concept_id, record in sorted(records.items()):
        unit = units.get(record.admin or "")
        unit_of[concept_id] = unit
        if unit and record.kind in ("town", "city") and concept_id in names:
            towns_of[unit].append(concept_id)
    area = [
        concept.id
        for concept in sorted(concepts, key=lambda concept: concept.id)
        if concept.kind in _AREA_KINDS and any(fold_key(label.text) in _AREA_NAMES for label in concept.labels)
    ]
    return Surroundings(
        unit_of=unit_of,
        towns_of=towns_of,
        names={concept: {lang: texts[0] for lang, texts in by_lang.items()} for concept, by_lang in names.items()},
        area=tuple(area),
    )
