"""What every reader of claims gives and needs: the piece set aside, checked shapes, words for what is wrong.

Never guesses what a value means; a reader says what it takes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from curator.ingest.intake import Unreadable
from curator.models import OutsideClaim, Span, checked

COLUMNS = ("claim", "article", "speaker", "kind", "cue", "start", "end", "rule", "confidence")
"""What a column of a table of claims can mean."""

NO_CLAIMS = frozenset(
    """speaker source cue person per org organization organisation gpe loc location place date time event misc
    role title""".split()
)
"""Labels of spans that are parts of a claim, or none: what they mark is not read as a claim."""

Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A piece of a file that did not become a claim."""

    place: str
    """Where in the file: "line 12", "task 3, region 2"."""
    reason: str
    raw: str
    """The piece in the file's own format, ready to be corrected and read again."""
    wrong: bool = True
    """False for what its own file says is no claim (rejected there)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a file that is a claim, and how it would be set aside after all."""

    claim: OutsideClaim
    place: str
    raw: Callable[[], str]
    """The piece in the file's own format; made only when it is needed."""

    def aside(self, reason: str) -> SetAside:
        """This piece set aside, because nobody knows its article."""
        return SetAside(self.place, reason, self.raw())


def shaped(shape: type[Shape], value: object) -> Shape:
    """`value` as a `shape`; raises Unreadable with the first thing that is wrong."""
    from pydantic import ValidationError

    try:
        return checked(shape, value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        words = f"{where}: {first['msg']}" if where else first["msg"]
        raise Unreadable(words[:1].lower() + words[1:]) from None


def place_of(start: int | None, end: int | None, length: int | None) -> Span | None:
    """The span a file gives, None where it gives none; raises Unreadable where there is no such place."""
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise Unreadable("it has a start without an end, or an end without a start")
    if not 0 <= start < end or (length is not None and end > length):
        within = "" if length is None else f" in a text of {length}"
        raise Unreadable(f"there is no place from {start} to {end}{within}")
    return Span(start, end)


def named(values: dict[str, Any], *names: str) -> str:
    """The first of the named values that says something, as text."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def claim_in(words: str, **rest: Any) -> OutsideClaim:
    """The outside claim with these words; raises Unreadable when there are none."""
    if not words.strip():
        raise Unreadable("the claim has no words")
    return OutsideClaim(words, **rest)
