"""Decisions that were made at once: one line of the log until it is unfolded. Reads only."""

from __future__ import annotations

from curator.models import Event
from curator.review.facts import read
from curator.store.log import Log

FOLDED = (
    "(json_extract(e.payload, '$.group') IS NULL "
    "OR json_extract(e.payload, '$.group') IN (SELECT value FROM json_each(?)) "
    "OR NOT EXISTS (SELECT 1 FROM decision_event n WHERE n.reviewer = e.reviewer AND n.rseq = e.rseq + 1 "
    "AND json_extract(n.payload, '$.group') = json_extract(e.payload, '$.group')))"
)
"""SQL for events that stand alone, are in a group that is unfolded (a JSON list), or end theirs."""


def together(log: Log, event: Event) -> int:
    """How many were decided at once, where `event` is the last of them; else 1."""
    return log.group_size(event) if read(event).group and log.ends_group(event) else 1
