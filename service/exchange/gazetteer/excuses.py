"""Entries of `exceptions.yml` for imported places that lack one side's name in a language of the symmetry rule."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from service.exchange.gazetteer.naming import Form
from service.lexicon.model import Pack, Perspective

_MARK = "The gazetteers have no "
_CONCEPT = re.compile(r"\bconcept: *(c-\w+)")
_ADJECTIVES = {"azerbaijan": "Azerbaijani", "armenia": "Armenian"}


def excuses(
    concept: str,
    forms: Iterable[Form],
    pack: Pack,
    perspectives: Mapping[str, Perspective],
    languages: Mapping[str, str],
) -> list[str]:
    """The entries that a contested concept with these forms (in ambiguous/, too) needs, as YAML."""
    forms = list(forms)
    entries = []
    for lang, own in pack.languages.items():
        there = {perspectives[by].side for form in forms if form.lang == lang for by, _, _ in form.uses}
        missing = [side for side in ([own] if own else list(pack.sides)) if side not in there]
        if missing:
            names = " or of the ".join(f"{_ADJECTIVES.get(side, side)} name" for side in missing)
            language = languages[lang]
            entries.append(
                f"- {{concept: {concept}, rule: symmetry, lang: {lang}, "
                f"reason: {_MARK}{language} form of the {names}., way_out: A source that has one.}}\n"
            )
    return entries


def merge(file: Path, own: Sequence[str], concepts: Iterable[str]) -> None:
    """Put `own` into exceptions.yml instead of what the import wrote there on `concepts`; keep all other entries."""
    text = file.read_text(encoding="utf-8")
    heading, *items = re.split(r"^(?=- )", text, flags=re.MULTILINE)
    heading = re.sub(r"^\[\]\n?", "", heading, flags=re.MULTILINE).rstrip("\n") + "\n\n"
    written = set(concepts)
    kept = [item for item in items if not (_MARK in item and _concept(item) in written)]
    everything = sorted([*(item.rstrip("\n") + "\n" for item in kept), *own], key=_concept)
    merged = heading + ("".join(everything) or "[]\n")
    if merged != text:
        partial = file.with_name(f".{file.name}.new")
        partial.write_text(merged, encoding="utf-8", newline="\n")
        partial.replace(file)


def _concept(item: str) -> str:
    found = _CONCEPT.search(item)
    return found.group(1) if found else ""
