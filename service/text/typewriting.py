"""Signs of typewritten text that stand for others: `--` for a dash, `_emphasis_` for italics.

Read letter by letter a double hyphen would join two names, and an underscore be part of the word. Each is replaced
by as many commas, which part names, so that offsets stay as they are. An underscore inside a word stays: snake_case.

Words that a printed page parts at the end of a line come with text that is copied from it.
"""

import re

_HYPHENS = "-\u00ad\u2010\u00ac"
_BEFORE_BREAK = frozenset([*_HYPHENS, "\r"])
# A word goes on with a small letter, or in capitals throughout.
_BREAK = re.compile(rf"[^\W\d_][{_HYPHENS}]\r?\n[ \t\u00a0]*(?=[^\W\d_])")
_EMPHASIS = re.compile(r"(?<![\w`/\\@#])(_{1,3})(?![\s_])([^_\n\v]{1,400}?)(?<!\s)\1(?!\w)")


def parted(text: str) -> str:
    """`text` with double hyphens and the underscores around emphasis replaced, one character by one."""
    if "--" in text:
        text = text.replace("--", ",,")
    if "_" in text:
        text = _EMPHASIS.sub(lambda found: "," * len(found[1]) + found[2] + "," * len(found[1]), text)
    return text


def mended(text: str) -> str:
    """`text` with words that a hyphen parts at the end of a line made whole, by as many soft hyphens, which fold away.

    A name with a hyphen of its own may be parted there, too, so that both texts have to be read.
    """
    place = text.find("\n")
    pieces: list[str] = []
    done = 0
    while place >= 0:
        before = text[place - 1 : place]
        found = _BREAK.match(text, max(0, place - len("a-") - (before == "\r"))) if before in _BEFORE_BREAK else None
        if found and (text[found.end()].islower() or text[found.start()].isupper()):
            pieces += (text[done : found.start() + 1], "\u00ad" * (len(found[0]) - 1))
            done = found.end()
        place = text.find("\n", place + 1)
    return "".join((*pieces, text[done:])) if pieces else text
