"""The catalogues of what the pages say: collected from code and templates, .po for translators, compiled to .mo.

Besides the messages there are the words of the lexicon's closed lists (stances, kinds, label types …), each with the
name of its list as context, so that pages can show them in the reader's language. What a lexicon has beyond them stays
as it is written there.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from service.lexicon.model import Lexicon

LANGUAGES = ("az", "hy", "ru")  # English is what the messages are written in
FOLDER = Path(__file__).parent / "translations"
_WEB = Path(__file__).parent
_METHODS = [("pages/**.py", "python"), ("templates/**.html", "jinja2")]
_OPTIONS = {"templates/**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
_KEYWORDS = {"_": None, "translated": None, "ngettext": (1, 2), "translated_number": (1, 2)}
_PLACE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
_BEGAN = datetime(2026, 11, 22, tzinfo=UTC)  # a date that changes with every run would hide what changed

_Key = tuple[str | None, str]


def collect(lexicon: Lexicon) -> Catalog:
    """Every message of the pages, and every word of the lexicon's closed lists, untranslated."""
    found = Catalog(charset="utf-8")
    messages = extract_from_dir(
        _WEB, _METHODS, _OPTIONS, _KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for file, _, message, comments, context in sorted(messages, key=lambda one: (one[0], one[1])):
        found.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    for words, word in _closed_lists(lexicon):
        found.add(word, locations=[(f"lexicon: {words}", 0)], context=words)
    return found


def brought_up_to_date(collected: Catalog, lang: str) -> tuple[str, bytes]:
    """The .po and .mo of a language as they should be: the messages collected, with the translations there are."""
    known = _read(lang)
    new = Catalog(
        locale=lang,
        project="Evenhand",
        version="1",
        charset="utf-8",
        creation_date=_BEGAN,
        revision_date=_BEGAN,
        fuzzy=False,
        header_comment=f"# What the pages say, in {lang}. `python -m service messages` keeps the list up to date.",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="see the history of this file",
        language_team=lang,
    )
    for message in _messages(collected):
        old = known.get(message.id, message.context)
        new.add(
            message.id,
            old.string if old else None,
            locations=message.locations,
            flags={"fuzzy"} & old.flags if old else (),
            auto_comments=message.auto_comments,
            user_comments=old.user_comments if old else (),
            context=message.context,
        )
    text, compiled = BytesIO(), BytesIO()
    write_po(text, new, width=120, include_lineno=False)
    text.seek(0)
    write_mo(compiled, read_po(text, locale=lang))  # from what is written, whatever the catalogue began as
    return text.getvalue().decode(), compiled.getvalue()


def write(lexicon: Lexicon) -> list[str]:
    """Bring all catalogues up to date; what is left for translators."""
    collected = collect(lexicon)
    for lang in LANGUAGES:
        text, compiled = brought_up_to_date(collected, lang)
        _file(lang, "po").parent.mkdir(parents=True, exist_ok=True)
        _file(lang, "po").write_text(text, encoding="utf-8", newline="\n")
        _file(lang, "mo").write_bytes(compiled)
    return [told for lang in LANGUAGES for told in untranslated(lang)]


def outdated(lexicon: Lexicon) -> list[str]:
    """The catalogues' files that are not as they should be."""
    collected = collect(lexicon)
    found = []
    for lang in LANGUAGES:
        text, compiled = brought_up_to_date(collected, lang)
        for suffix, wanted in (("po", text.encode()), ("mo", compiled)):
            file = _file(lang, suffix)
            if not file.exists() or file.read_bytes() != wanted:
                found.append(f"{file.relative_to(FOLDER)}: is not up to date. Run python -m service messages.")
    return found


def untranslated(lang: str) -> Iterator[str]:
    """Each message of a catalogue that has no translation, an unsure one, or one with other places for values."""
    for message in _messages(_read(lang)):
        said = _texts(message.string)
        if not all(said):
            yield f"{lang}: has no translation: {message.id!r}"
        elif message.fuzzy:
            yield f"{lang}: is marked as unsure: {message.id!r}"
        elif any(_places([one]) != _places(_texts(message.id)) for one in said):
            yield f"{lang}: has other places for values: {message.id!r}"


def _closed_lists(lexicon: Lexicon) -> Iterator[_Key]:
    vocabulary = lexicon.vocabulary
    lists: dict[str, Iterable[str]] = {
        "stances": [*vocabulary.stances, *vocabulary.stances.values()],
        "label_types": vocabulary.label_types,
        "kinds": vocabulary.kinds,
        "relation_types": vocabulary.relation_types,
        "sides": [name for pack in lexicon.packs.values() for name in pack.sides.values()],
        "perspectives": [perspective.name for perspective in lexicon.perspectives.values()],
    }
    for words, members in lists.items():
        for word in members:
            yield words, word


def _messages(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header, which is the one with an empty ID."""
    return (message for message in catalog if message.id)


def _texts(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """What a message says: one text, or one for each number that its language tells apart."""
    return (value or "",) if isinstance(value, str | None) else tuple(value)


def _places(texts: Iterable[str]) -> set[str]:
    return {place for text in texts for place in _PLACE.findall(text)}


def _read(lang: str) -> Catalog:
    file = _file(lang, "po")
    if not file.exists():
        return Catalog(locale=lang)
    with file.open("rb") as opened:
        return read_po(opened, locale=lang)


def _file(lang: str, suffix: str) -> Path:
    return FOLDER / lang / "LC_MESSAGES" / f"messages.{suffix}"
