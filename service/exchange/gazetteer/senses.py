"""Context tests for forms with several meanings, made by rule, each sense with the example that shows it.

- A name of several places means the one whose district, or a town of it, is named in the same sentence, else in the
  document, provided that no other candidate's is. A place that another, unshared name of it mentions counts as named.
  Two places of one district and one name are only told apart by that.
- An everyday word, a name of persons or a very short name means the place if the sentence names its district, or if a
  word for a settlement stands beside it in a document on the area; otherwise nothing.
- A name that places outside the lexicon have, too, means the place if the document names its district.
- What stays open is reported in texts that name the area or one of the districts, and passed over in others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.exchange.gazetteer.homonyms import Clash
from service.exchange.gazetteer.naming import Form
from service.exchange.gazetteer.phrases import PHRASES, Phrases
from service.text.folding import fold_key

WHY = {
    "shared": "Several places have this name; only the text can show which of them is meant.",
    "everyday": "An everyday word, or a name of persons, is spelled like this name.",
    "short": "The name is very short, and other things are called the same.",
    "elsewhere": "Places outside the lexicon have this name, too.",
}
MOST_SENSES = 20
_INHABITANTS = re.compile("l[ıiuü]$")  # Azerbaijani and Turkish: those from a place, with a small letter


@dataclass(frozen=True, slots=True)
class Condition:
    """A context test. What is empty is not written."""

    mentions: tuple[str, ...]
    same: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A sense with its example: meant if one of `when` holds and `unless` does not."""

    concept: str
    form: Form
    example: str
    when: tuple[Condition, ...]
    unless: Condition | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An ambiguous form, ready to be written. `only_if` and `unresolved` are None where what is open means nothing."""

    forms: tuple[str, ...]
    lang: str
    why: str
    meanings: tuple[Meaning, ...]
    only_if: Condition | None
    unresolved: str | None
    nothing: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What lies around a place, as far as texts name it; `names` are unambiguous names by concept and language."""

    unit_of: Mapping[str, str | None]
    towns_of: Mapping[str, Sequence[str]]
    names: Mapping[str, Mapping[str, str]]
    area: tuple[str, ...]

    def near(self, concept: str) -> tuple[str, ...]:
        """The concepts whose mention speaks for `concept`: its unit, the unit's towns."""
        unit = self.unit_of.get(concept)
        candidates = [unit, *self.towns_of.get(unit, ())] if unit else []
        return tuple(other for other in candidates if other and other != concept and other in self.names)

    def own(self, concept: str) -> tuple[str, ...]:
        """The concept itself, if it can be named in another way."""
        return (concept,) if self.names.get(concept) else ()

    def name(self, concepts: Sequence[str], lang: str) -> str | None:
        """An unambiguous name of one of `concepts`: of the first that has one in `lang`, else of the first at all."""
        own = next((self.names[concept][lang] for concept in concepts if lang in self.names.get(concept, {})), None)
        return own or next((name for concept in concepts for name in self.names.get(concept, {}).values()), None)


def entry(clash: Clash, around: Surroundings) -> Entry | None:
    """The ambiguous form, or None if no test can tell what it means."""
    phrases, text = PHRASES[clash.lang], clash.forms[0]
    single = _common if clash.common else _known_elsewhere
    meanings = list(_shared(clash, around, phrases) if clash.reason == "shared" else single(clash, around, phrases))
    if not meanings:
        return None
    only_if = unresolved = None
    if not clash.common:
        named = [concept for meaning in meanings for condition in meaning.when for concept in condition.mentions]
        only_if = Condition(tuple(dict.fromkeys((*around.area, *named))))
        area = around.name(around.area, clash.lang)
        unresolved = phrases.far.format(form=text, near=area) if area else None
    return Entry(
        forms=clash.forms,
        lang=clash.lang,
        why=WHY[clash.reason],
        meanings=tuple(meanings[:MOST_SENSES]),
        only_if=only_if if unresolved else None,
        unresolved=unresolved,
        nothing=_nothing(text, phrases),
    )


def _shared(clash: Clash, around: Surroundings, phrases: Phrases) -> Iterator[Meaning]:
    text = clash.forms[0]
    units = Counter(around.unit_of.get(concept) for concept, _ in clash.owners)
    wide: list[Meaning] = []
    for concept, form in clash.owners:
        unit, own = around.unit_of.get(concept), around.own(concept)
        near = around.near(concept) if unit and units[unit] == 1 else ()
        named = around.name((*near, *own), clash.lang)
        if named is None:
            continue
        mentions = (*near, *own)
        others = [other for owner, _ in clash.owners if owner != concept for other in around.near(owner)]
        rivals = tuple(other for other in dict.fromkeys(others) if other not in mentions)
        far = phrases.far.format(form=text, near=named)
        wide.append(Meaning(concept, form, far, (Condition(mentions),), Condition(rivals) if rivals else None))
        if near and rivals:
            together = phrases.near.format(form=text, near=named)
            unless = Condition(rivals, same="sentence")
            yield Meaning(concept, form, together, (Condition(mentions, same="sentence"),), unless)
    yield from wide


def _common(clash: Clash, around: Surroundings, phrases: Phrases) -> Iterator[Meaning]:
    (concept, form), text = clash.owners[0], clash.forms[0]
    near, own = around.near(concept), around.own(concept)
    conditions = [Condition((*near, *own), same="sentence")] if near else []
    named, area = around.name(near, clash.lang), around.name(around.area, clash.lang)
    wide = tuple(dict.fromkeys((*near, *own, *around.area)))
    conditions += [Condition(wide, before=phrases.before)] if area and phrases.before else []
    conditions += [Condition(wide, after=phrases.after)] if area and phrases.after else []
    if named:
        yield Meaning(concept, form, phrases.near.format(form=text, near=named), tuple(conditions))
    elif conditions:
        pattern = phrases.beside if phrases.before else phrases.behind
        yield Meaning(concept, form, pattern.format(form=text, near=area), tuple(conditions))


def _known_elsewhere(clash: Clash, around: Surroundings, phrases: Phrases) -> Iterator[Meaning]:
    (concept, form), text = clash.owners[0], clash.forms[0]
    mentions = (*around.near(concept), *around.own(concept))
    named = around.name(mentions, clash.lang)
    if named:
        yield Meaning(concept, form, phrases.far.format(form=text, near=named), (Condition(mentions),))


def _nothing(text: str, phrases: Phrases) -> str:
    """An example of nothing: small letters, or an address where those would be the inhabitants of another place."""
    if phrases.small and not _INHABITANTS.search(text):
        small = text.replace("İ", "i").replace("I", "ı" if "ı" in text else "i").lower()
        return phrases.small.format(form=small)
    return f"https://example.org/{fold_key(text).replace(' ', '-')}"
