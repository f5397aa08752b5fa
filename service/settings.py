"""Settings: one frozen value, made from the environment by `app.py` or `cli.py` and handed down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from service.errors import InputError

_PREFIX = "EVENHAND_"
_ORIGIN = re.compile(r"[a-z][a-z0-9+-]*://[a-zA-Z0-9._-]+(:[0-9]{1,5})?")  # scheme, host, port; no path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the lexicon is, and how much one request may ask for. Sizes are upper limits, inclusive."""

    lexicon: Path = Path("lexicon")
    cache: Path = Path(".cache")  # folder for the compiled lexicon; it may be deleted at any time
    max_text: int = 1_000_000  # code points in `text` or `html`
    max_batch: int = 100  # documents in one batch
    max_query: int = 200  # code points in a name look-up
    max_body: int = 8_000_000  # bytes in a request's body
    repository: str = ""  # web address of the lexicon's repository, for those who suggest a change
    allowed_origins: tuple[str, ...] = ()  # web origins whose pages may call the API from the browser

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read `EVENHAND_LEXICON`, `EVENHAND_MAX_TEXT` and so on; InputError names a variable that does not parse."""
        values: dict[str, Path | int | str | tuple[str, ...]] = {}
        for field in fields(cls):
            name = _PREFIX + field.name.upper()
            raw = environment.get(name)
            if raw is None:
                continue
            if field.name in ("lexicon", "cache"):
                values[field.name] = Path(raw)
            elif field.name == "repository":
                values[field.name] = _address(name, raw)
            elif field.name == "allowed_origins":
                values[field.name] = _origins(name, raw)
            else:
                values[field.name] = _number(name, raw)
        return cls(**values)  # type: ignore[arg-type]  # each value was read for its own field


def _number(name: str, raw: str) -> int:
    if not raw.isascii() or not raw.isdigit() or int(raw) == 0:
        raise InputError(f"{name} is {raw!r}; it takes a whole number above 0.", name)
    return int(raw)


def _address(name: str, raw: str) -> str:
    if raw and not raw.startswith(("https://", "http://")):
        raise InputError(f"{name} is {raw!r}; it takes an address that begins with https://.", name)
    return raw


def _origins(name: str, raw: str) -> tuple[str, ...]:
    origins = tuple(raw.replace(",", " ").split())
    for origin in origins:
        if origin != "*" and not _ORIGIN.fullmatch(origin):
            message = (
                f"{name} holds {origin!r}; it takes origins such as https://cms.example, with commas between, or *."
            )
            raise InputError(message, name)
    return origins
