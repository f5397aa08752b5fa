"""Questions on a terminal: each with its default and what may be answered, asked again until the answer will do."""

import difflib
import sys
from collections.abc import Callable, Collection

from service.errors import InputError
from service.lexicon.fields import days

Check = Callable[[str], None]  # raises InputError, which says why an answer will not do
_MOST_SHOWN = 40


class Questions:
    """Takes each value from the options, or asks for it where there is a terminal."""

    def __init__(self) -> None:
        self.asking = sys.stdin.isatty()

    def value(self, given: str | None, option: str, what: str, check: Check, default: str = "") -> str:
        """The given value, checked; else the answer. Without a terminal a value that has no default must be given."""
        if given is not None:
            check(given)
            return given
        if not self.asking:
            return self._without_asking(option, what, check, default)
        while True:
            answer = self._answer(f"{what}{f' [{default}]' if default else ''}: ") or default
            try:
                check(answer)
            except InputError as error:
                self.say(str(error))
            else:
                return answer

    def more(self, what: str) -> bool:
        """Whether there is another one; never without a terminal."""
        return self.asking and self._answer(f"{what}? y or n [n]: ").casefold() in ("y", "yes")

    def say(self, text: str) -> None:
        """Tell something between two questions."""
        print(text, file=sys.stderr)

    def _without_asking(self, option: str, what: str, check: Check, default: str) -> str:
        try:
            check(default)
        except InputError:
            raise InputError(f"Give {option}, {what}; on a terminal you are asked for it.") from None
        return default

    def _answer(self, prompt: str) -> str:
        print(prompt, end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise InputError("The answers ended early; nothing was written.")
        return line.strip()


def one_of(values: Collection[str]) -> Check:
    """An answer from a closed list."""

    def check(answer: str) -> None:
        if answer not in values:
            near = difflib.get_close_matches(answer, values, n=3)
            shown = f"Did you mean {' or '.join(near)}?" if near else f"Known: {listed(values)}."
            raise InputError(f"{answer} is not known here. {shown}" if answer else f"An answer is needed here. {shown}")

    return check


def listed(values: Collection[str]) -> str:
    """A closed list as it is shown; of a very long one the number."""
    return ", ".join(values) if len(values) <= _MOST_SHOWN else f"one of {len(values):,} keys"


def some_text(answer: str) -> None:
    """Any answer but none."""
    if not answer:
        raise InputError("An answer is needed here.")


def anything(_answer: str) -> None:
    """Any answer, or none."""


def date_or_nothing(answer: str) -> None:
    """YYYY, YYYY-MM, YYYY-MM-DD, or no answer."""
    try:
        if answer:
            days(answer)
    except ValueError:
        raise InputError(f"{answer} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.") from None
