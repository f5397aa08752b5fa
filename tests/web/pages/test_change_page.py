import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.web.engine import Engine
from tests.invented import GONE, SETTINGS, TOWN
from tests.web.pages.elements import HOSTILE, get

FILE = f"# Nuvel / Oldvale\nid: {TOWN}\n# {HOSTILE}\nlabels: []\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A lexicon's folder with the file of one concept."""
    folder = tmp_path / "lexicon"
    (folder / "vale" / "places").mkdir(parents=True)
    (folder / "vale" / "places" / f"{TOWN}.yml").write_text(FILE, encoding="utf-8")
    return folder


@pytest.fixture
def at_hand(folder: Path, engine: Engine) -> FlaskClient:
    settings = replace(SETTINGS, lexicon=folder, repository="https://repository.example/evenhand")
    return create_app(settings, load_engine=lambda _: engine).test_client()


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@vale.example"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_file_is_ready_to_copy(at_hand: FlaskClient) -> None:
    page, elements = get(at_hand, f"/c/{TOWN}/change")
    assert f"id: {TOWN}\n# &lt;script&gt;" in page
    elements.harmless()
    assert {f"/c/{TOWN}.yml", f"/c/{TOWN}", "https://repository.example/evenhand"} <= set(elements.links())
    response = at_hand.get(f"/c/{TOWN}.yml")
    assert response.text == FILE
    assert response.mimetype == "application/yaml"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{TOWN}.yml"'


def test_an_edited_file_is_shown_anew(at_hand: FlaskClient, folder: Path) -> None:
    tag = at_hand.get(f"/c/{TOWN}/change").headers["ETag"]
    (folder / "vale" / "places" / f"{TOWN}.yml").write_text("edited", encoding="utf-8")
    again = at_hand.get(f"/c/{TOWN}/change", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert "edited" in again.text


def test_without_files_there_is_still_the_pattern(client: FlaskClient) -> None:
    page, _ = get(client, f"/c/{TOWN}/change")
    assert "The file is not at hand here." in page
    assert "{by: PERSPECTIVE" in page
    assert "Send it to those who run this service." in page
    get(client, f"/c/{TOWN}.yml", 404)
    assert f"/c/{TOWN}/change" in get(client, f"/c/{TOWN}")[1].links()


@pytest.mark.parametrize("end", ["/change", ".yml"])
def test_what_is_not_there_or_no_longer(at_hand: FlaskClient, end: str) -> None:
    get(at_hand, f"/c/{GONE}{end}", 410)
    get(at_hand, f"/c/..{end}", 404)


def test_how_to_contribute(at_hand: FlaskClient, folder: Path) -> None:
    get(at_hand, "/contributing", 404)
    (folder.parent / "CONTRIBUTING.md").write_text(f"# How\n{HOSTILE}", encoding="utf-8")
    page, elements = get(at_hand, "/contributing")
    elements.harmless()
    assert "# How" in page
    assert "/contributing" in get(at_hand, f"/c/{TOWN}/change")[1].links()


def test_history_of_a_file_in_a_checkout(folder: Path, engine: Engine) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", f"A town {HOSTILE}", "--date", "2024-02-29T12:00:00Z")
    client = create_app(replace(SETTINGS, lexicon=folder), load_engine=lambda _: engine).test_client()
    page, elements = get(client, f"/c/{TOWN}")
    elements.harmless()
    assert "A town &lt;script&gt;" in page
    assert "2024-02-29" in page
    assert "Editor" not in page


def test_no_history_outside_a_checkout(at_hand: FlaskClient) -> None:
    assert "History" not in get(at_hand, f"/c/{TOWN}")[0]


def test_the_vocabulary_explains_every_term_of_the_linked_data(client: FlaskClient) -> None:
    page, elements = get(client, "/vocabulary")
    assert "one side&#39;s name" in page
    data = client.get(f"/c/{TOWN}.jsonld").get_json(force=True)
    terms = {key.removeprefix("ev:") for key in keys_of(data) if key.startswith("ev:")}
    assert {"stance", "use", "by", "relation"} <= terms
    assert terms <= {attrs["id"] for attrs in elements.all("div") if "id" in attrs}


def keys_of(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys_of(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_of(item) for item in value))
    return set()
