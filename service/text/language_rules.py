"""Which language a stretch of text is in: the rules for each script. `languages.py` applies them to texts.

A rule, not a model: the service asks only which of its own languages it is, mostly of one sentence full of names, and
names tell nothing of the language around them.

1. In Latin letters function words vote (the, und, dans, və, için): found as whole words, by an automaton. A word of two
   languages votes for both. The function words of some neighbours (Spanish, Italian, Dutch …) vote for "none of these".
2. Where these leave it open, small words with a telling letter vote: ə for Azerbaijani, ğ ş ı for it and Turkish, ß ä
   for German, è ê for French. Azerbaijani and Turkish share many words; between the two, ə, q and x decide.
3. Cyrillic is Russian, unless letters that Russian does not have make up a share of it: those of Azerbaijani as it was
   written until 1991, or others.
4. Arabic letters are Persian if Persian function words outnumber Arabic ones, or else if a letter is Persian.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from service.text.folding import fold_all

NONE_OF_THESE = "none of these"
LANGUAGES = frozenset(["az", "de", "en", "fa", "fr", "hy", "ka", "ru", "tr"])

# In a long text the first _MARKERS words of each language are enough.
_FUNCTION_WORDS = {
    "en": "the that with from by were which who and of to was have has is are for its said been not this their they "
    "had after will would than about into be his her when while a in on at it he an or as but then there all some no "
    "also new more did made one two why how left",
    "de": "der die das und nicht mit von ist vom den dem des sich auch auf für eine einen einer einem eines ein wurde "
    "wurden werden worden wird sind haben nach bei aus über zum zur im in am an wie aber oder noch sie durch gegen "
    "zwischen seit war waren vor dann man sagte sprach hatte keine siehe alle mehr ihre seine",
    "fr": "les des et est une dans du aux le la de un pour qui que sur par avec au ce cette ces été sont ses son leur "
    "ont pas il elle ils elles comme mais où selon entre après avant sous depuis en à d l qu a dit deux tous tout "
    "aussi voir fait cet lors sans",
    "az": "və ilə üçün isə olan bir bu də olaraq daha sonra qədər görə etdi etmişdir oldu olub deyil çox ən kimi "
    "ancaq lakin ki olduğunu tərəfindən arasında edən edilən edilib edib dedi edildi verdi bildirib deyib hər həm "
    "onun artıq idi haqqında bundan yeni iki ilk var yox dair barədə",
    "tr": "ve ile için ise olan bir bu gibi olarak daha sonra kadar göre etti oldu değil çok ancak ki olduğunu "
    "olduğu tarafından arasında eden edilen edildi dedi hem onun artık idi hakkında bundan yeni iki ilk "
    "önce tüm karşı üzerine var yok geldi verdi diye",
    "fa": "از به که این را با است در برای آن بود شد های می بر تا یک هم پس نیز خود",
    # Spanish, Italian, Dutch, Portuguese; Polish, Swedish, Romanian; Arabic
    NONE_OF_THESE: "el los del het een di não من las por con como más pero fue una un en de la que entre su para "
    "il lo che gli della nel per non sono le van niet zijn voor ook dat maar deze uma com da do dos os o "
    "się jest och att det som är inte și în في على إلى أن عن التي الذي هذا",
}
_MARKERS = 8
_WEIGHT = {"az": 2, "tr": 2}  # where others have a function word, these often have an ending
_TELLING = {"ə": ("az",), "ğ": ("az", "tr"), "ş": ("az", "tr"), "ı": ("az", "tr"), "ß": ("de",), "ä": ("de",),
            "è": ("fr",), "ê": ("fr",)}  # fmt: skip
_TELLING |= dict.fromkeys("ñãõåøłőșț", (NONE_OF_THESE,)) | dict.fromkeys("پچژگ", ("fa",))
_SMALL_WORD = re.compile(r"(?<![\w'’])[^\W\d_]+")
_NOT_TURKISH = re.compile(r"[əƏ]|\b[^\WA-ZÇĞİÖŞÜ]\w*[qx]")
_AZERBAIJANI, _NOT_RUSSIAN = "әҝҹөүһғјӘҜҸӨҮҺҒЈ", "іїєґўђљњћџқңұҗІЇЄҐЎЂЉЊЋЏҚҢҰҖ"
_VOTING = {"Latn": ("az", "de", "en", "fr", "tr", NONE_OF_THESE), "Arab": ("fa", NONE_OF_THESE)}
_OF_SCRIPT = {"Armn": "hy", "Geor": "ka"}
_SHARE = 0.02  # of the characters; names alone stay below it


def language_in(script: str, text: str, units: str, enough: int) -> str | None:
    """The language of what is written in `script` in `text`, if it has `enough` votes more than any other.

    `units` is the text folded. The answer may be NONE_OF_THESE.
    """
    if script == "Cyrl":
        return _cyrillic(text)
    if script not in _VOTING:
        return _OF_SCRIPT.get(script)
    votes = _of(script, votes_for(units))
    found = _winner(votes, enough)
    if found is None:
        votes += _of(script, Counter(_by_letters(text)))
        if 0 < votes["az"] == votes["tr"]:
            votes["az" if _NOT_TURKISH.search(text) else "tr"] += 1
        found = _winner(votes, enough)
    return found


def votes_for(units: str, quickly: bool = False) -> Counter[str]:
    """How many function words of each language stand in the folded text; `quickly`: only words of one language."""
    automaton, languages = _function_words(quickly)
    words = Counter(map(itemgetter(0), automaton.find_matches_as_indexes(units)))
    votes: Counter[str] = Counter()
    for word, count in words.items():
        for lang in languages[word]:
            votes[lang] += count * _WEIGHT.get(lang, 1)
    return votes


def _of(script: str, votes: Counter[str]) -> Counter[str]:
    return Counter({lang: count for lang, count in votes.items() if lang in _VOTING[script]})


def _winner(votes: Counter[str], enough: int) -> str | None:
    (first, most), (_, next_most) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    return first if most - next_most >= enough else None


def _by_letters(text: str) -> Iterable[str]:
    """A vote for each small word with a letter that tells of its language."""
    for word in _SMALL_WORD.findall(text):
        if not word[0].isupper():
            yield from {lang for letter in set(word) & _TELLING.keys() for lang in _TELLING[letter]}


def _cyrillic(text: str) -> str | None:
    least = max(1, len(text.strip()) * _SHARE)  # HTML keeps no space at the edges
    if sum(map(text.count, _NOT_RUSSIAN)) >= least:
        return None
    return "az" if sum(map(text.count, _AZERBAIJANI)) >= least else "ru"


@cache
def _function_words(quickly: bool) -> tuple[AhoCorasick, list[tuple[str, ...]]]:
    """The automaton that finds function words in folded text, and the languages of each."""
    languages: dict[str, list[str]] = {}
    for lang, words in _FUNCTION_WORDS.items():
        for word in dict.fromkeys(words.split()[: _MARKERS if quickly else None]):
            languages.setdefault(word, []).append(lang)
    if quickly:
        languages = {word: spoken for word, spoken in languages.items() if len(spoken) == 1}
    patterns = [folded.units for folded in fold_all(list(languages))]
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.DFA)
    return automaton, [tuple(spoken) for spoken in languages.values()]
