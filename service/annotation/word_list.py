"""Words from one of the vocabulary's lists by language: whole ones, and `begin*` for all that begin so."""

from collections.abc import Mapping, Sequence


class WordList:
    """The words of all languages of a list. Case counts: ask for small letters where the list has them."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        all_words = {word for of_language in words.values() for word in of_language}
        self._whole = frozenset(word for word in all_words if not word.endswith("*"))
        self._beginnings = tuple(sorted(word[:-1] for word in all_words if word.endswith("*")))

    def __bool__(self) -> bool:
        """Whether there is any word."""
        return bool(self._whole or self._beginnings)

    def __contains__(self, word: str) -> bool:
        """Whether the list has the word, or a beginning of it."""
        return word in self._whole or word.startswith(self._beginnings)
