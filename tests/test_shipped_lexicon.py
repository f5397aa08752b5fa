"""The real lexicon: it loads clean, the entrances agree on it, and the field's open complaints hold.

One of the two test files that load it (the other, `annotation/test_cases.py`, reads tables of sentences).

The complaints are those that users of other name checkers have open; each is numbered as in the list that we keep.
"""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from service.annotation.annotate import Annotator
from service.annotation.examples import failures
from service.annotation.model import Request, Result
from service.app import create_app
from service.checking.advice import advise
from service.checking.style_file import read_styles
from service.checking.suggestion import HouseStyles
from service.lexicon import json_schema
from service.lexicon.files import yaml_files
from service.lexicon.model import Lexicon
from service.lexicon.reader import parse
from service.lexicon.store import load, read
from service.settings import Settings
from service.text.offsets import OffsetConverter, Unit
from service.web.pages.filters import GROUPS
from tests.editor import as_an_editor_reads, kind_of

LEXICON = Path(__file__).parent.parent / "lexicon"

ARTICLE = (
    "İlham Aliyev and Nikol Pashinyan spoke of Nagorno-Karabakh 😀.\r\n\r\n"
    "In “Stepanakert”, which Baku calls Khankendi, the ICRC said the Lachin corridor was shut; "
    "“the blockade goes on,” a resident told https://example.org/Shusha. "
    "В Степанакерте ждут. Шуша, Ստեփանակերտ, Xankəndi."
)
STEPANAKERT = [
    "İlham visited Stepanakert.",
    "😀 Stepanakert",
    "in Stepana\u00adkert today",
    "Stepana\u200dkert",
    "“Stepanakert”\r\n",
    "قال Stepanakert هنا",
    "‘Stepanakert’s mayor’",
    unicodedata.normalize("NFD", "Xankəndi və Şuşa"),
    "Nagorno\u00a0Karabakh",
    "Nagorno\u2011\r\nKarabakh",
]


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load(LEXICON)


@pytest.fixture(scope="module")
def annotator(shipped: Lexicon) -> Annotator:
    return Annotator(shipped)


@pytest.fixture(scope="module")
def shipped_client() -> FlaskClient:
    return create_app(Settings(lexicon=LEXICON)).test_client()


def annotate(annotator: Annotator, text: str, **request: Any) -> Result:
    return annotator.annotate(Request(text=text, **request))


def surfaces(result: Result) -> list[str]:
    return [annotation.surface for annotation in result.annotations]


def spans(result: Result) -> Iterator[tuple[int, int, str]]:
    for annotation in result.annotations:
        yield annotation.start, annotation.end, annotation.surface
    for mention in result.unresolved:
        yield mention.start, mention.end, mention.surface
    for suppressed in result.suppressed:
        yield suppressed.start, suppressed.end, suppressed.surface


def test_the_lexicon_has_no_findings() -> None:
    assert [str(finding) for finding in read(LEXICON)[1]] == []


def test_every_example_comes_out_as_it_says(annotator: Annotator) -> None:
    assert [f"{form.path}: {example.text}: {outcome}" for form, example, outcome in failures(annotator)] == []


def test_a_failing_example_stops_the_lexicon_from_loading(tmp_path: Path) -> None:
    copy = tmp_path / "lexicon"
    subprocess.run(["cp", "-r", str(LEXICON), str(copy)], check=True)
    files = sorted((copy / "karabakh" / "ambiguous").glob("*.yml"))
    file = next(file for file in files if "expect: nothing}" in file.read_text(encoding="utf-8"))
    lines = file.read_text(encoding="utf-8").splitlines()
    example = next(line for line in lines if "expect: nothing}" in line)
    concept = next(line for line in lines if line.startswith("  - concept: ")).split()[-1]
    failing = example.replace("expect: nothing}", f"expect: {concept}}}")
    file.write_text("\n".join([*lines, failing, ""]), encoding="utf-8")
    ready = create_app(Settings(lexicon=copy)).test_client().get("/readyz")
    assert ready.status_code == 503
    assert "the example comes out as" in ready.text
    assert file.name in ready.text


def test_the_house_styles_have_no_findings(annotator: Annotator) -> None:
    styles, findings = read_styles(LEXICON, annotator.lexicon)
    assert [str(finding) for finding in findings] == []
    assert {"attributed", "dual-names", "un-documents"} <= styles.keys()


@pytest.mark.parametrize("name", sorted(file.stem for file in (LEXICON / "styles").glob("*.yml")))
def test_what_a_house_style_rewrote_is_as_it_wants_it(annotator: Annotator, name: str) -> None:
    styles = HouseStyles(annotator.lexicon, read_styles(LEXICON, annotator.lexicon)[0])
    text = ARTICLE
    for _ in range(2):
        advice = advise(annotator.annotate, styles, styles.style(name), Request(text=text, lang="en"))
        assert all("“" + quoted in advice.rewritten().source for quoted in ("Stepanakert”", "the blockade"))
        text, before = advice.rewritten().source, text
    assert text == before


def test_dual_names_do_not_depend_on_whose_name_the_text_has(annotator: Annotator) -> None:
    styles = HouseStyles(annotator.lexicon, read_styles(LEXICON, annotator.lexicon)[0])
    for texts in (("Khankendi is old.", "Stepanakert is old."), ("Shusha fell.", "Shushi fell.")):
        requests = [Request(text=text, lang="en") for text in texts]
        advice = [advise(annotator.annotate, styles, styles.style("dual-names"), request) for request in requests]
        first, second = (one.rewritten().source for one in advice)
        assert first == second
        assert " / " in first


@pytest.mark.parametrize("unit", ["codepoint", "utf16", "utf8"])
@pytest.mark.parametrize("text", [*STEPANAKERT, ARTICLE])
def test_complaint_1_offsets_in_three_units(annotator: Annotator, text: str, unit: Unit) -> None:
    result = annotate(annotator, text)
    assert result.annotations
    convert = OffsetConverter(text, unit).convert
    for start, end, surface in spans(result):
        assert text[start:end] == surface
        if unit == "utf16":
            encoded = text.encode("utf-16-le")[2 * convert(start) : 2 * convert(end)].decode("utf-16-le")
        elif unit == "utf8":
            encoded = text.encode()[convert(start) : convert(end)].decode()
        else:
            encoded = text[convert(start) : convert(end)]
        assert encoded == surface


@pytest.mark.parametrize("text", STEPANAKERT)
def test_complaint_1_offsets_in_html(annotator: Annotator, text: str) -> None:
    html = f"<p title='Stepanakert'>{text}</p><p>Ste<b>pana</b>kert &amp; co</p>"
    result = annotator.annotate(Request(html=html))
    assert len(result.annotations) >= 2
    for annotation in result.annotations:
        assert html[annotation.start : annotation.end] == annotation.surface
    assert result.annotations[-1].surface == "Ste<b>pana</b>kert"


@pytest.mark.parametrize("name", ["", "   ", "S"])
def test_complaint_2_empty_labels_are_refused_with_file_and_line(tmp_path: Path, name: str) -> None:
    copy = tmp_path / "lexicon"
    subprocess.run(["cp", "-r", str(LEXICON), str(copy)], check=True)
    file = next((copy / "karabakh" / "places").glob("*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(number for number, line in enumerate(lines) if line.startswith("  - text: "))
    lines[line] = f"  - text: '{name}'"
    file.write_text("\n".join(lines), encoding="utf-8")
    findings = [finding for finding in read(copy)[1] if finding.path.endswith(file.name)]
    assert any(finding.line == line + 1 for finding in findings)


def test_complaint_3_the_longer_name_hides_the_shorter(annotator: Annotator) -> None:
    assert surfaces(annotate(annotator, "The Nagorno-Karabakh talks")) == ["Nagorno-Karabakh"]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/Stepanakert/",
        "mail Stepanakert@example.org",
        "see Stepanakert.pdf",
        "#Stepanakert",
        "@Stepanakert",
        "`Stepanakert`",
    ],
)
def test_complaint_4_no_names_in_addresses_files_and_tags(annotator: Annotator, text: str) -> None:
    assert surfaces(annotate(annotator, text)) == []


def test_complaint_4_in_html_only_what_a_reader_sees(annotator: Annotator) -> None:
    html = (
        "<a href='/Stepanakert' title='Stepanakert'>in Stepanakert</a><code>Stepanakert</code>"
        "<script>Stepanakert</script><span translate=no>Stepanakert</span>"
    )
    result = annotator.annotate(Request(html=html))
    assert [(a.start, a.surface) for a in result.annotations] == [(html.index(">in ") + 4, "Stepanakert")]


@pytest.mark.parametrize(
    "word", ["Степанакерте", "Ханкендинский", "Xankəndidə", "Ստեփանակերտում", "Stepanakerts", "Shushania", "Кримский"]
)
def test_complaint_5_the_whole_word_or_nothing(annotator: Annotator, word: str) -> None:
    assert surfaces(annotate(annotator, f"a {word} b")) in ([], [word])


def test_complaint_6_a_failing_entry_keeps_the_old_lexicon_and_names_both_versions(tmp_path: Path) -> None:
    copy = tmp_path / "lexicon"
    subprocess.run(["cp", "-r", str(LEXICON), str(copy)], check=True)
    app = create_app(Settings(lexicon=copy))
    client = app.test_client()
    before = client.get("/v1/lexicon").get_json()["lexicon_version"]
    (copy / "karabakh" / "places" / "c-broken.yml").write_text("id: [\n", encoding="utf-8")
    from service.web.engine import keeper_of

    assert not keeper_of(app).reload()
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert before in ready.text
    assert client.post("/v1/annotate", json={"text": "Baku"}).get_json()["lexicon_version"] == before
    refused = ready.get_json()
    assert any(before != value for value in json.dumps(refused).split('"') if len(value) == 16)


def test_complaint_7_over_the_limit_is_413_with_the_limit(shipped_client: FlaskClient) -> None:
    response = shipped_client.post("/v1/annotate", json={"text": "a" * 1_000_001})
    assert response.status_code == 413
    assert response.get_json()["errors"][0]["limit"] == 1_000_000


def test_complaint_8_the_same_question_the_same_bytes(shipped_client: FlaskClient) -> None:
    body = {"text": ARTICLE, "as_of": "2023-09-25", "include": ["suppressed"]}
    again = create_app(Settings(lexicon=LEXICON)).test_client()
    assert shipped_client.post("/v1/annotate", json=body).data == again.post("/v1/annotate", json=body).data


def test_entrances_agree(shipped_client: FlaskClient, tmp_path: Path) -> None:
    """REST, form and command line give the same answer: one engine, thin entrances."""
    text = ARTICLE.replace("\r\n", "\n")  # a browser's form does not tell the two apart
    file = tmp_path / "article.txt"
    file.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "service", "annotate", str(file), "--format", "json", "--as-of", "2023-09-25"]
    by_command = subprocess.run(command, check=True, capture_output=True, cwd=LEXICON.parent).stdout
    by_rest = shipped_client.post("/v1/annotate", json={"text": text, "as_of": "2023-09-25"}).get_json()
    by_form = shipped_client.post("/", data={"text": text, "as_of": "2023-09-25", "view": "json"}).get_json()
    assert by_rest == by_form == json.loads(by_command)
    assert len(by_rest["annotations"]) > 8


def test_the_date_of_the_article_decides_between_events(annotator: Annotator) -> None:
    text = "Azerbaijan opened an offensive in Nagorno-Karabakh."
    then = {d: annotate(annotator, text, as_of=d).annotations for d in (date(2020, 10, 10), date(2023, 9, 20))}
    ids = [[a.concept.id for a in found if "offensive" in a.surface] for found in then.values()]
    assert ids[0] != ids[1]


def test_json_schemas_are_fresh(shipped: Lexicon) -> None:
    assert (LEXICON / json_schema.FOLDER).is_dir()
    assert json_schema.schema_findings(LEXICON, shipped) == []


def test_every_file_fits_its_json_schema(shipped: Lexicon) -> None:
    validators = {name: Draft202012Validator(value) for name, value in json_schema.json_schemas(shipped).items()}
    misfits = []
    for file in yaml_files(LEXICON):
        path = file.relative_to(LEXICON)
        document, _ = parse(path.as_posix(), file.read_bytes())
        assert document is not None
        if path.parts[0] != "styles":
            errors = validators[kind_of(path)].iter_errors(as_an_editor_reads(document.data))
            misfits += [f"{path}: {error.json_path}: {error.message}" for error in errors]
    assert misfits == []


def test_each_kind_can_be_filtered_on_the_page(shipped: Lexicon) -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(grouped) == sorted(shipped.vocabulary.kinds)
