"""Labels: at least two letters, plain single spaces, and guarding phrases that guard something."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.stems import holds
from service.text.folding import fold_key

NAME = "label-text"


def check(draft: Draft) -> Iterator[Finding]:
    """Each form can be looked for, and each `not_in` phrase holds one of the forms that it guards."""
    forms: dict[tuple[str, object], list[str]] = {}
    for entry in draft.entries:
        form = entry.label.text
        if sum(map(str.isalpha, form)) < 2:
            advice = "Write the whole name; a form needs two letters at least"
            yield draft.finding(NAME, entry.path, entry.at, f"{form} has fewer than two letters", advice)
        if form != " ".join(form.split()):
            advice = "Write it in one line with single spaces"
            yield draft.finding(NAME, entry.path, entry.at, f"{form!r} has spaces that do not show", advice)
        if entry.label.not_in:
            forms.setdefault((entry.path, entry.record), []).append(form)
    for entry in draft.records:
        if not entry.label.not_in:
            continue
        guarded = forms[entry.path, entry.record]
        # In `ambiguous/` the phrases stand in the file itself, not in its senses.
        record = () if entry.label.contextual else entry.record
        for number, phrase in enumerate(entry.label.not_in):
            whole = fold_key(phrase) in map(fold_key, guarded)
            if whole or not any(holds(phrase, form) for form in guarded):
                message = f"the phrase {phrase} does not hold the form as part of something longer"
                advice = "Write the whole fixed phrase, or delete it"
                yield draft.finding(NAME, entry.path, (*record, "not_in", number), message, advice)
