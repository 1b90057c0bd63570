"""What a reviewer works through: the orders that there are and filters in words, as plain descriptions.

Knows no SQL; the store compiles both.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from curator.frozen import dataclass
from curator.models import KINDS, STATUSES, CuratorError

ORDERS: dict[str, str] = {
    "article": "as the articles read, one after the other",
    "contradictions": "claims with the most likely contradiction first",
    "duplicates": "claims with the most likely duplicate first",
    "uncertain": "claims that the extractor is least sure of first",
}
"""Every order of the queue with what it means."""

HAS = ("contradictions", "candidates", "duplicates", "notes", "edits")
FLAGS = ("disputed", "stale", "skipped", "ungrounded")
FIELDS = ("status", "kind", "speaker", "outlet", "article", "reviewer", "date", "has")
_ALSO = {"publisher": "outlet"}
"""Other names of fields: how the articles' own column is called."""

_WORD = r'(?P<negated>-?)(?:(?P<name>[A-Za-z]+):(?P<value>"[^"]*"?|\S*)|(?P<bare>"[^"]*"?|\S+))'
_PLAIN = r"\w[\w'’.-]*"
"""What can stand in a filter without quotation marks."""
_SEARCHED = r"[^\W_]"
_DATE = r"(>=|<=|>|<|)(\d{4}(?:-\d{2}(?:-\d{2})?)?)"

Field = Literal["status", "kind", "speaker", "outlet", "article", "reviewer", "date", "has", "flag", "text"]


class FilterError(CuratorError):
    """A filter that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a filter."""

    field: Field
    value: str
    negated: bool = False
    comparison: str = ""
    """Of a date: "", ">", ">=", "<" or "<="; "" means that it begins with the value."""

    def __str__(self) -> str:
        """The term as it is typed."""
        plain = re.fullmatch(_PLAIN, self.value) and (self.field != "text" or self.value.lower() not in FLAGS)
        value = self.value if plain or self.field == "flag" else f'"{self.value}"'
        name = "" if self.field in ("flag", "text") else f"{self.field}:"
        return f"{'-' if self.negated else ''}{name}{self.comparison}{value}"


@dataclass(frozen=True, slots=True)
class Filter:
    """All of these conditions hold; several of one field are alternatives, unless negated."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, words: str) -> Filter:
        """The filter in `words`: `status:pending speaker:"Ibrahim Kalin" -kind:quote has:notes troops`.

        Raises FilterError with what was not understood and what there is.
        """
        terms: list[Term] = []
        for match in re.finditer(_WORD, words) if words.strip() else ():  # compiled with the first filter
            negated = bool(match["negated"])
            if match["name"]:
                terms += _terms(match["name"].lower(), match["value"].replace('"', ""), negated=negated)
            elif match["bare"]:
                terms.append(_bare(match["bare"], negated=negated))
        return cls(tuple(dict.fromkeys(terms)))

    @property
    def chips(self) -> tuple[str, ...]:
        """Its terms one by one, as they are typed; together they parse to the same filter."""
        return tuple(map(str, self.terms))

    def without(self, chip: int) -> Filter:
        """The same filter but for one of its chips, counted from 0."""
        return Filter((*self.terms[:chip], *self.terms[chip + 1 :]))

    def __str__(self) -> str:
        return " ".join(self.chips)

    def of(self, name: Field) -> tuple[Term, ...]:
        """The terms of one field."""
        return tuple(term for term in self.terms if term.field == name)


def check_order(order: str) -> str:
    """`order` if there is such an order; raises FilterError naming those there are."""
    if order not in ORDERS:
        raise FilterError(f"there is no order {order!r}; there are {', '.join(ORDERS)}")
    return order


def _bare(word: str, *, negated: bool) -> Term:
    if word.lower() in FLAGS:
        return Term("flag", word.lower(), negated)
    return Term("text", _searchable(word.replace('"', ""), word), negated)


def _terms(name: str, value: str, *, negated: bool) -> list[Term]:
    """The terms behind one word of a filter: two where it is a range of dates."""
    first, dots, last = value.partition("..")
    if name != "date" or not dots or not (first or last):
        return [_term(name, value, negated=negated)]
    if negated:
        raise FilterError(f"-date:{value} cannot be: write -date:>={first or last}, or two ranges without it")
    bounds = ((">=", first), ("<=", last))
    return [_term(name, f"{sign}{bound}", negated=False) for sign, bound in bounds if bound]


def _term(name: str, value: str, *, negated: bool) -> Term:
    name = _ALSO.get(name, name)
    if name == "is" and value:
        return Term("flag", _one_of(name, value.lower(), FLAGS), negated)
    if name not in FIELDS:
        raise FilterError(f"there is no filter {name}:; there are {', '.join(f + ':' for f in FIELDS)}")
    if not value:
        raise FilterError(f"{name}: needs a value, as in {name}:{_EXAMPLES[name]}")
    match name:
        case "status":
            return Term("status", _one_of(name, value.lower(), STATUSES), negated)
        case "kind":
            return Term("kind", _one_of(name, value.lower(), KINDS), negated)
        case "has":
            return Term("has", _one_of(name, value.lower(), HAS), negated)
        case "date":
            date = re.fullmatch(_DATE, value)
            if date is None or not _is_in_the_calendar(date[2]):
                raise FilterError(
                    f"date:{value} is no date; write date:2017-06-23, date:>=2017 or date:2017-06..2017-08"
                )
            return Term("date", date[2], negated, date[1])
        case "speaker":
            return Term("speaker", _searchable(value, f"speaker:{value}"), negated)
        case "outlet":
            return Term("outlet", _searchable(value, f"outlet:{value}"), negated)
        case "article":
            return Term("article", _searchable(value, f"article:{value}"), negated)
        case _:
            return Term("reviewer", value, negated)


_EXAMPLES = {
    "status": "pending",
    "kind": "quote",
    "speaker": "kalin",
    "outlet": "trt",
    "article": "3f2a",
    "reviewer": "ana",
    "date": "2017-06",
    "has": "contradictions",
}


def _searchable(value: str, typed: str) -> str:
    """`value` where there is something in it to search for; raises FilterError with what was typed."""
    if not re.search(_SEARCHED, value):
        raise FilterError(f"{typed} has no letter or digit in it to search for")
    return value


def _is_in_the_calendar(day: str) -> bool:
    """Whether a year, a month or a day in ISO 8601 is one."""
    first = f"{day}-01-01"[:10]
    try:
        date.fromisoformat(first)
    except ValueError:
        return False
    return True


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise FilterError(f"there is no {name}:{value}; there are {', '.join(known)}")
    return value


def is_turned_round(word: str) -> bool:
    """Whether a word is what no option can be: part of a filter with a minus before it, like -kind:quote."""
    name, colon, _ = word.removeprefix("-").lower().partition(":")
    known = (*FIELDS, *_ALSO, "is") if colon else FLAGS
    return word.startswith("-") and name in known


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that a reviewer gave a name."""

    name: str
    words: str


_MOST_LETTERS = 40


def checked_name(name: str) -> str:
    """`name` where a filter can be called that; raises FilterError."""
    name = " ".join(name.split())
    if not name or len(name) > _MOST_LETTERS or not name.isprintable():
        raise FilterError(f"a filter's name is one to {_MOST_LETTERS} letters that can be seen, on one line")
    return name
