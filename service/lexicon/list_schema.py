"""The file formats of the lists beside the concepts, as marshmallow schemas: sources, perspectives, packs and more."""

from service.lexicon.fields import Choice, Many, One, Record, Text, TextList, TextMapping, is_date, is_day, is_key


class SourceSchema(Record):
    """`<pack>/sources.yml`, under each key: the document behind a use."""

    title = Text("Title of the document or data set.", required=True)
    publisher = Text("Who published it.", required=True)
    date = Text("As the document states it: YYYY, YYYY-MM or YYYY-MM-DD.", validate=is_date)
    url = Text("Where to read it.")
    licence = Text("Licence of data taken from it.")
    note = Text("Anything a reader of the source must know.")


class PerspectiveSchema(Record):
    """`perspectives.yml`, under each key: a body or community whose usage is recorded."""

    name = Text("Its name.", required=True)
    definition = Text("Whom it covers, in one line.", required=True)
    side = Text("A key of the pack's `sides`; absent for one that belongs to no side.")


class PackSchema(Record):
    """`<pack>/pack.yml`: one dispute."""

    title = Text("Short name.", required=True)
    description = Text("What it covers.", required=True)
    sides = TextMapping("The parties, key: name.", required=True)
    languages = TextMapping("Languages of the symmetry rule: a side's key, or `shared`.", required=True)
    area = Text("ID of the region that the dispute is over. To context tests a contested place speaks for it.")


class WithdrawnSchema(Record):
    """`withdrawn.yml`, each item: an ID that must not come back."""

    id = Text("The ID.", required=True)
    reason = Text("Why, and what to use instead.", required=True)


class ExceptionSchema(Record):
    """`exceptions.yml`, each item: a finding that is excused."""

    concept = Text("ID of the concept.", required=True)
    rule = Text("Name of the rule that is excused.", required=True, validate=Choice("symmetry"))
    lang = Text("The language that is meant; absent if no label of a side is there in any language.")
    reason = Text("Why the label is not there.", required=True)
    way_out = Text("What would end the exception.", required=True)
    until = Text("Last day of the exception; after it the finding stands again.", validate=is_day)


class VocabularySchema(Record):
    """`vocabulary.yml`: the closed lists, each word with its definition."""

    kinds = TextMapping("Kinds of concepts.", required=True)
    label_types = TextMapping("Types of labels.", required=True)
    stances = TextMapping("Stances of labels.", required=True)
    relation_types = TextMapping("Types of relations.", required=True)
    languages = TextMapping("BCP 47 tag: English name.", required=True)
    scripts = TextMapping("ISO 15924 code: English name.", required=True)
    qualifiers = TextMapping(
        "By language: words before a `qualified` description that belong to it; `begin*` for all that begin so.",
        values=TextList(""),
        required=True,
    )
    qualifiers_behind = TextMapping(
        "By language: words behind a `qualified` description that belong to it, as in French; `begin*` as above.",
        values=TextList(""),
    )
    distancing = TextMapping(
        "By language: words before a name by which a writer keeps a distance from it, in all their forms.",
        values=TextList(""),
    )
    titles = TextMapping(
        "By language: words with a capital that may stand before a surname and are no first names; with a full stop, "
        "letters that are no initials.",
        values=TextList(""),
    )
    first_names = TextMapping(
        "By language: common first names, which tell a namesake from a noun at the beginning of a sentence.",
        values=TextList(""),
    )
    occupations = TextMapping(
        "By language: words before a surname that keep it from persons of other occupations; `begin*` for all that "
        "begin so. After the word come words of the glosses of persons who may be called so.",
        values=TextList(""),
    )
    before_places = TextMapping(
        "By language: words after which a place is named, and no first name before a surname.", values=TextList("")
    )
    capitals = TextMapping(
        "By language: ordinary words that look like an abbreviation where a whole line is in capitals.",
        values=TextList(""),
    )
    name_heads = TextMapping(
        "By language: nouns that make the name of an organisation or a work of the names beside them; `begin*` for all "
        "that begin so.",
        values=TextList(""),
    )
    area_nouns = TextMapping(
        "By language: nouns after the name of a region that belong to the mention; `begin*` for all that begin so.",
        values=TextList(""),
    )
    list_heads = TextMapping(
        "By language: nouns that several places share in a list. Each item has the plural (`begin*` for all that begin "
        "so), then the forms that stand beside one name.",
        values=TextList(""),
    )


PACK = One(PackSchema, "")
VOCABULARY = One(VocabularySchema, "")
SOURCES = TextMapping("", keys=Text("", validate=is_key), values=One(SourceSchema, ""))
PERSPECTIVES = TextMapping("", keys=Text("", validate=is_key), values=One(PerspectiveSchema, ""))
WITHDRAWN = Many(WithdrawnSchema, "", validate=None)
EXCEPTIONS = Many(ExceptionSchema, "", validate=None)
