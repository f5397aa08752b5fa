"""Words of the vocabulary: whole ones, and `begin*` for all that begin so. Case counts: ask as the list has them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence


class WordMap:
    """Words, each with the further words that its item of a list goes on with; the longest beginning counts."""

    def __init__(self, items: Iterable[str]) -> None:
        self._whole: dict[str, tuple[str, ...]] = {}
        self._beginnings: dict[str, tuple[str, ...]] = {}
        for item in items:
            word, *others = item.split()
            known = self._beginnings if word.endswith("*") else self._whole
            known[word.rstrip("*")] = tuple(others)
        self._shortest = min(map(len, self._beginnings), default=0)

    def __iter__(self) -> Iterator[str]:
        """The words and beginnings."""
        return iter((*self._whole, *self._beginnings))

    def get(self, word: str) -> tuple[str, ...] | None:
        """The words that go with `word`; None if that is not in the list."""
        if word in self._whole:
            return self._whole[word]
        for length in range(len(word), self._shortest - 1, -1):
            if word[:length] in self._beginnings:
                return self._beginnings[word[:length]]
        return None


class WordList:
    """The words of all languages of a list."""

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
