"""Sending an answer: JSON bytes, what caches may do with it, and whether the caller can read it at all."""

from typing import Any

from flask import Response, request

from service import __version__
from service.web.engine import Engine
from service.web.problems import Problem
from service.web.schema import encode

MEDIA_TYPE = "application/json"


def refuse_unreadable() -> None:
    """406 before any work is done for a caller that does not take JSON. For `before_request`."""
    accept = request.environ.get("HTTP_ACCEPT")
    if accept is None or MEDIA_TYPE in accept or "*/*" in accept:
        return
    if not request.accept_mimetypes[MEDIA_TYPE]:
        raise Problem(406, "Answers are application/json; the Accept header leaves that out.")


def send(answer: str | bytes) -> Response:
    """An answer about a submitted text, in JSON: nobody between here and the caller may keep it."""
    response = Response(answer, mimetype=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response


def send_data(answer: dict[str, Any], engine: Engine) -> Response:
    """An answer from the lexicon, which changes with the versions only: 304 for a caller that has it."""
    answer |= versions(engine)
    response = Response(encode(answer), mimetype=MEDIA_TYPE)
    response.set_etag(f"{engine.lexicon.version}-{__version__}")
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response


def versions(engine: Engine) -> dict[str, str]:
    """Which data and which code answer."""
    return {"lexicon_version": engine.lexicon.version, "service_version": __version__}
