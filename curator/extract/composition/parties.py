"""Parties and places that a text names: people, organisations, countries; where it happens.

"Turkish" and "Ankara said" are Turkey, "in Ankara" is the city. Reads capital letters, the words around them
and a table of countries, nothing else: what plain text does not show it leaves out. Never invents a
first name, and never decides that two persons are one: `speakers` does that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from curator.extract.composition.countries import CountryName, country_names, longest_name
from curator.extract.composition.names import Evidence, Run, evidence, is_common, runs, trimmed
from curator.extract.composition.regions import REGIONS
from curator.models import Span
from curator.text import folded

Sort = Literal["place", "party"]

_TITLES = frozenset(
    """president presidential minister prime foreign defence defense interior finance secretary spokesman
    spokesperson spokeswoman general gen lt col capt sgt mr mrs ms dr sen rep gov governor mayor senator king
    queen prince princess pope chancellor ambassador envoy colonel major captain sergeant lieutenant sheikh
    ayatollah judge justice sir lord lady professor prof chief deputy vice former chairman chairwoman director
    congressman congresswoman attorney premier emperor sultan emir crown archbishop bishop cardinal father
    reverend rev commissioner sheriff officer detective inspector commander admiral marshal supreme leader
    speaker representative sens reps messrs drs co-founder founder ceo coach captain us-backed""".split()
)
_ROLES = frozenset(
    """sen sens rep reps gov president chairman chairwoman ceo cfo spokesman spokeswoman spokesperson minister
    secretary senator congressman congresswoman governor mayor ambassador professor correspondent lawyer
    attorney editor""".split()
)
"""Between two names these divide an organisation or a place from a person."""
_ROLE_MODIFIERS = frozenset(
    "press prime foreign defense defence vice deputy assistant campaign interior finance the".split()
)
_ORGANISATION = frozenset(
    """army ministry party council agency corps forces force center centre bureau parliament duma republic
    committee commission government department police navy guard front union organization organisation
    association institute university company corp inc ltd group bank court senate congress house newspaper
    times post journal media news television tv radio church movement coalition federation league club team
    administration embassy office service fund foundation society academy museum school college hospital
    airlines industries services board authority""".split()
)
_PLACE_NOUNS = (
    "provinces?|regions?|city|cities|towns?|districts?|villages?|governorates?|states?|count(?:y|ies)|rivers?|"
    "islands?|borders?|airport|areas?|countryside|plains?|mountains?|valley|coast|peninsula|desert|territory|"
    "soil|airspace|suburbs?|neighbou?rhoods?|camps?|streets?|capital|prefecture|municipality|sea|gulf|frontier"
)
_PLACE_AFTER = re.compile(rf"(?:['’]s)?(?:[ -](?:[a-z]+(?:ern|al)|[a-z]+-held|\d+))?[ -](?:{_PLACE_NOUNS})\b")
_PLACE_BEFORE = re.compile(
    rf"\b(?:(?:{_PLACE_NOUNS})(?: of)?(?: the)?|located (?:across|in)|based in|outskirts of|"
    r"(?:north|south|east|west|centre|center) of(?: the)?)\s$"
)
_LOCATIVE = re.compile(
    r"\b(?<!interest )(?<!faith )(?<!trust )(?<!confidence )"
    r"(?:[Ii]n|[Nn]ear|[Aa]round|[Aa]cross|[Ii]nto|[Ii]nside|[Oo]utside|[Ww]ithin|[Tt]hroughout|"
    r"[Nn]eighbou?ring|(?:in|out)side(?:\sand\soutside)?\sof)(?:\sthe)?"
    r"(?:\s(?:[a-z]+(?:ern|al)|all of|most of|parts of))?\s$"
)
_DIRECTION = re.compile(
    r"\b(?:(?<!according )to|from|towards?|over|"
    r"leave|left|leaving|enter(?:ed|ing)?|reach(?:ed)?|fle(?:d|e|eing)|visit(?:ed|ing)?|"
    r"border(?:s|ed|ing)?)(?:\sthe)?(?:\s(?:[a-z]+ern))?\s$"
)
_COMPASS = frozenset("Eastern Western Northern Southern".split())
_LONGEST = 6
"""Capitalised words in one name; a longer run is a headline."""
_LIST_GAP = re.compile(r",? and |, ")
_LIST_OF_PLACES = re.compile(rf"\b(?:{_PLACE_NOUNS}) of(?: the)?\s$")
_POSSESSIVE_PLACE = re.compile(r"['’]s(?: [a-z]+ern)? (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: its place there, and what it stands for."""

    span: Span
    name: str
    """A country in its one form ("Turkey" for "Turkish"), else the article's words without titles."""
    sort: Sort


def mentions(text: str, span: Span) -> tuple[Mention, ...]:
    """The parties and places named in `text[span.start:span.end]`, by place; `text` is the whole article."""
    known = evidence(text)
    places = _place_names(text)
    found: list[Mention] = []
    for run in runs(text, span):
        words = _words_of(text, run, known)
        if 0 < len(words) <= _LONGEST:
            found.extend(_of_words(text, words, span, known.full))
    found = [replace(one, sort="place") if one.name in places else one for one in found]
    return tuple(_listed(text, found))


@lru_cache(maxsize=8)
def _place_names(text: str) -> frozenset[str]:
    """Names that the article itself calls a place ("Idlib province"), countries left out."""
    known = evidence(text)
    names: set[str] = set()
    for run in known.runs:
        words = _PLACE_AFTER.match(text, run.span.end) and trimmed(text, run, known)
        if words:
            names.add(text[words[0].start : run.span.end])
    return frozenset(name for name in names if folded(name) not in country_names())


def _words_of(text: str, run: Run, known: Evidence) -> tuple[Span, ...]:
    words = trimmed(text, run, known)
    if words or len(run.words) != 1:
        return words
    word = run.words[0]
    return run.words if folded(text[word.start : word.end]) in country_names() else ()


def _of_words(text: str, words: tuple[Span, ...], span: Span, full: dict[str, str]) -> list[Mention]:
    country, count = _country_at(text, words)
    rest = words[count:]
    found: list[Mention] = []
    if (at := _role_inside(text, rest)) and not country:
        head = _without_role(text, rest[:at])
        return [
            *(_of_words(text, head, span, full) if head else ()),
            *_of_words(text, rest[at:], span, full),
        ]
    if country:
        whole = Span(words[0].start, words[count - 1].end)
        found.append(_country_mention(text, country, whole, span.start, followed=bool(rest)))
    if not rest or (country and len(rest) == 1 and is_common(text, rest[0])):
        return found
    last = text[rest[-1].start : rest[-1].end]
    is_organisation = (
        last.lower() in _ORGANISATION or text[rest[0].start : rest[0].end].lower() in _ORGANISATION
    )
    name = rest if is_organisation else _untitled(text, rest)
    if not name:
        return found
    if country and is_organisation:
        name = words
    place = Span(name[0].start, name[-1].end)
    words_there = " ".join(text[place.start : place.end].replace("[", "").replace("]", "").split())
    sort: Sort = "party"
    is_place = words_there in REGIONS or (len(name) == len(rest) and _is_place(text, place, span.start))
    if not is_organisation and is_place:
        sort = "place"
    if sort == "party" and len(name) == 1 and not is_organisation:
        words_there = full.get(words_there.removeprefix("al-"), words_there)
        words_there = _without_titles(words_there)
    found.append(Mention(place, words_there, sort))
    return found


def _country_at(text: str, words: tuple[Span, ...]) -> tuple[CountryName | None, int]:
    """The country that the first words name, and how many words that takes; a person's name is none."""
    names = country_names()
    for count in range(min(longest_name(), len(words)), 0, -1):
        country = names.get(folded(text[words[0].start : words[count - 1].end]))
        if country is None:
            continue
        if count == len(words) or country.sort in ("people", "name"):
            return country, count
    return None, 0


def _country_mention(text: str, country: CountryName, place: Span, floor: int, *, followed: bool) -> Mention:
    before = text[max(floor, place.start - 40) : place.start]
    is_place = False
    if country.sort == "people":
        is_place = not followed and bool(_PLACE_AFTER.match(text, place.end))
    elif country.sort in ("name", "capital"):
        is_place = bool(
            _LOCATIVE.search(before)
            or _DIRECTION.search(before)
            or _PLACE_BEFORE.search(before)
            or _PLACE_AFTER.match(text, place.end)
            or _POSSESSIVE_PLACE.match(text, place.end)
        )
    if is_place and country.sort == "capital":
        return Mention(place, text[place.start : place.end], "place")
    return Mention(place, country.country, "place" if is_place else "party")


def _role_inside(text: str, words: tuple[Span, ...]) -> int:
    """Where in "Wells Fargo CEO John Stumpf" the role stands that divides two names; 0 for nowhere."""
    for index in range(1, len(words) - 1):
        if text[words[index].start : words[index].end].strip(".").lower() in _ROLES:
            return index
    return 0


def _without_role(text: str, words: tuple[Span, ...]) -> tuple[Span, ...]:
    """`words` without what belongs to the role after them: "White House Press" Secretary."""
    while words and text[words[-1].start : words[-1].end].lower() in _ROLE_MODIFIERS:
        words = words[:-1]
    return words


def _untitled(text: str, words: tuple[Span, ...]) -> tuple[Span, ...]:
    for index, word in enumerate(words):
        if text[word.start : word.end].strip(".").lower() not in _TITLES:
            return words[index:]
    return ()


def _without_titles(name: str) -> str:
    words = name.split()
    for index in range(len(words) - 2, 0, -1):
        if words[index].strip(".").lower() in _ROLES:
            words = words[index + 1 :]  # "Ohio Sen. Bo Boyd"
            break
    while len(words) > 1 and (words[0].strip(".").lower() in _TITLES or words[0].lower() in country_names()):
        del words[0]
    return " ".join(words)


def _is_place(text: str, place: Span, floor: int) -> bool:
    before = text[max(floor, place.start - 40) : place.start]
    first, _, more = text[place.start : place.end].partition(" ")
    return bool(
        (first in _COMPASS and more)
        or _PLACE_AFTER.match(text, place.end)
        or _PLACE_BEFORE.search(before)
        or _LOCATIVE.search(before)
    )


def _listed(text: str, found: list[Mention]) -> list[Mention]:
    """`found` with "Hama, Aleppo and Latakia provinces" read as three places: the noun is for all of them."""
    for index in range(len(found) - 2, -1, -1):
        mention, following = found[index], found[index + 1]
        gap = text[mention.span.end : following.span.start]
        if mention.sort == "party" and following.sort == "place" and _LIST_GAP.fullmatch(gap):
            noun = _PLACE_AFTER.match(text, following.span.end)
            if (noun and noun[0].endswith("s")) or _is_listed_place(text, found, index + 1):
                found[index] = Mention(mention.span, mention.name, "place")
    in_list = False
    for index, (mention, after) in enumerate(pairwise(found)):
        here = found[index]  # as the step before left it
        if here.sort == "place":
            opening = text[max(0, mention.span.start - 20) : mention.span.start]
            in_list = in_list or bool(_LIST_OF_PLACES.search(opening))
        gap = text[mention.span.end : after.span.start]
        if not _LIST_GAP.fullmatch(gap):
            in_list = False
            continue
        shared = in_list or (gap.endswith("and ") and _are_countries(mention, after))
        if shared and here.sort == "place" and after.sort == "party":
            found[index + 1] = Mention(after.span, after.name, "place")
    return found


def _are_countries(*mentions: Mention) -> bool:
    names = country_names()
    return all(folded(mention.name) in names for mention in mentions)


def _is_listed_place(text: str, found: list[Mention], index: int) -> bool:
    """Whether a place is one only because the list goes on to "… provinces"."""
    end = found[index].span.end
    return (
        index + 1 < len(found)
        and found[index + 1].sort == "place"
        and bool(_LIST_GAP.fullmatch(text[end : found[index + 1].span.start]))
    )
