"""Errors as problems (RFC 9457): one shape for every error of every endpoint.

No error names a value that was sent, beyond what the caller's own fields are called: what was submitted is neither
logged nor repeated.
"""

import json
import logging
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, make_response, render_template, request
from marshmallow import Schema, ValidationError, fields
from marshmallow.exceptions import SCHEMA
from werkzeug.exceptions import HTTPException

from service.errors import EvenhandError, InputError, LimitError, UnknownIdError
from service.web.engine import NotReadyError

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is the matter with one field; `field` and `message` read as a sentence. `limit` is one that was passed."""

    field: str
    message: str
    limit: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The member of `errors`."""
        known: dict[str, Any] = {"field": _shown(self.field), "message": self.message}
        if self.limit is not None:
            known["limit"] = self.limit
        return known


class FieldErrorSchema(Schema):
    """What is the matter with one field of a request."""

    field = fields.String(required=True, metadata={"description": "Its path: text, kinds[0], body …"})
    message = fields.String(required=True)
    limit = fields.Integer(metadata={"description": "The limit that was passed, where one was."})


class ProblemSchema(Schema):
    """An error, as RFC 9457 describes it (application/problem+json)."""

    type = fields.String(required=True, metadata={"description": "about:blank"})
    title = fields.String(required=True, metadata={"description": "The status in words."})
    status = fields.Integer(required=True)
    detail = fields.String(required=True, metadata={"description": "What was the matter with this request."})
    errors = fields.List(fields.Nested(FieldErrorSchema), required=True)


class Problem(EvenhandError):  # noqa: N818  # RFC 9457's word for it
    """An error with the status that it is answered with."""

    def __init__(
        self,
        status: int,
        detail: str,
        errors: Iterable[FieldError] = (),
        headers: Iterable[tuple[str, str]] = (),
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = tuple(headers)

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase

    def as_dict(self) -> dict[str, Any]:
        """The problem object. `type` is about:blank: the status and the fields say what there is to say."""
        return {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "detail": _shown(self.detail),
            "errors": [error.as_dict() for error in self.errors],
        }


def refuse(*errors: FieldError) -> Problem:
    """The problem for fields that cannot be used."""
    return Problem(422, " ".join(f"{error.field} {error.message}" for error in errors), errors)


def problem_of(error: Exception) -> Problem:
    """The problem that an error is answered with. An unexpected one is logged, without what was sent."""
    match error:
        case Problem():
            return error
        case ValidationError():
            return refuse(*_field_errors(error.messages))
        case LimitError():
            field = error.field or "body"
            return Problem(413, str(error), [FieldError(field, str(error).removeprefix(f"{field} "), error.limit)])
        case InputError():
            return Problem(422, str(error), [FieldError(error.field or "body", str(error))])
        case UnknownIdError():
            return Problem(404, str(error))
        case NotReadyError():
            return Problem(503, str(error), headers=[("Retry-After", "30")])
        case HTTPException():
            return _http_problem(error)
    _log.error("%s at %s", type(error).__name__, _place(error))
    return Problem(500, "Evenhand failed on this request. What was sent has not been kept.")


def install(app: Flask) -> None:
    """Answer every error of the app as a problem."""
    app.register_error_handler(Exception, _answer)
    app.register_error_handler(HTTPException, _answer)


def _answer(error: Exception) -> Response | HTTPException:
    if isinstance(error, HTTPException) and error.code is not None and error.code < 400:
        return error  # a redirect
    problem = problem_of(error)
    if _reads_pages():
        response = make_response(render_template("problem.html", problem=problem), problem.status)
    else:
        response = Response(json.dumps(problem.as_dict(), ensure_ascii=False), problem.status, mimetype=MEDIA_TYPE)
    response.headers.extend(problem.headers)
    response.headers["Cache-Control"] = "no-store"
    return response


def _reads_pages() -> bool:
    """Whether a person with a browser is asking, not a program."""
    accept = request.accept_mimetypes
    as_json = max(accept["application/json"], accept[MEDIA_TYPE])
    return not request.path.startswith("/v1/") and accept["text/html"] > as_json


def _http_problem(error: HTTPException) -> Problem:
    status = error.code or 500
    if status == 413:
        limit: int = current_app.config["MAX_CONTENT_LENGTH"]
        message = f"is larger than {limit:,} bytes, which is the limit."
        return Problem(413, f"The body {message}", [FieldError("body", message, limit)])
    headers = [(name, value) for name, value in error.get_headers() if name not in ("Content-Type", "Content-Length")]
    detail = _DETAILS.get(status) or error.description or HTTPStatus(status).description
    return Problem(status, detail, headers=headers)


_DETAILS = {
    404: "There is nothing at this address. /openapi.json describes what there is.",
    405: "This address does not take that method; the Allow header names those it takes.",
}


def _field_errors(messages: Mapping[Any, Any] | list[Any], path: str = "") -> Iterable[FieldError]:
    """Marshmallow's nested messages as one list, each with the path of its field."""
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _field_errors(inner, _join(path, key))
    else:
        for message in messages:
            yield FieldError(path or "body", str(message))


def _join(path: str, key: Any) -> str:
    if key == SCHEMA:
        return path
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if path else str(key)


def _shown(text: str) -> str:
    """`text` as UTF-8 can carry it: the name of an unknown field may hold a lone surrogate."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _place(error: Exception) -> str:
    """Where the error came from: files, lines and functions, innermost last. No values, which may hold the text."""
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:])
