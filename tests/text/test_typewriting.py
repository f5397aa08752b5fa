"""Signs of typewritten text: what parts names, and what stays."""

import pytest

from service.text.typewriting import mended, parted


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


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Old-\nvale", "Old__vale"),
        ("Old-\r\n  vale", "Old_____vale"),
        ("Old\u00ad\nvale", "Old__vale"),
        ("OLD-\nVALE", "OLD__VALE"),
        ("Old-\nVale", "Old-\nVale"),
        ("Old -\nvale", "Old -\nvale"),
        ("1990-\n1994", "1990-\n1994"),
        ("Old-vale", "Old-vale"),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_made_whole(text: str, whole: str) -> None:
    assert mended(text) == whole.replace("_", "\u00ad")
    assert len(mended(text)) == len(text)
