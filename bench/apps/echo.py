"""The service, with an endpoint that only parses and echoes JSON: what Flask and the server themselves cost."""

import msgspec
from flask import Flask, Response, request

from service.app import create_app as create_service
from service.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """The app that is measured."""
    app = create_service(settings)
    app.add_url_rule("/bench/echo", view_func=_echo, methods=["POST"])
    return app


def _echo() -> Response:
    return Response(msgspec.json.encode(request.get_json()), mimetype="application/json")
