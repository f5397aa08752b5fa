"""`new`: a new concept, from options or from answers on a terminal."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

from service.commands.command import FINDINGS, FINE, add_command, add_lexicon, print_findings
from service.commands.drafts import sound_draft
from service.commands.questions import Questions, anything, date_or_nothing, listed, one_of, some_text
from service.lexicon.draft import Draft
from service.lexicon.editing import new_ids
from service.lexicon.entry_text import NewConcept, NewLabel, NewUse, concept_text
from service.lexicon.new_entry import findings_on, folder_for, write_new
from service.lexicon.rules.note import NOTED
from service.lexicon.schema import STANCES
from service.lexicon.store import FOLDERS
from service.settings import Settings
from service.text.folding import fold_key
from service.text.scripts import scripts_of

_YES_NO = ("yes", "no")
_OF_LABEL = {
    "lang": "its language",
    "script": "its script (default: that of its letters)",
    "type": "its type",
    "stance": "its stance (default: sided if contested, else neutral)",
    "note": "how it is heard, and by whom",
}
_OF_USE = {
    "source": "the source",
    "at": "the place in the source",
    "from": "first known use",
    "until": "last known use",
}


class _Part(argparse.Action):
    """Collects labels and their parts in the order in which they are typed: what follows --label belongs to it."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, *_: Any) -> None:
        labels: list[dict[str, Any]] = namespace.labels
        if self.dest == "label":
            namespace.labels = [*labels, {"text": values, "uses": [], "also": []}]
        elif not labels:
            parser.error(f"--{self.dest} belongs after the --label that it is about")
        elif self.dest == "by":
            labels[-1]["uses"].append({"by": values})
        elif self.dest == "also":
            labels[-1]["also"].append(values)
        elif self.dest in _OF_LABEL:
            labels[-1][self.dest] = values
        elif not labels[-1]["uses"]:
            parser.error(f"--{self.dest} belongs after the --by that it is about")
        else:
            labels[-1]["uses"][-1][self.dest] = values


def add_new(commands: Any, settings: Settings) -> None:
    """Add the command and its options."""
    summary = "write the file of a new concept; on a terminal it asks for what the options do not say"
    example = (
        "--kind town --gloss 'town on the river' --contested no --label Oldvale --lang en --type exonym --by academic "
        "--source atlas"
    )
    parser = add_command(commands, "new", _new, summary, "", example)
    parser.set_defaults(labels=[])
    parser.add_argument("--pack", metavar="KEY", help="the pack (default: the only one)")
    parser.add_argument("--folder", choices=FOLDERS, help="default: where concepts of the kind are")
    parser.add_argument("--kind", help="what sort of thing, from vocabulary.yml")
    parser.add_argument("--gloss", help="what it is, in one neutral line")
    parser.add_argument("--contested", choices=_YES_NO, help="whether the sides name it differently (default no)")
    parser.add_argument("--names", help="everyday names for the first line (default: the English labels)")
    parser.add_argument("--label", action=_Part, metavar="TEXT", help="a name; repeat it for more; what follows is its")
    parser.add_argument("--also", action=_Part, metavar="TEXT", help="a further spelling; repeatable")
    for name, text in _OF_LABEL.items():
        parser.add_argument(f"--{name}", action=_Part, metavar="X", help=text)
    parser.add_argument("--by", action=_Part, metavar="KEY", help="who used the label; repeatable, what follows is its")
    for name, text in _OF_USE.items():
        parser.add_argument(f"--{name}", action=_Part, metavar="X", help=text)
    add_lexicon(parser, settings)


def _new(options: argparse.Namespace, _settings: Settings) -> int:
    draft = sound_draft(options.lexicon)
    questions = Questions()
    ask = questions.value
    packs, kinds = sorted(draft.lexicon.packs), draft.lexicon.vocabulary.kinds
    only = packs[0] if len(packs) == 1 else None
    pack = ask(options.pack or only, "--pack", f"pack ({listed(packs)})", one_of(packs))
    kind = ask(options.kind, "--kind", f"kind ({listed(kinds)})", one_of(kinds))
    where = f"folder ({listed(FOLDERS)})"
    folder = options.folder or folder_for(draft, pack, kind) or ask(None, "--folder", where, one_of(FOLDERS))
    gloss = ask(options.gloss, "--gloss", "gloss (what it is, in one neutral line)", some_text)
    contested = ask(options.contested, "--contested", "contested (yes, no)", one_of(_YES_NO), "no") == "yes"
    labels = _labels(questions, draft, options.labels, contested)
    english = sorted({label.text for label in labels if label.lang == "en"} or {label.text for label in labels})
    heading = "everyday names for the first line (both sides')"
    names = ask(options.names, "--names", heading, some_text, " / ".join(english))
    concept_id = new_ids(options.lexicon, 1)[0]
    text = concept_text(NewConcept(concept_id, kind, gloss, contested, names, labels))
    return _written(options, f"{pack}/{folder}/{concept_id}.yml", text)


def _written(options: argparse.Namespace, path: str, text: str) -> int:
    against, to_do = findings_on(options.lexicon, path, text)
    if against:
        print(text, end="")
        print_findings(against, options.lexicon)
        print("nothing was written; the file would have been as above", file=sys.stderr)
        return FINDINGS
    file = write_new(options.lexicon, path, text)
    print(file.as_posix())
    print_findings(to_do, options.lexicon)
    steps = "Add what is missing, then run" if to_do else "Read the file once more, then run"
    print(f"{steps} python -m service lint and python -m service index.", file=sys.stderr)
    return FINE


def _labels(questions: Questions, draft: Draft, given: Sequence[dict[str, Any]], contested: bool) -> list[NewLabel]:
    labels = [_label(questions, draft, one, contested) for one in given]
    while not labels or (not given and questions.more("another label")):
        labels.append(_label(questions, draft, {"uses": [], "also": []}, contested))
    return labels


def _label(questions: Questions, draft: Draft, given: dict[str, Any], contested: bool) -> NewLabel:
    words, ask = draft.lexicon.vocabulary, questions.value
    text = ask(given.get("text"), "--label", "label (a name, with its capitals)", some_text)
    for concept, path in sorted({(one.concept, one.path) for one in draft.entries if one.key == fold_key(text)}):
        questions.say(f"{text} is a label of {concept} already: {path}")
    letters = scripts_of(text) & words.scripts.keys()
    script = next(iter(letters)) if len(letters) == 1 else ""
    lang = ask(given.get("lang"), "--lang", f"language ({listed(words.languages)})", one_of(words.languages))
    script = ask(given.get("script"), "--script", f"script ({listed(words.scripts)})", one_of(words.scripts), script)
    types = words.label_types
    kind = ask(given.get("type"), "--type", f"type ({listed(types)})", one_of(types))
    usual = "sided" if contested else "neutral"
    stance = ask(given.get("stance"), "--stance", f"stance ({listed(STANCES)})", one_of(STANCES), usual)
    must = some_text if stance in NOTED else anything
    note = ask(given.get("note"), "--note", "note (how it is heard, and by whom)", must)
    uses = [_use(questions, draft, one) for one in given["uses"]]
    while not uses or (not given["uses"] and questions.more("another use")):
        uses.append(_use(questions, draft, {}))
    return NewLabel(text, lang, script, kind, stance, tuple(uses), tuple(given["also"]), note or None)


def _use(questions: Questions, draft: Draft, given: dict[str, str]) -> NewUse:
    bodies, sources = draft.lexicon.perspectives, draft.lexicon.sources
    ask = questions.value
    by = ask(given.get("by"), "--by", f"used by ({listed(bodies)})", one_of(bodies))
    source = ask(given.get("source"), "--source", f"source ({listed(sources)})", one_of(sources))
    at = ask(given.get("at"), "--at", "place in the source: record, page (may be empty)", anything)
    first = ask(given.get("from"), "--from", "first known use (may be empty)", date_or_nothing)
    last = ask(given.get("until"), "--until", "last known use (may be empty)", date_or_nothing)
    return NewUse(by, source, at or None, first or None, last or None)
