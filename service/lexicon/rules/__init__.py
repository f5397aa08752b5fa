"""The lint rules, one family a file. A rule looks at the draft and yields findings; it changes nothing."""

from collections.abc import Callable, Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

Rule = Callable[[Draft], Iterator[Finding]]

RULES: tuple[Rule, ...] = ()


def run(draft: Draft) -> Iterator[Finding]:
    """The findings of all rules."""
    for rule in RULES:
        yield from rule(draft)
