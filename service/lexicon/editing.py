"""Help for those who edit the lexicon: new IDs, and the index of all forms."""

from collections.abc import Iterator
from pathlib import Path

from service.lexicon.findings import Finding
from service.lexicon.ids import mint
from service.lexicon.model import Lexicon
from service.lexicon.store import read_draft
from service.text.folding import fold_key

INDEX = "INDEX.md"


def new_ids(path: Path, number: int) -> list[str]:
    """Fresh IDs for the lexicon in the folder `path`, which may hold findings."""
    draft, _ = read_draft(path)
    taken = {withdrawn.id for withdrawn in draft.withdrawn} | draft.known_ids
    minted: list[str] = []
    for _ in range(number):
        minted.append(mint(taken | set(minted)))
    return minted


def index(lexicon: Lexicon) -> str:
    """The text of INDEX.md: every form with its concept and file, in order of the folded form."""
    rows = sorted(set(_rows(lexicon)))
    lines = [
        "# Index of forms",
        "",
        "Written by `python -m service index`; do not edit. Forms marked * stand for the concept only by context.",
        "",
        "| form | language | concept | file |",
        "| --- | --- | --- | --- |",
        *(f"| {form} | {lang} | {concept} | [{path}]({path}) |" for _, form, lang, concept, path in rows),
    ]
    return "\n".join(lines) + "\n"


def _rows(lexicon: Lexicon) -> Iterator[tuple[str, str, str, str, str]]:
    for concept in lexicon.concepts.values():
        for label in concept.labels:
            if not label.contextual:
                yield fold_key(label.text), _cell(label.text), label.lang, concept.id, concept.path
    for ambiguous in lexicon.ambiguous:
        for form in ambiguous.forms:
            for sense in ambiguous.senses:
                yield fold_key(form), f"{_cell(form)} *", ambiguous.lang, sense.concept, ambiguous.path


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def write_index(path: Path, lexicon: Lexicon) -> bool:
    """Bring INDEX.md up to date; whether it had to be changed."""
    if not index_findings(path, lexicon):
        return False
    (path / INDEX).write_text(index(lexicon), encoding="utf-8", newline="\n")
    return True


def index_findings(path: Path, lexicon: Lexicon) -> list[Finding]:
    """A finding if INDEX.md is not what `index` makes. It is no data, so it keeps no lexicon from being loaded."""
    file = path / INDEX
    try:
        there = file.read_bytes().replace(b"\r\n", b"\n")
    except FileNotFoundError:
        return [Finding(INDEX, 1, "index", "the index is not there", "Run python -m service index")]
    if there == index(lexicon).encode():
        return []
    return [Finding(INDEX, 1, "index", "the index is out of date", "Run python -m service index")]
