"""Russian: the case forms of words, phrases and full names, and the adjectives made from names of places.

A phrase declines as a whole (`ru_phrase`), words by the dictionary (`ru_dictionary`), names that it does not have by
their endings (`ru_names`); adjectives in -ский are in `ru_adjectives`. A description, written small, has its plural.
Sources stand in those modules. A form of a one-word name that, at the beginning of a sentence, may be an ordinary
word (Хата, of a village Хат) is left out. Full names: both parts decline; before оглы and кызы the father's name stays.
"""

from collections.abc import Iterator, Sequence

from service.text.inflection.noun import NounClass
from service.text.inflection.ru_adjectives import adjectives
from service.text.inflection.ru_dictionary import Forms, Reading, is_ordinary, readings
from service.text.inflection.ru_names import Gender, is_surname_of_a_woman, person_forms
from service.text.inflection.ru_phrase import Phrase, Word, core, phrases

# After abbreviations, as some write them: НКР-а. None is an ordinary particle (-то, -ка).
HYPHENATED = frozenset(["а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"])
_SON, _DAUGHTER = frozenset(["оглы", "оглу"]), frozenset(["кызы", "гызы"])
_TITLES = frozenset(["бек", "бей", "заде", "паша", "хан"])


def inflections(text: str, noun: NounClass) -> Iterator[str]:
    """The case forms of `text`; the plural of a description; for a place, its adjectives."""
    seen = {_key(text)}
    for form in _forms(text, noun):
        if _key(form) not in seen:
            seen.add(_key(form))
            yield form


def _key(form: str) -> str:
    """Spellings that differ in ё alone are one: folding makes them equal."""
    return form.replace("ё", "е").replace("Ё", "Е")


def _forms(text: str, noun: NounClass) -> Iterator[str]:
    tokens = text.split(" ")
    person = noun == "person" or (noun == "other" and _is_full_name(tokens))
    phrase = _full_name(tokens) if person else next(phrases(tokens), None)
    if phrase:
        one_name = len(tokens) == 1 and text[:1].isupper()
        yield from (form for form in phrase.forms() if not (one_name and is_ordinary(form)))
    if noun == "place":
        yield from adjectives(text)


def _is_full_name(tokens: Sequence[str]) -> bool:
    """Whether a label of no known kind is a person's name: a first name, then other words with capitals."""
    known = (reading for reading in _personal(core(tokens[0])) if "Name" in reading.tags)
    return len(tokens) > 1 and all(token.istitle() for token in tokens) and any(known)


def _full_name(tokens: Sequence[str]) -> Phrase | None:
    """The person's name, after words that say what the person is (глава МИД России Сергей Лавров)."""
    lead = 0
    if tokens[0].islower():
        capitals = [place for place, token in enumerate(tokens) if not token.islower()]
        first_names = (
            place for place in capitals if any("Name" in read.tags for read in _personal(core(tokens[place])))
        )
        lead = next(first_names, min(capitals, default=len(tokens)))
    names = tokens[lead:]
    if not names:
        return next(phrases(tokens), None)
    title = next(phrases(tokens[:lead]), None) if lead else None
    if lead and not title:
        return None
    gender = _gender(names)
    words = [_name(names, place, gender) for place in range(len(names))]
    return Phrase((*(title.independent() if title else ()), *words), "masc", accusative=True)


def _name(names: Sequence[str], place: int, gender: Gender) -> Word:
    """One part of a full name. All its forms are kept under `masc`: nothing agrees with it."""
    token = names[place]
    name = core(token)
    fathers = place + 1 < len(names) and names[place + 1].lower() in _SON | _DAUGHTER
    if fathers or len(name) < 2 or name.isupper() or name.lower() in _SON | _DAUGHTER | _TITLES or name.islower():
        return Word(token, {})
    surname = place == len(names) - 1
    wanted = ("Surn", "Name") if surname else ("Name", "Patr", "Surn")
    known = [reading for reading in _personal(name) if reading.agreements == (gender,)]
    for tag in wanted:
        for reading in known:
            if tag in reading.tags:
                return Word(token, _as_masculine(reading), "masc")
    return Word(token, person_forms(name, gender, surname), "masc")


def _gender(names: Sequence[str]) -> Gender:
    """By the patronymic, by a surname that shows it, by a first name that the dictionary has; else masculine."""
    small = {core(name).lower() for name in names}
    if small & (_SON | _DAUGHTER):
        return "femn" if small & _DAUGHTER else "masc"
    for name in names:
        patronymics = {reading.agreements[0] for reading in _personal(core(name)) if "Patr" in reading.tags}
        if patronymics:
            return "femn" if patronymics == {"femn"} else "masc"
    if is_surname_of_a_woman(core(names[-1])):
        return "femn"
    found = {reading.agreements[0] for reading in _personal(core(names[0])) if "Name" in reading.tags}
    either = core(names[0]).lower().endswith(("ель", "эль"))  # Мишель, Эммануэль
    return "femn" if found == {"femn"} and not either else "masc"


def _personal(name: str) -> Iterator[Reading]:
    return (reading for reading in readings(name) if reading.noun and reading.known and reading.personal)


def _as_masculine(reading: Reading) -> Forms:
    own = reading.agreements[0]
    return {("masc", case): forms for (agreement, case), forms in reading.forms.items() if agreement == own}
