"""Reads the house styles of a lexicon, or says everything that is wrong with them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from marshmallow import ValidationError

from service.checking.style import SEPARATOR, Choice, Rule, Style, StyleSource
from service.checking.style_lint import findings_on
from service.checking.style_schema import STYLE
from service.lexicon.fields import YES_NO, is_key
from service.lexicon.findings import Finding
from service.lexicon.model import Lexicon, Stance
from service.lexicon.reader import Document, Tree, parse
from service.lexicon.shape import shape_findings

FOLDER = "styles"


def read_styles(path: Path, lexicon: Lexicon) -> tuple[Mapping[str, Style], list[Finding]]:
    """The styles in the folder `styles` of the lexicon at `path`, in order of ID, and all findings, sorted.

    A lexicon may have no styles. With a finding, not every style may be there.
    """
    styles: dict[str, Style] = {}
    findings: list[Finding] = []
    for file in sorted((path / FOLDER).glob("*")):
        if file.name.startswith("."):
            continue
        found, document = _read(file)
        findings += found
        if document is None:
            continue
        style = _style(file.stem, document.data)
        findings += findings_on(style, document, lexicon)
        styles[style.id] = style
    return styles, sorted(set(findings))


def _read(file: Path) -> tuple[list[Finding], Document | None]:
    """The findings on the file by itself, and the document where its shape is sound."""
    path = f"{FOLDER}/{file.name}"
    misplaced = list(_name_findings(file, path))
    if misplaced:
        return misplaced, None
    document, findings = parse(path, file.read_bytes().replace(b"\r\n", b"\n"))
    if document is not None and not any(finding.rule == "yaml" for finding in findings):
        findings += shape_findings(document, STYLE)
    return findings, None if findings else document


def _name_findings(file: Path, path: str) -> Iterator[Finding]:
    if file.suffix != ".yml" or not file.is_file():
        yield Finding(path, 1, "files", "no such file is known", "Keep one house style a file, <id>.yml")
        return
    try:
        is_key(file.stem)
    except ValidationError:
        message = f"{file.stem} cannot be the ID of a style"
        yield Finding(path, 1, "files", message, "Use small ASCII letters, digits and single hyphens")


def _style(style_id: str, data: Tree) -> Style:
    return Style(
        id=style_id,
        title=data["title"],
        description=data["description"],
        rules=tuple(_rule(rule) for rule in data["rules"]),
        sources=tuple(StyleSource(**source) for source in data.get("sources", ())),
        separator=data.get("separator", SEPARATOR),
        attributions=data.get("attributions", {}),
        exceptions=data.get("exceptions", {}),
    )


def _rule(data: Tree) -> Rule:
    when = data.get("when", {})
    return Rule(
        why=data["why"],
        first=cast(Choice, data["first"]),
        later=cast(Choice, data["later"]),
        kinds=tuple(when.get("kinds", ())),
        contested=YES_NO[when["contested"]] if "contested" in when else None,
        stances=cast("tuple[Stance, ...]", tuple(when.get("stances", ()))),
        types=tuple(when.get("types", ())),
        words=tuple(when.get("words", ())),
        perspectives=tuple(data.get("perspectives", ())),
    )
