"""The headers of every answer: nothing but our own files runs or loads on a page, and no page is framed."""

from flask import Flask, Response

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


def install(app: Flask) -> None:
    """Set the headers on every answer of the app, errors and static files included."""
    app.after_request(_secure)


def _secure(response: Response) -> Response:
    response.headers.update(_HEADERS)
    return response
