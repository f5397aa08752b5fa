"""Style files: what is read from a sound one, and the exact findings on bad ones."""

from pathlib import Path

import pytest

from service.checking.style import Rule, StyleSource
from service.checking.style_file import read_styles
from tests.invented import GONE, TOWN, invented_lexicon

SOUND = f"""\
# The desk's own.
title: Desk
description: What the desk writes.
sources:
  - {{title: The desk's book, publisher: Desk, url: https://desk.example/book, date: 2001-02}}
separator: " or "
attributions:
  en: {{lowland: "{{label}} (lowland)", upland: "{{label}} (upland)"}}
rules:
  - when: {{kinds: [town], contested: yes, stances: [sided], types: [endonym], words: [old*]}}
    first: attributed
    later: keep
    why: Because.
  - first: perspectives
    later: neutral
    perspectives: [observers, upland-press]
    why: All else.
exceptions:
  {TOWN}: {{en: Vale Cross}}
"""


def write(folder: Path, text: str, name: str = "desk.yml") -> Path:
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "styles" / name).write_text(text, encoding="utf-8")
    return folder


def listed(folder: Path) -> list[str]:
    return [str(finding) for finding in read_styles(folder, invented_lexicon())[1]]


def test_a_sound_style(tmp_path: Path) -> None:
    styles, findings = read_styles(write(tmp_path, SOUND), invented_lexicon())
    (style,) = styles.values()
    assert findings == []
    assert (style.id, style.title, style.description) == ("desk", "Desk", "What the desk writes.")
    assert style.sources == (StyleSource("The desk's book", "Desk", "https://desk.example/book", "2001-02"),)
    assert style.rules == (
        Rule("Because.", "attributed", "keep", ("town",), True, ("sided",), ("endonym",), ("old*",)),
        Rule("All else.", "perspectives", "neutral", perspectives=("observers", "upland-press")),
    )
    assert style.separator == " or "
    assert style.attributions["en"]["upland"] == "{label} (upland)"
    assert style.exceptions == {TOWN: {"en": "Vale Cross"}}


def test_a_lexicon_may_have_no_styles(tmp_path: Path) -> None:
    assert read_styles(tmp_path, invented_lexicon()) == ({}, [])


def test_styles_come_in_order_of_id(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yml", ".hidden.yml"):
        write(tmp_path, SOUND, name)
    assert list(read_styles(tmp_path, invented_lexicon())[0]) == ["a", "b"]


def test_one_bad_style_does_not_hide_another(tmp_path: Path) -> None:
    write(tmp_path, SOUND, "sound.yml")
    write(tmp_path, SOUND.replace("kinds: [town]", "kinds: [twon]"), "desk.yml")
    write(tmp_path, "{", "open.yml")
    assert [finding.partition(": ")[0] for finding in listed(tmp_path)] == ["styles/desk.yml:10", "styles/open.yml:1"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "title: Desk\n",
            "titel: Desk\n",
            [
                "styles/desk.yml:2: schema: titel: there is no field titel here. Did you mean title?",
                "styles/desk.yml:2: schema: title: the field is missing. Add it.",
            ],
        ),
        (
            "first: attributed",
            "first: both",
            [
                "styles/desk.yml:11: schema: rules 1, first: both is not allowed here. "
                "Use keep, remark, dual, perspectives, neutral or attributed."
            ],
        ),
        (
            "stances: [sided]",
            "stances: [sidde]",
            ["styles/desk.yml:10: style-known: sidde is not among the stances. Did you mean sided?"],
        ),
        (
            "types: [endonym]",
            "types: [endonyms]",
            ["styles/desk.yml:10: style-known: endonyms is not among the label_types. Did you mean endonym?"],
        ),
        (
            "[observers, upland-press]",
            "[observer, upland-press]",
            ["styles/desk.yml:16: style-known: observer is not among the perspectives. Did you mean observers?"],
        ),
        (
            TOWN,
            "c-zzzzzz",
            ["styles/desk.yml:19: style-known: c-zzzzzz is not an ID of the lexicon. Check the ID."],
        ),
        (TOWN, GONE, [f"styles/desk.yml:19: style-known: {GONE} is withdrawn. Check the ID."]),
        (
            "{en: Vale Cross}",
            "{xx: Vale Cross}",
            ["styles/desk.yml:19: style-known: xx is not among the languages. Use one of az, de, en, hy, ru."],
        ),
        (
            '"{label} (lowland)"',
            '"(lowland)"',
            [
                "styles/desk.yml:8: style-text: (lowland) does not hold {label} once, and no other braces. "
                "Write {label} where the name goes."
            ],
        ),
        (
            '"{label} (lowland)"',
            '"{label} ({side})"',
            [
                "styles/desk.yml:8: style-text: {label} ({side}) does not hold {label} once, and no other braces. "
                "Write {label} where the name goes."
            ],
        ),
        (
            'lowland: "{label} (lowland)", ',
            "",
            [
                "styles/desk.yml:8: style-symmetry: no attribution for lowland in en. "
                "Give every side of the dispute one."
            ],
        ),
        (
            "first: attributed",
            "first: perspectives",
            [
                "styles/desk.yml:10: style-choice: the rule takes a perspective's name, and names none. "
                "Add perspectives: a list of keys, in order of preference."
            ],
        ),
        (
            "  - first: perspectives",
            "  - first: keep",
            [
                "styles/desk.yml:16: style-choice: the rule names perspectives, and no choice asks for them. "
                "Delete them, or choose perspectives."
            ],
        ),
        (
            'attributions:\n  en: {lowland: "{label} (lowland)", upland: "{label} (upland)"}\n',
            "",
            [
                "styles/desk.yml:8: style-choice: the rule attributes labels, and the style has no attributions. "
                "Add attributions: language, side, text with {label}."
            ],
        ),
        (
            "words: [old*]",
            "words: [old]",
            ["styles/desk.yml:10: style-reach: no label of the lexicon fits the rule. Mend when, or delete it."],
        ),
        (
            "  - when: {kinds: [town], contested: yes, stances: [sided], types: [endonym], words: [old*]}\n    first:",
            "  - first: keep\n    later: keep\n    why: First.\n  - when: {kinds: [town]}\n    first:",
            [
                "styles/desk.yml:13: style-reach: the rules before it take every label that fits the rule. "
                "Move it up, or delete it.",
                "styles/desk.yml:17: style-reach: the rules before it take every label that fits the rule. "
                "Move it up, or delete it.",
            ],
        ),
        (
            "# The desk's own.\n",
            "",
            ["styles/desk.yml:1: legend: the file does not open with a comment. Begin with # and what the keys mean."],
        ),
        (
            "date: 2001-02",
            "date: spring",
            ["styles/desk.yml:5: schema: sources 1, date: spring is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."],
        ),
    ],
)
def test_findings(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert SOUND.count(old) == 1
    assert sorted(listed(write(tmp_path, SOUND.replace(old, new)))) == sorted(expected)


@pytest.mark.parametrize("name", ["Desk.yml", "the desk.yml", "desk.yaml", "notes.txt"])
def test_file_names(tmp_path: Path, name: str) -> None:
    (finding,) = listed(write(tmp_path, SOUND, name))
    assert finding.startswith(f"styles/{name}:1: files: ")


def test_broken_yaml(tmp_path: Path) -> None:
    (finding,) = listed(write(tmp_path, SOUND + "rules: []\n"))
    assert ": yaml: the key rules is given twice" in finding
