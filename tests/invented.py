"""An invented dispute: a town called Oldvale by the Uplanders and Nuvel by the Lowlanders.

The word *ortaq* may stand for a river or for a market; the hamlet Fernholt was withdrawn.
"""

from collections.abc import Mapping

from service.annotation.annotate import Annotator
from service.checking.names import Names
from service.checking.style import Rule, Style, StyleSource
from service.checking.suggestion import HouseStyles
from service.lexicon.model import (
    AmbiguousForm,
    Concept,
    Dates,
    Label,
    Lexicon,
    Location,
    Pack,
    Perspective,
    Relation,
    Sense,
    Source,
    Use,
    Vocabulary,
    When,
)
from service.settings import Settings
from service.web.engine import Engine

TOWN, RIVER, MARKET, GONE = "c-twn2x2", "c-rvr3x3", "c-mrk4x4", "c-gnn5x5"
RETIRED = "c-rtr6x6"

SETTINGS = Settings(max_text=2_000, max_batch=3, max_query=40, max_body=40_000)


def label(text: str, lang: str = "en", by: str = "upland-press", **more: object) -> Label:
    """A label with one use; `more` replaces what matters to the test."""
    values: dict[str, object] = {
        "script": "Latn",
        "type": "endonym",
        "stance": "sided",
        "uses": (Use(by, "gazette", "page 4", Dates()),),
    }
    return Label(text, lang, **(values | more))  # type: ignore[arg-type]


def concept(concept_id: str, *labels: Label, **more: object) -> Concept:
    """A concept of the invented pack."""
    values: dict[str, object] = {
        "kind": "town",
        "gloss": "town on the river",
        "status": "reviewed",
        "contested": True,
        "pack": "vale",
        "path": f"vale/places/{concept_id}.yml",
    }
    return Concept(concept_id, labels=labels, **(values | more))  # type: ignore[arg-type]


def make_lexicon(
    *concepts: Concept,
    ambiguous: tuple[AmbiguousForm, ...] = (),
    withdrawn: Mapping[str, str] | None = None,
    version: str = "0123abcd",
) -> Lexicon:
    """A lexicon of the invented dispute around the given concepts."""
    return Lexicon(
        version=version,
        vocabulary=Vocabulary(
            kinds={"river": "a river", "town": "a town", "site": "a site"},
            label_types={"endonym": "own name", "description": "a phrase"},
            stances={"neutral": "used by all", "sided": "one side's name", "loaded": "asserts a judgement"},
            relation_types={"in": "lies in"},
            languages={"az": "Azerbaijani", "de": "German", "en": "English", "hy": "Armenian", "ru": "Russian"},
            scripts={"Latn": "Latin", "Cyrl": "Cyrillic", "Armn": "Armenian"},
            qualifiers={},
        ),
        packs={
            "vale": Pack(
                "vale",
                "The vale",
                "Names of the vale.",
                {"lowland": "Lowland side", "upland": "Upland side"},
                {"en": None},
            )
        },
        perspectives={
            "lowland-press": Perspective("lowland-press", "Lowland press", "Papers of the lowland.", "lowland"),
            "upland-press": Perspective("upland-press", "Upland press", "Papers of the upland.", "upland"),
            "observers": Perspective("observers", "Observers", "Bodies of no side."),
        },
        sources={
            "gazette": Source("gazette", "The Gazette", "Vale Printers", "1999-05", "https://gazette.example/4"),
            "ledger": Source("ledger", "The Ledger", "Ledger House", None, "javascript:alert(1)"),
        },
        concepts={item.id: item for item in sorted(concepts, key=lambda item: item.id)},
        ambiguous=ambiguous,
        withdrawn=withdrawn or {},
    )


def invented_lexicon() -> Lexicon:
    """The town, the river, the market, and the word that may be either of the last two."""
    ortaq = label("ortaq", by="observers", type="description", stance="neutral", contextual=True)
    return make_lexicon(
        concept(
            TOWN,
            label("Oldvale", note="Heard in the lowland as a claim to the town."),
            label("Nuvel", by="lowland-press", uses=(Use("lowland-press", "ledger"),)),
            label("Նուվել", "hy", script="Armn"),
            label("Nüvəl", "az", by="lowland-press"),
            label("Нувель", "ru", by="lowland-press", script="Cyrl"),
            label("Altenthal", "de", by="observers", stance="neutral"),
            label("liberated Oldvale", stance="loaded", type="description", note="Says who should hold it."),
            location=Location(1.5, 2.5, "gazette"),
            external_ids={"atlas": "17"},
            relations=(Relation("in", RIVER, (Use("observers", "gazette"),)),),
        ),
        concept(RIVER, label("Silver Run", by="observers", stance="neutral"), ortaq, kind="river", contested=False,
                gloss="river in the vale"),
        concept(MARKET, ortaq, kind="site", contested=False, gloss="market hall", status="draft"),
        concept(GONE, label("Fernholt"), status="withdrawn", gloss="hamlet that was entered twice"),
        ambiguous=(
            AmbiguousForm(
                forms=("ortaq",),
                lang="en",
                script="Latn",
                why="The word means a shared thing: a river or a market.",
                senses=(
                    Sense(RIVER, (When(same="sentence", words=("water",)),), ortaq),
                    Sense(MARKET, (When(same="sentence", words=("stalls",)),), ortaq),
                ),
                otherwise="unresolved",
                examples=(),
                pack="vale",
                path="vale/ambiguous/ortaq.yml",
            ),
        ),
        withdrawn={RETIRED: f"The mill is part of the market; use {MARKET}."},
    )  # fmt: skip


def invented_styles() -> dict[str, Style]:
    """A style that wants both names at first mention, and one that knows better in two places."""
    both = Rule("Both names.", "dual", "keep", contested=True, stances=("sided",))
    theirs = Rule("As observers say.", "perspectives", "perspectives", words=("old*",), perspectives=("observers",))
    return {
        "both": Style("both", "Both names", "Both names at first mention.", (both,)),
        "desk": Style(
            "desk",
            "Desk",
            "The desk's own names.",
            (theirs,),
            sources=(StyleSource("The desk's book", "Desk", "https://desk.example/book"),),
            attributions={"en": {"lowland": "{label} (lowland)", "upland": "{label} (upland)"}},
            exceptions={RIVER: {"en": "Silver <Run>"}},
        ),
    }


def engine_of(lexicon: Lexicon) -> Engine:
    """The real annotator, look-up and house styles on a lexicon."""
    return Engine(lexicon, Annotator(lexicon), Names(lexicon), HouseStyles(lexicon, invented_styles()))
