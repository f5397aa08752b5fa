"""Everyday words: forms that mean something else, too, so that they name a place only where the text shows it.

`everyday.txt` in the pack's folder keeps those that were found, one a line; people may add to it. Word lists given to
the command find more; those found are added to the file, so that later runs do without the lists. Only single words
are looked up: two words with capitals are no everyday phrase. The chief names of towns are not looked up, because the
lists have them as what they are; what people add to the file counts for towns, too.
"""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from service.errors import InputError
from service.text.folding import fold_key

FILE = "everyday.txt"
SHORT = 4  # letters; a name as short as that is never taken on trust
_HEADING = (
    "# Forms of place names that are everyday words or names of persons, too, folded. The import of places gives them\n"
    "# a context test in ambiguous/. One a line, sorted; add what you find.\n"
)
_TURKISH = str.maketrans("əqx", "ekh")  # how Turkish spells the Azerbaijani word
_OF_A_NAME = re.compile("(?<=..)l[iuü]$")  # a family name made of a given one: Hüseynli (ı folds to i)


class Everyday:
    """The words known so far. `found` grows with each form that turns out to be one of them."""

    def __init__(self, file: Path, lists: Iterable[Path]) -> None:
        self._file = file
        self.found = {line for line in _lines(file) if not line.startswith("#")} if file.exists() else set()
        self._words = {fold_key(line) for path in lists for line in _lines(path)}

    def among(self, forms: Iterable[str], chief: Collection[str]) -> set[str]:
        """Those of a place's forms that are everyday words; `chief` are the chief names of a town."""
        forms = list(forms)
        words = {form for form in forms if fold_key(form) in self.found}
        words |= {form for form in forms if form not in chief and self._is_word(fold_key(form))}
        self.found |= set(map(fold_key, words))
        return words

    def _is_word(self, key: str) -> bool:
        spellings = {key, key.translate(_TURKISH)}
        spellings |= {_OF_A_NAME.sub("", spelling) for spelling in spellings}
        return any(len(spelling) > 1 and spelling in self._words for spelling in spellings)

    def write(self) -> None:
        """Bring the file up to date."""
        text = _HEADING + "".join(f"{word}\n" for word in sorted(self.found))
        if not self._file.exists() or self._file.read_text(encoding="utf-8") != text:
            self._file.write_text(text, encoding="utf-8", newline="\n")


def is_short(form: str) -> bool:
    """Whether the form has so few letters that many things may be called it."""
    return sum(map(str.isalpha, form)) <= SHORT


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", "words") from error
