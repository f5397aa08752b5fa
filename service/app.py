"""Puts the parts together into a WSGI app. Besides `cli.py` the only module that reads the environment."""

import os
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from service.annotation.annotate import Annotator
from service.annotation.examples import example_findings
from service.checking.names import Names
from service.checking.style_file import read_styles
from service.checking.suggestion import HouseStyles
from service.lexicon.findings import LexiconError
from service.lexicon.store import load, read_draft
from service.settings import Settings
from service.web import headers, openapi, pages, problems
from service.web.body import MemoryRequest
from service.web.engine import Engine, EngineKeeper, keep


def create_app(
    settings: Settings | None = None,
    *,
    load_engine: Callable[[Path], Engine] | None = None,
    version_of: Callable[[Path], str] | None = None,
) -> Flask:
    """The app, with the lexicon loaded; without one if it is refused, and then /readyz says why.

    Settings come from the environment unless they are given. `load_engine` and `version_of` are for tests.
    """
    settings = settings or Settings.from_environment(os.environ)
    app = Flask(__name__, static_folder="web/static", template_folder="web/templates")
    app.request_class = MemoryRequest
    # One limit for a body, whether JSON or form; the form's own default would refuse half of it.
    app.config.update(MAX_CONTENT_LENGTH=settings.max_body, MAX_FORM_MEMORY_SIZE=settings.max_body)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    keeper = EngineKeeper(settings.lexicon, load_engine or build_engine, version_of or version_of_files)
    keeper.reload()
    keep(app, keeper, settings)
    problems.install(app)
    headers.install(app)
    openapi.install(app, settings)
    app.register_blueprint(pages.blueprint)
    return app


def build_engine(path: Path) -> Engine:
    """The engine for the lexicon in the folder `path`.

    LexiconError if it is refused, an example in it fails, or a house style in it has a finding.
    """
    lexicon = load(path)
    annotator = Annotator(lexicon)
    styles, findings = read_styles(path, lexicon)
    findings += example_findings(path, annotator)
    if findings:
        raise LexiconError(findings)
    return Engine(lexicon, annotator, Names(lexicon), HouseStyles(lexicon, styles))


def version_of_files(path: Path) -> str:
    """The content hash of the lexicon in the folder `path`, whether or not it can be used."""
    return read_draft(path)[0].lexicon.version
