"""The headers of every answer: nothing but our own files runs or loads on a page, and no page is framed.

A page of another origin may call the API from the browser only if the settings name that origin.
"""

from collections.abc import Sequence

from flask import Flask, Response
from flask_cors import CORS

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # the interactive documentation draws its icons as data
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


# What other origins may reach: the API and its description, not the pages.
_SHARED = (r"/v1/.*", r"/openapi\.json")
_DAY = 86_400  # seconds; how long a browser may remember that it is allowed


def install(app: Flask, allowed_origins: Sequence[str] = ()) -> None:
    """Set the headers on every answer of the app, errors and static files included."""
    app.after_request(_secure)
    if allowed_origins:
        # No credentials: the service knows none, and a caller's cookies are nothing to it.
        CORS(
            app,
            resources=list(_SHARED),
            origins=list(allowed_origins),
            methods=["GET", "HEAD", "POST"],
            allow_headers=["Content-Type", "If-None-Match"],
            expose_headers=["ETag", "Retry-After"],
            max_age=_DAY,
            send_wildcard=True,  # * is answered with *, so that caches need not tell origins apart
            always_send=False,  # without an Origin nobody asked
            intercept_exceptions=False,  # errors are answers like others here
        )


def _secure(response: Response) -> Response:
    response.headers.extend(_HEADERS)  # `update` would look for each first; nothing else sets these
    return response
