"""Puts the parts together into a WSGI app. Besides `cli.py` the only module that reads the environment."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
from flask import Flask

from service.annotation.annotate import Annotator
from service.annotation.compiled import STYLES, SYMMETRY, read_compiled, write_compiled
from service.checking.names import Names
from service.checking.style import Style
from service.checking.suggestion import HouseStyles
from service.lexicon.files import content_version
from service.lexicon.symmetry import SymmetryReport
from service.settings import Settings
from service.web import compression, headers, openapi, problems
from service.web.body import MemoryRequest
from service.web.engine import Engine, EngineKeeper, keep
from service.web.pages import site
from service.web.turns import InTurn

_MAX_FIELDS = 20_000  # of a form: a choice for each name in a long text


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
    app.config.update(
        MAX_CONTENT_LENGTH=settings.max_body, MAX_FORM_MEMORY_SIZE=settings.max_body, MAX_FORM_PARTS=_MAX_FIELDS
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    build = load_engine or (lambda folder: build_engine(folder, settings.cache))
    keeper = EngineKeeper(settings.lexicon, build, version_of or content_version)
    keeper.reload()
    keep(app, keeper, settings)
    compression.install(app)
    problems.install(app)
    headers.install(app, settings.allowed_origins)
    openapi.install(app, settings)
    site.install(app)
    return app


def build_engine(path: Path, cache: Path) -> Engine:
    """The engine for the lexicon in the folder `path`, from its compiled form in `cache` if that is up to date.

    LexiconError if the lexicon is refused, an example in it fails, or a house style in it has a finding.
    """
    compiled = read_compiled(path, cache)
    if compiled is None:
        # Reading, linting and inflecting take long to import, too.
        from service.checking.compilation import compile_lexicon

        compiled = compile_lexicon(path)
        write_compiled(path, cache, compiled)
    lexicon = compiled.lexicon
    styles = msgspec.msgpack.decode(compiled.extras[STYLES], type=dict[str, Style])
    return Engine(
        lexicon,
        InTurn(Annotator(lexicon, compiled.gazetteer)),
        Names(lexicon, compiled.gazetteer),
        HouseStyles(lexicon, styles),
        symmetry=lambda: msgspec.msgpack.decode(compiled.extras[SYMMETRY], type=tuple[SymmetryReport, ...]),
    )
