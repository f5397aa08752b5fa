"""What is asked of the service in measurements: articles that name places of its lexicon."""

from collections.abc import Sequence
from typing import Any

from bench.article import article as dense_article
from bench.names import Form
from bench.texts import ARTICLE_BYTES, Article, Writer, html_of
from service.lexicon.model import Lexicon

ECHO, TEXT = "echo of the same text", "annotate, text"
_ARTICLES = 32
_PLACES = ("city", "town", "village", "region", "district")

Bodies = Sequence[dict[str, Any]]

DENSE: Bodies = [{"text": dense_article(ARTICLE_BYTES), "lang": "en"}]


def articles_of(lexicon: Lexicon) -> list[Article]:
    """Articles as dense as news with the lexicon's names of places."""
    forms = [
        Form(label.text, place, "AZ" if label.lang == "az" else "", label.script)
        for place, concept in enumerate(lexicon.concepts.values())
        if concept.kind in _PLACES
        for label in concept.labels
        if label.lang in ("en", "ru", "az", "hy") and not label.contextual
    ]
    return Writer(forms).articles(_ARTICLES)


def questions(articles: Sequence[Article]) -> dict[str, tuple[str, Bodies]]:
    """Path and bodies of each question."""
    texts: Bodies = [{"text": article.text, "lang": article.lang} for article in articles]
    return {
        ECHO: ("/bench/echo", texts),
        TEXT: ("/v1/annotate", texts),
        "annotate, alternatives none": ("/v1/annotate", [body | {"alternatives": "none"} for body in texts]),
        "annotate, HTML": ("/v1/annotate", [{"html": html_of(a.text), "lang": a.lang} for a in articles]),
        "annotate, 5 × as many names": ("/v1/annotate", DENSE),
    }
