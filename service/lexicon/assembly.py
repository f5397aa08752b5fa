"""Makes model values from documents whose shape is sound. Everything here may rely on `schema.py`."""

from collections.abc import Iterator
from datetime import date

from service.lexicon.draft import Entry, Excuse, Withdrawn
from service.lexicon.fields import YES_NO, days
from service.lexicon.model import (
    WORD_LISTS,
    AmbiguousForm,
    Concept,
    Dates,
    Example,
    Label,
    Location,
    Pack,
    Perspective,
    Relation,
    Sense,
    Source,
    Use,
    Vocabulary,
    When,
)
from service.lexicon.reader import Document, Keys, Tree
from service.text.folding import fold_key

_ALWAYS = Dates()


def concept(document: Document, pack: str) -> tuple[Concept, list[Entry]]:
    """The concept of a file, and where each of its forms stands."""
    data = document.data
    entries = list(_label_entries(document))
    value = Concept(
        id=data["id"],
        kind=data["kind"],
        gloss=data["gloss"],
        status=data["status"],
        contested=YES_NO[data["contested"]],
        labels=tuple(entry.label for entry in entries),
        pack=pack,
        path=document.path,
        dates=_dates(data["dates"]) if "dates" in data else None,
        location=_location(data["location"]) if "location" in data else None,
        external_ids=data.get("external_ids", {}),
        relations=tuple(_relation(relation) for relation in data.get("relations", ())),
    )
    return value, entries


def _label_entries(document: Document) -> Iterator[Entry]:
    concept_id = document.data["id"]
    for number, data in enumerate(document.data.get("labels", ())):
        uses = _uses(data["uses"])
        record: Keys = ("labels", number)
        forms: list[tuple[str, Keys]] = [(data["text"], (*record, "text"))]
        forms += ((text, (*record, "also", place)) for place, text in enumerate(data.get("also", ())))
        for text, at in forms:
            label = Label(
                text=text,
                lang=data["lang"],
                script=data["script"],
                type=data["type"],
                stance=data["stance"],
                uses=uses,
                note=data.get("note"),
                not_in=tuple(data.get("not_in", ())),
                unless=_tests(data.get("unless", ())),
                qualified=YES_NO[data.get("qualified", "no")],
            )
            yield Entry(concept_id, label, document.path, at, record, fold_key(text), text is data["text"])


def ambiguous(document: Document, pack: str) -> tuple[AmbiguousForm, list[Entry]]:
    """The ambiguous form of a file, and where each of its contextual labels stands."""
    data = document.data
    forms: list[tuple[str, Keys]] = [(data["form"], ("form",))]
    forms += ((text, ("also", place)) for place, text in enumerate(data.get("also", ())))
    senses = tuple(_sense(data, sense) for sense in data["senses"])
    value = AmbiguousForm(
        forms=tuple(text for text, _ in forms),
        lang=data["lang"],
        script=data["script"],
        why=data["why"],
        senses=senses,
        otherwise=data["otherwise"],
        examples=tuple(_example(example) for example in data["examples"]),
        pack=pack,
        path=document.path,
        not_in=tuple(data.get("not_in", ())),
        qualified=YES_NO[data.get("qualified", "no")],
        only_if=_tests(data.get("only_if", ())),
    )
    entries = []
    for text, at in forms:
        key = fold_key(text)
        for number, sense in enumerate(senses):
            label = sense.label if at == ("form",) else _contextual_label(data, data["senses"][number], text)
            entries.append(Entry(sense.concept, label, document.path, at, ("senses", number), key, at == ("form",)))
    return value, entries


def _sense(form: Tree, data: Tree) -> Sense:
    return Sense(
        concept=data["concept"],
        when=_tests(data["when"]),
        label=_contextual_label(form, data, form["form"]),
        unless=_tests(data.get("unless", ())),
    )


def _tests(data: Tree) -> tuple[When, ...]:
    return tuple(
        When(
            same=when.get("same", "document"),
            mentions=tuple(when.get("mentions", ())),
            words=tuple(when.get("words", ())),
            before=tuple(when.get("before", ())),
            after=tuple(when.get("after", ())),
            without=tuple(when.get("without", ())),
            as_of=_dates(when["as_of"]) if "as_of" in when else None,
        )
        for when in ([data] if isinstance(data, dict) else data)
    )


def _contextual_label(form: Tree, sense: Tree, text: str) -> Label:
    return Label(
        text=text,
        lang=form["lang"],
        script=form["script"],
        type=sense["type"],
        stance=sense["stance"],
        uses=_uses(sense["uses"]),
        note=sense.get("note"),
        not_in=tuple(form.get("not_in", ())),
        qualified=YES_NO[form.get("qualified", "no")],
        contextual=True,
    )


def _example(data: Tree) -> Example:
    return Example(data["text"], data["expect"], _day(data.get("as_of")))


def _uses(data: Tree) -> tuple[Use, ...]:
    return tuple(Use(use["by"], use["source"], use.get("at"), _dates(use)) for use in data)


def _relation(data: Tree) -> Relation:
    return Relation(data["type"], data["to"], _uses(data.get("uses", ())))


def _location(data: Tree) -> Location:
    return Location(float(data["lat"]), float(data["lon"]), data["source"])


def _dates(data: Tree) -> Dates:
    """The closed range of days; a year or month covers all of it."""
    start, until = data.get("from"), data.get("until")
    if start is None and until is None:
        return _ALWAYS
    return Dates(days(start)[0] if start else None, days(until)[1] if until else None)


def _day(text: str | None) -> date | None:
    return days(text)[0] if text else None


def vocabulary(data: Tree) -> Vocabulary:
    """The closed lists."""
    lists = {name: {language: tuple(words) for language, words in data.get(name, {}).items()} for name in WORD_LISTS}
    return Vocabulary(**{**data, **lists})


def pack(key: str, data: Tree) -> Pack:
    """One dispute."""
    languages = {language: None if side == "shared" else side for language, side in data["languages"].items()}
    return Pack(key, data["title"], data["description"], data["sides"], languages, data.get("area"))


def sources(data: Tree) -> dict[str, Source]:
    """The sources of a pack."""
    return {key: Source(key=key, **fields) for key, fields in data.items()}


def perspectives(data: Tree) -> dict[str, Perspective]:
    """The bodies and communities whose usage is recorded."""
    return {key: Perspective(key=key, **fields) for key, fields in data.items()}


def withdrawn(data: Tree) -> tuple[Withdrawn, ...]:
    """The IDs that must not come back."""
    return tuple(Withdrawn(item["id"], item["reason"]) for item in data)


def excuses(data: Tree) -> tuple[Excuse, ...]:
    """The findings that are excused."""
    return tuple(Excuse(item["concept"], item["rule"], item.get("lang"), _day(item.get("until"))) for item in data)
