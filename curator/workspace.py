"""The one façade over store and stages: the screen, the command line and notebooks use nothing else.

Every method is a sentence of the product. Reading is cheap and never grows with the number of claims;
what is long (add, match, export) takes `progress` and `cancelled` and is safe to run in a thread with a
workspace of its own. Holds no SQL, no scoring and no drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

from curator.models import (
    Article,
    Candidate,
    CandidateKind,
    ClaimView,
    Event,
    Failure,
    Progress,
    Refused,
    Related,
    Session,
)

if TYPE_CHECKING:
    from curator.review.decisions import Decision

__all__ = ["Refused", "Workspace"]

ProgressCallback = Callable[[str, int, int | None], None]
"""Called with (what is being done, how many are done, how many there are or None if unknown)."""
Cancelled = Callable[[], bool]


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `verify` found wrong, with where."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked, in sentences with counts, and what is wrong (empty: all is well)."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What `export` wrote: the folder, and for each file its number of rows."""

    folder: Path
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, with the state of its claims."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    source: str
    length: int
    """In code points."""
    claims: int
    pending: int


class Workspace:
    """One review database and one reviewer.

    Errors meant for people are `CuratorError`: their text is one line.
    """

    @classmethod
    def open(cls, path: str | PathLike[str], *, reviewer: str | None = None, create: bool = True) -> Self:
        """Open (or make) the database at `path` for `reviewer` (default: the login name)."""
        raise NotImplementedError

    def close(self) -> None: ...

    # -- filling ---------------------------------------------------------------------------------------

    def add(
        self,
        sources: Iterable[str | PathLike[str]],
        *,
        max_bytes: int = 20_000_000,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> AddReport:
        """Read, store, extract and match what is new in files, folders, URLs, `-` or curator databases."""
        raise NotImplementedError

    # -- reading ---------------------------------------------------------------------------------------

    def article(self, article_id: str) -> Article: ...
    def articles(self) -> Iterator[ArticleSummary]: ...
    def claim(self, claim_id: str) -> ClaimView: ...
    def claims(self, filter: str = "", order: str = "article") -> Iterator[ClaimView]: ...
    def claims_of(self, article_id: str) -> tuple[ClaimView, ...]:
        """The claims of one article, by start."""

    def related(self, claim_id: str) -> tuple[Related, ...]:
        """What is proposed or decided about this claim and others, the most urgent first."""

    def candidates(
        self, *, kind: CandidateKind | None = None, claim_id: str = "", limit: int | None = None
    ) -> Iterator[Candidate]:
        """Undecided candidates by descending score; what follows from decisions is left out."""

    def search(self, words: str, *, limit: int = 50) -> tuple[ClaimView, ...]: ...
    def next_claim(
        self, claim_id: str = "", *, undecided: bool = True, backwards: bool = False
    ) -> ClaimView | None:
        """The claim after `claim_id` in the session's order and filter, going round the end once."""

    def progress(self) -> Progress: ...
    def session(self) -> Session: ...
    def save_session(self, session: Session) -> None: ...
    def changed(self) -> bool:
        """Whether another process has written since the last call; costs microseconds."""

    # -- deciding --------------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> Outcome:
        """Write one decision; it is on disk when this returns. Raises Refused with the chain against it."""
        raise NotImplementedError

    def undo(self, event_id: str | None = None) -> Outcome:
        """Take back this reviewer's last standing decision, or the event named."""
        raise NotImplementedError

    def redo(self) -> Outcome: ...
    def log(self, *, claim_id: str = "", reviewer: str = "", limit: int | None = None) -> Iterator[Event]:
        """Events, the newest first."""

    # -- handing on ------------------------------------------------------------------------------------

    def export(self, folder: str | PathLike[str], *, force: bool = False) -> ExportReport: ...
    def verify(self, against: str | PathLike[str] | None = None) -> VerifyReport: ...
    def resolve(self, prefix: str, among: str = "claim") -> str:
        """The one full id of a "claim", "article" or "event" that starts with `prefix`, as in git."""
