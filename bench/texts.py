"""Articles to measure on, in four languages: sentences that name places, between sentences of mostly made-up words.

Nothing in them is news, but what an engine has to do with them is alike: as many names, as many different words,
quotation marks, dashes and paragraphs. How many sentences name places is what sets an article's density of names.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bench.names import Form

NEWS_DENSITY = 17.0  # names in 4 KB: what the articles of earlier measurements had
ARTICLE_BYTES = 4096
_QUOTED = 0.2  # of the sentences without names
SHARES = {"en": 0.70, "ru": 0.15, "az": 0.09, "hy": 0.06}

# Each {} is a name.
NAMING: Mapping[str, Sequence[str]] = {
    "en": (
        "The road between {} and {} will be closed for repairs until the end of the month.",
        "Two buses a day now run from {} to {}, the company’s timetable shows.",
        "“Everybody in {} knows the old mill,” said the owner of a bakery.",
        "Rain is expected in {} by evening, and snow on the heights above {}.",
        "The school in {}, which was built half a century ago, gets a new roof.",
        "A library van will stop in {}, {} and {} every second week.",
    ),
    "ru": (
        "Дорога между городами {} и {} закрыта на ремонт до конца месяца.",
        "По словам жителей, автобус до станции {} ходит дважды в день.",
        "«В школе посёлка {} меняют крышу», — рассказал директор.",
        "Вечером ожидается дождь: {}, {}, а в горах возможен снег.",
    ),
    "az": (
        "{} ilə {} arasındakı yol ayın sonuna qədər təmirə bağlanıb.",
        "Sakinlərin dediyinə görə, {} istiqamətində gündə iki avtobus işləyir.",
        "“Məktəbin damı dəyişdirilir”, – {} şəhərinin sakini bildirib.",
    ),
    "hy": (
        "{} և {} քաղաքների միջև ճանապարհը փակ է մինչև ամսվա վերջը։",
        "Բնակիչների խոսքով՝ {} տանող ավտոբուսը գնում է օրը երկու անգամ։",
        "Դպրոցի տանիքը նորոգում են, ասում են {} գյուղում։",
    ),
}
# Common words, the most frequent first; made-up ones follow them in a text's vocabulary.
COMMON: Mapping[str, str] = {
    "en": "the of and to in a for on was that with as it by said at from has have not be were which had their after",
    "ru": "и в на с что по не из для как было его также при от за это они после до года будет под уже ещё или",
    "az": "və bu bir üçün ilə də olan daha sonra qədər isə görə kimi deyib onun həm çox ki edib oldu yeni hər",
    "hy": "և է որ մեջ համար են այդ նրա մասին հետո եղել նաև չի պետք շատ իր մինչև ըստ նոր կողմից եթե բայց",
}
_SYLLABLES: Mapping[str, tuple[str, str, str]] = {  # how a syllable begins, its vowel, how a word ends
    "en": ("b br c ch d dr f g gl h l m n p pl r s sh st t tr v w", "a e i o u ai ea ou", "n r s t ng ld st nt ly ed"),
    "ru": ("б бр в г гр д др ж з к кр л м н п пр р с ст т тр х ш", "а е и о у я ы", "т м н л сть ние ный ла ов ить"),
    "az": ("b c ç d f g h x k q l m n p r s ş t v y z", "a e ə i ı o ö u ü", "n r s t lar lər dır mək lıq ış"),
    "hy": ("բ գ դ զ թ լ խ կ հ ձ մ յ ն շ պ ջ ս վ տ ր փ ք", "ա ե ի ո օ ու է", "ն ր կ տ ում ներ ական ություն ված"),
}
_VOCABULARY = 20_000  # words of a language, by Zipf's law: a text has many rare ones, as real ones do


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its language."""

    lang: str
    text: str

    @property
    def size(self) -> int:
        """Bytes of the text as UTF-8."""
        return len(self.text.encode())


class Writer:
    """Composes articles that name places of `forms`; the same seed gives the same articles."""

    def __init__(self, forms: Sequence[Form], seed: int = 5) -> None:
        self._random = random.Random(seed)  # noqa: S311 - for variety, not for secrets
        self._names = {
            "en": _named(forms, "Latn"),
            "ru": _named(forms, "Cyrl"),
            "az": _named(forms, "Latn", "AZ"),
            "hy": _named(forms, "Armn"),
        }
        self._words = {lang: vocabulary(lang) for lang in SHARES}
        self._weights = list(accumulate(1 / rank for rank in range(1, _VOCABULARY + 1)))

    def articles(self, count: int) -> list[Article]:
        """`count` articles of 4 KB with the density of news, languages by their shares."""
        langs = self._random.choices(list(SHARES), list(SHARES.values()), k=count)
        return [self.article(lang) for lang in langs]

    def article(self, lang: str, size: int = ARTICLE_BYTES, density: float = NEWS_DENSITY) -> Article:
        """An article of `size` bytes (at most; it ends where a character ends) with `density` names in 4 KB."""
        parts: list[str] = []
        written = named = 0
        while written < size:
            wanted = density * written / ARTICLE_BYTES
            slots = 0
            if named < wanted or (density and not parts):
                template = self._random.choice(NAMING[lang])
                slots = template.count("{}")
                sentence = template.format(*self._random.choices(self._names[lang], k=slots))
            else:
                sentence = self._plain(lang)
            sentence += "\n\n" if len(parts) % 6 == 5 else " "
            parts.append(sentence)
            named += slots
            written += len(sentence.encode())
        return Article(lang, "".join(parts).encode()[:size].decode(errors="ignore"))

    def _plain(self, lang: str) -> str:
        """A sentence without names: words as frequent as words are, and the signs of a newspaper."""
        words = self._random.choices(self._words[lang], cum_weights=self._weights, k=self._random.randint(6, 22))
        words[len(words) // 2] += self._random.choice((",", ";", " –", f" {self._random.randint(2, 90)}%"))
        sentence = " ".join(words)
        sentence = sentence[0].upper() + sentence[1:] + ("։" if lang == "hy" else ".")
        return f"“{sentence}”" if self._random.random() < _QUOTED else sentence


@cache
def vocabulary(lang: str) -> list[str]:
    """The words of the language's sentences, the most frequent first; all but the first few are made up."""
    choose = random.Random(lang).choice  # noqa: S311
    begins, vowels, ends = (parts.split() for parts in _SYLLABLES[lang])
    words = dict.fromkeys(COMMON[lang].split())
    while len(words) < _VOCABULARY:
        syllables = choose((1, 2, 2, 3, 3, 4))
        words["".join(choose(begins) + choose(vowels) for _ in range(syllables)) + choose(ends)] = None
    return list(words)


def plain_words() -> set[str]:
    """The words of the sentences themselves: what is a name as well would count for one engine and not for another."""
    sentences = (sentence for sentences in NAMING.values() for sentence in sentences)
    naming = {word.strip("“”«»„.,:;–—%{}’") for sentence in sentences for word in sentence.split()}
    return naming.union(*map(vocabulary, SHARES))


def html_of(text: str) -> str:
    """The text as a content system would send it."""
    paragraphs = text.replace("&", "&amp;").replace("<", "&lt;").split("\n\n")
    return "".join(f'<p class="body">{paragraph}</p>\n' for paragraph in paragraphs)


def _named(forms: Sequence[Form], script: str, country: str | None = None) -> list[str]:
    """The forms that can stand in a sentence: capitalized words in the script."""
    return [
        form.text
        for form in forms
        if form.script == script
        and (country is None or form.country == country)
        and form.text.replace(" ", "").replace("-", "").isalpha()
        and form.text.istitle()
        and "  " not in form.text
    ]
