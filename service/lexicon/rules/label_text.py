"""Labels: at least two letters, plain single spaces, and guarding phrases that guard something."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.text.folding import fold_key

NAME = "label-text"


def check(draft: Draft) -> Iterator[Finding]:
    """Each form can be looked for, and each `not_in` phrase holds one of the forms that it guards."""
    keys: dict[tuple[str, object], set[str]] = {}
    for entry in draft.entries:
        form = entry.label.text
        if sum(map(str.isalpha, form)) < 2:
            advice = "Write the whole name; a form needs two letters at least"
            yield draft.finding(NAME, entry.path, entry.at, f"{form} has fewer than two letters", advice)
        if form != " ".join(form.split()):
            advice = "Write it in one line with single spaces"
            yield draft.finding(NAME, entry.path, entry.at, f"{form!r} has spaces that do not show", advice)
        if entry.label.not_in:
            keys.setdefault((entry.path, entry.record), set()).add(entry.key)
    for entry in draft.records:
        if not entry.label.not_in:
            continue
        guarded = keys[entry.path, entry.record]
        # In `ambiguous/` the phrases stand in the file itself, not in its senses.
        record = () if entry.label.contextual else entry.record
        for number, phrase in enumerate(entry.label.not_in):
            key = fold_key(phrase)
            if key in guarded or not any(form in key for form in guarded):
                message = f"the phrase {phrase} does not hold the form as part of something longer"
                advice = "Write the whole fixed phrase, or delete it"
                yield draft.finding(NAME, entry.path, (*record, "not_in", number), message, advice)
