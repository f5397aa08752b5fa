"""Files that people choose: what is read from them, and what is said of those that cannot be read."""

import zipfile
from io import BytesIO

import pytest

from service.errors import InputError, LimitError
from service.exchange.article_file import Article, read_article
from service.exchange.docx import read_docx, write_docx

LIMIT = 1_000
RUSSIAN = "Ворота города Нувель открыты с утра, сообщила газета."


def docx(body: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A Word document whose body is `body`, with `extra` parts."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(write_docx("FILL"))) as plain,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in plain.infolist():
            content = plain.read(part)
            if part.filename == "word/document.xml":
                content = content.replace(b"FILL", body.encode())
            made.writestr(part.filename, content)
        for name, content in (extra or {}).items():
            made.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_certain(encoding: str) -> None:
    assert read_article("a.txt", f"😀 {RUSSIAN}".encode(encoding), LIMIT) == Article(f"😀 {RUSSIAN}", False)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r", "cp866"])
def test_older_encodings_are_found_out_and_told(encoding: str) -> None:
    assert read_article("a.txt", RUSSIAN.encode(encoding), LIMIT) == Article(RUSSIAN, False, encoding)


def test_html_may_declare_its_encoding() -> None:
    source = f"<meta charset=windows-1251><p>{RUSSIAN}"
    assert read_article("a.HTML", source.encode("cp1251"), LIMIT) == Article(source, True)


@pytest.mark.parametrize("declared", ["rot13", "hex", "no-such", "utf-8"])
def test_what_html_declares_may_be_no_encoding(declared: str) -> None:
    source = f"<meta charset={declared}><p>{RUSSIAN}"
    assert read_article("a.htm", source.encode("cp1251"), LIMIT).text == source


def test_line_breaks_are_those_of_a_form() -> None:
    assert read_article("a.txt", b"one\r\ntwo\rthree\n", LIMIT).text == "one\ntwo\nthree\n"


def test_markdown_is_read_as_html() -> None:
    article = read_article("a.md", b"# Oldvale\n\n**Nu**vel <b>x</b>\n\n| a |\n|---|\n| b |\n", LIMIT)
    assert article.is_html
    assert "<h1>Oldvale</h1>" in article.text
    assert "<strong>Nu</strong>vel" in article.text
    assert "<td>b</td>" in article.text


def test_a_word_document_goes_there_and_back() -> None:
    article = read_article("a.docx", write_docx("Oldvale\n\nسطر\nNuvel \x00 & < 😀"), LIMIT)
    assert article == Article("<p>Oldvale</p><p>سطر</p><p>Nuvel \ufffd &amp; &lt; 😀</p>", True)


def test_lines_from_right_to_left_are_marked_so_in_a_word_document() -> None:
    with zipfile.ZipFile(BytesIO(write_docx("Oldvale\nسطر"))) as packed:
        assert packed.read("word/document.xml").count(b"<w:bidi/>") == 1


def test_pictures_are_not_opened() -> None:
    assert read_docx(docx("x", {"word/media/image1.png": b"\0" * 9_000_000}), "file") == "<p>x</p>"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"x", "is none of the kinds"),
        ("a", b"x", "is none of the kinds"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b"a\0b", "zero bytes"),
        ("a.txt", b"\xff\xfea", "says that it is utf-16, and is not"),
        ("a.docx", b"x", "cannot be read as a Word document"),
        ("a.docx", write_docx("x")[:-60], "cannot be read as a Word document"),
        ("a.docx", docx("x").replace(b"PK\x01\x02", b"PK\x01\x03"), "cannot be read as a Word document"),
        ("a.docx", docx("<w:p>"), "cannot be read as a Word document"),
        (
            "a.docx",
            docx("x", {"word/more.xml": b"<!DOCTYPE a [<!ENTITY b 'b'>]>"}),
            "cannot be read as a Word document",
        ),
    ],
)
def test_what_cannot_be_read_is_said_of_the_field(name: str, data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read_article(name, data, LIMIT)
    assert caught.value.field == "file"


@pytest.mark.parametrize(
    ("name", "data", "limit"),
    [
        ("a.txt", b"x" * 1_001, "the limit is 1,000 characters"),
        ("a.docx", docx("x", {"word/bomb.xml": b" " * 8_000_000}), "the limit is 8,000,000 bytes of markup"),
        ("a.docx", docx("y" * 1_000), "the limit is 1,000 characters"),
    ],
)
def test_limits_are_named(name: str, data: bytes, limit: str) -> None:
    with pytest.raises(LimitError, match=limit):
        read_article(name, data, LIMIT)


def test_many_tags_are_refused_before_they_are_read() -> None:
    bomb = docx("x", {"word/bomb.xml": b"<a/>" * 100_001})
    with pytest.raises(LimitError, match="the limit is 100,000 tags"):
        read_docx(bomb, "file")
