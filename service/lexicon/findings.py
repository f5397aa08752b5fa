"""Findings: what is wrong with the lexicon, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.errors import EvenhandError


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One lint result. Findings sort by file and line, so that an editor can work through them from the top."""

    path: str  # of the file, relative to the lexicon, with forward slashes
    line: int  # counted from 1; the line of the value that is meant, or of the record that lacks it
    rule: str  # name of the rule, as in `service/lexicon/rules/`
    message: str  # what is wrong, without a full stop
    advice: str  # what to do, without a full stop

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {_sentence(self.message)} {_sentence(self.advice)}"


class LexiconError(EvenhandError):
    """The lexicon cannot be used; `findings` holds every reason, sorted, and the error's text lists them all."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(set(findings)))
        number = len(self.findings)
        heading = f"The lexicon was not loaded: {number} finding{'' if number == 1 else 's'}."
        super().__init__("\n".join([heading, *map(str, self.findings)]))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
