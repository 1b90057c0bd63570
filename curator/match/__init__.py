"""Claims to candidates: which pairs a reviewer should look at first, and why.

`propose` finds pairs that may say the same and pairs that may contradict each other; `explain` says what
each signal adds. Never decides anything, never reads or writes a database, never changes a claim.
Names are loaded on first use, so that opening a review does not pay for matching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curator.match.proposing import explain, propose
    from curator.match.subject import Subject, subject_of

__all__ = ["Subject", "explain", "propose", "subject_of"]

_HOMES = {"Subject": "subject", "subject_of": "subject", "explain": "proposing", "propose": "proposing"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'curator.match' has no attribute {name!r}")
    return getattr(import_module(f"curator.match.{_HOMES[name]}"), name)
