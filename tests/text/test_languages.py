"""Reads tests/cases/languages.yml: texts with their languages. The head of the table says what a case may hold."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from service.text.boundaries import Passages
from service.text.folding import fold
from service.text.languages import Languages

_TABLE = Path(__file__).parents[1] / "cases" / "languages.yml"
_CASES: list[dict[str, Any]] = yaml.load(_TABLE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506


def _languages(text: str, given: str | None = None) -> Languages:
    return Languages(Passages(text), fold(text), given)


def _ids(case: dict[str, Any]) -> str:
    return f"{case['lang']}: {case['text'][:20]}"


@pytest.mark.parametrize("case", _CASES, ids=_ids)
def test_the_language_of_the_text(case: dict[str, Any]) -> None:
    assert (_languages(case["text"], case.get("given")).main or "none") == case["lang"]


@pytest.mark.parametrize("case", [case for case in _CASES if "at" in case], ids=_ids)
def test_the_language_of_each_sentence(case: dict[str, Any]) -> None:
    languages = _languages(case["text"], case.get("given"))
    assert {word: languages.at(case["text"].index(word)) for word in case["at"]} == case["at"]


def test_a_long_text_is_told_as_a_short_one_is() -> None:
    of = {
        lang: [c["text"] for c in _CASES if c["lang"] == lang and "at" not in c]
        for lang in ("az", "de", "en", "tr", "fr")
    }
    for lang, texts in of.items():
        long = " ".join(texts) * 9
        assert len(long) > 1000
        assert _languages(long).main == lang
        assert _languages(long).at(len(long) // 2) == lang


def test_a_long_text_of_names_alone_has_no_language() -> None:
    assert _languages("Oldvale, Nuvel; " * 100).main is None


def test_a_quotation_far_down_in_a_long_text_is_seen() -> None:
    text = "The road to Oldvale was closed by snow that fell in the night. " * 40
    text += "\n\nNuvel'e giden yol için yeni bir ihale yapıldı ve okul da açıldı.\n\n" + text
    assert _languages(text).main == "en"
    assert _languages(text).at(text.index("Nuvel")) == "tr"
    assert _languages(text).at(len(text) - 5) == "en"


def test_nothing_is_claimed_of_no_text() -> None:
    assert _languages("").main is None
    assert _languages(" \n").main is None
