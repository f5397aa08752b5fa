"""Small invented lexicons for tests of the annotator: Oldvale is a town that two sides call by different names."""

from collections.abc import Iterable, Mapping
from datetime import date

from service.lexicon.model import (
    AmbiguousForm,
    Concept,
    Dates,
    Label,
    Lexicon,
    Pack,
    Perspective,
    Sense,
    Source,
    Use,
    Vocabulary,
    When,
)


def label(
    text: str,
    lang: str = "en",
    *,
    not_in: tuple[str, ...] = (),
    unless: tuple[When, ...] = (),
    qualified: bool = False,
    contextual: bool = False,
    used: Dates | None = None,
) -> Label:
    return Label(
        text=text,
        lang=lang,
        script="Latn",
        type="endonym",
        stance="sided",
        uses=(Use(by="east", source="atlas", dates=used or Dates()),),
        not_in=not_in,
        unless=unless,
        qualified=qualified,
        contextual=contextual,
    )


def concept(
    concept_id: str, *labels: Label | str, kind: str = "town", contested: bool = False, gloss: str = ""
) -> Concept:
    return Concept(
        id=concept_id,
        kind=kind,
        gloss=gloss or f"invented {kind}",
        status="reviewed",
        contested=contested,
        labels=tuple(label(item) if isinstance(item, str) else item for item in labels),
        pack="vale",
        path=f"vale/{concept_id}.yml",
    )


def sense(concept_id: str, form: str, **when: object) -> Sense:
    return Sense(concept_id, (When(**when),), label(form, contextual=True))  # type: ignore[arg-type]


def ambiguous(
    form: str,
    *senses: Sense,
    otherwise: str = "unresolved",
    not_in: tuple[str, ...] = (),
    qualified: bool = False,
    only_if: tuple[When, ...] = (),
    also: tuple[str, ...] = (),
) -> AmbiguousForm:
    return AmbiguousForm(
        forms=(form, *also),
        lang="en",
        script="Latn",
        why="A word of several meanings.",
        senses=senses,
        otherwise=otherwise,  # type: ignore[arg-type]
        examples=(),
        pack="vale",
        path=f"vale/ambiguous/{form}.yml",
        not_in=not_in,
        qualified=qualified,
        only_if=only_if,
    )


def lexicon(
    concepts: Iterable[Concept],
    forms: Iterable[AmbiguousForm] = (),
    qualifiers: Mapping[str, tuple[str, ...]] | None = None,
    distancing: tuple[str, ...] = (),
    titles: tuple[str, ...] = (),
    first_names: tuple[str, ...] = (),
    occupations: tuple[str, ...] = (),
    heads: Mapping[str, tuple[str, ...]] | None = None,
    list_heads: Mapping[str, tuple[str, ...]] | None = None,
    area_nouns: Mapping[str, tuple[str, ...]] | None = None,
    behind: Mapping[str, tuple[str, ...]] | None = None,
) -> Lexicon:
    return Lexicon(
        version="0123456789abcdef",
        vocabulary=Vocabulary(
            {},
            {},
            {},
            {},
            {},
            {},
            qualifiers or {},
            behind or {},
            {"en": distancing},
            {"en": titles},
            {"en": first_names},
            {"en": occupations},
            before_places={"en": ("in",)},
            name_heads=heads or {},
            list_heads=list_heads or {},
            area_nouns=area_nouns or {},
        ),
        packs={"vale": Pack("vale", "Vale", "An invented dispute.", {"east": "East", "west": "West"}, {})},
        perspectives={"east": Perspective("east", "Eastern council", "The council of the east.", "east")},
        sources={"atlas": Source("atlas", "An invented atlas", "Nobody")},
        concepts={item.id: item for item in concepts},
        ambiguous=tuple(forms),
    )


def years(first: int, last: int) -> Dates:
    return Dates(date(first, 1, 1), date(last, 12, 31))
