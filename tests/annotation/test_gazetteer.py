"""Patterns that look alike to the automaton are told apart by their units."""

from service.annotation.annotate import Annotator
from service.annotation.gazetteer import build
from service.annotation.model import Request
from service.text.folding import fold
from tests.annotation.builders import concept, label, lexicon

_ONE, _OTHER = "Oldval\u00e9", "Oldval\u0123"  # é and ģ share a code


def test_the_two_names_have_one_sketch() -> None:
    assert fold(_ONE).sketch == fold(_OTHER).sketch
    assert fold(_ONE).units != fold(_OTHER).units


def test_a_name_of_the_same_sketch_is_not_found() -> None:
    annotator = Annotator(lexicon([concept("c-1", label(_ONE, lang="xx"))]))
    text = f"{_OTHER}, {_ONE}, {_OTHER}"
    assert [one.start for one in annotator.annotate(Request(text=text)).annotations] == [text.index(_ONE)]


def test_each_of_two_names_of_one_sketch_is_found() -> None:
    concepts = [concept("c-1", label(_ONE, lang="xx")), concept("c-2", label(_OTHER, lang="xx"))]
    gazetteer = build(lexicon(concepts))
    assert len(gazetteer) == 1
    assert len(list(gazetteer.every_meaning())) == 2
    found = Annotator(lexicon(concepts), gazetteer).annotate(Request(text=f"{_OTHER} {_ONE}")).annotations
    assert [one.concept.id for one in found] == ["c-2", "c-1"]


def test_meanings_are_those_of_the_whole_form() -> None:
    gazetteer = build(lexicon([concept("c-1", label("Oldvale", lang="xx"))]))
    assert [entry.meaning.form for entry in gazetteer.meanings("OLDVALE")] == ["Oldvale"]
    assert not gazetteer.meanings("Oldvale Road")
    assert not gazetteer.meanings("")
