"""The file formats of concepts and ambiguous forms, as marshmallow schemas; those of the other files: `list_schema.py`.

The field table of `lexicon/README.md` is made from both. Only shape is checked here (fields, dates, fixed choices);
what needs the closed lists or other files is a rule.
"""

from collections.abc import Callable
from typing import get_args

from service.lexicon import model
from service.lexicon.fields import (
    Choice,
    Many,
    One,
    OneOrMany,
    Record,
    Text,
    TextList,
    TextMapping,
    is_date,
    is_day,
    is_decimal,
)

STANCES: tuple[str, ...] = get_args(model.Stance)


def _from(description: str, check: Callable[[str], None] = is_date) -> Text:
    return Text(description, data_key="from", validate=check)


class UseSchema(Record):
    """A sourced, dated claim that a body used a label."""

    by = Text("Who used it: a key of `perspectives.yml`.", required=True)
    from_ = _from("First known use: YYYY, YYYY-MM or YYYY-MM-DD.")
    until = Text("Last known use, in the same forms; absent if it goes on or is not known.", validate=is_date)
    source = Text("The document behind the claim: a key of the pack's `sources.yml`.", required=True)
    at = Text("The place in the source: record, page, date of a statement.")


class NearbySchema(Record):
    """What stands around a form; every condition that is given must hold, each list is any-of."""

    same = Text(
        "How far to look: `sentence`, `paragraph` or `document` (default).",
        validate=Choice("sentence", "paragraph", "document"),
    )
    words = TextList("Words or phrases, found within `same`; `begin*` for all that begin so.")
    before = TextList("Words or phrases directly before the form; `begin*` for all that begin so.")
    after = TextList("Words or phrases directly after the form; `begin*` for all that begin so.")
    without = TextList("Words or phrases that must not stand within `same`.")


class LabelSchema(Record):
    """One written form of a concept's name."""

    text = Text(
        "The form. A capital must be a capital in the text; a small letter matches both. Every letter counts.",
        required=True,
    )
    also = TextList("Further spellings with the same language, script, type, stance and uses.")
    lang = Text("Language, from `languages` in `vocabulary.yml`.", required=True)
    script = Text("Script, from `scripts` in `vocabulary.yml`.", required=True)
    type = Text("From `label_types` in `vocabulary.yml`.", required=True)
    stance = Text("What the label tells of its speaker: see Stances above.", required=True, validate=Choice(*STANCES))
    note = Text("How the word is heard, and by whom. Required for loaded, euphemistic, pejorative and dated labels.")
    not_in = TextList("Fixed phrases in which the form is part of another name.")
    unless = OneOrMany(
        NearbySchema, "A test, or a list of tests; where one holds, the form is the name of another thing."
    )
    qualified = Text(
        "`yes` if words from `qualifiers` directly before it, or from `qualifiers_behind` behind, belong to it.",
        validate=Choice("yes", "no"),
    )
    uses = Many(UseSchema, "Who used it, on whose word. At least one.", required=True)


class DatesSchema(Record):
    """When the thing itself happened or existed."""

    from_ = _from("First day, month or year.")
    until = Text("Last day, month or year.", validate=is_date)
    source = Text("A key of the pack's `sources.yml`.", required=True)


class LocationSchema(Record):
    """Decimal degrees, WGS 84."""

    lat = Text("Latitude, -90 to 90.", required=True, validate=is_decimal)
    lon = Text("Longitude, -180 to 180.", required=True, validate=is_decimal)
    source = Text("A key of the pack's `sources.yml`.", required=True)


class RelationSchema(Record):
    """A typed link to another concept."""

    type = Text("From `relation_types` in `vocabulary.yml`.", required=True)
    to = Text("ID of the other concept.", required=True)
    uses = Many(UseSchema, "Who says so, where the relation itself is disputed.")


class ConceptSchema(Record):
    """`<pack>/{places,events,groups,people,documents,terms}/<ID>.yml`: one concept."""

    id = Text(
        "Minted with `python -m service mint`; also the file's name. Means nothing, never changes.", required=True
    )
    kind = Text("What sort of thing, from `kinds` in `vocabulary.yml`.", required=True)
    gloss = Text("What it is, in one neutral line, without any side's name for a disputed thing.", required=True)
    status = Text(
        "`draft`, `reviewed` by a second person, or `withdrawn`.",
        required=True,
        validate=Choice(*get_args(model.Status)),
    )
    contested = Text(
        "`yes` if the sides name it differently or disagree on what it is; labels of each side are then required.",
        required=True,
        validate=Choice("yes", "no"),
    )
    dates = One(DatesSchema, "When it happened or existed, for events, periods, processes.")
    labels = Many(LabelSchema, "Its names. Absent only where every name of it is in `ambiguous/`.")
    location = One(LocationSchema, "Where it is.")
    external_ids = TextMapping("Its record elsewhere: wikidata, geonames, wof. From data at hand, never from memory.")
    relations = Many(RelationSchema, "Links to other concepts.")


class AsOfSchema(Record):
    """A range of article dates."""

    from_ = _from("First day, month or year.")
    until = Text("Last day, month or year.", validate=is_date)


class WhenSchema(NearbySchema):
    """A context test; every condition that is given must hold, each list is any-of."""

    mentions = TextList("Concept IDs, mentioned within `same`.")
    as_of = One(AsOfSchema, "The article's date; where the caller gives none, a date written in the text.")


class SenseSchema(Record):
    """One meaning of an ambiguous form."""

    concept = Text("ID of the concept meant.", required=True)
    type = Text("As for a label.", required=True)
    stance = Text("As for a label.", required=True, validate=Choice(*STANCES))
    note = Text("As for a label.")
    uses = Many(UseSchema, "As for a label.", required=True)
    when = OneOrMany(
        WhenSchema,
        "The test, or a list of tests of which one must hold. At least one condition besides `same`.",
        required=True,
    )
    unless = OneOrMany(WhenSchema, "A test, or a list of tests, of which none may hold.")


class ExampleSchema(Record):
    """A test that runs whenever the lexicon is loaded."""

    text = Text("A made-up sentence with the form in it.", required=True)
    as_of = Text("The article's date.", validate=is_day)
    expect = Text("A concept ID, `unresolved` or `nothing`.", required=True)


class AmbiguousSchema(Record):
    """`<pack>/ambiguous/<any-name>.yml`: one form with several meanings, or a generic word."""

    form = Text("The form, as `text` of a label.", required=True)
    also = TextList("Further spellings with the same senses.")
    lang = Text("As for a label.", required=True)
    script = Text("As for a label.", required=True)
    why = Text("Why the form is ambiguous; shown to the writer.", required=True)
    qualified = Text("As for a label.", validate=Choice("yes", "no"))
    not_in = TextList("As for a label.")
    only_if = OneOrMany(
        WhenSchema, "A test, or a list of tests; where none holds the form means nothing here and is not reported."
    )
    senses = Many(
        SenseSchema,
        "Its meanings; the first whose test holds wins, and of several in a row that ask for mentions alone, the one "
        "that is named nearest.",
        required=True,
    )
    otherwise = Text(
        "What to answer when no test holds: `unresolved` (say so) or `nothing` (a plain word, pass over it).",
        required=True,
        validate=Choice("unresolved", "nothing"),
    )
    examples = Many(
        ExampleSchema,
        "One for each sense, one that matches nothing, and one `unresolved` if that can be the answer.",
        required=True,
    )


CONCEPT = One(ConceptSchema, "")
AMBIGUOUS = One(AmbiguousSchema, "")
