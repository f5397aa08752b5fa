"""What a label is, as far as grammar asks."""

from typing import Literal

# place: takes demonyms and adjectives; country: declined as a place, but its adjective names a nationality; person:
# declined as a surname or full name; other: descriptions and titles.
NounClass = Literal["place", "country", "person", "other"]
