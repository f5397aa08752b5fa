"""Concept and ambiguous-form files as text, in the order of keys and the style that people write them in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from service.exchange.gazetteer.naming import ARMENIA, AZERBAIJAN, LANGUAGES, Form
from service.exchange.gazetteer.places import Place
from service.exchange.gazetteer.senses import Condition, Entry, Meaning

_WIDTH = 120
_DRAFT = "# Draft of the place import; no person has checked it."
_SPECIAL = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`~ ]|[\[\]{},]|: | #|:$|\s$")
_NULLS = frozenset({"null", "Null", "NULL", "~"})


def concept_file(place: Place, forms: Sequence[Form], contextual: Iterable[Form], left_out: Iterable[str]) -> str:
    """The file of one concept: `forms` are its labels, `contextual` those in `ambiguous/`."""
    texts = {form.text for form in [*forms, *contextual]}
    names = [form for form in place.naming.forms if form.text in texts]
    lines = [f"# {everyday_names(names or forms)}", _DRAFT]
    missing = ", ".join(dict.fromkeys(left_out))
    if missing:
        lines.append(f"# Not labels here, because another entry has them: {missing}")
    record = place.record
    lines += [
        f"id: {place.id}",
        f"kind: {place.kind}",
        f"gloss: {scalar(place.gloss)}",
        "status: draft",
        f"contested: {'yes' if place.naming.contested else 'no'}",
        *(["labels:"] if forms else []),
    ]
    for group in _labels(forms):
        lines += _label(group)
    if record.location:
        lat, lon = record.location
        source = next((use[1] for form in place.naming.forms for use in form.uses if use[1] == "wof"), "geonames")
        lines.append(f"location: {{lat: {lat}, lon: {lon}, source: {source}}}")
    if record.external_ids:
        lines.append(f"external_ids: {_flow(record.external_ids)}")
    if place.unit:
        lines += ["relations:", f"  - {{type: in, to: {place.unit}}}"]
    return "\n".join(lines) + "\n"


def everyday_names(forms: Sequence[Form]) -> str:
    """One name of each side, in Latin letters where there is one, in alphabetical order."""
    names: set[str] = set()
    for side in (AZERBAIJAN, ARMENIA, None):
        own = [form for form in forms if side is None or any(use[0] == side for use in form.uses)]
        for lang in ("en", "az", "hy", *LANGUAGES):
            first = next((form.text for form in own if form.lang == lang), None)
            if first and (side is not None or not names):
                names.add(first)
                break
    return " / ".join(sorted(names))


def _labels(forms: Sequence[Form]) -> list[list[Form]]:
    """Forms that say the same, together; labels in order of language, then of the alphabet."""
    groups: dict[tuple[object, ...], list[Form]] = {}
    for form in forms:
        groups.setdefault((form.lang, form.type, form.stance, form.uses), []).append(form)
    return sorted(groups.values(), key=lambda group: (LANGUAGES.index(group[0].lang), group[0].text))


def _label(group: Sequence[Form]) -> Iterator[str]:
    first = group[0]
    yield f"  - text: {scalar(first.text)}"
    yield from _list("also", [form.text for form in group[1:]], "    ")
    yield f"    lang: {first.lang}"
    yield f"    script: {first.script}"
    yield f"    type: {first.type}"
    yield f"    stance: {first.stance}"
    yield from _uses(first.uses, "    ")


def _uses(uses: Iterable[tuple[str, str, str | None]], indent: str) -> Iterator[str]:
    yield f"{indent}uses:"
    for by, source, at in uses:
        use = {"by": by, "source": source} | ({"at": at} if at else {})
        yield f"{indent}  - {_flow(use)}"


def ambiguous_file(entry: Entry) -> str:
    """The file of one ambiguous form."""
    lines = [f"# {entry.forms[0]}", _DRAFT, f"form: {scalar(entry.forms[0])}"]
    lines += _list("also", entry.forms[1:], "")
    form = entry.meanings[0].form
    lines += [f"lang: {entry.lang}", f"script: {form.script}", f"why: {scalar(entry.why)}"]
    lines += _condition("only_if", entry.only_if, "")
    lines.append("senses:")
    for meaning in entry.meanings:
        lines += _sense(meaning)
    lines += [f"otherwise: {'unresolved' if entry.unresolved else 'nothing'}", "examples:"]
    lines += [_example(meaning.example, meaning.concept) for meaning in entry.meanings]
    if entry.unresolved:
        lines.append(_example(entry.unresolved, "unresolved"))
    lines.append(_example(entry.nothing, "nothing"))
    return "\n".join(lines) + "\n"


def _sense(meaning: Meaning) -> Iterator[str]:
    yield f"  - concept: {meaning.concept}"
    yield f"    type: {meaning.form.type}"
    yield f"    stance: {meaning.form.stance}"
    yield from _uses(meaning.form.uses, "    ")
    if len(meaning.when) == 1:
        yield from _condition("when", meaning.when[0], "    ")
    else:
        yield "    when:"
        for condition in meaning.when:
            first, *rest = _condition_lines(condition, "        ")
            yield f"      - {first.lstrip()}"
            yield from rest
    yield from _condition("unless", meaning.unless, "    ")


def _condition(name: str, condition: Condition | None, indent: str) -> Iterator[str]:
    if condition is not None:
        yield f"{indent}{name}:"
        yield from _condition_lines(condition, f"{indent}  ")


def _condition_lines(condition: Condition, indent: str) -> Iterator[str]:
    if condition.same:
        yield f"{indent}same: {condition.same}"
    yield from _list("mentions", condition.mentions, indent)
    yield from _list("before", condition.before, indent)
    yield from _list("after", condition.after, indent)


def _example(text: str, expect: str) -> str:
    return f"  - {{text: {scalar(text)}, expect: {expect}}}"


def _list(name: str, values: Sequence[str], indent: str) -> Iterator[str]:
    if not values:
        return
    line = f"{indent}{name}: [{', '.join(map(scalar, values))}]"
    if len(line) <= _WIDTH:
        yield line
    else:
        yield f"{indent}{name}:"
        yield from (f"{indent}  - {scalar(value)}" for value in values)


def _flow(mapping: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in mapping.items()) + "}"


def scalar(value: str) -> str:
    """A value, in quotes only where YAML needs them (inside [...] and {...}, too)."""
    if not _SPECIAL.search(value) and value not in _NULLS:
        return value
    return "'" + value.replace("'", "''") + "'"
