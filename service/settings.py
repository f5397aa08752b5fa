"""Settings: one frozen value, made from the environment by `app.py` or `cli.py` and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from service.errors import InputError

_PREFIX = "EVENHAND_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the lexicon is, and how much one request may ask for. Sizes are upper limits, inclusive."""

    lexicon: Path = Path("lexicon")
    cache: Path = Path(".cache")  # folder for the compiled lexicon; it may be deleted at any time
    max_text: int = 1_000_000  # code points in `text` or `html`
    max_batch: int = 100  # documents in one batch
    max_query: int = 200  # code points in a name look-up
    max_body: int = 8_000_000  # bytes in a request's body

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read `EVENHAND_LEXICON`, `EVENHAND_MAX_TEXT` and so on; InputError names a variable that does not parse."""
        values: dict[str, Path | int] = {}
        for field in fields(cls):
            name = _PREFIX + field.name.upper()
            raw = environment.get(name)
            if raw is None:
                continue
            if field.name in ("lexicon", "cache"):
                values[field.name] = Path(raw)
                continue
            if not raw.isascii() or not raw.isdigit() or int(raw) == 0:
                raise InputError(f"{name} is {raw!r}; it takes a whole number above 0.", name)
            values[field.name] = int(raw)
        return cls(**values)  # type: ignore[arg-type]  # each value was read for its own field
