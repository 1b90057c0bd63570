"""The decision log as a report tells it: who decided how much and when, and what was said of one claim.

Holds no more than counts and the decisions of the claims asked for. Never decides what stands of a claim:
that comes with the dataset.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from curator.dataset import Dataset
from curator.models import Event, reviewer_name
from curator.report.dataset import Limits
from curator.report.dates import day, instant, moment
from curator.report.digest import Activity, Decision, Part, Period, Reviewer

_NO_DECISIONS = frozenset({"undo", "skip", "note", "repeat"})
_MOST_PERIODS = 62
"""Bars that can be told apart on a phone."""
_TOO_MANY = 10_000
_UNITS = {
    "hour": (13, timedelta(hours=1)),
    "day": (10, timedelta(days=1)),
    "month": (7, timedelta(days=28)),
    "year": (4, timedelta(days=365)),
}
"""Of each unit how much of an ISO 8601 text names one, and a step that misses none."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the log says."""

    activity: Activity
    decisions: Mapping[str, tuple[Decision, ...]]
    """By each claim id asked for: the events that speak of it, in order."""
    pairs: Mapping[tuple[str, str], tuple[Decision, ...]]
    """By pair (left_id < right_id) of two claims asked for."""


@dataclass(slots=True)
class _Chain:
    """What is counted of one reviewer on the way through the log."""

    counts: Counter[str] = field(default_factory=Counter)
    taken_back: int = 0
    first: str = ""
    last: str = ""


def tell(dataset: Dataset, wanted: frozenset[str], limits: Limits) -> Told:
    """Read the log twice: what was taken back, then everything else."""
    gone = undone(dataset.events())
    people: dict[str, _Chain] = defaultdict(_Chain)
    hours: Counter[str] = Counter()
    of_claim: dict[str, list[Decision]] = defaultdict(list)
    of_pair: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    decisions = undated = 0
    last = ""
    for event in dataset.events():
        stands = event.event_id not in gone
        last = max(last, event.wall_time)
        _count(people[reviewer_name(event.reviewer)], event, stands=stands)
        _note(event, wanted, of_claim, of_pair, undone=not stands)
        if not stands or event.kind in _NO_DECISIONS:
            continue
        decisions += 1
        at = instant(event.wall_time)
        if at is None:
            undated += 1
        else:
            hours[at.isoformat()[:13]] += 1
    unit, periods = _periods(hours)
    names = sorted(people, key=lambda name: (-sum(people[name].counts.values()), name))
    reviewers = tuple(_reviewer(name, people[name]) for name in names[: limits.reviewers])
    return Told(
        Activity(Part(reviewers, len(names)), periods, unit, decisions, last, undated),
        {key: tuple(said[-limits.decisions :]) for key, said in of_claim.items()},
        {key: tuple(said[-limits.decisions :]) for key, said in of_pair.items()},
    )


def undone(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the events taken back by a standing undo, which the undo of an undo puts back."""
    place: dict[str, int] = {}
    undos: list[tuple[str, str]] = []
    for number, event in enumerate(events):
        place[event.event_id] = number
        if event.kind == "undo" and event.target is not None and event.target in place:
            undos.append((event.event_id, event.target))
    gone: set[str] = set()
    for event_id, target in reversed(undos):
        if event_id not in gone:
            gone.add(target)
    return frozenset(gone)


def _count(chain: _Chain, event: Event, *, stands: bool) -> None:
    chain.first = min(chain.first or event.wall_time, event.wall_time)
    chain.last = max(chain.last, event.wall_time)
    if event.kind == "undo":
        return
    if stands:
        chain.counts[event.kind] += 1
    else:
        chain.taken_back += 1


def _reviewer(name: str, chain: _Chain) -> Reviewer:
    return Reviewer(name, dict(sorted(chain.counts.items())), chain.taken_back, chain.first, chain.last)


def _note(
    event: Event,
    wanted: frozenset[str],
    of_claim: dict[str, list[Decision]],
    of_pair: dict[tuple[str, str], list[Decision]],
    *,
    undone: bool,
) -> None:
    """Keep an event that speaks of a claim asked for; the log's payload is outside text as everything is."""
    if event.kind in ("undo", "skip"):
        return
    try:
        payload = json.loads(event.payload)
    except (ValueError, RecursionError):
        return
    if not isinstance(payload, dict):
        return

    def text(name: str) -> str:
        value = payload.get(name)
        return value if isinstance(value, str) else ""

    claim, other = text("claim"), text("other")
    if claim not in wanted and other not in wanted:
        return
    words = text("wording") if event.kind == "edit" else text("type") or text("word") or text("text")
    said = Decision(reviewer_name(event.reviewer), event.kind, event.wall_time, words, undone)
    if claim and other:
        left, right = sorted((claim, other))
        of_pair[left, right].append(said)
    for claim_id in {claim, other} & wanted:
        of_claim[claim_id].append(said)


def _periods(hours: Mapping[str, int]) -> tuple[str, tuple[Period, ...]]:
    """The counts by hour, or by the shortest longer unit that makes no more bars than can be told apart."""
    for unit, (length, _) in _UNITS.items():
        names = _between(sorted({at[:length] for at in hours}), unit)
        if len(names) <= _MOST_PERIODS or unit == "year":
            sums: Counter[str] = Counter()
            for at, count in hours.items():
                sums[at[:length]] += count
            return unit, tuple(Period(_named(name), sums[name]) for name in names[-_MOST_PERIODS:])
    raise AssertionError("a year is the longest unit")


def _named(name: str) -> str:
    return moment(f"{name}:00") if len(name) == _UNITS["hour"][0] else day(name)


def _between(names: list[str], unit: str) -> list[str]:
    """Every hour, day, month or year from the first to the last, also those in which nothing was decided."""
    if not names:
        return []
    length, step = _UNITS[unit]
    at, last = (datetime.fromisoformat(name + "2000-01-01T00"[length:]) for name in (names[0], names[-1]))
    found = set(names)
    while at <= last and len(found) <= _TOO_MANY:
        found.add(at.isoformat()[:length])
        at += step
    return sorted(found)
