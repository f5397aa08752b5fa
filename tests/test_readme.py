"""The README's example is true: the curl call's answer is what the service says, but for alternatives left out."""

import json
import re
from pathlib import Path

from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def client() -> FlaskClient:
    return create_app(Settings(lexicon=ROOT / "lexicon")).test_client()


def test_the_curl_call_gets_the_answer_that_is_shown() -> None:
    call = re.search(r"curl -s \S+?(/v1/\S+) .*?-d '(.*?)'", README, re.DOTALL)
    shown = re.search(r"<!-- answer: begin.*?```json\n(.*?)```", README, re.DOTALL)
    assert call is not None
    assert shown is not None
    answer = json.loads(shown[1])
    real = client().post(call[1], json=json.loads(call[2])).get_json()
    for annotation, real_annotation in zip(answer["annotations"], real["annotations"], strict=True):
        alternatives = annotation.pop("alternatives")
        assert alternatives
        assert all(alternative in real_annotation["alternatives"] for alternative in alternatives)
        real_annotation.pop("alternatives")
    for version in ("lexicon_version", "service_version"):  # they change with every edit
        assert answer.pop(version)
        real.pop(version)
    assert answer == real


def test_every_setting_is_in_the_readme() -> None:
    for name in Settings.__dataclass_fields__:
        assert f"`EVENHAND_{name.upper()}`" in README


def test_every_picture_and_link_to_a_file_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
