"""The slow, obvious matcher: one character at a time, every form at every place. The fast one must agree with it."""

import unicodedata
from collections.abc import Iterable

Unit = tuple[str, int, int]  # folded character, where it begins and ends in the original

SPACES = set(" -\u2010\u2011\u2012\u2013\u058a\u00a0\u202f\u2007\r")
LINES = set("\n\u2028\u0085")
QUOTES = set('"“”„‟«»‹›‘‚‛')
INVISIBLE = set("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640՛՜՞")
APOSTROPHES = set("'’ʼʻʽʾʿʹ`´′՚ՙˈ")
SAME = {"ё": "е", "ǝ": "ə", "ı": "i", "i̇": "i", "ي": "ی", "ى": "ی", "ك": "ک"}


def reference_fold(text: str) -> list[Unit]:
    """Folded characters with their places; runs of gaps are one space, or a comma where they end a name."""
    text = _part(text)
    letters: list[Unit] = []
    place = 0
    while place < len(text):
        end = place + 1
        while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
            end += 1
        for character in unicodedata.normalize("NFC", text[place:end]):
            letters += [(folded, place, end) for folded in _fold_character(character)]
        place = end
    return _join_gaps(letters)


def _part(text: str) -> str:
    """`text` with a comma for each hyphen of a double one, and for the underscores before and after emphasis."""
    signs = list(text.replace("--", ",,"))
    place = 0
    while place < len(signs):
        inner = place
        while inner < len(signs) and signs[inner] == "_":
            inner += 1
        width = inner - place
        close = inner
        while close < len(signs) and signs[close] not in "_\n":
            close += 1
        after = close + width
        before = signs[place - 1] if place else " "
        if (
            1 <= width <= 3
            and not _is_word(before)
            and before not in "`/\\@#"
            and close > inner
            and not signs[inner].isspace()
            and not signs[close - 1].isspace()
            and signs[close:after] == ["_"] * width
            and not (after < len(signs) and _is_word(signs[after]))
        ):
            signs[place:inner] = signs[close:after] = [","] * width
            inner = after
        place = max(inner, place + 1)
    return "".join(signs)


def _fold_character(character: str) -> str:
    if character in INVISIBLE or unicodedata.category(character) in ("Mn", "Me"):
        return ""
    if character in SPACES or unicodedata.category(character) == "Zs":
        return " "
    if character in LINES:
        return "\n"
    if character in QUOTES:
        return '"'
    if character in APOSTROPHES:
        return "'"
    if unicodedata.category(character)[0] == "L" and character != "և":
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) > 1:
            return "".join(_fold_character(part) for part in unicodedata.normalize("NFKC", plain))
        lowered = plain.lower()
        return SAME.get(lowered, lowered)
    if character in "_." or (character.isalnum() and unicodedata.category(character) != "No"):
        return character
    return ","


def _join_gaps(letters: list[Unit]) -> list[Unit]:
    joined: list[Unit] = []
    place = 0
    while place < len(letters):
        end = place
        while end < len(letters) and letters[end][0] in ' "\n':
            end += 1
        if end == place:
            joined.append(letters[place])
            place += 1
            continue
        run = "".join(letter[0] for letter in letters[place:end])
        joins = run.count('"') < 2 and run.count("\n") < 2
        folded = '"' if run == '"' else " " if joins else ","
        joined.append((folded, letters[place][1], letters[place][2]))
        place = end
    return joined


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def reference_matches(text: str, forms: Iterable[str]) -> set[tuple[int, int, str]]:
    """Every (start, end, form) where a form stands as whole words with its capitals, overlapping ones too."""
    units = reference_fold(text)
    found = set()
    for form in forms:
        wanted = reference_fold(form)
        for first in range(len(units) - len(wanted) + 1):
            here = units[first : first + len(wanted)]
            if [unit[0] for unit in here] != [unit[0] for unit in wanted]:
                continue
            before = first > 0 and _is_word(units[first - 1][0]) and _is_word(here[0][0])
            last = first + len(wanted)
            after = last < len(units) and _is_word(units[last][0]) and _is_word(here[-1][0])
            capitals = all(text[h[1]].isupper() for h, w in zip(here, wanted, strict=True) if form[w[1]].isupper())
            if not before and not after and capitals:
                found.add((here[0][1], here[-1][2], form))
    return found


def reference_longest(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Take the longest, of equals the leftmost; drop what overlaps it; and again."""
    rest = {(start, end) for start, end, _ in found}
    chosen = []
    while rest:
        best = min(rest, key=lambda span: (span[0] - span[1], span[0]))
        chosen.append(best)
        rest = {span for span in rest if span[1] <= best[0] or best[1] <= span[0]}
    return sorted(chosen)
