"""A peer: spaCy's PhraseMatcher with the labels of the shipped lexicon, behind Flask."""

from flask import Flask, jsonify, request
from flask.wrappers import Response

from bench.peers import phrase_matcher
from service.lexicon.store import load
from service.settings import Settings


def create_app() -> Flask:
    """The app that is measured."""
    lexicon = load(Settings().lexicon)
    names = sorted({label.text for concept in lexicon.concepts.values() for label in concept.labels})
    find = phrase_matcher(names)
    app = Flask(__name__)

    @app.post("/annotate")
    def annotate() -> Response:
        text = request.get_json()["text"]
        return jsonify(annotations=[{"start": s, "end": e, "surface": text[s:e]} for s, e in find(text)])

    return app
