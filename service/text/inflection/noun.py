"""What a label is, as far as grammar asks."""

from typing import Literal

# place: takes demonyms and adjectives; person: declined as a surname or full name; other: descriptions and titles.
NounClass = Literal["place", "person", "other"]
