"""What answers the questions of later: loaded while nobody waits, so that the first of them is quick.

Opens no file and asks nothing.
"""

from __future__ import annotations

from importlib import import_module

from curator.progress import Cancelled

_LATER = (
    *("curator.review.decisions", "curator.review.history", "curator.review.figures"),
    *("curator.store.history", "curator.store.statistics", "curator.store.clusters"),
)


def load_ahead(cancelled: Cancelled) -> None:
    """Load what looking back, the figures and the clusters need; stops between two modules when asked to."""
    for name in _LATER:
        if cancelled():
            return
        import_module(name)
