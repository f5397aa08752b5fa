from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import __version__
from service.web.pages import site


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/openapi.json").get_json()
    return answer


def test_every_endpoint_is_described(app: Flask, document: dict[str, Any]) -> None:
    pages = {blueprint.name for blueprint in site.PAGES}
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.split(".")[0] not in pages]
    served = {str(rule) for rule in rules} - {"/docs", "/openapi.json", "/static/<path:filename>"}
    assert set(document["paths"]) == {path.replace("<", "{").replace(">", "}") for path in served}
    assert document["openapi"] == "3.1.0"
    assert document["info"]["version"] == __version__
    for operations in document["paths"].values():
        for operation in operations.values():
            if isinstance(operation, dict):
                assert operation["summary"]


def test_errors_are_described_as_problems(document: dict[str, Any]) -> None:
    for operations in document["paths"].values():
        for method in ("get", "post"):
            if method in operations:
                default = operations[method]["responses"]["default"]["$ref"].rpartition("/")[2]
                content = document["components"]["responses"][default]["content"]
                assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def test_requests_and_answers_are_described(document: dict[str, Any]) -> None:
    annotate = document["paths"]["/v1/annotate"]["post"]
    assert annotate["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/Document")
    assert annotate["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Result")
    schemas = document["components"]["schemas"]
    assert list(schemas["Document"]["properties"]) == [
        "text", "html", "lang", "as_of", "offsets", "style", "kinds", "packs", "overlaps", "alternatives",
        "include",
    ]  # fmt: skip
    assert schemas["Document"]["properties"]["text"]["type"] == ["string", "null"]
    assert schemas["Document"]["additionalProperties"] is False
    batch = schemas["Batch"]["properties"]["documents"]["items"]["$ref"].rpartition("/")[2]
    assert "id" in schemas[batch]["properties"]


def test_the_limits_of_this_server_are_named(document: dict[str, Any]) -> None:
    for limit in ("2,000", "3 documents", "40,000", "40 characters"):
        assert limit in document["info"]["description"]


def test_references_lead_somewhere(document: dict[str, Any]) -> None:
    def references(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
            return own + [ref for inner in value.values() for ref in references(inner)]
        return [ref for inner in value for ref in references(inner)] if isinstance(value, list) else []

    found = set(references(document))
    assert found
    for reference in found:
        target: Any = document
        for step in reference.removeprefix("#/").split("/"):
            target = target[step]
        assert target
