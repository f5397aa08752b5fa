"""The OpenAPI document, generated from the schemas, and the page that shows it."""

import flask_smorest  # type: ignore[import-untyped]
from flask import Flask, render_template

from service import __version__
from service.settings import Settings
from service.web import api, health, lookups, rewriting, translation
from service.web.problems import MEDIA_TYPE, ProblemSchema


class Api(flask_smorest.Api):  # type: ignore[misc]
    """The API whose errors are problems: `service/web/problems.py` answers them, and the document says so."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_RESPONSE_CONTENT_TYPE: str = "application/json"

    def _register_error_handlers(self) -> None:
        """None of its own."""

    def _register_responses(self) -> None:
        """Flask-smorest's default responses, in the media type that they have here."""
        self.DEFAULT_RESPONSE_CONTENT_TYPE = MEDIA_TYPE
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE


def install(app: Flask, settings: Settings) -> None:
    """Register the described blueprints, `/openapi.json` and `/docs`."""
    app.config.update(
        API_TITLE="Evenhand",
        API_VERSION=__version__,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/",
        API_SPEC_OPTIONS={"info": {"description": _description(settings)}},
    )
    documented = Api(app)
    documented.register_blueprint(api.blueprint)
    documented.register_blueprint(rewriting.blueprint)
    documented.register_blueprint(translation.blueprint)
    documented.register_blueprint(lookups.blueprint)
    documented.register_blueprint(health.blueprint)
    app.add_url_rule("/docs", "docs", _docs)


def _docs() -> str:
    """The interactive documentation; everything it loads is ours to serve."""
    return render_template("docs.html")


def _description(settings: Settings) -> str:
    return (
        "Says which thing a name stands for, whose name it is, and what else it is called. "
        "It names; nothing is rewritten unasked.\n\n"
        f"Limits here: {settings.max_text:,} code points in a text or HTML document, {settings.max_batch:,} documents "
        f"in a batch, {settings.max_body:,} bytes in a body, {settings.max_query:,} characters in a look-up; beyond "
        "them the answer is 413 and names the limit. Errors are `application/problem+json`. Unknown fields are "
        "refused by name. What is sent is neither stored nor logged."
    )
