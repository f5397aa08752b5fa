"""Keys: every perspective and source that is defined is used."""

from collections.abc import Iterator

from service.lexicon.draft import Draft
from service.lexicon.findings import Finding

NAME = "unused-key"


def check(draft: Draft) -> Iterator[Finding]:
    """Nothing is left over. A broken file may hold the missing use, so then there is no saying."""
    if draft.broken:
        return
    used_by = {reference.by for reference in draft.references}
    for key in draft.lexicon.perspectives:
        if key not in used_by:
            yield draft.finding(NAME, "perspectives.yml", (key,), f"no use is by {key}", "Delete it, or record a use")
    cited = {(reference.path.partition("/")[0], reference.source) for reference in draft.references}
    for path, document in draft.documents.items():
        if path.endswith("/sources.yml"):
            pack = path.partition("/")[0]
            for key in document.data:
                if (pack, key) not in cited:
                    yield draft.finding(NAME, path, (key,), f"nothing cites {key}", "Delete it, or cite it")
