"""A model's answer read for what it is worth: JSON, JSON among other words, or what a cut-off one still has.

Never takes a claim that lacks one of its parts, and never hides that something was lost.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from curator.extract.language_model.prompt import Answer, FoundClaim
from curator.models import checked

_FENCE = re.compile(r"```(?:json)?\s*\n?(.*?)(?:```|$)", re.S | re.I)
_LONGEST = 2_000_000
"""Characters of an answer that are read."""


class NoAnswer(Exception):
    """Why nothing in an answer can be read, in words."""


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """The claims in an answer, and what was wrong with the rest."""

    claims: tuple[FoundClaim, ...]
    lost: str = ""
    """"" for a sound answer, else why something may be missing: worth another try."""


def read_answer(text: str) -> ReadAnswer:
    """The claims in a model's answer; raises NoAnswer where there is no JSON to read them from."""
    text = text[:_LONGEST].strip()
    if not text:
        raise NoAnswer("the answer is empty")
    fenced = _FENCE.search(text)
    for candidate in filter(None, (text, fenced and fenced[1].strip(), _from_first_brace(text))):
        try:
            value = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        return _read(value)
    return _salvaged(text)


def _from_first_brace(text: str) -> str:
    """The first JSON object or array among other words, "" where none is whole."""
    found = re.search(r"[{\[]", text)
    if not found:
        return ""
    try:
        _, end = json.JSONDecoder().raw_decode(text, found.start())
    except (ValueError, RecursionError):
        return ""
    return text[found.start() : end]


def _read(value: object) -> ReadAnswer:
    from pydantic import ValidationError

    items = value.get("claims") if isinstance(value, dict) else value
    if not isinstance(items, list):
        raise NoAnswer("the answer is JSON, but has no list of claims")
    try:
        return ReadAnswer(tuple(checked(Answer, {"claims": items}).claims))
    except ValidationError:
        claims = tuple(claim for claim in map(_claim, items) if claim)
        if not claims and items:
            raise NoAnswer("no claim in the answer has text, kind, speaker and cue") from None
        return ReadAnswer(
            claims, f"{len(items) - len(claims)} of {len(items)} claims in the answer are broken"
        )


def _claim(value: object) -> FoundClaim | None:
    from pydantic import ValidationError

    try:
        return checked(FoundClaim, value)
    except ValidationError:
        return None


def _salvaged(text: str) -> ReadAnswer:
    """The whole claims of an answer that breaks off."""
    decoder = json.JSONDecoder()
    claims: list[FoundClaim] = []
    opening = text.find("[")
    at = text.find("{", opening + 1) if opening >= 0 else -1
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        claim = _claim(value)
        if claim:
            claims.append(claim)
        at = text.find("{", end)
    if not claims:
        raise NoAnswer(f"the answer is no JSON (it begins “{text[:40]}”)")
    return ReadAnswer(tuple(claims), f"the answer breaks off after {len(claims)} claims")
