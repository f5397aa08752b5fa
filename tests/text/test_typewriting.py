"""Signs of typewritten text: what parts names, and what stays."""

import pytest

from service.text.typewriting import parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oldvale--Nuvel", "Oldvale,,Nuvel"),
        ("Oldvale --- Nuvel", "Oldvale ,,- Nuvel"),
        ("the _Oldvale Bridge_, twice", "the ,Oldvale Bridge,, twice"),
        ("__Oldvale__ and ___Nuvel___", ",,Oldvale,, and ,,,Nuvel,,,"),
        ("_Oldvale_’s", ",Oldvale,’s"),
    ],
)
def test_typed_dashes_and_emphasis_part_names(text: str, expected: str) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Old-vale",
        "old_vale_bridge",
        "_oldvale",
        "oldvale_",
        "_ Oldvale _",
        "_Oldvale__",
        "_Oldvale_2",
        "____Oldvale____",
        "_Oldvale\nNuvel_",
        "@_oldvale_ #_nuvel_ `_oldvale_` /_nuvel_",
    ],
)
def test_other_hyphens_and_underscores_stay(text: str) -> None:
    assert parted(text) == text
