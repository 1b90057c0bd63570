"""When a reviewer decided last, which is what the pace rests on; reads only.

What was decided at once is one decision, however many claims it settled, and undoing is none.
"""

from __future__ import annotations

from curator.review import clock
from curator.store.database import Database
from curator.store.log import Log

MOST = 50
"""The decisions that the pace rests on."""
_PAGES = 40
"""Read at most to find so many: a log of groups and undos alone is not read to its beginning."""


def decided_lately(database: Database, log: Log, reviewer: str) -> list[int]:
    """The moments of the last decisions of the person `reviewer`, in milliseconds, the last at the end."""
    moments = [moment for chain in log.chains(reviewer) for moment in _of_chain(database, log, chain)]
    return sorted(moments)[-MOST:]


def _of_chain(database: Database, log: Log, chain: str) -> list[int]:
    found: list[int] = []
    before, last_group, ends_at, last_id = 1 << 62, "", 0, ""
    for _ in range(_PAGES):
        rows = database.rows(
            "SELECT rseq, event_id, hlc, kind, coalesce(json_extract(payload, '$.group'), '') "
            "FROM decision_event WHERE reviewer = ? AND rseq < ? ORDER BY rseq DESC LIMIT ?",
            (chain, before, MOST),
        )
        for rseq, event_id, hlc, kind, group in rows:
            if kind != "undo" and (not group or group != last_group):
                found.append(_ms(hlc))
            if group != last_group:
                last_group, ends_at, last_id = group, rseq, event_id
        if len(rows) < MOST or len(found) >= MOST:
            break
        # A large group is stepped over: its length is found by halving.
        before = ends_at - log.group_size(log.event(last_id)) + 1 if last_group else rows[-1][0]
    return found


def _ms(reading: str) -> int:
    try:
        return clock.parse(reading)[0]
    except ValueError:
        return 0
