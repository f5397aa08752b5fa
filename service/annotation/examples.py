"""The examples in the lexicon's ambiguous forms, run as tests."""

from collections.abc import Iterator
from pathlib import Path

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.lexicon.findings import Finding
from service.lexicon.model import AmbiguousForm, Example
from service.lexicon.store import read_draft
from service.text.folding import fold_key, pattern_spellings


def failures(annotator: Annotator) -> Iterator[tuple[AmbiguousForm, Example, str]]:
    """Each example that does not come out as it expects, with what came out instead."""
    for ambiguous in annotator.lexicon.ambiguous:
        for example in ambiguous.examples:
            result = annotator.annotate(Request(text=example.text, lang=ambiguous.lang, as_of=example.as_of))
            outcome = _outcome(result, ambiguous)
            if example.expect not in outcome:
                yield ambiguous, example, " and ".join(sorted(outcome))


def example_findings(folder: Path, annotator: Annotator) -> list[Finding]:
    """A finding for each failing example of the lexicon in `folder`, from which the annotator was built."""
    failed = list(failures(annotator))
    if not failed:
        return []
    draft = read_draft(folder)[0]  # knows the lines
    return [
        draft.finding(
            "examples",
            form.path,
            ("examples", form.examples.index(example)),
            f"the example comes out as {outcome}, not {example.expect}",
            "Mend the test or the example",
        )
        for form, example, outcome in failed
    ]


def _outcome(result: Result, ambiguous: AmbiguousForm) -> set[str]:
    """What became of the form in the example's text: concept IDs, `unresolved`, or `nothing`."""
    concepts = {sense.concept for sense in ambiguous.senses}
    forms = {key for form in ambiguous.forms for key in _keys(form)}
    outcome = {
        annotation.concept.id
        for annotation in result.annotations
        if annotation.concept.id in concepts
        # The form may stand within a longer label of the same concept: President Smith.
        and any(form in key for key in _keys(annotation.label.text) for form in forms)
    }
    if any(item.why.startswith(ambiguous.why) for item in result.unresolved):
        outcome.add("unresolved")
    return outcome or {"nothing"}


def _keys(text: str) -> set[str]:
    return {fold_key(spelling) for spelling in pattern_spellings(text)}
