"""/healthz and /readyz."""

from typing import Any

from flask import Response, current_app
from marshmallow import Schema, fields

from service import __version__
from service.lexicon.findings import Finding
from service.web.answers import send, versions
from service.web.blueprint import Blueprint
from service.web.engine import EngineKeeper, Refusal, keeper_of
from service.web.problems import MEDIA_TYPE, FieldError, Problem, ProblemSchema
from service.web.schema import VersionedSchema, dumps

blueprint = Blueprint("health", __name__, description="For whatever watches over the process.")


class HealthSchema(Schema):
    """The process is up."""

    status = fields.String(required=True)
    service_version = fields.String(required=True)


class RefusedSchema(Schema):
    """A lexicon that was not taken when it should have replaced the one in use."""

    lexicon_version = fields.String(required=True)
    findings = fields.List(fields.String(), required=True)


class ReadySchema(VersionedSchema):
    """The version in use, and the one that was refused since, if there is one."""

    status = fields.String(required=True)
    refused_reload = fields.Nested(RefusedSchema, required=True, allow_none=True)


@blueprint.route("/healthz")
@blueprint.response(200, HealthSchema)
def healthz() -> Response:
    """The process is up."""
    return send(dumps({"status": "up", "service_version": __version__}))


@blueprint.route("/readyz")
@blueprint.response(200, ReadySchema)
@blueprint.alt_response(503, schema=ProblemSchema, content_type=MEDIA_TYPE)
def readyz() -> Response:
    """A valid lexicon is loaded.

    After a refused reload: still ready, with both versions and the findings. Without a lexicon: 503 with the findings.
    """
    keeper = keeper_of(current_app)
    if not keeper.ready:
        raise _not_ready(keeper)
    answer: dict[str, Any] = {"status": "ready", **versions(keeper.engine), "refused_reload": None}
    if keeper.refusal:
        answer["refused_reload"] = _refused(keeper.refusal)
    return send(dumps(answer))


def _not_ready(keeper: EngineKeeper) -> Problem:
    findings = keeper.refusal.findings if keeper.refusal else ()
    errors = [FieldError(f"{finding.path}:{finding.line}", _said(finding)) for finding in findings]
    return Problem(503, f"The lexicon was not loaded: {len(errors)} findings.", errors, [("Retry-After", "30")])


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {"lexicon_version": refusal.version, "findings": [str(finding) for finding in refusal.findings]}


def _said(finding: Finding) -> str:
    return str(finding).removeprefix(f"{finding.path}:{finding.line}: ")
