"""Reads the tables in tests/cases/annotate: sentences in a language, and what is to be found in them.

One of the two test files that load the real lexicon (the other is tests/test_shipped_lexicon.py): the tables are about
the names that the lexicon has. What a case may say stands at the head of each table.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request
from service.lexicon.findings import LexiconError
from service.lexicon.model import Lexicon
from service.lexicon.reader import Document, parse
from service.lexicon.store import load

_ROOT = Path(__file__).parents[2]
_TABLES = _ROOT / "tests" / "cases" / "annotate"
_LEAST = {"az": 60, "de": 40, "en": 150, "fa": 10, "fr": 40, "hy": 60, "ka": 12, "ru": 60, "tr": 40}
_KEYS = {"why", "text", "as_of", "found", "open", "nothing", "inside"}

Mentions = list[tuple[str, str]]  # a surface of the text, and a name of the thing meant


@dataclass(frozen=True)
class Case:
    """One row of a table. `found` and `open` are complete: what they do not list must not be reported."""

    lang: str
    line: int
    why: str
    text: str
    as_of: date | None
    found: Mentions
    open: list[str]
    inside: dict[str, str]

    @property
    def trap(self) -> bool:
        """Whether the row asks for no annotation: something looks like a name, or cannot be decided."""
        return not self.found


class Concepts:
    """The concepts of the lexicon by their IDs and by any of their labels, exactly as the lexicon writes them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._by_name: defaultdict[str, set[str]] = defaultdict(set)
        for concept in lexicon.concepts.values():
            self._by_name[concept.id].add(concept.id)
            for label in concept.labels:
                self._by_name[label.text].add(concept.id)

    def named(self, name: str) -> Collection[str]:
        """IDs of the concepts that have the label, or the ID, `name`."""
        return self._by_name.get(name, ())


@dataclass(frozen=True)
class Engine:
    annotator: Annotator
    concepts: Concepts


@pytest.fixture(scope="session")
def real() -> Engine:
    try:
        lexicon = load(_ROOT / "lexicon")
    except LexiconError as error:
        pytest.fail(str(error), pytrace=False)
    return Engine(Annotator(lexicon), Concepts(lexicon))


def _document(lang: str) -> Document:
    path = _TABLES / f"{lang}.yml"
    document, findings = parse(path.name, path.read_bytes())
    assert document is not None, str(findings[0])
    assert findings == [], str(findings[0])
    return document


def _case(lang: str, document: Document, number: int, row: Mapping[str, Any]) -> Case:
    place = f"{document.path}:{document.line(number)}"
    assert {"why", "text"} <= row.keys() <= _KEYS, f"{place}: a row has why, text and some of {sorted(_KEYS)}"
    outcomes = row.keys() & {"found", "open", "nothing"}
    assert outcomes, f"{place}: say what is found, what stays open, or nothing: yes"
    assert "nothing" not in outcomes or (len(outcomes) == 1 and row["nothing"] == "yes"), f"{place}: nothing: yes"
    found = row.get("found", {})
    pairs = [pair for item in (found if isinstance(found, list) else [found]) for pair in item.items()]
    as_of = date.fromisoformat(row["as_of"]) if "as_of" in row else None
    return Case(
        lang, document.line(number), row["why"], row["text"], as_of, pairs, row.get("open", []), row.get("inside", {})
    )


def _cases(lang: str) -> list[Case]:
    if not (_TABLES / f"{lang}.yml").exists():
        return []
    document = _document(lang)
    return [_case(lang, document, number, row) for number, row in enumerate(document.data)]


_CASES = {lang: _cases(lang) for lang in _LEAST}


@pytest.mark.parametrize(
    "case", [case for cases in _CASES.values() for case in cases], ids=lambda c: f"{c.lang}-{c.line}"
)
def test_case(real: Engine, case: Case) -> None:
    unknown = [name for _, name in case.found if not real.concepts.named(name)]
    assert unknown == [], "the lexicon has no such label"
    for lang in (case.lang, None):  # a caller may tell the language of the text, or not
        difference = _difference(real, case, lang)
        if difference:
            pytest.fail(f"{case.why}: {case.text}\n{difference}", pytrace=False)


@pytest.mark.parametrize("lang", _LEAST)
def test_the_table_is_long_enough_and_a_third_of_it_are_traps(lang: str) -> None:
    cases = _CASES[lang]
    assert len(cases) >= _LEAST[lang]
    assert 3 * sum(case.trap for case in cases) >= len(cases)


@pytest.mark.parametrize("lang", _LEAST)
def test_no_sentence_stands_twice(lang: str) -> None:
    asked = [(case.text, case.as_of) for case in _CASES[lang]]
    assert [question for question in asked if asked.count(question) > 1] == []


def test_every_table_is_read() -> None:
    assert {path.stem for path in _TABLES.glob("*")} <= _LEAST.keys()


def _difference(real: Engine, case: Case, lang: str | None) -> str:
    """What the answer has that the row does not, and the reverse, each on a line; empty if they agree."""
    result = real.annotator.annotate(Request(text=case.text, lang=lang, as_of=case.as_of))
    got = [f"found {a.surface!r}: {a.concept.labels[0].text} ({a.concept.id})" for a in result.annotations]
    agree = len(result.annotations) == len(case.found) and all(
        annotation.surface == surface and annotation.concept.id in real.concepts.named(name)
        for annotation, (surface, name) in zip(result.annotations, case.found, strict=True)
    )
    inside = {annotation.surface: annotation.in_name for annotation in result.annotations if annotation.in_name}
    if agree and inside == case.inside and [mention.surface for mention in result.unresolved] == case.open:
        return ""
    got += [f"{surface!r} is inside {name!r}" for surface, name in inside.items()]
    got += [f"open {mention.surface!r}" for mention in result.unresolved]
    wanted = [f"found {surface!r}: {name}" for surface, name in case.found]
    wanted += [f"{surface!r} is inside {name!r}" for surface, name in case.inside.items()]
    wanted += [f"open {surface!r}" for surface in case.open]
    return "\n".join(["wanted:", *(wanted or ["nothing"]), f"got (language {lang}):", *(got or ["nothing"])])
