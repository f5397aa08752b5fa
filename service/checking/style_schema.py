"""The format of a style file, `lexicon/styles/<id>.yml`. Shape only; what needs the lexicon is in `style_lint.py`."""

from typing import get_args

from service.checking import style
from service.lexicon.fields import Choice, Many, One, Record, Text, TextList, TextMapping, is_date

CHOICES: tuple[str, ...] = get_args(style.Choice)


class StyleSourceSchema(Record):
    """The policy or the documents that the style follows."""

    title = Text("Title of the document.", required=True)
    publisher = Text("Who published it.", required=True)
    url = Text("Where to read it.", required=True)
    date = Text("As the document states it: YYYY, YYYY-MM or YYYY-MM-DD.", validate=is_date)
    note = Text("What the document says, in one sentence, or what a reader of it must know.")


class WhenSchema(Record):
    """What the label in the text has to be; every condition that is given must hold, each list is any-of."""

    kinds = TextList("Kinds of the concept, from `vocabulary.yml`.")
    contested = Text("Whether the concept is contested.", validate=Choice("yes", "no"))
    stances = TextList("Stances of the label, from `vocabulary.yml`.")
    types = TextList("Types of the label, from `vocabulary.yml`.")
    words = TextList("A word of the label, in small letters; `terror*` also fits longer words.")


class RuleSchema(Record):
    """What to write for the labels that fit."""

    when = One(WhenSchema, "What the rule is about; absent: every label.")
    first = Text(
        "At the first mention of a concept, in the writer's own voice.", required=True, validate=Choice(*CHOICES)
    )
    later = Text("At every later mention.", required=True, validate=Choice(*CHOICES))
    perspectives = TextList("For the choice `perspectives`: keys of `perspectives.yml`, in order of preference.")
    why = Text("The reason, shown to the writer. One sentence.", required=True)


class StyleSchema(Record):
    """`styles/<id>.yml`: one house style."""

    title = Text("Its name.", required=True)
    description = Text("What it does, in one or two sentences.", required=True)
    sources = Many(StyleSourceSchema, "What it follows; a style made for a published policy cites it.")
    separator = Text("What stands between the two names of the choice `dual`; ` / ` if absent.")
    attributions = TextMapping(
        "For the choice `attributed`: language, then side, then a text with {label} in it.",
        values=TextMapping("", keys=Text(""), values=Text("")),
    )
    rules = Many(RuleSchema, "In order; the first that fits wins.", required=True)
    exceptions = TextMapping(
        "Concept ID, then language, then the text that the style wants, whatever the rules say.",
        values=TextMapping("", keys=Text(""), values=Text("")),
    )


STYLE = One(StyleSchema, "")
