"""Stretches of a text that are read letter by letter and in which no name is looked for.

Web and e-mail addresses, file names and paths, @handles, #hashtags and code in backticks. A few characters give them
away (`://`, a dot, @ or # directly before a letter, a backslash, a slash, a backtick); only around these does anything
more than one search at C speed happen. Reading to the left is bounded, reading to the right never repeats.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

Kind = Literal["url", "domain", "email", "file", "path", "handle", "hashtag", "code"]


class Stretch(NamedTuple):
    """A half-open range of the text, and what it is."""

    start: int
    end: int
    kind: Kind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Common top-level domains. `_is_domain` has the conditions.
_DOMAINS = _words(
    "com org net info int edu gov mil biz news media tv press online site world today app dev io eu uk us ca "
    "de fr es it nl be ch at se no fi dk pl cz sk hu ro bg gr cy ua by ru su az am ge tr ir iq il jo lb sa ae in pk "
    "cn jp kr kz kg uz tj tm md rs ba hr si me mk al xk lt lv ee ie is pt lu mt au nz br mx ar za eg ma tn ng ke "
    "co cc to ly gl gd ai "
    "museum aero coop travel foundation academy agency center рф рус укр бел қаз срб мкд հայ გე"
)
# Words of their own, too: after one or two letters (`vs.in`) a missing space is likelier than a domain.
_WORD_DOMAINS = _words("in it is at no be by to me us am de es se so my do al la co")
# In capitals only these, after a name with a capital: Nuvelpost.Az, NUVELPOST.AM. Otherwise it is a missing space.
_CAPITAL_DOMAINS = _words("Az Com Org Net Info Tv AZ AM GE RU COM ORG NET INFO TV")
_EXTENSIONS = _words(
    "pdf doc docx odt rtf txt md tex xls xlsx ods csv tsv ppt pptx odp json xml yml yaml html htm php asp aspx jsp css "
    "js ts py rb java sh bat exe dll ini cfg conf log bak tmp sql db sqlite zip rar 7z tar gz bz2 xz iso epub mobi "
    "jpg jpeg jpe png gif svg webp bmp tif tiff heic ico psd ai eps mp3 mp4 m4a m4v wav ogg oga ogv flac avi mov mkv "
    "webm wmv srt vtt kml kmz gpx geojson shp tmx tbx xliff xlf sdlxliff"
)
_LONGEST = 255  # characters read to the left; no file name or host is longer

_TRIGGER = re.compile(r"[@#`\\/:.](?:(?<=\.)(?=\w)|(?<=:)(?=//)|(?<=[@#])(?=\w)|(?<=`)|(?<=\\)(?=[\w\\])|(?<=/)(?=\w))")
_DOT = re.compile(r"\.(?=\w)")  # all that is left of the above in most texts, and searched for five times faster
_NAME = re.compile(r"[\w%+~-]*")  # part of a host, an account or a file name
_DOTTED = re.compile(r"[\w%+~.-]*")
_PATH_TO = re.compile(r"[\w%+~./\\-]*")
_SCHEME = re.compile(r"[A-Za-z0-9+.-]*[A-Za-z]")
_LABELS = re.compile(r"(?:\.[\w-]*\w)++")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]*\w)++")
_ADDRESS = re.compile(r"[^\s<>\"“”„«»`]*")
_BEYOND_HOST = re.compile(r"(?::\d+)?(?:[/?#][^\s<>\"“”„«»`]*)?")
_HANDLE = re.compile(r"\w+(?:\.[a-z0-9_]+)*(?:@[\w-]+(?:\.[\w-]*\w)++)?")
_HASHTAG = re.compile(r"[\w\u0300-\u036f\u200c\u200d]+")
_CODE = re.compile(r"(?:(```++)[^`]+|(`{1,2}+)[^`\n]+)(?(1)\1|\2)(?![`\w])")
_TICKS = re.compile("`+")
_ROOTED = re.compile(r"/(?=[a-z0-9._~]|Users/|Volumes/)[\w%+~@.-]+/[\w%+~@.-][\w%+~@./-]*")
_RELATIVE = re.compile(r"/[\w%+~@./-]*")
_DRIVE = re.compile(r"\W?[A-Za-z]:")
_BACKSLASHED = re.compile(r"[\w%+~./\\$-]*")
_TRAILING = frozenset(".,;:!?…'’‘*_~|)]}։՝،؛。，")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


Reading = tuple[Stretch | None, int]  # what was found, and up to where nothing else is to be looked for


def literals(text: str) -> tuple[Stretch, ...]:
    """The stretches of `text` in which no name may be found, in order and without overlaps."""
    found: list[Stretch] = []
    done = 0
    triggers = _TRIGGER if any(sign in text for sign in "@#`/\\") else _DOT
    for trigger in triggers.finditer(text):
        place = trigger.start()
        if place < done:
            continue
        stretch, read = _READERS[text[place]](text, place, done)
        if stretch:
            found.append(stretch)
        done = max(done, read)
    return tuple(found)


def touched(stretches: Sequence[Stretch], start: int, end: int) -> Stretch | None:
    """The first of `stretches` (in order) that shares a character with the half-open span, if any."""
    following = bisect_left(stretches, start, key=lambda stretch: stretch.end - 1)
    if following < len(stretches) and stretches[following].start < end:
        return stretches[following]
    return None


def _read_url(text: str, colon: int, done: int) -> Reading:
    start = _left(_SCHEME, text, colon, done)
    end = _trimmed(text, start, _end(_ADDRESS, text, colon))
    return (Stretch(start, end, "url") if start < colon and end > colon + 3 else None), end


def _read_at(text: str, at: int, done: int) -> Reading:
    start = _left(_DOTTED, text, at, done)
    if start == at:
        end = _end(_HANDLE, text, at + 1)
        return Stretch(at, end, "handle"), end
    host = _HOST.match(text, at + 1)
    return (Stretch(start, host.end(), "email"), host.end()) if host else (None, at + 1)


def _read_hash(text: str, mark: int, _done: int) -> Reading:
    if mark and (text[mark - 1].isalnum() or text[mark - 1] in "&_/"):
        return None, mark + 1
    end = _end(_HASHTAG, text, mark + 1)
    return Stretch(mark, end, "hashtag"), end


def _read_code(text: str, tick: int, _done: int) -> Reading:
    ticks = _end(_TICKS, text, tick)
    # A backtick inside a word stands for an apostrophe.
    code = None if tick and text[tick - 1].isalnum() else _CODE.match(text, tick)
    return (Stretch(tick, code.end(), "code"), code.end()) if code else (None, ticks)


def _read_backslash(text: str, place: int, done: int) -> Reading:
    end = _trimmed(text, place, _end(_BACKSLASHED, text, place))
    if place - 2 >= done and text[place - 1] == ":" and text[place - 2].isalpha():
        return Stretch(place - 2, end, "path"), end  # C:\\docs
    start = _left(_PATH_TO, text, place, done)
    if start == place and not text.startswith("\\\\", place):
        return None, place + 1
    return (Stretch(start, end, "path") if end > place + 1 else None), max(end, place + 1)


def _read_slash(text: str, place: int, done: int) -> Reading:
    start = _left(_DOTTED, text, place, done)
    if start < place:
        if text[start:place] not in (".", "..", "~"):
            return None, done  # and/or; docs/report.pdf is told by its dot
        end = _trimmed(text, start, _end(_RELATIVE, text, place))
        return Stretch(start, end, "path"), end
    if _DRIVE.fullmatch(text, max(done, place - 3), place):  # C:/docs
        end = _trimmed(text, place, _end(_RELATIVE, text, place))
        return Stretch(place - 2, end, "path"), end
    rooted = None if place and text[place - 1] in "/:" else _ROOTED.match(text, place)
    if not rooted:
        return None, done
    end = _trimmed(text, place, rooted.end())
    return Stretch(place, end, "path"), end


def _read_dot(text: str, dot: int, done: int) -> Reading:
    start = _left(_NAME, text, dot, done)
    end = _end(_LABELS, text, dot)
    if start == dot:
        return None, end
    at = _end(_DOTTED, text, end)
    if text.startswith("@", at) and (host := _HOST.match(text, at + 1)):
        return Stretch(start, host.end(), "email"), host.end()
    last = end
    before_path = _left(_PATH_TO, text, start, done) if start and text[start - 1] in "/\\" else start
    for label in reversed(text[dot + 1 : end].split(".")):
        core = label.partition("-")[0]  # an ending may be joined to it: nuvelpost.az-ın
        first = last - len(label)
        if core.lower() in _EXTENSIONS and (core.islower() or core.isupper()):
            return Stretch(before_path, first + len(core), "file"), end
        if _is_domain(text, start, first, core):
            last = _trimmed(text, start, _end(_BEYOND_HOST, text, first + len(core)))
            return Stretch(start, last, "domain"), max(end, last)
        last = first - 1
    return None, end


def _is_domain(text: str, start: int, first: int, core: str) -> bool:
    """Whether the host that begins at `start` and whose last label `core` begins at `first` is likely to be one."""
    name = text[max(start, first - _LONGEST) : first - 1].rpartition(".")[2]
    if text.startswith(("www.", "WWW."), start):
        return True
    if core in _CAPITAL_DOMAINS:
        return len(name) > 2 and (name.isupper() if core.isupper() else name[0].isupper())
    if core not in _DOMAINS:
        return False
    if text.startswith("/", first + len(core)):
        return True
    return len(name) > (2 if core in _WORD_DOMAINS else 1) and not name.isdigit()


_READERS: dict[str, Callable[[str, int, int], Reading]] = {
    ":": _read_url,
    "@": _read_at,
    "#": _read_hash,
    "`": _read_code,
    "\\": _read_backslash,
    "/": _read_slash,
    ".": _read_dot,
}


def _left(pattern: re.Pattern[str], text: str, place: int, done: int) -> int:
    """Where the run of `pattern` begins that ends at `place`."""
    return place - _end(pattern, text[max(done, place - _LONGEST) : place][::-1], 0)


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without what belongs to the sentence: punctuation, and brackets that were not opened after `start`."""
    surplus: dict[str, int] = {}
    while end > start and (last := text[end - 1]) in _TRAILING:
        if last in _BRACKETS:
            if last not in surplus:
                surplus[last] = text.count(last, start, end) - text.count(_BRACKETS[last], start, end)
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        end -= 1
    return end
