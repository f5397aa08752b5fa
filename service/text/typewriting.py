"""Signs of typewritten text that stand for others: `--` for a dash, `_emphasis_` for italics.

Read letter by letter a double hyphen would join two names, and an underscore be part of the word. Each is replaced
by as many commas, which part names, so that offsets stay as they are. An underscore inside a word stays: snake_case.
"""

import re

_EMPHASIS = re.compile(r"(?<![\w`/\\@#])(_{1,3})(?![\s_])([^_\n]{1,400}?)(?<!\s)\1(?!\w)")


def parted(text: str) -> str:
    """`text` with double hyphens and the underscores around emphasis replaced, one character by one."""
    if "--" in text:
        text = text.replace("--", ",,")
    if "_" in text:
        text = _EMPHASIS.sub(lambda found: "," * len(found[1]) + found[2] + "," * len(found[1]), text)
    return text
