"""The lint rules, one a file. A rule looks at the draft and yields findings; it changes nothing."""

from collections.abc import Callable, Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding
from service.lexicon.rules import (
    balance,
    closed_list,
    contested,
    context_test,
    dates,
    examples,
    external_id,
    gloss,
    identity,
    known_key,
    label_text,
    legend,
    location,
    note,
    order,
    reference,
    repeated_form,
    script,
    shared_form,
    size,
    stance,
    symmetry,
    twin,
    unnamed,
    unused_key,
    wording,
)

RULES: dict[str, Callable[[Draft], Iterator[Finding]]] = {
    rule.NAME: rule.check
    for rule in (
        balance,
        closed_list,
        contested,
        context_test,
        dates,
        examples,
        external_id,
        gloss,
        identity,
        known_key,
        label_text,
        legend,
        location,
        note,
        order,
        reference,
        repeated_form,
        script,
        shared_form,
        size,
        stance,
        symmetry,
        twin,
        unnamed,
        unused_key,
        wording,
    )
}


def run(draft: Draft) -> Iterator[Finding]:
    """The findings of all rules."""
    for check in RULES.values():
        yield from check(draft)
