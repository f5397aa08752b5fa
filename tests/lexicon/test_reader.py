"""The reader: every value a string, every finding at its line."""

import pytest
import yaml

from service.lexicon import reader


def _problems(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [str(finding) for finding in reader.parse("f.yml", content)[1]]


def test_every_value_is_a_string() -> None:
    text = "a: no\nb: 0676\nc: 1991-09-02\nd: [1.0, true, 'null', =, 0x1F, 12:30]\ne: {on: off}\n"
    document, findings = reader.parse("f.yml", text.encode())
    assert document is not None
    assert findings == []
    assert document.data == {
        "a": "no",
        "b": "0676",
        "c": "1991-09-02",
        "d": ["1.0", "true", "null", "=", "0x1F", "12:30"],
        "e": {"on": "off"},
    }


def test_merge_key_is_an_ordinary_key() -> None:
    document, _ = reader.parse("f.yml", b"<<: {a: b}\n")
    assert document is not None
    assert document.data == {"<<": {"a": "b"}}


def test_lines() -> None:
    text = "# legend\na: b\nc:\n  - d: e\n    f:\n      - {by: x,\n         source: y}\n  - g\n"
    document, _ = reader.parse("f.yml", text.encode())
    assert document is not None
    expected = {
        ("a",): 2,
        ("c",): 3,
        ("c", 0): 4,
        ("c", 0, "d"): 4,
        ("c", 0, "f"): 5,
        ("c", 0, "f", 0): 6,
        ("c", 0, "f", 0, "source"): 7,
        ("c", 1): 8,
        (): 2,
    }
    assert {keys: document.line(*keys) for keys in expected} == expected


def test_line_of_what_is_not_there_is_that_of_its_record() -> None:
    document, _ = reader.parse("f.yml", b"a: b\nc:\n  - d: e\n")
    assert document is not None
    assert document.line("c", 0, "missing", 3) == 3
    assert document.line("missing") == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the file is empty"),
        ("# only a comment\n", 1, "the file is empty"),
        ("a: 1\na: 2\n", 2, "the key a is given twice"),
        ("a: {b: 1, b: 2}\n", 1, "the key b is given twice"),
        ("a:\nb: 1\n", 1, "a is empty"),
        ("b: 1\na: ~\n", 2, "a is empty"),
        ("a: null\n", 1, "a is empty"),
        ('a: ""\n', 1, "a is empty"),
        ('a: "  "\n', 1, "a is empty"),
        ("a: [x, ]\nb: [x, '']\n", 2, "b is empty"),
        ("a: &x b\n", 1, "anchor"),
        ("a: b\nc: *x\n", 2, "alias"),
        ("a: !!int 3\n", 1, "tag"),
        ("a: b\n\tc: d\n", 2, "a tab stands in column 1"),
        ("a: b\nc: d: e\n", 2, "a colon and a space stand inside a value"),
        ('a: b\nc: "d\n', 2, "is not closed"),
        ("a: [b\n", 1, "f.yml:1: yaml:"),
        ("a: @b\n", 1, "a character that YAML reserves"),
        ("a: 1\n---\nb: 2\n", 2, "a second YAML document begins"),
        ("? [a]\n: b\n", 1, "is not plain text"),
        ("[" * 40, 1, "nested too deeply"),
        ("a: b\n" + "x" * 9 + "\n", 2, "has no colon and space"),
        ("a: b\u200bc\n", 1, "U+200B stands in column 5"),
        ("a: b\nc: \x00\n", 2, "U+0000 stands in column 4"),
        ("\ufeffa: b\n", 1, "byte order mark"),
        (b"a: b\nc: \xff\n", 2, "not UTF-8"),
        ("a: b\nc: a\u0308\n", 2, "not in Unicode form NFC"),
    ],
)
def test_refused(text: str | bytes, line: int, words: str) -> None:
    problems = _problems(text)
    assert len(problems) == 1
    assert problems[0].startswith(f"f.yml:{line}: ")
    assert words in problems[0]


def test_persian_joiners_are_kept() -> None:
    assert _problems("a: خانه\u200cها\n") == []


def test_several_findings_in_one_file() -> None:
    assert len(_problems("a: 1\na: 2\nb:\nc: &x 1\n")) == 3


@pytest.mark.parametrize("text", ["a: no\nb: [1, {c: '2'}]\nd: |\n  long\n  text\n", "a: 1\na: ~\n", "a: *x\n", ""])
def test_without_the_c_parser_the_answer_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = reader.parse("f.yml", text.encode())
    monkeypatch.setattr(reader, "_Loader", yaml.SafeLoader)
    assert reader.parse("f.yml", text.encode()) == fast


def test_lines_are_known_although_broken_yaml_follows_the_document() -> None:
    document, findings = reader.parse("f.yml", b"a: b\nc: d\n---\n: e*\n- f\n")
    assert document is not None
    assert document.line("c") == 2
    assert [finding.line for finding in findings] == [3]
