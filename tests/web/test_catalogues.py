"""Nothing on the pages is left untranslated, and the catalogues that are shipped are those of the pages."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.commands.drafts import sound_draft
from service.lexicon.model import Lexicon
from service.web import catalogues
from tests.invented import invented_lexicon

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    """Read for its closed lists, which the catalogues have, too."""
    return sound_draft(ROOT / "lexicon").lexicon


def test_the_catalogues_are_up_to_date(shipped: Lexicon) -> None:
    assert catalogues.outdated(shipped) == []


@pytest.mark.parametrize("lang", catalogues.LANGUAGES)
def test_every_message_is_translated_with_its_places_for_values(lang: str) -> None:
    assert list(catalogues.untranslated(lang)) == []


def test_messages_come_from_code_templates_and_closed_lists() -> None:
    collected = catalogues.collect(invented_lexicon())
    assert collected.get("One name") is not None
    assert collected.get("Skip to the content") is not None
    assert collected.get("sided", "stances") is not None
    assert collected.get("sided") is None
    assert collected.get("Lowland press", "perspectives") is not None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogues, "FOLDER", tmp_path)
    return tmp_path


def test_a_translator_begins_with_all_messages_and_keeps_what_is_done(folder: Path) -> None:
    lexicon = invented_lexicon()
    assert len(catalogues.outdated(lexicon)) == 2 * len(catalogues.LANGUAGES)
    assert any("'One name'" in told for told in catalogues.write(lexicon))
    file = folder / "ru" / "LC_MESSAGES" / "messages.po"
    began = file.read_text(encoding="utf-8")
    file.write_text(began.replace('msgid "One name"\nmsgstr ""', 'msgid "One name"\nmsgstr "Одно"'), encoding="utf-8")
    assert catalogues.outdated(lexicon) == [
        "ru/LC_MESSAGES/messages.mo: is not up to date. Run python -m service messages."
    ]
    catalogues.write(lexicon)
    assert catalogues.outdated(lexicon) == []
    assert "'One name'" not in " ".join(catalogues.untranslated("ru"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('msgid "%(num)s a"\nmsgstr "%(number)s b"', "other places"),
        ('msgid "{a} b"\nmsgstr "b"', "other places"),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"', "unsure"),
        ('msgid "a"\nmsgstr ""', "no translation"),
        (
            'msgid "%(num)s a"\nmsgid_plural "%(num)s as"\nmsgstr[0] "%(num)s b"\nmsgstr[1] "b"\nmsgstr[2] "%(num)s b"',
            "other",
        ),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] ""\nmsgstr[2] "b"', "no translation"),
        ('msgid "%(num)s a"\nmsgstr "b: %(num)s"', None),
    ],
)
def test_what_is_told_of_a_translation(folder: Path, written: str, told: str | None) -> None:
    file = folder / "ru" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    file.write_text(header + written, encoding="utf-8")
    found = list(catalogues.untranslated("ru"))
    assert [told in one for one in found] == [True] if told else found == []


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("az", "Necə adlanır"), ("hy", "Ինչպե՞ս է կոչվում"), ("ru", "Как это называется"), ("en", "What is it called")],
)
def test_pages_speak_the_readers_language(client: FlaskClient, lang: str, heading: str) -> None:
    page = client.get("/names?q=Nuvel", headers={"Accept-Language": lang}).text
    assert f'<html lang="{lang}">' in page
    assert f"<h1>{heading}" in page


def test_numbers_and_languages_are_told_as_the_reader_tells_them(client: FlaskClient) -> None:
    page = client.get("/names/list", headers={"Accept-Language": "ru"}).text
    assert "До 1\xa0000 названий." in page
    assert "Армянский" in page
