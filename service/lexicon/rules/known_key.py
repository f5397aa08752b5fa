"""Keys: every perspective and source that is named exists."""

import difflib
from collections.abc import Collection, Iterator

from service.lexicon.draft import Draft, Reference
from service.lexicon.findings import Finding

NAME = "known-key"


def check(draft: Draft) -> Iterator[Finding]:
    """Every `by` stands in `perspectives.yml`, every `source` in the `sources.yml` of the same pack."""
    sources, perspectives = _sources_by_pack(draft), draft.lexicon.perspectives
    ask_perspectives = "perspectives.yml" not in draft.broken
    for reference in draft.references:
        if ask_perspectives and reference.by is not None and reference.by not in perspectives:
            yield _unknown(draft, reference, "by", reference.by, perspectives, "perspectives.yml")
        pack = reference.path.partition("/")[0]
        known, file = sources.get(pack, ()), f"{pack}/sources.yml"
        if reference.source not in known and file not in draft.broken:
            yield _unknown(draft, reference, "source", reference.source, known, file)


def _sources_by_pack(draft: Draft) -> dict[str, Collection[str]]:
    return {
        path.partition("/")[0]: document.data
        for path, document in draft.documents.items()
        if path.endswith("/sources.yml") and path not in draft.broken
    }


def _unknown(draft: Draft, reference: Reference, field: str, key: str, known: Collection[str], file: str) -> Finding:
    near = difflib.get_close_matches(key, known, n=1)
    advice = f"Did you mean {near[0]}?" if near else f"Add it to {file}, or use a key from there"
    return draft.finding(NAME, reference.path, (*reference.at, field), f"there is no {key} in {file}", advice)
