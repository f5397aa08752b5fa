"""The translator's third page: a text and its translation side by side, with what becomes of each name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from service.annotation.model import Annotation, Result, Unresolved
from service.checking.translation import Comparison, Standing, standings
from service.errors import EvenhandError
from service.web.engine import current_engine, current_settings
from service.web.pages.localization import term
from service.web.pages.phrases import side_name
from service.web.pages.translator import by_field, send_page
from service.web.problems import Problem, problem_of
from service.web.translation import TRANSLATION, Checked, checked_translation

blueprint = Blueprint("comparison", __name__)

Mention = Annotation | Unresolved

_FIELDS = ("source", "source_lang", "target", "target_lang", "as_of")
# Which field of the form a field of the request comes from.
_FIELD_OF = {
    "source.text": "source",
    "source.lang": "source_lang",
    "target.text": "target",
    "target.lang": "target_lang",
    "as_of": "as_of",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: plain, or a mention that leads to the row about it."""

    text: str
    mention: Mention | None = None
    id: str = ""
    row: str = ""
    outcome: str = ""


@blueprint.get("/names/compare")
def form() -> Response:
    """The empty form."""
    return _page(dict.fromkeys(_FIELDS, ""))


@blueprint.post("/names/compare")
def check() -> Response:
    """The two texts, marked, and what the target has for each concept of the source."""
    entered = dict.fromkeys(_FIELDS, "")
    try:
        # Browsers send a line break as CR LF, whatever was pasted.
        entered = {name: request.form.get(name, "").replace("\r\n", "\n") for name in _FIELDS}
        checked = checked_translation(TRANSLATION.load(_asked(entered)), current_engine(), current_settings().max_text)
    except (EvenhandError, ValidationError) as error:
        return _page(entered, problem=problem_of(error))
    return _page(entered, checked)


def _asked(entered: Mapping[str, str]) -> dict[str, Any]:
    return {
        "source": {"text": entered["source"], "lang": entered["source_lang"] or None},
        "target": {"text": entered["target"], "lang": entered["target_lang"] or None},
        "as_of": entered["as_of"] or None,
    }


def _page(entered: Mapping[str, str], checked: Checked | None = None, problem: Problem | None = None) -> Response:
    return send_page(
        "comparison.html",
        problem,
        entered=entered,
        **(_shown(checked) if checked else {}),
        errors=by_field(problem, _FIELD_OF, "source"),
    )


def _shown(checked: Checked) -> dict[str, Any]:
    rows = rows_of(checked.comparison)
    return {
        "comparison": checked.comparison,
        "row_of": rows,
        "source": tuple(pieces("s", checked.source, checked.source_result, rows)),
        "target": tuple(pieces("t", checked.target, checked.target_result, rows)),
        "source_lang": checked.source_result.lang,
        "target_lang": checked.target_result.lang,
        "target_unresolved": checked.target_result.unresolved,
        "standing_name": standing_name,
        "standings_told": lambda found: ", ".join(map(standing_name, standings(found))),
    }


def standing_name(standing: Standing) -> str:
    """The stance, and whose, in words."""
    stance = term("stances", standing.stance)
    return f"{stance} ({side_name(current_engine().lexicon, standing.side)})" if standing.side else stance


def rows_of(comparison: Comparison) -> dict[str, tuple[str, str]]:
    """For each concept the ID of its row, and what became of it."""
    rows = {pair.concept.id: (f"pair-{number}", pair.outcome) for number, pair in enumerate(comparison.pairs, 1)}
    added = {one.concept.id: (f"added-{number}", "added") for number, one in enumerate(comparison.added, 1)}
    return {**rows, **added}


def pieces(side: str, text: str, result: Result, rows: Mapping[str, tuple[str, str]]) -> Iterator[Piece]:
    """The text in stretches; a mention has an ID of its own, made of `side` and its place."""
    mentions: Sequence[Mention] = sorted((*result.annotations, *result.unresolved), key=lambda mention: mention.start)
    done = 0
    for mention in mentions:
        if mention.start > done:
            yield Piece(text[done : mention.start])
        row, outcome = ("unsettled", "unsettled") if isinstance(mention, Unresolved) else rows[mention.concept.id]
        yield Piece(text[mention.start : mention.end], mention, f"{side}-{mention.start}", row, outcome)
        done = mention.end
    if done < len(text):
        yield Piece(text[done:])
