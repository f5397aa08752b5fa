"""The few words of each language that context tests and generated examples need."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words for a settlement, and sentences with a form and with the name of something near it.

    `before` and `after` stand directly beside the name; `words*` finds longer words that begin so.
    """

    near: str  # form and neighbour in one sentence
    far: str  # in two
    small: str = ""  # the form with small letters, so that it is no name; empty where a script has no such letters
    before: tuple[str, ...] = ()
    beside: str = ""  # form with a word of `before`, and a neighbour
    after: tuple[str, ...] = ()
    behind: str = ""  # form with a word of `after`, and a neighbour
    described: Mapping[str, str] | None = None  # kind: form, with the unit that it lies in


PHRASES: Mapping[str, Phrases] = {
    "en": Phrases(
        near="The settlement of {form}, {near}.",
        far="The news is from {near}. The road to {form} is closed.",
        small="Here {form} is written with small letters.",
        before=("village of", "villages of", "settlement of"),
        beside="In {near}, the village of {form} is small.",
        after=("village*", "settlement"),
        behind="In {near}, {form} village is small.",
        described={"village": "{form} village, {unit}", "town": "{form} town, {unit}"},
    ),
    "az": Phrases(
        near="{form}, {near}.",
        far="Xəbər buradandır: {near}. {form} haqqında xəbər yoxdur.",
        small="Burada {form} kiçik hərflərlə yazılıb.",
        after=("kənd*", "qəsəbə*"),
        behind="{near}: {form} kəndi kiçikdir.",
        described={"village": "{unit}nun {form} kəndi", "town": "{unit}nun {form} şəhəri"},
    ),
    "ru": Phrases(
        near="{form}, {near}.",
        far="Новость отсюда: {near}. О месте {form} новостей нет.",
        small="Здесь {form} пишется с маленькой буквы.",
        before=("село", "села", "селе", "селу", "селом", "деревня", "деревни", "посёлок", "посёлка"),
        beside="{near}: село {form} небольшое.",
        described={"village": "село {form}, {unit}", "town": "город {form}, {unit}"},
    ),
    "hy": Phrases(
        near="{form}, {near}։",
        far="Լուրն այստեղից է՝ {near}։ {form} վայրի մասին լուր չկա։",
        small="Այստեղ {form} գրված է փոքրատառով։",
        after=("գյուղ*", "ավան*"),
        behind="{near}, {form} գյուղը փոքր է։",
        described={"village": "{form} գյուղ, {unit}", "town": "{form} քաղաք, {unit}"},
    ),
    "tr": Phrases(
        near="{form}, {near}.",
        far="Haber buradan: {near}. {form} hakkında haber yok.",
        small="Burada {form} küçük harfle yazılır.",
        after=("köyü*", "kasabası*"),
        behind="{near}: {form} köyü küçüktür.",
    ),
    "de": Phrases(
        near="{form}, {near}.",
        far="Die Nachricht ist von hier: {near}. Die Straße nach {form} ist gesperrt.",
        small="Hier ist {form} klein geschrieben.",
        before=("Dorf", "Ort"),
        beside="{near}: Das Dorf {form} ist klein.",
    ),
    "fr": Phrases(
        near="{form}, {near}.",
        far="La nouvelle est d'ici : {near}. La route de {form} est fermée.",
        small="Ici {form} est écrit en minuscules.",
        before=("village de",),
        beside="{near} : le village de {form} est petit.",
    ),
    "fa": Phrases(
        near="{form}، {near}.",
        far="خبر از اینجاست: {near}. از {form} خبری نیست.",
        before=("روستای",),
        beside="{near}: روستای {form} کوچک است.",
    ),
    "ka": Phrases(
        near="{form}, {near}.",
        far="ამბავი აქედანაა: {near}. {form} ახსენეს.",
        before=("სოფელი",),
        beside="{near}: სოფელი {form} პატარაა.",
    ),
}
