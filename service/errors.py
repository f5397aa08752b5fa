"""The errors that Evenhand raises on purpose. Each says what was wrong in words that can be shown to its user.

The mapping to HTTP statuses lives in `service/web/problems.py`, the mapping to exit codes in `service/cli.py`.
"""


class EvenhandError(Exception):
    """Base of every error raised on purpose; `str(error)` is a sentence for the user."""


class InputError(EvenhandError):
    """The caller sent something that cannot be used. `field` names the offending input field."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class LimitError(InputError):
    """The caller sent more than a limit from the settings allows."""

    def __init__(self, field: str, limit: int, actual: int, unit: str = "characters") -> None:
        super().__init__(f"{field} has {actual:,} {unit}; the limit is {limit:,} {unit}.", field)
        self.limit = limit
        self.actual = actual


class UnknownIdError(EvenhandError):
    """An identifier that the lexicon does not hold."""
