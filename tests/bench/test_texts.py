import pytest

from bench.names import Form
from bench.texts import ARTICLE_BYTES, SHARES, Writer, html_of, plain_words, vocabulary

FORMS = [
    Form("Oldvale", 1, "XX", "Latn"),
    Form("Ortaq", 2, "AZ", "Latn"),
    Form("Нувель", 3, "XX", "Cyrl"),
    Form("Նուվել", 4, "XX", "Armn"),
    Form("small vale", 5, "XX", "Latn"),
    Form("Vale (town)", 6, "XX", "Latn"),
]
NAMES = {"en": ("Oldvale", "Ortaq"), "ru": ("Нувель",), "az": ("Ortaq",), "hy": ("Նուվել",)}


@pytest.mark.parametrize("lang", SHARES)
@pytest.mark.parametrize("density", [0.0, 4.0, 17.0])
def test_an_article_has_its_size_and_density(lang: str, density: float) -> None:
    article = Writer(FORMS).article(lang, density=density)
    assert ARTICLE_BYTES - 1 <= article.size <= ARTICLE_BYTES
    assert "vale" not in article.text.replace("Oldvale", "")
    assert sum(article.text.count(name) for name in NAMES[lang]) == pytest.approx(density, abs=3)


def test_the_same_seed_gives_the_same_articles() -> None:
    assert Writer(FORMS).articles(5) == Writer(FORMS).articles(5)
    assert Writer(FORMS, seed=6).articles(5) != Writer(FORMS).articles(5)


def test_vocabularies_have_many_words_that_names_can_avoid() -> None:
    assert vocabulary("en")[:2] == ["the", "of"]
    assert set(vocabulary("ru")) < plain_words()
    assert "road" in plain_words()


def test_html() -> None:
    assert html_of("a < b\n\nc") == '<p class="body">a &lt; b</p>\n<p class="body">c</p>\n'
