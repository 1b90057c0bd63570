"""A reading as one line of text, and back: so that a claim is read once, not whenever another is like it.

What was written by another version of what reads claims is not taken for a reading. Never reads a claim.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

from curator.match.numbers import Number
from curator.match.reading import Reading

READERS = ("compact", "reading", "names", "numbers", "stances", "words", "lexicon", "subject", "../text")
"""The modules that say what is read of a claim."""
_PLAIN_OF_NUMBER = ("kind", "value", "low", "high", "bound", "unit", "shown", "itself")
_PLAIN = (
    *("id", "article_id", "start", "end", "plain", "shown", "commitment", "committed_by", "stance"),
    *("refutes", "firmness", "speaker", "publisher", "published", "kind"),
)
_numbers_part, _part = attrgetter(*_PLAIN_OF_NUMBER), attrgetter(*_PLAIN)
_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_NOTHING: frozenset[str] = frozenset()


@cache
def edition() -> str:
    """What reads claims, in few characters: another text or list of words behind it gives another."""
    here = Path(__file__).parent
    lists = sorted((here / "lists").glob("*.txt"))
    try:
        parts = [path.read_bytes() for path in (*(here / f"{name}.py" for name in READERS), *lists)]
    except OSError:  # installed without its source: nothing is known of what reads
        return ""
    return sha256(b"\0".join(parts)).hexdigest()[:12]


def written(reading: Reading) -> str:
    """A reading as a line."""
    keys = reading.keys
    sets = (
        keys,
        keys - reading.matter,
        reading.near - keys,
        reading.theme,
        reading.finding - keys,
        reading.counted,
        reading.negated,
        reading.speaker_keys,
    )
    numbers = [[*_numbers_part(n), _line(n.counted), _line(n.things)] for n in reading.numbers]
    parts = _part(reading), list(map(_line, sets)), numbers, reading.times, reading.places, reading.names
    return _encode([edition(), *parts])


def reading_of(line: str) -> Reading | None:
    """The reading behind a line of this edition; None for any other."""
    if not edition() or not line.startswith(f'["{edition()}",'):
        return None
    try:
        _, plain, sets, numbers, times, places, names = json.loads(line)
        keys, unsettled, near, theme, finding, counted, negated, speaker_keys = map(_keys, sets)
        return Reading(
            **dict(zip(_PLAIN, plain, strict=True)),
            keys=keys,
            matter=keys - unsettled,
            near=keys | near,
            theme=theme,
            finding=keys | finding,
            numbers=tuple(map(_number, numbers)),
            counted=counted,
            negated=negated,
            speaker_keys=speaker_keys,
            times=tuple(times),
            places=dict(places),
            names=dict(names),
        )
    except (ValueError, TypeError, AttributeError):
        return None


def _number(parts: list[Any]) -> Number:
    *plain, counted, things = parts
    known = dict(zip(_PLAIN_OF_NUMBER, plain, strict=True))
    return Number(**known, counted=_keys(counted), things=_keys(things))


def _line(keys: frozenset[str]) -> str:
    return "\n".join(sorted(keys))


def _keys(line: str) -> frozenset[str]:
    return frozenset(line.split("\n")) if line else _NOTHING
