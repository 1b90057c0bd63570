"""What a plain text shows about itself: its title line, its publisher, its date.

A wrong title misleads a reviewer more than none, so whatever could as well be a caption, a menu or the
first paragraph is no title. Never invents, and never looks further than the top and the end of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.ingest.credits import byline_name, imprint_name, masthead_name
from curator.ingest.dateline import apart_from_date, date_in, date_line, opening_date

_TOP_LINES = 14
_NEAR_TOP = 8
_END_LINES = 6
_HEAD_CHARACTERS = 8_000
_LONGEST_TITLE = 160
_FEWEST_WORDS, _FEWEST_IN_HEADING = 3, 2

_MENU = frozenset(
    """accessibility links|skip to content|skip to main content|skip to navigation|skip links
    |breaking news|latest news|top stories|top story|most read|most popular|read more|more news|live|menu
    |home|news|world|world news|politics|business|sport|sports|opinion|analysis|exclusive|middle east|europe
    |asia|africa|americas|share|share this|share this article|share on facebook|share on twitter|tweet|email
    |print|print this article|advertisement|sponsored|subscribe|subscribe now|sign in|sign up|log in|search
    |follow us|follow us on twitter|related articles|related stories|related topics|comments|by staff writer
    |staff writer|view comments|leave a comment|back to top|all rights reserved|cookie policy|image caption
    |image copyright|play video|watch live|media playback is unsupported on your device
    |listen to this article|this article is more than""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_CAPTION_START = re.compile(
    r"\W*(?:file\s+(?:image|photo|picture|pic)|image|photo|picture|caption|video|watch|map|graphic"
    r"|infographic|illustration|illustrative|archive\s+photo|handout)\b\s*[:\-–—(]"
    r"|\W*(?:file|image credits?|credits?)\s*:"
    r"|\W*(?:a|an)\s+(?:file\s+)?(?:photo|image|picture|screenshot)\b",
    re.IGNORECASE,
)
_CAPTION_CREDIT = re.compile(
    r"\((?:[^()]*\b)?(?:photo|image|picture|file|getty|ap|afp|reuters|epa|aa|tass|sputnik|handout|courtesy)\b"
    r"[^()]*\)?\s*$|\[(?:[^\[\]]*\b)?(?:ap|afp|reuters|epa|getty|file)\b[^\[\]]*\]\s*$|©|\bgetty images\b"
    r"|\b(?:ap|afp|reuters|epa|aa)\s+(?:photo|file)|\bphoto(?:graph)?\s+by\b|\b(?:afp|ap|reuters)\s*/"
    r"|/\s*(?:afp|ap|reuters)\b|\b(?:file photo|pictured|(?:seen|shown) (?:here|in this))\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|von|par|por|di)\s+[^\W\d_a-z][\w.'’-]+(?:[\s,]+(?:and|und|et|y|e|[^\W\d_a-z][\w.'’-]*)){0,6}\s*"
)
_LABEL = re.compile(
    r"\W*(?P<label>title|headline|source|publisher|published by|publication|newspaper|url|link|author|byline"
    r"|tags?|keywords|section|category|topics?|date|published|posted|updated|location)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*(?:[ ,/]+[^\W\d_a-z][\w.'’-]*){0,4},?\s+)"  # ANKARA, Turkey; or only the day
    r"(?:(?:[A-Z][a-z]{2,8}\.?,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)"
    r"(?:,? \d{4})?[,.]?\s+"
    r"|\d{1,2}(?:,? \d{4})?\s+)?"
    r"(?:\((?P<agency>[A-Z][\w.'’ -]{1,40})\)|/(?P<slashed>[A-Z][\w ]{1,24})/)\s*[-–—:.]"
)
_DATELINE_OPENING = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .,'’/-]{2,40}[,.]?\s")
_PUBLISHER_LABELS = ("source", "publisher", "published by", "publication", "newspaper")
_PARAGRAPH_END = re.compile(r"[.;:,…][\"'”’»)\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.)+[\"'”’»)\]]*$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No)\.$")
_INNER_SENTENCE = re.compile(r"[a-z)”\"]{4}\. [A-Z“\"]")
_QUOTED_SPEECH = re.compile(
    r"[,?!][\"”’»]\s.*\b(?:(?:said|added|asked)\b|(?:told|says)\b.*\w)|\b(?:said|added)\s*$"
)
"""Prose that lost its full stop. Headlines end with the present ("…, worker says") or with "court told"."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,500}")
_TITLE_AND_DATE = re.compile(
    r"(?P<title>.{8,}?)[\s|·–—-]+(?P<date>(?:[^\W\d_]{3,9},\s)?[^\W_].{6,24}(?:19|20)\d\d)"
)
_HEADING = re.compile(r"(?P<line>[^\r\n]+)(?:\r\n?|\n)[ \t\xa0]*(?:\r\n?|\n)\s*\S")
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]* ?){1,4}, ?[^\W\d_a-z][\w.'’-]*")  # ANKARA, Turkey
_UNSPACED_SCRIPT = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands around an article's text, "" where the text does not show it."""

    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


def shown_in(text: str) -> Masthead:
    """The metadata that a plain text shows; title, date and address at its top, publisher at either end."""
    top = _lines(text[:_HEAD_CHARACTERS])[:_TOP_LINES]
    end = _lines(text[-_HEAD_CHARACTERS:])[-_END_LINES:]
    mastheads = _mastheads(top)
    below = [line for line in top if line not in mastheads]
    title, date_behind = _without_date(_title(below) or _heading(text, mastheads))
    return Masthead(
        title=title,
        publisher=_publisher(top, end, mastheads),
        published=date_behind or _published(top, end, mastheads),
        url=_url(top),
    )


def _lines(part: str) -> list[str]:
    """The lines that hold something, without the white space around them."""
    lines = part.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [stripped for line in lines if (stripped := line.strip("\ufeff \t\f\v\xa0"))]


def _title(top: list[str]) -> str:
    """The first line that can only be a title, among those before the first paragraph."""
    for index, line in enumerate(top):
        if label := _LABEL.match(line):
            if label["label"].lower() in ("title", "headline"):
                return " ".join(label["value"].split())
            continue
        if _is_furniture(line):
            continue
        following = top[index + 1 :]
        return " ".join(line.split()) if _is_title(line) and _has_body(line, following) else ""
    return ""


def _heading(text: str, mastheads: dict[str, str]) -> str:
    """The very first line where it stands by itself above an empty one: fewer words make a title there."""
    head = text[:_HEAD_CHARACTERS].lstrip("\ufeff \t\f\v\xa0\r\n")
    first = _HEADING.match(head)
    line = first["line"].strip() if first else ""
    if line in mastheads and first:
        return _heading(head[first.end("line") :], {})
    if not line or _LABEL.match(line) or _is_furniture(line) or _PLACE.fullmatch(line):
        return ""
    return " ".join(line.split()) if _is_title(line, _FEWEST_IN_HEADING) else ""


def _without_date(title: str) -> tuple[str, str]:
    """A title line that ends with its date ("Ants heal themselves Tuesday, September 1, 2015"), in two."""
    found = _TITLE_AND_DATE.fullmatch(title)
    date = date_line(found["date"]) if found else ""
    return (found["title"].rstrip(" ,"), date) if found and date else (title, "")


def _is_furniture(line: str) -> bool:
    """Whether a line stands around an article without being of it: menu, caption, byline, date."""
    plain = line.strip(" :»›>|•·*-–—#=_").lower()
    return (
        not plain
        or plain in _MENU
        or bool(_CAPTION_START.match(line))
        or _is_byline(line)
        or bool(date_line(line))
        or line.startswith(("http://", "https://", "www."))
        or (bool(_CAPTION_CREDIT.search(line)) and not _WIRE.match(line))
    )


def _is_title(line: str, fewest_words: int = _FEWEST_WORDS) -> bool:
    unspaced = len(_UNSPACED_SCRIPT.findall(line))
    words = len(line.split()) + unspaced // 2
    return (
        len(line) <= _LONGEST_TITLE
        and words >= fewest_words
        and not line[0].islower()
        and any(character.isalpha() for character in line)
        and not (_PARAGRAPH_END.search(line) and not _ABBREVIATION_END.search(line))
        and not line.endswith(("。", "！", "।", "؟"))
        and not _INNER_SENTENCE.search(line)
        and not _QUOTED_SPEECH.search(line)
        and not _WIRE.match(line)
    )


def _has_body(line: str, following: list[str]) -> bool:
    """Whether a paragraph comes after: without one, a single line is the text and not its title."""
    return any(len(other) > len(line) or _PARAGRAPH_END.search(other) for other in following)


def _mastheads(top: list[str]) -> dict[str, str]:
    """The lines near the top that are an outlet's name, alone or with a date, and the names.

    A name that could as well be words of a headline needs to stand beside a byline or a date, or first of
    all; and it is the title after all where there is nothing else to be one.
    """
    found = {}
    for index, line in enumerate(top[:_NEAR_TOP]):
        beside = top[max(0, index - 1) : index] + top[index + 1 : index + 2]
        trusted = index == 0 or any(_is_byline(other) or date_line(other) for other in beside)
        if name := masthead_name(line, trusted=trusted):
            found[line] = name
    if found and not _title([line for line in top if line not in found]):
        return {line: name for line, name in found.items() if masthead_name(line)}
    return found


def _is_byline(line: str) -> bool:
    """Whether a line names who reported the text, with the day or without."""
    return bool(_BYLINE.fullmatch(apart_from_date(line)[0])) or bool(byline_name(line))


def _publisher(top: list[str], end: list[str], mastheads: dict[str, str]) -> str:
    """Who published the text: what a label says before a masthead, a byline, an imprint and the dateline."""
    for line in (*top[:_NEAR_TOP], *end):
        label = _LABEL.match(line)
        if label and label["label"].lower() in _PUBLISHER_LABELS and _is_name(label["value"]):
            return " ".join(label["value"].split())
    bylines = (byline_name(line) for line in top[:_NEAR_TOP])
    signed = (byline_name(line) or imprint_name(line) or masthead_name(line) for line in reversed(end))
    wires = (wire["agency"] or wire["slashed"] for line in top if (wire := _WIRE.match(line)))
    return next(filter(None, (*mastheads.values(), *bylines, *signed, *wires)), "")


def _is_name(value: str) -> bool:
    return (
        1 < len(value) <= 60
        and len(value.split()) <= 7
        and not value[0].islower()
        and "://" not in value
        and not value.endswith((".", ":", "?", "!", ";"))
    )


def _published(top: list[str], end: list[str], mastheads: dict[str, str]) -> str:
    """The date that a line of its own gives, at the top before the end; else the lead's own dateline."""
    for line in (*top, *end):
        is_credit = line in mastheads or _is_byline(line)
        if found := date_line(line) or (date_in(line) if is_credit else ""):
            return found
    for line in top:
        wire = _WIRE.match(line)
        if found := opening_date(line) or (date_in(wire.group()) if wire else ""):
            return found
        if (opening := _DATELINE_OPENING.match(line)) and opening.group()[:3].isupper():
            found = date_in(line[: opening.end() + 30])
            if found:
                return found
    return ""


def _url(top: list[str]) -> str:
    """The address that one of the first lines consists of, alone or behind "URL:"."""
    for line in top[:_NEAR_TOP]:
        label = _LABEL.match(line)
        value = label["value"] if label and label["label"].lower() in ("url", "link", "source") else line
        if _ADDRESS.fullmatch(value):
            return value
    return ""
