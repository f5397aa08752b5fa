"""Concept IDs: opaque, minted by a tool, never reused.

An ID is `c-` and six characters of the 29-character betanumeric alphabet (digits and consonants without `y` and `l`,
so that no word and no confusion of `1` and `l` can arise). The last is a check character: the NOID check digit
algorithm of the California Digital Library, which finds every single wrong character and every transposition of two,
because 29 is prime and longer than the ID.
"""

import re
import secrets
from collections.abc import Collection

ALPHABET = "0123456789bcdfghjkmnpqrstvwxz"
_SHAPE = re.compile(rf"c-[{ALPHABET}]{{6}}")


def check_character(stem: str) -> str:
    """The check character for the five characters `stem`."""
    total = sum(position * ALPHABET.index(character) for position, character in enumerate(stem, start=1))
    return ALPHABET[total % len(ALPHABET)]


def is_valid(concept_id: str) -> bool:
    """Whether `concept_id` has the right shape and check character."""
    return bool(_SHAPE.fullmatch(concept_id)) and check_character(concept_id[2:7]) == concept_id[7]


def mint(taken: Collection[str]) -> str:
    """A new random ID that is not among `taken` (the IDs in use and the withdrawn ones)."""
    while True:
        stem = "".join(secrets.choice(ALPHABET) for _ in range(5))
        concept_id = f"c-{stem}{check_character(stem)}"
        if concept_id not in taken:
            return concept_id
