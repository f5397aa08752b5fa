"""The settings of gunicorn that are code."""

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from flask import Flask, Response, request, request_finished

CONFIG = runpy.run_path(str(Path(__file__).parent.parent.parent / "service" / "gunicorn.conf.py"))


def test_the_rehearsal_is_answered(app: Flask) -> None:
    answered: list[tuple[str, int]] = []

    def note(_app: Flask, response: Response, **_: Any) -> None:
        answered.append((request.path, response.status_code))

    with request_finished.connected_to(note, app):
        CONFIG["when_ready"](SimpleNamespace(app=SimpleNamespace(wsgi=lambda: app)))
    assert set(answered) == {("/v1/annotate", 200)}
