"""Fixtures for all tests.

Policy: places, people and disputes in tests are invented (`tests/invented.py`); the real lexicon is loaded in
two test files only, `test_shipped_lexicon.py` and `annotation/test_cases.py` (which reads the tables in
`cases/annotate`). No test uses the network, the clock, or what another test left behind. A fixture lives here if
tests of two folders use it, otherwise beside its tests.
"""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.app import create_app
from service.lexicon.model import Lexicon
from service.web.engine import Engine
from tests.invented import SETTINGS, engine_of, invented_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return invented_lexicon()


@pytest.fixture(scope="session")
def engine(lexicon: Lexicon) -> Engine:
    return engine_of(lexicon)


@pytest.fixture
def app(engine: Engine) -> Flask:
    return create_app(SETTINGS, load_engine=lambda _: engine)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
