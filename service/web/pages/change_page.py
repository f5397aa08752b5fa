"""Suggesting a change: the file of a concept to copy, how to change it, and where to send it."""

import hashlib
from pathlib import Path

from flask import Blueprint, Response

from service.errors import UnknownIdError
from service.lexicon.model import Concept
from service.web.engine import current_engine, current_settings
from service.web.lookups import find_concept
from service.web.pages.lexicon_page import cacheable, send_page
from service.web.pages.phrases import web_link

blueprint = Blueprint("changes", __name__)

_GUIDE = "CONTRIBUTING.md"  # beside the lexicon's folder


@blueprint.get("/c/<concept_id>/change")
def change(concept_id: str) -> Response:
    """The concept's file, ready to copy, and what to do with it."""
    found = find_concept(current_engine().lexicon, concept_id)
    text = _file_text(found)
    return send_page(
        "change.html",
        concept=found,
        text=text,
        repository=web_link(current_settings().repository),
        guide=_guide() is not None,
        label_types=list(current_engine().lexicon.vocabulary.label_types),
        tag=_tag(text or ""),
    )


@blueprint.get("/c/<concept_id>.yml")
def file(concept_id: str) -> Response:
    """The concept's file as it is."""
    text = _file_text(find_concept(current_engine().lexicon, concept_id))
    if text is None:
        raise UnknownIdError("The file of this concept is not at hand.")
    response = Response(text, mimetype="application/yaml")
    response.headers["Content-Disposition"] = f'attachment; filename="{concept_id}.yml"'
    return cacheable(response, "yml", _tag(text))


@blueprint.get("/contributing")
def contributing() -> Response:
    """How to contribute, as the repository's own page says."""
    text = _guide()
    if text is None:
        raise UnknownIdError("The page on contributing is not at hand here.")
    return send_page("contributing.html", text=text, repository=web_link(current_settings().repository), tag=_tag(text))


def _file_text(concept: Concept) -> str | None:
    return _read(current_settings().lexicon / concept.path)


def _guide() -> str | None:
    return _read(current_settings().lexicon.resolve().parent / _GUIDE)


def _read(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _tag(text: str) -> str:
    """Tells this text from another one in an ETag; the files may change while the lexicon in use stays."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
