"""Flask-smorest's blueprint as a describer: the OpenAPI document comes from it, reading and answering are our own.

Its decorators would run webargs and marshmallow around every view; here they only leave their notes on it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, cast

import flask_smorest  # type: ignore[import-untyped]
from flask import Response, request
from marshmallow import Schema

from service.web.body import read_json, read_query

_View = Callable[..., Response]
_Decorator = Callable[[_View], _View]

_NOTES = "_apidoc"  # the attribute of a view in which flask-smorest keeps what it knows of it


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """A blueprint whose views take what a schema has read, strictly, and return responses."""

    def route(self, rule: str, **options: Any) -> _Decorator:
        """Register a view and its description."""
        return cast(_Decorator, super().route(rule, **options))

    def arguments(self, schema: Schema, *, location: Literal["json", "query"] = "json", **options: Any) -> _Decorator:
        """Read the body or the query string with `schema`, hand it to the view, and describe it."""
        read = read_json if location == "json" else read_query
        describe = super().arguments(schema, location=location, **options)

        def decorator(view: _View) -> _View:
            @wraps(view)
            def reading(**path: str) -> Response:
                return view(schema.load(read(request)), **path)

            return _describe(reading, describe)

        return decorator

    def response(self, status_code: int, schema: type[Schema], **options: Any) -> _Decorator:
        """Describe what the view answers."""
        describe = super().response(status_code, schema, **options)
        return lambda view: _describe(view, describe)

    def alt_response(self, status_code: int, **options: Any) -> _Decorator:
        """Describe what the view may answer instead."""
        describe = super().alt_response(status_code, **options)
        return lambda view: _describe(view, describe)


def _describe(view: _View, describe: _Decorator) -> _View:
    """Move the notes that a decorator leaves on its wrapper to the view itself."""
    setattr(view, _NOTES, getattr(describe(view), _NOTES))
    return view
