"""What a house style suggests. An invented dispute: Oldvale (upland) is Nuvel (lowland)."""

from dataclasses import replace
from datetime import date

import pytest

from service.checking.style import Rule, Style
from service.checking.suggestion import HouseStyles
from service.errors import UnknownIdError
from service.lexicon.model import Dates, Use
from tests.checking.styles import annotate, style, suggest, texts
from tests.invented import RIVER, TOWN, concept, invented_lexicon, label, make_lexicon

DUAL = style("dual", contested=True, stances=("sided",))


def test_dual_names_at_first_mention_only_in_alphabetical_order() -> None:
    found = suggest(DUAL, "Oldvale is old. Oldvale it is.")
    assert [said and said.text for _, said in found] == ["Nuvel / Oldvale", None]
    first = found[0][1]
    assert first is not None
    assert first.mention == "first"
    assert first.warning is None
    assert first.why == "House rule. Lowland side: Nuvel; Upland side: Oldvale."


def test_order_and_rule_do_not_depend_on_whose_name_the_text_has() -> None:
    assert texts(DUAL, "Nuvel is old.")["Nuvel"] == texts(DUAL, "Oldvale is old.")["Oldvale"]


def test_the_separator_is_the_styles() -> None:
    assert texts(style("dual", separator=" or "), "Oldvale is old.") == {"Oldvale": "Nuvel or Oldvale"}


@pytest.mark.parametrize(
    "text",
    ["Oldvale / Nuvel is old.", "Oldvale (Nuvel) is old.", "Oldvale (for others: Nuvel) is old.", "Nuvel|Oldvale"],
)
def test_two_names_side_by_side_are_dual_already(text: str) -> None:
    assert texts(DUAL, text) == {}


def test_two_names_side_by_side_stay_under_any_other_rule() -> None:
    found = suggest(style("perspectives", perspectives=("upland-press",)), "Nuvel (Oldvale) is old.")
    (_, nuvel), (_, oldvale) = found
    assert nuvel is not None
    assert nuvel.text is None
    assert "side by side" in nuvel.why
    assert oldvale is None


def test_the_first_mention_is_the_first_in_the_writers_own_voice() -> None:
    found = suggest(DUAL, 'He said: "We love Oldvale today." Then Oldvale fell.')
    assert [said and said.text for _, said in found] == [None, "Nuvel / Oldvale"]


def test_quoted_speech_is_never_given_another_name() -> None:
    always = style("dual", "dual")
    quoted, own = suggest(always, 'He said: "We love Oldvale today." Oldvale fell.')
    assert quoted[1] is not None
    assert quoted[1].text is None
    assert quoted[1].why == "House rule. Quoted speech stays as it is."
    assert quoted[1].mention is None
    assert own[1] is not None


def test_quotation_is_attribution_enough() -> None:
    used = style("attributed", "attributed")
    assert texts(used, 'He said: "We love Oldvale today."') == {}
    assert texts(style("remark", "remark"), 'He said: "We love Oldvale today."') == {}


def test_a_name_held_at_a_distance_stays() -> None:
    ((_, said),) = suggest(style("dual", "dual"), "The “Oldvale” of old.")
    assert said is not None
    assert said.text is None


def test_dual_without_a_name_of_one_side_is_a_warning() -> None:
    lexicon = make_lexicon(concept(TOWN, label("Oldvale")))
    ((_, said),) = suggest(DUAL, "Oldvale is old.", lexicon)
    assert said is not None
    assert said.text is None
    assert said.warning is not None
    assert "Lowland side" in said.warning


def test_dual_pairs_names_with_names_and_descriptions_with_descriptions() -> None:
    own = label("Oldvale")
    phrase = label("the town", by="lowland-press", type="description")
    ((_, said),) = suggest(DUAL, "Oldvale is old.", make_lexicon(concept(TOWN, own, phrase)))
    assert said is not None
    assert said.text is None
    both = make_lexicon(concept(TOWN, own, phrase, label("Upvale town", type="description")))
    assert texts(DUAL, "Here is the town.", both) == {"the town": "the town / Upvale town"}


def test_a_word_that_judges_is_never_put_forward() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale"), label("the shame", by="lowland-press", stance="loaded", type="description"))
    )
    for choice in ("dual", "perspectives", "neutral"):
        used = style(choice, perspectives=("lowland-press",))
        assert texts(used, "Oldvale is old.", lexicon) == {"Oldvale": None}


def test_the_perspectives_name_in_the_texts_language() -> None:
    used = style("perspectives", "perspectives", perspectives=("observers", "lowland-press"))
    assert texts(used, "Oldvale is old.") == {"Oldvale": "Nuvel"}
    assert texts(used, "Oldvale ist alt.", lang="de") == {"Oldvale": "Altenthal"}
    assert texts(used, "Nuvel is old.") == {}


def test_no_name_of_the_perspective_is_a_warning() -> None:
    ((_, said),) = suggest(style("perspectives", perspectives=("observers",)), "Oldvale is old.")
    assert said is not None
    assert said.text is None
    assert said.warning == "The lexicon has no English label that is used by: Observers."


def test_a_use_that_ended_counts_for_articles_of_its_time_only() -> None:
    ended = Dates(date(1990, 1, 1), date(1999, 12, 31))
    lexicon = make_lexicon(
        concept(
            TOWN, label("Oldvale"), label("Novgard", uses=(Use("observers", "gazette", None, ended),), stance="neutral")
        )
    )
    used = style("perspectives", perspectives=("observers",))
    for as_of, expected in ((date(1995, 5, 5), "Novgard"), (date(2005, 5, 5), None), (None, None)):
        ((_, said),) = suggest(used, "Oldvale is old.", lexicon, as_of=as_of)
        assert said is not None
        assert said.text == expected


def test_neutral() -> None:
    lexicon = make_lexicon(
        concept(
            TOWN,
            label("the prize", stance="loaded", type="description"),
            label("Vale Cross", by="observers", stance="neutral"),
            label("the town", by="observers", stance="neutral", type="description"),
            label("town", by="observers", stance="neutral", type="description", contextual=True),
        )
    )
    # A description takes the place of a description.
    assert texts(style("neutral"), "Here is the prize.", lexicon) == {"the prize": "the town"}
    assert texts(style("neutral"), "Here is Vale Cross.", lexicon) == {}


def test_a_neutral_word_that_needs_a_context_is_marked() -> None:
    lexicon = make_lexicon(
        concept(
            TOWN,
            label("the prize", stance="loaded", type="description"),
            label("town", by="observers", stance="neutral", type="description", contextual=True),
        )
    )
    ((_, said),) = suggest(style("neutral"), "Here is the prize.", lexicon)
    assert said is not None
    assert said.text == "town"
    assert said.warning == "“town” says what is meant in a context only."


def test_attributed_keeps_the_form_and_says_whose_it_is() -> None:
    used = style("attributed")
    assert texts(used, "OLDVALE and Nuvel") == {"OLDVALE": "OLDVALE (so the upland)"}
    assert texts(used, "Nuvel fell.") == {"Nuvel": "Nuvel (so the lowland)"}


def test_attributed_twice_is_attributed_once() -> None:
    assert texts(style("attributed", "attributed"), "Oldvale (so the upland) fell.") == {}


def test_attributed_needs_one_side_and_a_text_in_the_language() -> None:
    ((_, shared),) = suggest(style("attributed"), "Altenthal fell.")
    assert shared is not None
    assert shared.text is None
    assert shared.warning == "It is not one side's alone; used by: Observers."
    ((_, foreign),) = suggest(style("attributed"), "Oldvale ist alt.", lang="de")
    assert foreign is not None
    assert foreign.text is None
    assert foreign.warning == "The style has no attribution in German."


def test_others_who_use_a_judging_word_are_named() -> None:
    uses = (Use("upland-press", "gazette"), Use("observers", "gazette"))
    lexicon = make_lexicon(concept(TOWN, label("the prize", stance="loaded", uses=uses)))
    ((_, said),) = suggest(style("attributed"), "Here is the prize.", lexicon)
    assert said is not None
    assert said.warning == "Also used by: Observers."


def test_remark_says_why_and_nothing_else() -> None:
    ((_, said),) = suggest(style("remark", words=("old*",)), "Oldvale fell.")
    assert said is not None
    assert (said.text, said.why, said.warning) == (None, "House rule.", None)


def test_the_first_rule_that_fits_wins() -> None:
    rules = (Rule("No.", "keep", "keep", kinds=("town",)), Rule("Yes.", "remark", "remark"))
    used = Style("desk", "Desk", "Two rules.", rules)
    assert [said and said.why for _, said in suggest(used, "Oldvale on the Silver Run")] == [None, "Yes."]


@pytest.mark.parametrize(
    ("conditions", "fits"),
    [
        ({"kinds": ("river",)}, False),
        ({"kinds": ("river", "town")}, True),
        ({"contested": False}, False),
        ({"stances": ("neutral",)}, False),
        ({"types": ("endonym",)}, True),
        ({"words": ("oldvale",)}, True),
        ({"words": ("old",)}, False),
        ({"kinds": ("town",), "types": ("description",)}, False),
    ],
)
def test_conditions(conditions: dict[str, object], fits: bool) -> None:
    assert bool(texts(style("remark", "keep", **conditions), "Oldvale fell.")) is fits


def test_an_exception_goes_before_the_rules() -> None:
    used = style("dual", exceptions={TOWN: {"en": "Vale Cross"}})
    assert texts(used, "Oldvale, then Nuvel") == {"Oldvale": "Vale Cross", "Nuvel": "Vale Cross"}
    assert texts(style("keep", exceptions={TOWN: {"en": "Oldvale"}}), "Oldvale, then Nuvel") == {"Nuvel": "Oldvale"}
    assert texts(style("keep", exceptions={TOWN: {"de": "Altenthal"}}), "Oldvale, then Nuvel") == {}


def test_no_rule_no_suggestion() -> None:
    assert texts(style("remark", kinds=("river",)), "Oldvale fell.") == {}


def test_where_no_language_tells_each_label_is_taken_in_its_own() -> None:
    used = style("perspectives", "perspectives", perspectives=("lowland-press",))
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale"), label("Nuvel", by="lowland-press"), label("Olddal", "de"),
                label("Nuweil", "de", by="lowland-press"))
    )  # fmt: skip
    assert texts(used, "Oldvale, Olddal", lexicon, lang=None) == {"Oldvale": "Nuvel", "Olddal": "Nuweil"}


def test_a_name_in_another_script_is_a_citation() -> None:
    assert texts(style("remark", "remark"), "Oldvale, in Armenian Նուվել") == {"Oldvale": None}


class TestForm:
    LEXICON = make_lexicon(
        concept(TOWN, label("Норвад", "ru", script="Cyrl"), label("Олдград", "ru", by="lowland-press", script="Cyrl"))
    )
    USED = style("perspectives", "perspectives", perspectives=("lowland-press",))

    def test_inflected(self) -> None:
        ((_, said),) = suggest(self.USED, "В Норваде тихо.", self.LEXICON, "ru")
        assert said is not None
        assert (said.text, said.warning) == ("Олдграде", None)

    def test_both_names_of_dual_take_the_form(self) -> None:
        assert texts(style("dual"), "В Норваде тихо.", self.LEXICON, "ru") == {"Норваде": "Норваде / Олдграде"}

    def test_base_form_with_a_warning_where_it_cannot_be_told(self) -> None:
        lexicon = make_lexicon(
            concept(TOWN, label("Норвад", "ru", script="Cyrl"), label("ОЛД", "ru", by="lowland-press", script="Cyrl"))
        )
        ((_, said),) = suggest(self.USED, "По норвадскому пути.", lexicon, "ru")
        assert said is not None
        assert said.text == "ОЛД"
        assert said.warning == "“норвадскому” is inflected; ОЛД is given in its base form."

    def test_a_name_that_does_not_show_its_case_asks_for_a_look(self) -> None:
        lexicon = make_lexicon(
            concept(TOWN, label("Олди", "ru", script="Cyrl"), label("Норвад", "ru", by="lowland-press", script="Cyrl"))
        )
        ((_, said),) = suggest(self.USED, "В Олди тихо.", lexicon, "ru")
        assert said is not None
        assert (said.text, said.warning) == (
            "Норвад",
            "“Олди” may not show its case; Норвад is given in its base form.",
        )
        assert texts(style("dual"), "Норвад тих.", lexicon, "ru") == {"Норвад": "Норвад / Олди"}

    def test_capitals_of_a_heading(self) -> None:
        assert texts(self.USED, "НОРВАД\n\nТихо.", self.LEXICON, "ru") == {"НОРВАД": "ОЛДГРАД"}

    def test_dotted_capital_i(self) -> None:
        lexicon = make_lexicon(concept(TOWN, label("Olda", "az"), label("Nikvəl", "az", by="lowland-press")))
        assert texts(self.USED, "OLDA", lexicon, "az") == {"OLDA": "NİKVƏL"}

    def test_capital_at_the_beginning_of_a_sentence(self) -> None:
        lexicon = make_lexicon(
            concept(
                TOWN,
                label("the prize", stance="loaded", type="description"),
                label("Prize of Oldvale", stance="loaded", type="description"),
                label("the town", by="observers", stance="neutral", type="description"),
            )
        )
        used = style("neutral", "neutral")
        assert texts(used, "It fell. The prize fell.", lexicon) == {"The prize": "The town"}
        assert texts(used, "It fell: Prize of Oldvale.", lexicon) == {"Prize of Oldvale": "the town"}
        assert texts(used, "It fell. Prize of Oldvale!", lexicon) == {"Prize of Oldvale": "The town"}

    def test_qualifiers_that_would_go_are_told(self) -> None:
        lexicon = make_lexicon(
            concept(
                TOWN,
                label("rescue", stance="euphemistic", type="description", qualified=True),
                label("attack", by="observers", stance="neutral", type="description"),
            ),
        )
        lexicon = replace(lexicon, vocabulary=replace(lexicon.vocabulary, qualifiers={"en": ("swift",)}))
        ((surface, said),) = suggest(style("neutral"), "The swift rescue began.", lexicon)
        assert surface == "swift rescue"
        assert said is not None
        assert (said.text, said.warning) == ("attack", "“swift” beside the name is dropped.")

    def test_a_name_for_a_description_is_told(self) -> None:
        lexicon = make_lexicon(
            concept(TOWN, label("the prize", stance="loaded", type="description"),
                    label("Vale Cross", by="observers", stance="neutral"))
        )  # fmt: skip
        ((_, said),) = suggest(style("neutral"), "Here is the prize.", lexicon)
        assert said is not None
        assert said.warning is not None
        assert "description" in said.warning

    def test_article_and_ending_to_check(self) -> None:
        ((_, article),) = suggest(style("dual"), "It was an Oldvale day.")
        assert article is not None
        assert article.warning == "Check “an” before the name."
        ((_, ending),) = suggest(style("dual"), "It was Oldvale’s day.")
        assert ending is not None
        assert ending.warning is not None
        assert "’" in ending.warning


def test_one_answer_for_each_annotation_also_where_they_overlap() -> None:
    lexicon = make_lexicon(
        concept(TOWN, label("Oldvale"), label("Nuvel", by="lowland-press")),
        concept(RIVER, label("Oldvale Run"), label("Nuvel Run", by="lowland-press"), kind="river"),
    )
    result = annotate("Oldvale Run", lexicon, lang="en", overlaps="all")
    found = HouseStyles(lexicon, {}).suggestions(DUAL, "Oldvale Run", result)
    assert [said and said.text for said in found] == ["Nuvel / Oldvale", "Nuvel Run / Oldvale Run"]


def test_unknown_style() -> None:
    with pytest.raises(UnknownIdError):
        HouseStyles(invented_lexicon(), {}).style("nobody")
