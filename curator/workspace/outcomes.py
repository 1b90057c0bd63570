"""What the workspace answers with: what a decision, an addition, an export or a report did.

Values only; nothing here reads or writes.
"""

from __future__ import annotations

from pathlib import Path

from curator.frozen import dataclass
from curator.models import Event, Failure, VerdictWord


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision did."""

    event: Event
    said: str
    """One line for the status bar: "confirmed: Kalin, “We will probably…”"."""
    settled: int = 0
    """How many further candidate pairs follow from it and will not be asked."""
    claim_id: str = ""
    """The claim it speaks of (of an undo, the claim of the event taken back): where a screen goes."""
    earlier: VerdictWord | None = None
    """Of an answer to a claim that was asked again: the verdict that stands, given at first."""
    earlier_at: str = ""
    """When that was."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What `add` did; `failures` are listed to the user and make the exit status 1."""

    articles_added: int = 0
    articles_known: int = 0
    """Already there (the same text twice is one article)."""
    claims_added: int = 0
    candidates_added: int = 0
    events_added: int = 0
    """From another curator database."""
    failures: tuple[Failure, ...] = ()
    cancelled: bool = False
    claims_known: int = 0
    """In files of claims: there already."""
    failures_of_set_aside: int = 0
    """How many of the failures tell of claims that were set aside, which are counted in `set_aside`."""
    claims_ungrounded: int = 0
    """In files of claims: with words that are not in their article; added, and shown as such."""
    set_aside: int = 0
    """In files of claims: pieces that did not go in."""
    set_aside_files: tuple[str, ...] = ()
    """Where those of them that were wrong are, to be corrected and added again."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What `export` wrote: the folder, and for each file its number of rows."""

    folder: Path
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PageReport:
    """What `report` wrote."""

    path: Path
    bytes: int
    left_out: tuple[tuple[str, int], ...]
    """(what, how many) of what is too much for one page; the exported dataset holds it all."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What this database has learned about proposing pairs."""

    version: str
    """Of the weights: as shipped, then "+" and from how many answers they were refitted."""
    on: bool
    """Whether it goes on learning from decisions."""
    weights: tuple[tuple[str, float, float, float, float], ...]
    """Of each feature its worth in log-odds: for the same as shipped and now, for contradiction likewise."""
