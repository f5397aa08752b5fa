"""What is different between two lexicons: concepts, labels, ambiguous forms, sources and the rest."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from service.lexicon.model import AmbiguousForm, Concept, Dates, Example, Label, Lexicon, Sense, Use

_NOT_COMPARED = {"labels", "path", "key", "id", "contextual"}  # where a value stands, or compared on its own


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added, removed or changed."""

    how: Literal["added", "removed", "changed"]
    what: str  # concept, label, ambiguous form, source …
    name: str
    path: str
    details: str = ""


def changes(old: Lexicon, new: Lexicon) -> list[Change]:
    """What `new` has that `old` has not, and the reverse, in order of path and kind."""
    found = [
        *_compared("pack", old.packs, new.packs, _pack_path),
        *_compared("perspective", old.perspectives, new.perspectives, lambda _: "perspectives.yml"),
        *_compared("source", old.sources, new.sources, lambda _: "sources.yml"),
        *_compared("concept", old.concepts, new.concepts, lambda concept: concept.path),
        *_compared("ambiguous form", _forms(old), _forms(new), lambda form: form.path),
    ]
    for key in sorted({*old.concepts, *new.concepts}):
        before, after = old.concepts.get(key), new.concepts.get(key)
        path = (after or before or _NOBODY).path
        found += _compared("label", _labels(before), _labels(after), lambda _, path=path: path)
    if old.vocabulary != new.vocabulary:
        found.append(Change("changed", "vocabulary", "", "vocabulary.yml", _details(old.vocabulary, new.vocabulary)))
    return sorted(found, key=lambda change: (change.path, change.what, change.name))


_NOBODY = Concept("", "", "", "draft", contested=False, labels=(), pack="", path="")


def _compared(what: str, old: Mapping[Any, Any], new: Mapping[Any, Any], path: Any) -> Iterator[Change]:
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        name = " ".join(key) if isinstance(key, tuple) else str(key)
        if before is None:
            yield Change("added", what, name, path(after), _summary(after))
        elif after is None:
            yield Change("removed", what, name, path(before), _summary(before))
        else:
            details = _details(before, after)
            if details:
                yield Change("changed", what, name, path(after), details)


def _pack_path(pack: Any) -> str:
    return f"{pack.key}/pack.yml"


def _forms(lexicon: Lexicon) -> dict[tuple[str, str], Any]:
    return {(form.lang, form.forms[0]): form for form in lexicon.ambiguous}


def _labels(concept: Concept | None) -> dict[tuple[str, str], Label]:
    labels = concept.labels if concept else ()
    return {(label.lang, label.text): label for label in labels if not label.contextual}


def _summary(value: Any) -> str:
    if isinstance(value, Concept):
        return f"{value.kind}: {value.gloss}"
    if isinstance(value, Label):
        return f"{value.type}, {value.stance}, by {', '.join(value.perspectives)}"
    if isinstance(value, AmbiguousForm):
        return f"for {' or '.join(dict.fromkeys(sense.concept for sense in value.senses))}, else {value.otherwise}"
    return str(getattr(value, "title", None) or getattr(value, "name", ""))


def _details(before: Any, after: Any) -> str:
    """The fields that differ, each with its old and its new value."""
    parts = []
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name not in _NOT_COMPARED and old != new:
            parts.append(f"{field.name}: {_difference(old, new)}")
    return "; ".join(parts)


def _difference(old: Any, new: Any) -> str:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _items(list(old), list(new))
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return _items(list(old.items()), list(new.items()))
    return f"{_shown(old)} → {_shown(new)}"


def _items(old: list[Hashable], new: list[Hashable]) -> str:
    gone, come = [item for item in old if item not in new], [item for item in new if item not in old]
    if not gone and not come:
        return "another order"
    if isinstance([*gone, *come][0], Sense | Example):  # too long for a cell; the file shows them
        return ", ".join(f"{len(items)} {what}" for items, what in ((gone, "removed"), (come, "added")) if items)
    return ", ".join([*(f"- {_shown(item)}" for item in gone), *(f"+ {_shown(item)}" for item in come)])


def _shown(value: Any) -> str:
    """A value as a terminologist would say it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Use):
        return f"{value.by} ({', '.join(part for part in (value.source, value.at, _dates(value.dates)) if part)})"
    if isinstance(value, Dates):
        return _dates(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_shown(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        return " ".join(map(_shown, value))
    if is_dataclass(value):
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return ", ".join(f"{name} {_shown(item)}" for name, item in given.items() if item not in (None, (), {}))
    return str(value)


def _dates(dates: Dates) -> str:
    return f"{dates.start or ''}–{dates.until or ''}" if dates != Dates() else ""
