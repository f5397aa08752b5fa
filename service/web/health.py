"""/healthz and /readyz, for whatever watches over the process."""

from typing import Any

from flask import Blueprint, Response, current_app

from service import __version__
from service.lexicon.findings import Finding
from service.web.answers import send, versions
from service.web.engine import EngineKeeper, Refusal, keeper_of
from service.web.problems import FieldError, Problem
from service.web.schema import dumps

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def healthz() -> Response:
    """The process is up."""
    return send(dumps({"status": "up", "service_version": __version__}))


@blueprint.get("/readyz")
def readyz() -> Response:
    """A valid lexicon is loaded. After a refused reload: still ready, with both versions and the findings."""
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
