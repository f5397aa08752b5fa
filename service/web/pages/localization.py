"""The language of the pages themselves. What the lexicon says stays as the lexicon says it."""

from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, request
from flask_babel import Babel, get_locale, gettext, ngettext, pgettext  # type: ignore[import-untyped]

# In the order of their English names; each is called by its own name, and none is the preferred one.
INTERFACE_LANGUAGES = {"hy": "Հայերեն", "az": "Azərbaycanca", "en": "English", "ru": "Русский"}
_FALLBACK = "en"
_CHOICE = "ui"  # the query parameter and the cookie that hold a reader's choice; nothing else is kept
_YEAR = 31_536_000  # seconds


def install(app: Flask) -> None:
    """Set up gettext. A reader's choice (`?ui=hy`) counts first, then the browser's languages, then English."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = "web/translations"
    Babel(app, locale_selector=_selected)
    app.after_request(_tell)
    app.jinja_env.globals.update(
        interface_languages=INTERFACE_LANGUAGES,
        interface_language=interface_language,
        language_name=language_name,
        term=term,
        this_page_in=this_page_in,
    )


def interface_language() -> str:
    """The tag of the language in which this answer's page speaks."""
    return str(get_locale() or _FALLBACK)


def translated(message: str, **values: Any) -> str:
    """`message` in the language of the page, with `values` put into its %(name)s places."""
    return str(gettext(message, **values))


def translated_number(one: str, many: str, num: int, **values: Any) -> str:
    """The form of the message that goes with the number `num` in the language of the page; %(num)s is the number."""
    return str(ngettext(one, many, num, **values))


def term(words: str, word: str) -> str:
    """A word of one of the lexicon's closed lists (`stances`, `kinds`, `label_types` …) in the language of the page.

    A word that the catalogue does not have stays as the lexicon has it.
    """
    return str(pgettext(words, word))


def language_name(tag: str) -> str:
    """What a language is called in the language of the page, with a capital; the tag, if that is not known."""
    name: str = get_locale().languages.get(tag, tag)
    first = "İ" if name.startswith("i") and interface_language() == "az" else name[:1].upper()
    return first + name[1:]


def this_page_in(tag: str) -> str:
    """The address of the page that is shown, in another language; what was asked in the address stays asked.

    What was sent in a form is not repeated: it would have to stand in the address.
    """
    asked = request.args.items(multi=True) if request.method == "GET" else ()
    kept = [(name, value) for name, value in asked if name != _CHOICE]
    return f"?{urlencode([*kept, (_CHOICE, tag)], errors='replace')}"


def _selected() -> str:
    for chosen in (request.args.get(_CHOICE), request.cookies.get(_CHOICE)):
        if chosen in INTERFACE_LANGUAGES:
            return chosen
    return request.accept_languages.best_match(list(INTERFACE_LANGUAGES), _FALLBACK) or _FALLBACK


def _tell(response: Response) -> Response:
    """Say in which language a page is and what that hangs on, and remember a choice."""
    if response.mimetype != "text/html":
        return response
    response.headers["Content-Language"] = interface_language()
    response.vary.update(("Accept-Language", "Cookie"))
    chosen = request.args.get(_CHOICE)
    if chosen in INTERFACE_LANGUAGES:
        response.set_cookie(_CHOICE, chosen, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure)
    return response
