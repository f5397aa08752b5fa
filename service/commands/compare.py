"""`diff`: what a change of the lexicon does, in the lexicon and in real texts."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.commands.command import FINDINGS, FINE, add_command, add_lexicon
from service.commands.drafts import usable_draft
from service.commands.progress import progress
from service.errors import InputError
from service.lexicon.changes import changes
from service.lexicon.model import Lexicon
from service.lexicon.revision import lexicon_at
from service.settings import Settings

if TYPE_CHECKING:
    from service.annotation.model import Request
    from service.checking.annotation_changes import AnnotationChange

_TEXT, _HTML = (".txt", ".text", ".md"), (".html", ".htm")


def add_diff(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "compare two lexicons, and what they find in texts; exit code 1 if anything differs"
    parser = add_command(commands, "diff", _diff, summary, "HEAD lexicon", "main~5 lexicon articles/ letter.html")
    for name in ("old", "new"):
        parser.add_argument(name, metavar=name.upper(), help="folder of a lexicon, or a git revision of the one in use")
    parser.add_argument("texts", nargs="*", type=Path, metavar="TEXT", help="files, or folders of .txt and .html files")
    parser.add_argument("--lang", help="language of the texts (BCP 47, such as en)")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="date of the texts, YYYY-MM-DD")
    add_lexicon(parser, settings)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _diff(options: argparse.Namespace, _settings: Settings) -> int:
    from service.exchange.change_table import lexicon_changes, text_changes

    files = list(_files(options.texts))
    with ExitStack() as stack:
        folders = [stack.enter_context(lexicon_at(name, options.lexicon)) for name in (options.old, options.new)]
        old, new = (usable_draft(folder).lexicon for folder in folders)
    if options.lang is not None and options.lang not in new.vocabulary.languages:
        raise InputError(f"--lang is one of {', '.join(new.vocabulary.languages)}, not {options.lang}.")
    found = changes(old, new)
    print(lexicon_changes(found))
    if not files:
        return FINDINGS if found else FINE
    differing = _in_texts(files, old, new, options)
    print(f"\n{text_changes(differing, len(files))}")
    return FINDINGS if found or differing else FINE


def _in_texts(files: list[Path], old: Lexicon, new: Lexicon, options: argparse.Namespace) -> "list[AnnotationChange]":
    from service.annotation.annotate import Annotator
    from service.checking.annotation_changes import annotation_changes

    before, after = Annotator(old), Annotator(new)
    return [
        change
        for file in progress(files, "annotating")
        for change in annotation_changes(file.as_posix(), _request(file, options), before, after)
    ]


def _files(paths: list[Path]) -> Iterator[Path]:
    """The texts, those of a folder in order of path."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in (*_TEXT, *_HTML))
        elif path.suffix.lower() in (*_TEXT, *_HTML):
            yield path
        else:
            raise InputError(f"{path} is not a folder and does not end in {', '.join((*_TEXT, *_HTML))}.")


def _request(file: Path, options: argparse.Namespace) -> "Request":
    from service.annotation.model import Request

    try:
        content = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 (byte {error.start:,}).") from error
    if file.suffix.lower() in _HTML:
        return Request(html=content, lang=options.lang, as_of=options.as_of)
    return Request(text=content, lang=options.lang, as_of=options.as_of)
