"""Runs of capitalised words that are names, and what an article as a whole shows about them.

A capital at the start of a sentence proves nothing: such a word counts as a name only where the article
writes it with a capital inside a sentence too. Knows neither persons nor places: `parties` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from curator.models import Span

_UPPER = "".join(
    chr(code)
    for low, high in ((0x41, 0x250), (0x370, 0x530))
    for code in range(low, high)
    if chr(code).isupper()
)
_WORD = re.compile(
    rf"(?<![\w@#])(?:(?:[{_UPPER}]\.){{2,}}|"
    rf"(?:al-|el-)?[{_UPPER}](?:\w|['’&](?!s\b)\w|[‐-](?=[{_UPPER}])|"
    r"(?<=\b(?:Mr|Ms|Dr))\.)*)"
)
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_INSTITUTIONS = frozenset(
    """Ministry Department Bank University Republic Center Centre Committee Council Board Bureau Office House
    Court Church Organization Organisation Association Institute Union States Party Army Front School
    College Chamber Gulf Bay Isle Federation League Kingdom Movement Coalition Agency Commission News
    Times Post Journal Foundation Alliance Conference Congress Assembly Embassy Academy Society Museum
    Parliament Command Directorate Service Corps Fund Trust Inspectorate Group""".split()
)
_LINKS = frozenset((" of ", " of the ", " for ", " for the "))
"""Between two capitalised words these make one name where the first is an institution."""
_PARTICLES = frozenset(f" {word} " for word in "al el bin ibn de del der von van da la".split())
_EDITORIAL = frozenset(("] ", " [", "]["))
"""An editor's addition inside a name: "[Alexander] Lavrentyev"."""
_DATE_WORDS = frozenset(
    """January February March April June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Mon Tue Wed
    Thu Fri Sat Sun Jan Feb Mar Apr Aug Sept Oct Nov Dec GMT UTC""".split()
)
_NO_NAMES = frozenset(
    """I I'm I've I'd I'll I’m I’ve I’d I’ll Internet Web IQ TV DVD CD DNA GDP AIDS HIV COVID OK PM AM Brexit
    Christmas Easter Ramadan Thanksgiving Halloween Twitterverse God""".split()
)
"""Capitalised always, yet neither party nor place."""
_ABSTRACT = re.compile(r"\w{3,}(?:ism|isms|phobia|itis)")
_COMMON = frozenset(
    """the a an this that these those it its he she they we you his her their our my your i in on at by for
    from to of with as and or but nor so yet if when while where after before since until although
    though because there here what who how why which not no under over during about against between into
    through more most some many several all both each every any other another few one two three four
    five six seven eight nine ten last next earlier later meanwhile however also now then today
    yesterday tomorrow according such is are was were be been has have had do does did will would can
    could may might must should shall up down out off only just even still according citing asked
    speaking anti pro non ex hundreds thousands millions dozens among despite amid along like than
    nearly almost around part first second third late early once twice further including following given
    new good bad let thank yes""".split()
)
_BEFORE_SENTENCE = frozenset(".!?:;…\n\r–—*•()")
_OPENING = frozenset(" \t“\"‘'([")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that stand together, with whether the first begins a sentence."""

    span: Span
    words: tuple[Span, ...]
    opens_sentence: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article shows of its names."""

    inside: frozenset[str]
    """Words that it writes with a capital inside a sentence."""
    common: frozenset[str]
    """Words that it writes small somewhere."""
    full: dict[str, str]
    """Last word of a name -> the one longer name that it ends, where there is only one."""
    runs: tuple[Run, ...]


def runs(text: str, span: Span) -> Iterator[Run]:
    """The runs of capitalised words in `text[span.start:span.end]`, words that say a date left out."""
    words: list[Span] = []
    for match in _WORD.finditer(text, span.start, span.end):
        if match[0] in _DATE_WORDS or match[0] in _NO_NAMES or _ABSTRACT.fullmatch(match[0]):
            continue
        if words and not _joins(text, words, match.start()):
            yield from _run(text, words)
            words = []
        words.append(Span(match.start(), match.end()))
    yield from _run(text, words)


def _joins(text: str, words: list[Span], start: int) -> bool:
    previous = words[-1]
    gap = text[previous.end : start]
    if gap == " ":
        return True
    word = text[previous.start : previous.end]
    if gap == ". ":
        return len(word) == 1 or word in ("St", "Jr", "Gen", "Lt", "Col", "Sen", "Gov", "Rep", "Capt", "Sgt")
    if gap in _LINKS:
        return any(text[one.start : one.end] in _INSTITUTIONS for one in words)
    return gap in _PARTICLES or gap in _EDITORIAL


def _run(text: str, words: list[Span]) -> Iterator[Run]:
    if not words or (len(words) == 1 and text[words[0].start : words[0].end] == "May"):
        return  # the month, where no first name stands before it
    start = words[0].start
    yield Run(Span(start, words[-1].end), tuple(words), _opens_sentence(text, start))


def _opens_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and text[at] in _OPENING:
        if text[at] in '“"(':
            return True
        at -= 1
    return at < 0 or text[at] in _BEFORE_SENTENCE


@lru_cache(maxsize=8)
def evidence(text: str) -> Evidence:
    """What the whole article shows of its names; kept for the last articles asked about."""
    inside: set[str] = set()
    longer: dict[str, set[str]] = {}
    found = tuple(runs(text, Span(0, len(text))))
    for run in found:
        words = [text[word.start : word.end] for word in run.words]
        inside.update(words[1:] if run.opens_sentence else words)
        start = run.words[words[0].lower() in _COMMON :]
        if 2 <= len(start) <= 4:
            name = " ".join(text[start[0].start : run.span.end].split())
            longer.setdefault(words[-1].removeprefix("al-"), set()).add(name)
    return Evidence(frozenset(inside), frozenset(_SMALL.findall(text)), _only(longer), found)


def _only(longer: dict[str, set[str]]) -> dict[str, str]:
    """Of "Ibrahim Kalin" and "Spokesman Ibrahim Kalin" the shorter; of two different Smiths none."""
    shortest = {last: min(names, key=len) for last, names in longer.items()}
    return {
        last: name for last, name in shortest.items() if all(other.endswith(name) for other in longer[last])
    }


def is_common(text: str, word: Span) -> bool:
    """Whether a word is one that only its place writes large."""
    return text[word.start : word.end].lower() in _COMMON


def trimmed(text: str, run: Run, known: Evidence) -> tuple[Span, ...]:
    """The words of a run without those that have their capital only from the start of a sentence."""
    words = run.words
    if not run.opens_sentence:
        return words if len(words) > 1 or text[words[0].start : words[0].end].lower() not in _COMMON else ()
    first = text[words[0].start : words[0].end]
    surname = first in known.full and first not in _INSTITUTIONS
    alone = first not in known.inside or (first.lower() in known.common and not surname)
    if len(words) > 1 and alone and first.endswith(("ing", "ed")) and first.lower() in known.common:
        return words[1:]  # "Using CFLs"
    if first.lower() in _COMMON or (len(words) == 1 and alone and not first.isupper()):
        return () if text[words[-1].start : run.span.end] == "May" else words[1:]
    return words
