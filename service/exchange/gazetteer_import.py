"""The command `import`: places of a gazetteer file become draft concepts of a pack, again and again.

The file's format is described in `gazetteer/record.py`. A second run, on the same file or a newer one, rewrites what
the first one wrote and nobody has touched since; everything else in the lexicon is left as it is and comes first: a
place that a person has entered is passed over, and so is a name that a person has given to another concept.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from unidecode import unidecode

from service.errors import InputError
from service.exchange.gazetteer import excuses
from service.exchange.gazetteer.everyday import FILE as EVERYDAY
from service.exchange.gazetteer.everyday import Everyday
from service.exchange.gazetteer.homonyms import Sorting, sort_forms
from service.exchange.gazetteer.ledger import Ledger
from service.exchange.gazetteer.naming import ARMENIA, AZERBAIJAN, Form, Naming
from service.exchange.gazetteer.places import HandMade, Place, Units, concept_id, identity, name_all
from service.exchange.gazetteer.record import PlaceRecord, name_key, read
from service.exchange.gazetteer.scope import in_scope
from service.exchange.gazetteer.senses import Entry, entry
from service.exchange.gazetteer.surroundings import describe_unnamed, plain_names, surroundings
from service.exchange.gazetteer.yaml_text import ambiguous_file, concept_file
from service.lexicon.draft import Draft
from service.lexicon.store import read_draft

_NO_RECORD = "-"


@dataclass(slots=True)
class Report:
    """What one run did. `left_out` are records in scope that have no place in the lexicon, each with the reason."""

    places: Counter[tuple[str, str]] = field(default_factory=Counter)  # by zone and kind
    recognized: int = 0  # records that a person has entered
    forms: Counter[str] = field(default_factory=Counter)  # plain forms by language
    ambiguous: Counter[str] = field(default_factory=Counter)  # files by reason
    contested: int = 0
    excused: int = 0
    files: tuple[int, int, int] = (0, 0, 0)  # new, changed, gone
    left_out: list[tuple[str, str]] = field(default_factory=list)

    def __str__(self) -> str:
        new, changed, gone = self.files
        lines = [
            f"{self.places.total()} places imported, {self.recognized} are there already; "
            f"{self.contested} contested, {self.excused} exceptions from the rule of symmetry",
            *(f"  {zone}, {kind}: {number}" for (zone, kind), number in sorted(self.places.items())),
            "plain forms: " + ", ".join(f"{lang} {number}" for lang, number in sorted(self.forms.items())),
            "ambiguous forms: " + ", ".join(f"{reason} {number}" for reason, number in sorted(self.ambiguous.items())),
            f"files: {new} new, {changed} changed, {gone} gone",
            f"left out: {len(self.left_out)}",
            *(f"  {key}: {reason}" for key, reason in self.left_out),
        ]
        return "\n".join(lines)


def import_places(data: Path, lexicon: Path, pack: str = "karabakh", words: Sequence[Path] = ()) -> Report:
    """Import the places of `data` into the pack `pack` of the folder `lexicon`; `words` are lists of everyday words."""
    draft, _ = read_draft(lexicon)
    if draft.broken or pack not in draft.lexicon.packs:
        raise InputError(f"Mend first, see lint: {', '.join(sorted(draft.broken)) or pack}.", "lexicon")
    return _Run(read(data), draft, lexicon, pack, words).run()


class _Run:
    """One run of the import."""

    def __init__(
        self, records: Sequence[PlaceRecord], draft: Draft, lexicon: Path, pack: str, words: Sequence[Path]
    ) -> None:
        self._records, self._draft, self._lexicon, self._pack = records, draft, lexicon, pack
        self._ledger = Ledger.read(lexicon / pack)
        self._everyday = Everyday(lexicon / pack / EVERYDAY, words)
        self._report = Report()
        # Concepts that a person has changed since the import wrote them: their ambiguous names are still looked after.
        self._taken_over: set[str] = set()
        known = {identity(record) for record in records}
        # A place that a newer file no longer has stays, as if a person had made it.
        self._own = {f"{pack}/{path}" for path, made_from in self._ledger.own().items() if made_from in known | {"-"}}
        self._hand = HandMade(
            replace(concept, labels=tuple(label for label in concept.labels if not label.contextual))
            for concept in draft.concepts
            if concept.path not in self._own
        )

    def run(self) -> Report:
        """Everything in order: choose, name, sort, write."""
        names = name_all(self._records)
        ids, chosen = self._choose(names)
        glosses = {concept.id: concept.gloss for concept in self._hand.concepts}
        units = Units(self._records, ids, glosses, names)
        places = [
            Place(
                id=ids[identity(record)],
                record=record,
                naming=names[identity(record)],
                unit=units.ids.get(record.admin or "") if record.kind != "district" else None,
                gloss=units.gloss(record),
            )
            for record in chosen
        ]
        places = [replace(place, unit=None if place.unit == place.id else place.unit) for place in places]
        sorting = sort_forms(places, self._records, self._kept_forms(), self._everyday)
        for concept in self._taken_over:
            sorting.plain[concept] = []  # its own file says what its plain names are
        by_concept = {ids[identity(record)]: record for record in self._records if identity(record) in ids}

        def told() -> list[tuple[str, Entry]]:
            around = surroundings(by_concept, units.ids, plain_names(self._hand.concepts, sorting), self._hand.concepts)
            made = [(clash.reason, entry(clash, around)) for clash in sorting.clashes]
            return [(reason, one) for reason, one in made if one is not None]

        named = {meaning.concept for _, one in told() for meaning in one.meanings}
        unnamed = [place for place in places if not sorting.plain[place.id] and place.id not in named]
        unnamed = [place for place in unnamed if place.id not in self._taken_over]
        describe_unnamed(unnamed, sorting, plain_names(self._hand.concepts, sorting))
        made = told()
        entries = [one for _, one in made]
        self._report.ambiguous.update(reason for reason, _ in made)
        self._write(places, sorting, entries)
        return self._report

    def _choose(self, names: Mapping[str, Naming]) -> tuple[dict[str, str], list[PlaceRecord]]:
        """The ID of each record that has or gets one, and the records to name."""
        old = {made_from: Path(path).stem for path, (_, made_from) in self._ledger.lines.items()}
        deleted = self._ledger.deleted()
        own_ids = {Path(path).stem for path in self._own}
        taken = (set(self._draft.known_ids) - own_ids) | {item.id for item in self._draft.withdrawn}
        ids: dict[str, str] = {}
        for record in self._records:
            found = self._hand.match(record, names[identity(record)])
            if found:
                ids[identity(record)] = found
        wanted = in_scope(self._records)
        self._report.recognized = sum(identity(record) in ids for record in wanted)
        chosen = []
        for record in wanted:
            key = identity(record)
            if key in ids:
                if ids[key] == old.get(key):
                    self._taken_over.add(ids[key])
                    chosen.append(record)
            elif key in deleted:
                self._report.left_out.append((record.key, "a person deleted it"))
            elif not names[key].forms:
                low = record.confidence == "low"
                self._report.left_out.append((record.key, "names of low confidence" if low else "no usable name"))
            else:
                ids[key] = old.get(key) or concept_id(record, taken)
                taken.add(ids[key])
                chosen.append(record)
        return ids, chosen

    def _kept_forms(self) -> set[str]:
        """The forms, folded, of everything that people made."""
        kept = {name_key(label.text) for concept in self._hand.concepts for label in concept.labels}
        for ambiguous in self._draft.lexicon.ambiguous:
            if ambiguous.path not in self._own:
                kept |= set(map(name_key, ambiguous.forms))
        return kept

    def _write(self, places: Sequence[Place], sorting: Sorting, entries: Sequence[Entry]) -> None:
        contextual: defaultdict[str, list[Form]] = defaultdict(list)
        for one in entries:
            for meaning in one.meanings:
                contextual[meaning.concept].append(replace(meaning.form, lang=one.lang))
        files: dict[str, tuple[str, str]] = {}
        excused: list[str] = []
        lexicon = self._draft.lexicon
        for place in places:
            if place.id in self._taken_over:
                continue
            forms = sorting.plain[place.id]
            if not forms and not contextual[place.id]:
                self._report.left_out.append((place.record.key, "every name is another place's, too"))
                continue
            everything = [*forms, *contextual[place.id]]
            place = _settled(place, everything)
            left_out = sorting.left_out[place.id]
            files[f"places/{place.id}.yml"] = (
                concept_file(place, forms, contextual[place.id], left_out),
                identity(place.record),
            )
            self._report.places[place.record.zone, place.kind] += 1
            self._report.contested += place.naming.contested
            self._report.forms.update(form.lang for form in forms)
            if place.naming.contested:
                vocabulary = lexicon.vocabulary.languages
                pack = lexicon.packs[self._pack]
                excused += excuses.excuses(place.id, everything, pack, lexicon.perspectives, vocabulary)
        written = {Path(path).stem for path in files}
        used = {path.removeprefix(f"{self._pack}/") for path in self._draft.documents if path not in self._own}
        for one in entries:
            files[_free_path(one, used)] = (ambiguous_file(one), _NO_RECORD)
        self._report.excused = len(excused)
        before = {Path(path).stem for path in (*self._own, *self._ledger.deleted())}
        own = {path.removeprefix(f"{self._pack}/") for path in self._own}
        self._report.files = self._ledger.replace(own, files)
        excuses.merge(self._lexicon / "exceptions.yml", excused, written | before)
        self._everyday.write()


def _settled(place: Place, forms: Sequence[Form]) -> Place:
    """The place, contested only if names of both sides are left to it."""
    users = {by for form in forms for by, _, _ in form.uses}
    contested = place.naming.contested and {AZERBAIJAN, ARMENIA} <= users
    return replace(place, naming=replace(place.naming, contested=contested))


def _free_path(one: Entry, used: set[str]) -> str:
    """A file name that tells the form."""
    slug = "-".join("".join(c if c.isalnum() else " " for c in unidecode(one.forms[0]).lower()).split())
    number = 1
    while (path := f"ambiguous/{slug}-{one.lang}{f'-{number}' if number > 1 else ''}.yml") in used:
        number += 1
    used.add(path)
    return path
