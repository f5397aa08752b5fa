"""Spellings that stand twice: in `also`, or in `also` and as the label's own text."""

from collections.abc import Iterator

import yaml

from service.lexicon.reader import Document, Keys, Tree

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def without_repeats(document: Document) -> tuple[str, Tree] | None:
    """The text and the content without spellings that stand twice; None if there are none that can be taken out.

    Only spellings that are the same to the letter go: others may differ in what they match.
    """
    text, data = document.text, document.data
    starts = _line_starts(text)
    cuts: list[tuple[int, int]] = []
    for record, keys in _records(yaml.compose(text, Loader=_Loader)):
        found = _cuts(text, starts, record)
        if found:
            cuts += found
            data = _deduplicated(data, keys)
    if not cuts:
        return None
    for start, end in sorted(cuts, reverse=True):
        text = text[:start] + text[end:]
    return text, data


def _records(root: yaml.Node | None) -> Iterator[tuple[yaml.MappingNode, Keys]]:
    """The records that may have `also`, each with the way to it: an ambiguous form's file, and each label."""
    if isinstance(root, yaml.MappingNode):
        yield root, ()
        labels = _field(root, "labels")
        for number, label in enumerate(labels.value if isinstance(labels, yaml.SequenceNode) else ()):
            if isinstance(label, yaml.MappingNode):
                yield label, ("labels", number)


def _field(record: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in record.value if key.value == name), None)


def _cuts(text: str, starts: list[int], record: yaml.MappingNode) -> list[tuple[int, int]]:
    """The ranges of the text that go; none where nothing would be left of the list, or a comment would go, too."""
    spellings, own = _field(record, "also"), _field(record, "text") or _field(record, "form")
    if not isinstance(spellings, yaml.SequenceNode):
        return []
    items = [item for item in spellings.value if isinstance(item, yaml.ScalarNode)]
    kept = _kept([item.value for item in items], own.value if own else None)
    if len(items) < len(spellings.value) or not kept:
        return []
    begins = [starts[item.start_mark.line] + item.start_mark.column for item in items]
    ends = [starts[item.end_mark.line] + item.end_mark.column for item in items]
    if not spellings.flow_style:  # an item goes with its line
        begins = [text.rfind("\n", 0, begin) + 1 for begin in begins]
        ends = [text.find("\n", end - 1) + 1 or len(text) for end in ends]
    cuts = []
    for place in set(range(len(items))) - kept:
        if not spellings.flow_style:
            cuts.append((begins[place], ends[place]))
        elif place < min(kept):
            cuts.append((begins[place], begins[place + 1]))
        else:
            cuts.append((ends[place - 1], ends[place]))
    return [] if any("#" in text[start:end] for start, end in cuts) else cuts


def _kept(values: list[str], own: str | None) -> set[int]:
    """The places of the first of each spelling that is not the label's own text."""
    return {place for place, value in enumerate(values) if value != own and value not in values[:place]}


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _deduplicated(data: Tree, keys: Keys) -> Tree:
    """`data` without the repeated spellings of the record at `keys`."""
    if keys:
        copy = data.copy()
        copy[keys[0]] = _deduplicated(data[keys[0]], keys[1:])
        return copy
    kept = _kept(data["also"], data.get("text", data.get("form")))
    return {**data, "also": [data["also"][place] for place in sorted(kept)]}
