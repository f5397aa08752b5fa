"""Reading what was sent, strictly: JSON without surprises, query strings without leftovers."""

import json
from codecs import BOM_UTF8
from io import BytesIO
from typing import Any, NoReturn

from flask import Request
from webargs.core import is_json
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge

from service.web.engine import current_settings
from service.web.problems import FieldError, Problem, refuse

_JSON = "application/json"  # as most callers name it; other spellings are looked at closely


def parse_json(raw: bytes) -> Any:
    """The value that a body stands for; a Problem (400) for what is not JSON, or is JSON with two readings."""
    try:
        return _DECODER.decode(raw.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        raise _malformed(f"is not UTF-8: byte {error.start} cannot be read.") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _malformed(f"is not JSON: {error.msg} at {place}.") from None
    except RecursionError:
        raise _malformed("is nested too deeply to be read.") from None
    except ValueError:  # a number with thousands of digits
        raise _malformed("holds a number that is too long to be read.") from None


class MemoryRequest(Request):
    """A request of which nothing reaches a disk: werkzeug would put a large file of a form into a temporary file."""

    def _get_file_stream(self, *_about: Any, **_more: Any) -> BytesIO:
        return BytesIO()


def read_json(request: Request) -> Any:
    """The request's body as JSON; a Problem if it has another content type, or none."""
    if request.environ.get("CONTENT_TYPE") != _JSON:
        _check_type(request)
    if request.environ.get("HTTP_CONTENT_ENCODING", "identity") != "identity":
        raise Problem(415, "The body must be sent without a Content-Encoding.")
    return parse_json(read_body(request, current_settings().max_body))


def _check_type(request: Request) -> None:
    if not is_json(request.mimetype):
        raise Problem(415, "The body must be JSON, sent with `Content-Type: application/json`.")
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower().replace("-", "") != "utf8":
        raise Problem(415, "JSON is UTF-8; no other charset is read.")


def read_query(request: Request) -> dict[str, str]:
    """The query string's fields; one that is given twice is refused, as one of them would be dropped."""
    twice = [name for name, values in request.args.lists() if len(values) > 1]
    if twice:
        raise refuse(*(FieldError(name, "is given more than once.") for name in twice))
    return request.args.to_dict()


def read_body(request: Request, limit: int) -> bytes:
    """The whole body; 413 if it is longer than `limit`, whether or not its length was declared."""
    length = request.content_length
    if length is None:
        # Werkzeug ends a body of undeclared length at its limit without a word; one byte more tells.
        request.max_content_length = limit + 1
        raw = request.get_data()
        length = len(raw)
    elif length <= limit:  # Werkzeug's own stream takes its time to guard a body that the server ends anyway.
        raw = request.environ["wsgi.input"].read(length)
        if len(raw) < length:
            raise ClientDisconnected
    if length > limit:
        raise RequestEntityTooLarge
    return raw


def _malformed(message: str) -> Problem:
    return Problem(400, f"The body {message}", [FieldError("body", message)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        seen: set[str] = set()
        name = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise Problem(400, "The body gives one field twice.", [FieldError(name, "is given more than once.")])
    return value


def _no_constant(name: str) -> NoReturn:
    raise _malformed(f"is not JSON: {name} is not a JSON value.")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_no_constant)
