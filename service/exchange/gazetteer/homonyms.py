"""Which forms stay plain labels of their place, and which need a context test or are left to another concept.

A form, folded, is
- left out, if a concept or ambiguous form that people made has it: theirs stays as it is; or if it is the chief name
  of a town, too: a text that means the village says so;
- shared, if several of the imported places have it;
- common, if it is an everyday word, a name of persons, or very short;
- known elsewhere, if the file has another place of that name which is not imported (for a town: another town);
- plain, if none of these.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from service.exchange.gazetteer.everyday import Everyday, is_short
from service.exchange.gazetteer.naming import LANGUAGES, Form
from service.exchange.gazetteer.places import Place, identity
from service.exchange.gazetteer.record import KINDS, PlaceRecord, name_key

_CHIEF_LANGUAGES = ("az", "en", "hy", "ru")
_TOWNS = ("city", "town")
Reason = Literal["shared", "everyday", "short", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Clash:
    """Forms that need a context test, all with the same owners: each concept with the form as its label."""

    forms: tuple[str, ...]
    lang: str
    reason: Reason
    owners: tuple[tuple[str, Form], ...]
    common: bool  # an everyday word or very short: where no test holds, it means nothing here


@dataclass(slots=True)
class Sorting:
    """What became of the forms of all places."""

    plain: dict[str, list[Form]] = field(default_factory=dict)  # by concept ID
    left_out: dict[str, list[str]] = field(default_factory=dict)  # forms that another concept keeps
    outranked: defaultdict[str, list[Form]] = field(default_factory=lambda: defaultdict(list))  # those a town keeps
    clashes: list[Clash] = field(default_factory=list)


def sort_forms(
    places: Iterable[Place], records: Iterable[PlaceRecord], kept: Collection[str], everyday: Everyday
) -> Sorting:
    """Sort the forms of `places`; `records` is the whole file, `kept` are the folded forms of hand-made entries."""
    places = list(places)
    sorting = Sorting({place.id: [] for place in places}, {place.id: [] for place in places})
    owners: defaultdict[str, dict[str, list[Form]]] = defaultdict(dict)
    for place in places:
        for form in place.naming.forms:
            if form.key in kept:
                sorting.left_out[place.id].append(form.text)
            else:
                owners[form.key].setdefault(place.id, []).append(form)
    kinds = {place.id: place.kind for place in places}
    identities = {place.id: identity(place.record) for place in places}
    chief = {place.id: _chief_names(place) for place in places}
    common_words = {
        place.id: everyday.among([form.text for form in place.naming.forms], chief[place.id]) for place in places
    }
    bearers, towns = _bearers(records)
    clashes: list[Clash] = []
    for key in sorted(owners):
        of_towns = [c for c, forms in owners[key].items() if any(form.text in chief[c] for form in forms)]
        by_place = _outranked(owners[key], of_towns, kinds, sorting)
        texts = _texts(by_place)
        small = not of_towns
        common = is_short(texts[0]) or any(not common_words[c].isdisjoint(texts) for c in by_place)
        here = {identities[concept] for concept in by_place}
        everywhere = (bearers if small else towns).get(key, set())
        reason = _reason(here, everywhere, common, is_short(texts[0]))
        if reason is None:
            for concept, forms in by_place.items():
                sorting.plain[concept] += forms
        else:
            clashes.append(_clash(by_place, reason, common))
    sorting.clashes = _joined(one for clash in clashes if (one := _worthwhile(clash, sorting)))
    return sorting


def _chief_names(place: Place) -> set[str]:
    """Of a town or a larger place the first form in each language that is spoken there or written about it."""
    first: dict[str, str] = {}
    for form in place.naming.forms if place.kind != "village" else ():
        if form.lang in _CHIEF_LANGUAGES:
            first.setdefault(form.lang, form.text)
    return set(first.values())


def _bearers(records: Iterable[PlaceRecord]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Each folded form with the places of the file that have it, on whatever word; the same for towns alone."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    towns: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for name in record.names:
            key = name_key(name.text)
            bearers[key].add(identity(record))
            if KINDS[record.kind] in _TOWNS:
                towns[key].add(identity(record))
    return bearers, towns


def _outranked(
    by_place: dict[str, list[Form]], of_towns: Sequence[str], kinds: Mapping[str, str], sorting: Sorting
) -> dict[str, list[Form]]:
    """The owners without the villages, if the form is the chief name of a single town."""
    if len(of_towns) != 1:
        return by_place
    for concept, forms in by_place.items():
        if kinds[concept] == "village":
            sorting.left_out[concept] += [form.text for form in forms]
            sorting.outranked[concept] += forms
    return {concept: forms for concept, forms in by_place.items() if kinds[concept] != "village"}


def _texts(by_place: Mapping[str, list[Form]]) -> list[str]:
    return sorted({form.text for forms in by_place.values() for form in forms})


def _reason(here: set[str], everywhere: set[str], common: bool, short: bool) -> Reason | None:
    if len(here) > 1:
        return "shared"
    if common:
        return "short" if short else "everyday"
    return "elsewhere" if everywhere - here else None


def _clash(by_place: Mapping[str, list[Form]], reason: Reason, common: bool) -> Clash:
    """One form with its owners; a form of several languages is inflected as one of the first of them."""
    ranking = ("az", "hy", "ru", *LANGUAGES)
    chosen = {c: min(forms, key=lambda form: ranking.index(form.lang)) for c, forms in by_place.items()}
    lang = min((form.lang for form in chosen.values()), key=ranking.index)
    return Clash((_texts(by_place)[0],), lang, reason, tuple(sorted(chosen.items())), common)


def _worthwhile(clash: Clash, sorting: Sorting) -> Clash | None:
    """The clash without the owners that do well without the form.

    Only forms in the languages of the place and of its neighbours are worth a test, and of English spellings only those
    that a source calls English or that are the only ones. What is dropped names another thing at least as often.
    """
    owners = tuple((concept, form) for concept, form in clash.owners if _needed(form, sorting.plain[concept]))
    if not owners or (len(owners) < len(clash.owners) and clash.reason == "shared" and len(owners) == 1):
        return None if not owners else replace(clash, owners=owners, reason="elsewhere")
    return replace(clash, owners=owners)


def _needed(form: Form, plain: list[Form]) -> bool:
    if form.lang != "en":
        return form.lang in ("az", "hy", "ru")
    users = {by for by, _, _ in form.uses}
    alike = (other for other in plain if (other.lang, other.type, other.uses[0]) == ("en", form.type, form.uses[0]))
    return "english-usage" in users or not any(alike)


def _joined(clashes: Iterable[Clash]) -> list[Clash]:
    """Spellings of one name that the same places have, in one entry."""
    groups: defaultdict[object, list[Clash]] = defaultdict(list)
    for clash in clashes:
        senses = tuple((concept, form.type, form.stance, form.uses) for concept, form in clash.owners)
        groups[clash.lang, clash.reason, clash.common, senses].append(clash)
    return [
        replace(group[0], forms=tuple(form for clash in group for form in clash.forms)) for group in groups.values()
    ]
