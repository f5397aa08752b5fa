"""Initials beside a surname belong to the mention, and decide who is meant: A. Miller, А.А. Миллер, Миллер А.А.

So does a first name with a middle name, a father's name or initials between: Anna B. Miller, Анна Борисовна Миллер,
and, as official texts have it, Миллер Анна Борисовна.
"""

from collections.abc import Mapping, Sequence

from service.annotation.meaning import CASE, LABEL, Ambiguity, Bearer, Bearers, Meaning, Name
from service.lexicon.model import AmbiguousForm, Sense, When
from service.memory import ByIdentity
from service.text.folding import fold_key
from service.text.languages import Languages
from service.text.persons import first_name_after, first_name_before, first_name_key, initials_after, initials_before

_REMEMBERED = 1 << 12  # surnames
_WHY = "A surname with initials; others of the same initial bear it, too."


class Initialled:
    """Makes ambiguous forms of surnames behind initials. Safe to share between threads."""

    def __init__(self, titles: Mapping[str, Sequence[str]]) -> None:
        self._titles = {lang: frozenset(fold_key(word) for word in words) for lang, words in titles.items()}
        self._known: ByIdentity[Bearers, dict[tuple[str, str], Ambiguity | None]] = ByIdentity(
            _nothing_yet, _REMEMBERED
        )

    def meaning(
        self, text: str, span: tuple[int, int], bearers: Bearers, surname: Meaning, languages: Languages
    ) -> tuple[int, int, Name | Ambiguity] | None:
        """The span of the name whose surname stands at `span`, and what the two mean together.

        None if no initials stand there, or those of nobody in the lexicon. `surname` is what that means by itself.
        """
        if isinstance(surname, Name):
            return None
        start, end = span
        before, after = first_name_before(text, start), first_name_after(text, end)
        for person in bearers.persons if before or after else ():
            key = first_name_key(person.given)
            if before is not None and before.key == key:
                return before.edge, end, Name(person.form, person.label, person.concept, CASE)
            if after is not None and after.key == key:
                return start, after.edge, Name(person.form, person.label, person.concept, CASE)
        for initials in initials_before(text, start):
            meaning = self._known_by(initials.first, bearers, surname)
            # French M. Miller is no Mary.
            if meaning and f"{initials.first}." not in self._titles.get(languages.at(start) or "", ()):
                return initials.start, end, meaning
        behind = initials_after(text, end)
        meaning = None if behind is None else self._known_by(behind.first, bearers, surname)
        return None if behind is None or meaning is None else (start, behind.end, meaning)

    def _known_by(self, initial: str, bearers: Bearers, surname: Meaning) -> Ambiguity | None:
        known = self._known(bearers)
        # A surname may be an ambiguous form of several languages; the answer must not hang on which came first.
        key = initial, surname.ambiguous.path if isinstance(surname, Ambiguity) else ""
        if key not in known:
            persons = [person for person in bearers.persons if person.given.startswith(initial)]
            known[key] = _ambiguity(persons, surname) if persons else None
        return known[key]


def _nothing_yet(_: Bearers) -> dict[tuple[str, str], Ambiguity | None]:
    return {}


def _ambiguity(persons: Sequence[Bearer], surname: Meaning) -> Ambiguity:
    """One sense for each person that asks for the full name, then what the surname by itself asks for."""
    labels = {person.concept.id: person.label for person in persons}
    senses = [Sense(concept_id, (When(mentions=(concept_id,)),), label) for concept_id, label in labels.items()]
    own = surname if isinstance(surname, Ambiguity) else None
    if own is not None:
        senses += [
            Sense(sense.concept, sense.when, labels[sense.concept], sense.unless)
            for sense in own.ambiguous.senses
            if sense.concept in labels
        ]
    first = persons[0]
    form = AmbiguousForm(
        forms=(first.form,),
        lang=first.label.lang,
        script=first.label.script,
        why=own.ambiguous.why if own is not None else _WHY,
        senses=tuple(senses),
        otherwise=own.ambiguous.otherwise if own is not None else "nothing",
        examples=(),
        pack=first.concept.pack,
        path="",
        only_if=own.ambiguous.only_if if own is not None else (),
    )
    return Ambiguity(first.form, first.form, form, LABEL if own is None else own.degree, initialled=True)
