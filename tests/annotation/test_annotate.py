"""The main path on invented lexicons: what is found, what is left open, what is left out, and why."""

from dataclasses import replace
from datetime import date

import pytest

from service.annotation.annotate import Annotator
from service.annotation.model import Request, Result
from service.errors import InputError
from service.lexicon.model import Sense, When
from tests.annotation.builders import ambiguous, concept, label, lexicon, sense, years

TOWN, VALE, WAR, OLD_WAR = "c-town", "c-vale", "c-war", "c-oldwar"


def annotate(text: str, *concepts: object, forms: object = (), qualifiers: object = None, **request: object) -> Result:
    built = lexicon(concepts, forms, qualifiers)  # type: ignore[arg-type]
    return Annotator(built).annotate(Request(text=text, **request))  # type: ignore[arg-type]


def found(result: Result) -> list[tuple[str, str]]:
    return [(annotation.surface, annotation.concept.id) for annotation in result.annotations]


def test_each_annotation_says_where_what_whose_and_what_else() -> None:
    result = annotate("In Oldvale today.", concept(TOWN, "Oldvale", "Ortaq"))
    (annotation,) = result.annotations
    assert (annotation.start, annotation.end, annotation.surface) == (3, 10, "Oldvale")
    assert annotation.label.text == "Oldvale"
    assert [alternative.text for alternative in annotation.alternatives] == ["Ortaq"]
    assert "Eastern council" in annotation.why


def test_the_longer_name_wins_and_the_shorter_is_not_also_reported() -> None:
    result = annotate("North Oldvale is calm.", concept(TOWN, "Oldvale"), concept(VALE, "North Oldvale"))
    assert found(result) == [("North Oldvale", VALE)]


def test_a_label_is_taken_in_the_language_of_its_sentence() -> None:
    vale = concept(TOWN, label("Oldvale", lang="de"), label("Oldvale", lang="en"))
    text = "The road to Oldvale was closed. Die Straße nach Oldvale ist noch offen, sagte der Bürgermeister."
    for given in (None, "de", "en"):
        result = annotate(text, vale, lang=given)
        assert [annotation.label.lang for annotation in result.annotations] == ["en", "de"]


def test_german_declines_names_that_it_takes_from_english() -> None:
    person = concept("c-person", "Jane Doe", kind="person")
    surname = ambiguous("Doe", sense("c-person", "Doe", mentions=("c-person",)))
    names = (concept(TOWN, "Oldvale"), concept(VALE, "Nuvels", "Nuvel"), person)
    german = "Oldvales Straßen sind leer, und das ist auch die Meinung der Stadt."
    assert found(annotate(german, *names)) == [("Oldvales", TOWN)]
    assert annotate(german, *names).annotations[0].inflected
    for other in ("The two Oldvales of that list were ships.", "Les deux Oldvales de la liste sont des navires."):
        assert found(annotate(other, *names)) == []
    assert found(annotate("Der Weg nach Nuvels ist frei, und das ist auch gut.", *names)) == [("Nuvels", VALE)]
    text = "Jane Doe war bei der Sitzung, und das war auch Does Wunsch. Does waren nicht auf der Liste."
    assert ("Does", "c-person") not in found(annotate(text, *names, forms=[surname]))  # too short


def test_the_answer_says_the_language_and_whether_it_was_found() -> None:
    vale = concept(TOWN, "Oldvale")
    answers = [annotate("The road to Oldvale was closed.", vale, lang=given) for given in (None, "fr")]
    assert [(answer.lang, answer.lang_detected) for answer in answers] == [("en", True), ("fr", False)]
    unknown = annotate("Oldvale", vale)
    assert (unknown.lang, unknown.lang_detected) == (None, False)


def test_a_german_sentence_in_an_english_text_is_read_by_german_rules() -> None:
    # In German a capital before a surname tells nothing of a first name.
    person = concept("c-person", "Jane Doe", kind="person")
    surname = ambiguous("Doe", sense("c-person", "Doe", mentions=("c-person",)))
    text = "Jane Doe was there and {} The others of that group were with her."
    german = text.format("said so. Dann ist auch der Minister Doe mit dem Zug gekommen.")
    assert ("Doe", "c-person") in found(annotate(german, person, forms=[surname]))
    english = text.format("left. Then it was Olga Doe who came by train.")
    assert ("Doe", "c-person") not in found(annotate(english, person, forms=[surname]))


def test_all_overlaps_on_request() -> None:
    result = annotate(
        "North Oldvale is calm.", concept(TOWN, "Oldvale"), concept(VALE, "North Oldvale"), overlaps="all"
    )
    assert found(result) == [("North Oldvale", VALE), ("Oldvale", TOWN)]


def test_of_overlapping_spans_the_longest_then_the_leftmost() -> None:
    concepts = [concept("c-1", "A B"), concept("c-2", "B C D"), concept("c-3", "D E"), concept("c-4", "E F")]
    assert found(annotate("A B C D E F", *concepts)) == [("B C D", "c-2"), ("E F", "c-4")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US said", True),
        ("told us so", False),
        ("THE US SAID", True),
        ("The Us said", False),
    ],
)
def test_a_capital_in_the_label_is_a_capital_in_the_text(text: str, expected: bool) -> None:
    assert bool(annotate(text, concept(VALE, "US")).annotations) == expected


@pytest.mark.parametrize("text", ["a mass exodus", "A Mass Exodus", "A MASS EXODUS"])
def test_a_small_letter_in_the_label_matches_both(text: str) -> None:
    assert len(annotate(text, concept(WAR, "mass exodus")).annotations) == 1


def test_of_forms_that_fold_alike_the_one_with_more_capitals_wins() -> None:
    concepts = [concept("c-army", "Vale Armed Forces"), concept("c-any", "Vale armed forces")]
    assert found(annotate("Vale Armed Forces, Vale armed forces", *concepts)) == [
        ("Vale Armed Forces", "c-army"),
        ("Vale armed forces", "c-any"),
    ]


def test_a_label_in_the_language_of_the_text_is_preferred() -> None:
    vale = concept(VALE, label("Oldvale", "de"), label("Oldvale", "en"), label("Oldvale", "fr"))
    assert annotate("Oldvale", vale, lang="fr").annotations[0].label.lang == "fr"
    assert annotate("Oldvale", vale).annotations[0].label.lang == "de"


def test_english_possessive_and_plural() -> None:
    result = annotate(
        "Oldvale’s peacekeepers; the peace-keepers'", concept(TOWN, "Oldvale"), concept("c-pk", "peacekeeper")
    )
    assert found(result) == [("Oldvale", TOWN), ("peacekeepers", "c-pk")]
    assert [annotation.inflected for annotation in result.annotations] == [False, True]


def test_a_label_comes_before_an_inflected_form_that_is_spelled_alike() -> None:
    concepts = [concept("c-one", "town folk"), concept("c-two", "town folks", kind="population")]
    assert found(annotate("The town folks", *concepts)) == [("town folks", "c-two")]


def test_a_case_form_comes_before_a_derived_one() -> None:
    region = concept("c-region", label("Валград", "ru"), kind="region")
    paper = concept("c-paper", label("валградская", "ru"), kind="media")
    assert found(annotate("в валградской", region, paper, lang="ru")) == [("валградской", "c-paper")]
    assert found(annotate("в валградском", region, paper, lang="ru")) == [("валградском", "c-region")]


def test_coinciding_inflected_forms_need_the_text_to_name_one_of_them() -> None:
    concepts = [concept("c-one", "vale body", "Oldvale"), concept("c-two", "vale bodie")]
    assert found(annotate("The vale bodies", *concepts)) == []
    assert annotate("The vale bodies", *concepts).unresolved[0].candidates == ("c-one", "c-two")
    assert found(annotate("Oldvale and the vale bodies", *concepts)) == [("Oldvale", "c-one"), ("vale bodies", "c-one")]


def test_a_guarding_phrase_leaves_the_name_out_and_says_so() -> None:
    result = annotate("An Oldvale pony in Oldvale.", concept(TOWN, label("Oldvale", not_in=("Oldvale pony",))))
    assert [a.start for a in result.annotations] == [19]
    (suppressed,) = result.suppressed
    assert (suppressed.surface, suppressed.candidates) == ("Oldvale pony", (TOWN,))
    assert "fixed phrase" in suppressed.why
    everything = annotate("An Oldvale pony.", concept(TOWN, label("Oldvale", not_in=("Oldvale pony",))), overlaps="all")
    assert everything.annotations == ()


def test_a_guard_hides_only_what_it_guards() -> None:
    war = concept(WAR, label("Oldvale war", not_in=("Oldvale war of 1918",)), kind="event")
    assert found(annotate("The Oldvale war of 1918.", war, concept(TOWN, "Oldvale"))) == [("Oldvale", TOWN)]


def test_a_phrase_that_guards_names_of_two_things_guards_both() -> None:
    phrase = ("Oldvale Nuvel",)
    club = (concept(TOWN, label("Oldvale", not_in=phrase)), concept(VALE, label("Nuvel", not_in=phrase)))
    assert found(annotate("Oldvale Nuvel won in Oldvale.", *club)) == [("Oldvale", TOWN)]


def test_words_around_a_label_make_it_the_name_of_another_thing() -> None:
    tests = (When(same="sentence", words=("kick*",)), When(before=("a",)))
    vale = concept(TOWN, label("Oldvale", unless=tests))
    result = annotate("Oldvale lies still. Oldvale won after a late kick-off. They saw a Oldvale graze.", vale)
    assert [(a.start, a.surface) for a in result.annotations] == [(0, "Oldvale")]
    assert [s.why for s in result.suppressed] == [
        "the name of another thing, because “kick*” stands in the text",
        "the name of another thing, because “a” stands before it",
    ]


def test_a_name_may_hold_what_looks_like_an_address() -> None:
    paper = concept("c-paper", "Oldvale.Com", kind="media")
    assert found(annotate("Oldvale.Com wrote, see https://Oldvale.Com/1", paper)) == [("Oldvale.Com", "c-paper")]


WAR_FORM = ambiguous(
    "the war",
    sense(WAR, "the war", mentions=(TOWN,), as_of=years(2020, 2022)),
    sense(OLD_WAR, "the war", mentions=(TOWN,), as_of=years(1990, 1995)),
)
CONCEPTS = (
    concept(TOWN, "Oldvale"),
    concept(WAR, "Second War", kind="event"),
    concept(OLD_WAR, "First War", kind="event"),
)


def test_context_chooses_by_mention_and_date() -> None:
    text = "Oldvale after the war."
    assert found(annotate(text, *CONCEPTS, forms=[WAR_FORM], as_of=date(2021, 5, 1)))[1] == ("the war", WAR)
    assert found(annotate(text, *CONCEPTS, forms=[WAR_FORM], as_of=date(1994, 5, 1)))[1] == ("the war", OLD_WAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oldvale since the war of 1992", OLD_WAR),
        ("Oldvale and, in 1992, the war", WAR),
        ("In Oldvale 1992 brought the war", OLD_WAR),
        ("Oldvale, 1992. Then the war", WAR),
        ("Oldvale, 1992թ. the war", OLD_WAR),
        ("Oldvale, 1992 թ. the war", OLD_WAR),
        ("Oldvale, 1992 г. the war", OLD_WAR),
    ],
)
def test_a_year_beside_the_form_outweighs_the_date_of_the_article(text: str, expected: str) -> None:
    assert found(annotate(text, *CONCEPTS, forms=[WAR_FORM], as_of=date(2021, 5, 1)))[1] == ("the war", expected)


@pytest.mark.parametrize(
    ("as_of", "planned", "expected"),
    [
        (date(2022, 1, 1), (), None),
        (date(2023, 6, 1), (), "c-fair"),
        (None, (), "c-fair"),
        (date(2022, 1, 1), (When(as_of=years(2021, 2030)),), "c-fair"),
    ],
)
def test_an_article_tells_of_no_event_after_it_unless_a_test_says_so(
    as_of: date | None, planned: tuple[When, ...], expected: str | None
) -> None:
    fair = replace(concept("c-fair", kind="event"), dates=years(2023, 2023))
    here = sense("c-fair", "the fair", mentions=(TOWN,))
    form = ambiguous("the fair", replace(here, when=(*here.when, *planned)), otherwise="nothing")
    result = annotate("Oldvale waits for the fair.", concept(TOWN, "Oldvale"), fair, forms=[form], as_of=as_of)
    assert [concept_id for surface, concept_id in found(result) if surface == "the fair"] == [expected] * bool(expected)


def test_without_a_date_of_the_article_a_year_in_the_text_counts() -> None:
    assert found(annotate("In 1992 Oldvale saw the war.", *CONCEPTS, forms=[WAR_FORM]))[1] == ("the war", OLD_WAR)


def test_no_evidence_is_reported_not_guessed() -> None:
    result = annotate("Oldvale after the war.", *CONCEPTS, forms=[WAR_FORM])
    assert found(result) == [("Oldvale", TOWN)]
    (open_mention,) = result.unresolved
    assert (open_mention.surface, open_mention.candidates) == ("the war", (WAR, OLD_WAR))
    assert "several meanings" in open_mention.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Smith came. Smith spoke.", 2),
        ("Ada Smith came. Then Smith spoke.", 2),
        ("Ada Smith came. The director Rita Smith spoke.", 1),
        ("Ada Smith came. The director R. Smith spoke.", 1),
        ("Ada Smith came. Then A. Smith spoke.", 2),
        ("Ada Smith came. The talks of President Smith went on.", 2),
        ("Ada Smith came. In Oldvale Smith spoke.", 2),
        ("Ada Smith came. The MP Smith spoke.", 2),
        ("Ada Smith came. Altenthal’s Smith spoke.", 2),
        ("Ada Smith came. Rita Smith spoke.", 1),
        ("Ada Smith came. On arrival in Altenthal Smith spoke.", 2),
    ],
)
def test_a_surname_after_another_first_name_is_somebody_else(text: str, expected: int) -> None:
    smith = concept("c-smith", "Ada Smith", kind="person")
    form = ambiguous("Smith", sense("c-smith", "Smith", mentions=("c-smith",)))
    built = lexicon([smith, concept(TOWN, "Oldvale")], [form], titles=("President", "Then"), first_names=("Rita",))
    result = Annotator(built).annotate(Request(text=text))
    assert sum(concept_id == "c-smith" for _, concept_id in found(result)) == expected
    assert len(result.unresolved) == 2 - expected


def test_an_open_form_is_reported_only_in_texts_on_the_subject() -> None:
    form = ambiguous("the war", sense(WAR, "the war", words=("2021",)), only_if=(When(mentions=(TOWN,)),))
    on_it = annotate("Oldvale after the war", *CONCEPTS, forms=[form])
    assert [item.surface for item in on_it.unresolved] == ["the war"]
    elsewhere = annotate("Books on the war", *CONCEPTS, forms=[form])
    assert (elsewhere.unresolved, len(elsewhere.suppressed)) == ((), 1)


def test_another_spelling_of_an_ambiguous_form_is_labelled_as_it_is_written() -> None:
    form = ambiguous("the war", sense(WAR, "the war", words=("2021",)), also=("the fighting",))
    result = annotate("The fighting of 2021", *CONCEPTS, forms=[form])
    assert [annotation.label.text for annotation in result.annotations] == ["the fighting"]


def test_one_of_several_tests_suffices_unless_another_holds() -> None:
    tests = (When(words=("2021",)), When(words=("Second",)))
    either = Sense(WAR, tests, label("the war"), unless=(When(same="sentence", words=("film",)),))
    form = ambiguous("the war", either, otherwise="nothing")
    assert found(annotate("In 2021 the war", *CONCEPTS, forms=[form])) == [("the war", WAR)]
    assert found(annotate("Second year of the war", *CONCEPTS, forms=[form])) == [("the war", WAR)]
    assert found(annotate("Second film on the war", *CONCEPTS, forms=[form])) == []


def test_a_form_that_usually_means_nothing_is_suppressed_with_the_reason() -> None:
    form = ambiguous("exodus", sense(WAR, "exodus", mentions=(TOWN,)), otherwise="nothing")
    result = annotate("An exodus of investors.", *CONCEPTS, forms=[form])
    assert (result.annotations, result.unresolved) == ((), ())
    assert [item.surface for item in result.suppressed] == ["exodus"]


@pytest.mark.parametrize(
    ("when", "text", "expected"),
    [
        ({"words": ("border*",)}, "Borders shut in the war", True),
        ({"words": ("border*",)}, "Reorders came in the war", False),
        ({"words": ("border",)}, "Borders shut in the war", False),
        ({"same": "sentence", "words": ("river",)}, "A river. Then the war", False),
        ({"same": "sentence", "words": ("river",)}, "By the river the war went on", True),
        ({"same": "paragraph", "words": ("river",)}, "A river. Then the war", True),
        ({"same": "paragraph", "words": ("river",)}, "A river.\n\nThen the war", False),
        ({"before": ("after",)}, "Years after the war", True),
        ({"before": ("after",)}, "Long after it, the war", False),
        ({"after": ("in the east",)}, "Soon the war in the east", True),
        ({"words": ("war",), "without": ("game",)}, "It is the war", True),
        ({"words": ("war",), "without": ("game",)}, "A game about the war", False),
        ({"same": "sentence", "mentions": (TOWN,)}, "Oldvale in the war", True),
        ({"same": "sentence", "mentions": (TOWN,)}, "Oldvale. And the war", False),
    ],
)
def test_context_tests(when: dict[str, object], text: str, expected: bool) -> None:
    form = ambiguous("the war", sense(WAR, "the war", **when))
    result = annotate(text, *CONCEPTS, forms=[form])
    assert (("the war", WAR) in found(result)) == expected


def test_a_resolved_form_is_evidence_for_another_wherever_it_stands() -> None:
    forms = [
        ambiguous("Smith", sense("c-smith", "Smith", mentions=(WAR,))),
        ambiguous("the war", sense(WAR, "the war", mentions=(TOWN,))),
    ]
    concepts = (*CONCEPTS, concept("c-smith", "Ada Smith", kind="person"))
    text = "Smith saw the war in Oldvale."
    assert found(annotate(text, *concepts, forms=forms)) == found(annotate(text, *concepts, forms=forms[::-1]))
    assert len(annotate(text, *concepts, forms=forms).annotations) == 3


def test_names_in_addresses_and_handles_are_left_out() -> None:
    text = "See https://oldvale.example/Oldvale, mail Oldvale@example.org, Oldvale.pdf, @Oldvale and #Oldvale."
    result = annotate(text, concept(TOWN, "Oldvale"))
    assert result.annotations == ()
    assert {item.surface for item in result.suppressed} == {"Oldvale"}


def test_quotation_is_marked_not_dropped() -> None:
    result = annotate("He said “from Oldvale” in Oldvale.", concept(TOWN, "Oldvale"))
    assert [annotation.in_quotation for annotation in result.annotations] == [True, False]


@pytest.mark.parametrize(("year", "expected"), [(1950, False), (1992, True), (None, False)])
def test_a_label_used_outside_its_dates_is_said_to_be_so(year: int | None, expected: bool) -> None:
    town = concept(TOWN, label("Oldvale", used=years(1923, 1991)))
    (annotation,) = annotate("Oldvale", town, as_of=year and date(year, 1, 1)).annotations
    assert ("recorded from 1923-01-01 until 1991-12-31" in annotation.why) == expected


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("near Old-\nvale and Nu-\n vel", ["Old-\nvale", "Nu-\n vel"]),
        ("near OLD-\nVALE", ["OLD-\nVALE"]),
        ("in mid-\nvale, in mid-vale", ["mid-\nvale", "mid-vale"]),
        ("Old-\nvales", []),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_found_whole(text: str, surfaces: list[str]) -> None:
    built = lexicon([concept(TOWN, "Oldvale"), concept("c-2", "Nuvel"), concept("c-3", "mid-vale")])
    assert [a.surface for a in Annotator(built).annotate(Request(text=text)).annotations] == surfaces


def test_names_that_custom_puts_in_quotation_marks_are_not_held_at_a_distance() -> None:
    built = lexicon([concept(TOWN, "Oldvale Voice", kind="media")], distancing=("so-called",))
    for text, expected in (("the “Oldvale Voice”", None), ("the so-called Oldvale Voice", "so-called")):
        (annotation,) = Annotator(built).annotate(Request(text=text)).annotations
        assert annotation.distanced == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the so-called Oldvale", "so-called"),
        ("the so called “Oldvale”", "so-called"),
        ("the “Oldvale” talks", "quotation marks"),
        ("the « Oldvale » talks", "quotation marks"),
        ("the «\u00a0Oldvale\u00a0» talks", "quotation marks"),
        ("« in Oldvale » she said", None),
        ("« Oldvale is far »", None),
        ("he said “in Oldvale” and left", None),
        ("so-called in Oldvale", None),
        ("so-called. Oldvale", None),
        ("Oldvale", None),
    ],
)
def test_a_writers_distance_from_a_name_is_told(text: str, expected: str | None) -> None:
    built = lexicon([concept(TOWN, "Oldvale")], distancing=("so-called",))
    (annotation,) = Annotator(built).annotate(Request(text=text)).annotations
    assert annotation.distanced == expected


def test_filters_leave_the_rest_out_but_context_still_sees_it() -> None:
    result = annotate("Oldvale and the war of 2021", *CONCEPTS, forms=[WAR_FORM], kinds={"town"})
    assert found(result) == [("Oldvale", TOWN)]


def test_a_footnote_number_does_not_hide_the_name() -> None:
    result = Annotator(lexicon([concept(TOWN, "Oldvale")])).annotate(Request(html="In Oldvale<sup>1</sup>."))
    assert [annotation.surface for annotation in result.annotations] == ["Oldvale"]


@pytest.mark.parametrize(
    "html",
    ["<p>In Old<em>va</em>le</p>", "<p>In <b>Oldvale</b></p>", "<p title='Oldvale'>In &#79;ldvale</p>"],
)
def test_offsets_go_into_the_html_as_sent(html: str) -> None:
    result = Annotator(lexicon([concept(TOWN, "Oldvale")])).annotate(Request(html=html))
    (annotation,) = result.annotations
    assert html[annotation.start : annotation.end] == annotation.surface
    assert annotation.surface in ("Old<em>va</em>le", "Oldvale", "&#79;ldvale")


def test_text_or_html_not_both_not_neither() -> None:
    annotator = Annotator(lexicon([concept(TOWN, "Oldvale")]))
    with pytest.raises(InputError, match="exactly one"):
        annotator.annotate(Request(text="a", html="b"))
    with pytest.raises(InputError, match="exactly one"):
        annotator.annotate(Request())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "😀", "Oldvale" * 3])
def test_odd_texts_are_answered(text: str) -> None:
    assert annotate(text, concept(TOWN, "Oldvale")).annotations == ()


def test_a_mention_counts_only_within_its_sentence_however_many_there_are() -> None:
    form = ambiguous("the war", sense(WAR, "the war", same="sentence", mentions=(TOWN,)), otherwise="nothing")
    text = "Oldvale saw the war. Nobody saw the war. " * 50
    assert len(found(annotate(text, *CONCEPTS, forms=[form]))) == 100


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Der Bund OV und das Haus", None, ["OV"]),
        ("The rate of the OV and the sum of it", None, []),
        ("The rate of the OV and the sum of it", "de", ["OV"]),
        ("OV", None, ["OV"]),
        ("Der Bund NV und das Haus", None, ["NV"]),
        ("The rate of the OVALE and the sum of it", None, ["OVALE"]),
    ],
)
def test_a_short_form_in_capitals_counts_in_its_language_and_an_english_one_anywhere(
    text: str, lang: str | None, expected: list[str]
) -> None:
    league = concept("c-league", label("OV", "de"), label("OVALE", "de"), label("NV", "en"), kind="organization")
    assert [surface for surface, _ in found(annotate(text, league, lang=lang))] == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Vale conflict. Smith spoke.", ["Vale conflict", "Smith"]),
        ("The Calm conflict. Smith spoke.", ["Calm conflict", "Smith"]),
        ("The Oldvale conflict. Smith spoke.", ["Oldvale conflict"]),
        ("Write to x@Vale.com. Smith spoke.", []),
        ("The Vale Horse. Smith spoke.", []),
    ],
)
def test_regions_and_states_in_longer_names_are_context(text: str, named: list[str]) -> None:
    concepts = [
        concept("c-vale", label("Vale", not_in=("Vale Horse",)), kind="region"),
        concept("c-calm", "Calm", kind="country"),
        concept(TOWN, "Oldvale"),
        concept("c-war", "Vale conflict", "Calm conflict", "Oldvale conflict", kind="conflict"),
        concept("c-ada", "Ada Smith", kind="person"),
    ]
    smith = ambiguous("Smith", sense("c-ada", "Smith", mentions=("c-vale", "c-calm", TOWN)))
    result = Annotator(lexicon(concepts, [smith])).annotate(Request(text=text))
    assert [a.surface for a in result.annotations] == named


def test_a_form_that_means_nothing_does_not_hide_the_name_inside() -> None:
    vale, war = concept(VALE, "Vale"), concept(WAR, "Great Vale war")
    dated = ambiguous("war in Vale", sense(WAR, "war in Vale", mentions=(WAR,)), otherwise="nothing")
    again = ambiguous("second war in Vale", sense(WAR, "second war in Vale", mentions=(WAR,)), otherwise="nothing")
    text = "After the second war in Vale it rained."
    assert found(annotate(text, vale, war, forms=[dated, again])) == [("Vale", VALE)]
    result = annotate(f"{text} That was the Great Vale war.", vale, war, forms=[dated, again])
    assert found(result) == [("second war in Vale", WAR), ("Great Vale war", WAR)]


def test_a_form_that_means_nothing_hides_a_name_that_is_kept_from_it() -> None:
    vale, war = concept(VALE, label("Vale", not_in=("Low Vale",))), concept(WAR, "Great Vale war")
    low = ambiguous("Low Vale", sense(WAR, "Low Vale", mentions=(WAR,)), otherwise="nothing")
    assert found(annotate("It rained in Low Vale.", vale, war, forms=[low])) == []
