"""Examples: each outcome of an ambiguous form is shown. Running them is for `service/annotation/examples.py`."""

from collections import Counter
from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.model import AmbiguousForm
from service.lexicon.stems import holds, holds_part

NAME = "examples"


def check(draft: Draft) -> Iterator[Finding]:
    """One example for each sense, one that matches nothing, one unresolved where that can be; the form is in each."""
    for form in draft.lexicon.ambiguous:
        for message in _missing(form):
            yield draft.finding(NAME, form.path, ("examples",), message, "Add one")
        possible = {sense.concept for sense in form.senses} | {"nothing", form.otherwise}
        for number, example in enumerate(form.examples):
            keys = ("examples", number)
            if example.expect not in possible:
                message, advice = f"{example.expect} is no outcome of this form", f"Use {', '.join(sorted(possible))}"
                yield draft.finding(NAME, form.path, (*keys, "expect"), message, advice)
            # Where a bare form is unresolved, what matches nothing can only come near it: “a heart attack”.
            near = example.expect == "nothing" and form.otherwise == "unresolved"
            stands = holds_part if near else holds
            if not any(stands(example.text, text) for text in form.forms):
                what = "nothing of the form stands" if near else "the form does not stand"
                message, advice = f"{what} in the example", "Write a sentence with the form in it"
                yield draft.finding(NAME, form.path, (*keys, "text"), message, advice)


def _missing(form: AmbiguousForm) -> Iterator[str]:
    shown = Counter(example.expect for example in form.examples)
    for concept, senses in Counter(sense.concept for sense in form.senses).items():
        if shown[concept] < senses:
            number = "no example expects" if not shown[concept] else f"fewer than {senses} examples expect"
            yield f"{number} {concept}"
    for outcome in sorted({"nothing", form.otherwise}):
        if not shown[outcome]:
            yield f"no example expects {outcome}"
