"""The settings of gunicorn that are code."""

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask, Response, request, request_finished

CONFIG = runpy.run_path(str(Path(__file__).parent.parent.parent / "service" / "gunicorn.conf.py"))


@pytest.mark.parametrize(("preload", "answers"), [(True, {("/v1/annotate", 200)}), (False, set())])
def test_an_app_that_is_shared_is_rehearsed(app: Flask, preload: bool, answers: set[tuple[str, int]]) -> None:
    answered: set[tuple[str, int]] = set()

    def note(_app: Flask, response: Response, **_: Any) -> None:
        answered.add((request.path, response.status_code))

    server = SimpleNamespace(app=SimpleNamespace(wsgi=lambda: app), cfg=SimpleNamespace(preload_app=preload))
    with request_finished.connected_to(note, app):
        CONFIG["when_ready"](server)
    assert answered == answers
