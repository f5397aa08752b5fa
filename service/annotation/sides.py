"""Whose label it is: which side of a dispute uses it, read off the recorded uses."""

from collections.abc import Mapping

from service.lexicon.model import Label, Perspective


def side_of(label: Label, perspectives: Mapping[str, Perspective]) -> str | None:
    """The one side that uses the label; None for a neutral label, and for one that several sides or none use.

    Bodies of no side may use the label, too; they do not change whose it is.
    """
    if label.stance == "neutral":
        return None
    sides = {perspectives[key].side for key in label.perspectives} - {None}
    return sides.pop() if len(sides) == 1 else None
