"""The one façade over store and stages: the screen, the command line and notebooks use nothing else.

Every method is a sentence of the product. Reading is cheap and never grows with the number of claims;
what is long (add, match, export) takes `progress` and `cancelled` and is safe to run in a thread with a
workspace of its own. Holds no SQL, no scoring and no drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from curator.frozen import dataclass
from curator.models import (
    Agreement,
    Article,
    Candidate,
    CandidateKind,
    ClaimView,
    ClusterView,
    CuratorError,
    Event,
    Failure,
    Progress,
    Refused,
    Related,
    Session,
)
from curator.review.queue import ORDERS, Filter
from curator.store import ArticleSummary, Gone, Journal, Store
from curator.store.selection import select

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from curator.extract.language_model import LanguageModel
    from curator.filling import Guest, Reextracted
    from curator.review.decisions import Decision
    from curator.review.figures import Reliability, Rhythm, Tallied, Unfound
    from curator.review.history import Around
    from curator.store.dataset import Snapshot
    from curator.store.history import History, Past, Reading
    from curator.store.ledger import Written
    from curator.store.selection import Selection
    from curator.store.statistics import Statistics
    from curator.store.verifying import Finding, VerifyReport

__all__ = [
    "AddReport",
    "ArticleSummary",
    "ExportReport",
    "Finding",
    "Gone",
    "Outcome",
    "PageReport",
    "Refused",
    "VerifyReport",
    "Workspace",
]

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
    claims_known: int = 0
    """In files of claims: there already."""
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


class Workspace:
    """One review database and one reviewer.

    Errors meant for people are `CuratorError`: their text is one line. A workspace belongs to the thread
    that opened it; what is long gets one of its own.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        reviewer: str | None = None,
        create: bool = True,
        timeout: float = 5.0,
        journal: Journal = "delete",
    ) -> Self:
        """Open (or make) the database at `path` for `reviewer` (default: the login name).

        `timeout`: seconds to wait while another program writes. `journal="wal"` is for databases that many
        read while one writes; see the documentation for what it costs.
        """
        return cls(Store.open(Path(path), reviewer=reviewer, create=create, timeout=timeout, journal=journal))

    def close(self) -> None:
        """Let go of the file; nothing is pending, every decision was on disk when it was acknowledged."""
        self._store.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def recover(self) -> str:
        """After the file was deleted or replaced: write back what was open, open the path anew, say so."""
        before = self._store.database
        said = before.rescue()
        self._store = Store.open(self.path, reviewer=self.reviewer, timeout=before.patience / 1000)
        before.close()
        return said

    def gone(self) -> str:
        """That the file was deleted or replaced, in a line ("" when it is there); `recover` mends it."""
        return self._store.database.gone()

    def held(self, *, writing: bool = False) -> bool:
        """Whether another program keeps this one from reading, or from `writing`, right now; never waits."""
        return self._store.database.held(writing=writing)

    @property
    def path(self) -> Path:
        return self._store.database.path

    @property
    def reviewer(self) -> str:
        """The reviewer's name."""
        return self._store.reviewer

    @property
    def read_only(self) -> str:
        """Why nothing can be decided here, in one line; "" when it can."""
        return self._store.database.read_only

    # -- filling ---------------------------------------------------------------------------------------

    def add(
        self,
        sources: Iterable[str | PathLike[str]],
        *,
        max_bytes: int = 20_000_000,
        claims: bool = False,
        columns: Mapping[str, str] | None = None,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> AddReport:
        """Read, store, extract and match what is new in files, folders, URLs, `-` or curator databases.

        Files of claims (Curator's own, Prodigy, langextract, Label Studio) are known by their content;
        `claims` takes whatever is named for one, and `columns` says which column of a table means what.
        """
        from curator.filling import Filling

        filled = Filling(self._store, progress, cancelled).add(
            sources, max_bytes, claims=claims, columns=columns
        )
        brought = filled.brought
        return AddReport(
            articles_added=filled.articles_added,
            articles_known=filled.articles_known,
            claims_added=filled.claims_added,
            candidates_added=filled.candidates_added,
            events_added=filled.events_added,
            failures=tuple(filled.failures),
            cancelled=filled.cancelled,
            claims_known=brought.claims_known if brought else 0,
            claims_ungrounded=brought.ungrounded if brought else 0,
            set_aside=brought.set_aside if brought else 0,
            set_aside_files=tuple(map(str, brought.files)) if brought else (),
        )

    def match(
        self,
        *,
        anew: bool = False,
        learning: bool | None = None,
        executor: Executor | None = None,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> AddReport:
        """Propose pairs for what is new, or `anew` for everything.

        `learning`: True refits the weights to what was decided here first, False goes back to the shipped
        ones, None leaves them as they are. `executor` carries the heavy part of a large pile.
        """
        from curator.filling import Filling

        filled = Filling(self._store, progress, cancelled).rematch(
            anew=anew, learning=learning, executor=executor
        )
        return AddReport(candidates_added=filled.candidates_added, cancelled=filled.cancelled)

    def reextract(
        self,
        guest: Guest | None = None,
        *,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> Reextracted:
        """Extract every article again: decided claims stay, undecided ones that vanished go stale.

        A `guest` (`language_model(…)`) adds its claims to what is there and replaces only its own.
        """
        from curator.filling import Filling

        return Filling(self._store, progress, cancelled).reextract(guest)

    def language_model(self, name: str, *, price: str = "", key: str | None = None) -> LanguageModel:
        """A guest extractor: a model by its name in `llm`; its answers are kept beside the database.

        `price` is what a million tokens cost, input/output ("0.25/2.00"), for its estimates.
        """
        from curator.extract.language_model import LanguageModel, Price, ResponseFile

        kept = ResponseFile(f"{self.path}.responses.jsonl")
        return LanguageModel(name, kept, key=key, price=Price.parse(price) if price else None)

    def extractor(self, name: str) -> Guest | None:
        """A guest extractor by the name under which another package offers it; None for Curator's own."""
        from curator.filling import EXTRACTOR, NamedExtractor

        return None if name == EXTRACTOR else NamedExtractor(name)

    def whole_articles(self) -> Iterator[Article]:
        """Every article with its text, in the order they came in."""
        return self._store.corpus.all_articles()

    # -- reading ---------------------------------------------------------------------------------------

    def article(self, article_id: str) -> Article:
        """One article with its text."""
        return self._store.corpus.article(article_id)

    def articles(self) -> Iterator[ArticleSummary]:
        """Every article without its text, in the order in which they came in."""
        return self._store.state.articles()

    def claim(self, claim_id: str) -> ClaimView:
        """One claim with what stands of it."""
        return self._store.views.of(claim_id)

    def claims(self, filter: str = "", order: str = "article") -> Iterator[ClaimView]:
        """The claims that fit a filter, in an order; see `review.queue` for both."""
        return self._store.queue.listed(self._selection(filter, order))

    def claims_of(self, article_id: str, filter: str = "") -> tuple[ClaimView, ...]:
        """The claims of one article, by start; those alone that fit a filter."""
        number = self._store.corpus.article_no(article_id)
        if not filter:
            return self._store.views.of_article(number)
        return self._store.queue.of_article(self._selection(filter, "article"), number)

    def count(self, filter: str, most: int = 1000) -> int:
        """How many claims fit a filter, counted no further than `most`."""
        return self._store.queue.counted(self._selection(filter, "article"), most)

    def related(self, claim_id: str) -> tuple[Related, ...]:
        """What is proposed or decided about this claim and others, the most urgent first."""
        return self._store.relations.of(self._store.corpus.known_claim_no(claim_id))

    def candidates(
        self, *, kind: CandidateKind | None = None, claim_id: str = "", limit: int | None = None
    ) -> Iterator[Candidate]:
        """Undecided candidates by descending score; what follows from decisions is left out."""
        claim_no = self._store.corpus.known_claim_no(claim_id) if claim_id else None
        return self._store.relations.candidates(kind=kind, claim_no=claim_no, limit=limit)

    def doubtful_candidates(self) -> Iterator[Candidate]:
        """Undecided candidates, those whose score says least first."""
        return self._store.relations.doubtful()

    def why(self, left_id: str, right_id: str) -> Candidate:
        """Any two claims as what they likelier are, with each signal's share in log-odds and in words."""
        from curator.store.matching import Matching

        return Matching(self._store.database).why(left_id, right_id)

    def clusters(
        self, order: str = "carried", *, after: str = "", limit: int = 100
    ) -> tuple[ClusterView, ...]:
        """A page of clusters after the one of canonical claim `after`; see `cluster_orders`."""
        from curator.store.clusters import ClusterList

        clusters = ClusterList(self._store.database, self._store.views)
        return clusters.page(order, self._store.corpus.known_claim_no(after) if after else None, limit)

    def cluster_orders(self) -> dict[str, str]:
        """The orders of the clusters: name and what it means."""
        from curator.store.clusters import CLUSTER_ORDERS

        return dict(CLUSTER_ORDERS)

    def search(self, words: str, *, limit: int = 50) -> tuple[ClaimView, ...]:
        """Claims that hold all of these words, the last of them perhaps unfinished."""
        return self._store.views.search(words, limit)

    def next_claim(
        self, claim_id: str = "", *, undecided: bool = True, backwards: bool = False
    ) -> ClaimView | None:
        """The claim after `claim_id` in the session's order and filter, going round the end once.

        `undecided` keeps to pending claims, those put off last. None: there is no other.
        """
        session = self.session()
        selection = self._selection(session.filter, session.order)
        return self._store.queue.next(selection, claim_id, undecided=undecided, backwards=backwards)

    def orders(self) -> dict[str, str]:
        """The orders of the queue: name and what it means."""
        return dict(ORDERS)

    def agreement(self) -> tuple[Agreement, ...]:
        """How far every two reviewers agree on the claims that both decided."""
        from curator.review.agreement import agreements

        return agreements(self._store.state.verdict_pairs())

    def progress(self) -> Progress:
        """How far the review is."""
        return self._store.state.progress()

    # -- figures ---------------------------------------------------------------------------------------

    @property
    def _statistics(self) -> Statistics:
        from curator.store.statistics import Statistics

        return Statistics(self._store.database, self.reviewer)

    def mark(self) -> tuple[int, int]:
        """Where the file stands: another value than before when anything was written since, by anyone."""
        return self._statistics.mark()

    def article_page(
        self, after: str = "", *, limit: int = 100, backwards: bool = False
    ) -> tuple[ArticleSummary, ...]:
        """Articles after (or before) the one with this id in the order in which they came in."""
        return self._statistics.articles(after, limit, backwards=backwards)

    def tallied(self) -> Iterator[Tallied]:
        """Claims by kind, speaker and outlet; reads them all, in short steps, and tells how far it is."""
        return self._statistics.tallied()

    def rhythm(self) -> Rhythm:
        """How many decisions came in the last hour and in the last weeks."""
        return self._statistics.rhythm()

    def reliability(self) -> tuple[tuple[Agreement, ...], Reliability]:
        """How far every two reviewers, and all together, agree; read in short steps."""
        return self._statistics.agreement()

    def unfound(self, kind: CandidateKind) -> Unfound:
        """How many pairs of a kind are left among the open proposals, with its uncertainty."""
        return self._statistics.unfound(kind)

    def session(self) -> Session:
        """Where this reviewer stands."""
        return self._store.state.session()

    def save_session(self, session: Session) -> None:
        """Keep where this reviewer stands; raises CuratorError for an order or filter that there is not."""
        self._selection(session.filter, session.order)
        self._store.state.save_session(session)

    def changed(self) -> bool:
        """Whether another process has written since the last call; costs microseconds, and never waits."""
        return not self.held() and self._store.database.changed()

    def _selection(self, filter: str, order: str) -> Selection:
        return select(Filter.parse(filter), order, self._store.reviewer)

    # -- deciding --------------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> Outcome:
        """Write one decision; it is on disk when this returns. Raises Refused with the chain against it."""
        return _outcome(self._store.ledger.decide([decision]))

    def decide_all(self, decisions: Iterable[Decision]) -> Outcome:
        """Write several decisions, all or none, as one group that one undo takes back."""
        wanted = list(decisions)
        if not wanted:
            raise CuratorError("there is nothing to decide")
        return _outcome(self._store.ledger.decide(wanted))

    def undo(self, event_id: str | None = None) -> Outcome:
        """Take back this reviewer's last standing decision, or the event named."""
        if event_id is not None:
            from curator.review.decisions import Undo

            return self.decide(Undo(event_id))
        return _outcome(self._store.ledger.undo())

    def redo(self) -> Outcome:
        """Bring back what the last undo took, unless something was decided since."""
        return _outcome(self._store.ledger.redo())

    def log(self, *, claim_id: str = "", reviewer: str = "", limit: int | None = None) -> Iterator[Event]:
        """Events, the newest first."""
        claim_no = self._store.corpus.known_claim_no(claim_id) if claim_id else None
        return self._store.log.newest(claim_no=claim_no, name=reviewer, limit=limit)

    def claims_decided(self, event: Event) -> tuple[str, ...]:
        """The ids of the claims that an event speaks of; of an undo, those of what it takes back."""
        from curator.review.facts import read

        return tuple(read(self._store.log.base(event)).claim_ids)

    def stands(self, event_id: str) -> bool:
        """Whether an event of the log has not been taken back."""
        return self._store.log.stands(self._store.log.event(event_id))

    def taken_back(self, event_id: str) -> tuple[Event, ...]:
        """What an undo takes back, what that takes back if it is an undo too, and so on; () of no undo."""
        chain = [self._store.log.event(event_id)]
        while (target := chain[-1].target) is not None:
            chain.append(self._store.log.event(target))
        return tuple(chain[1:])

    def status_after(self, event_id: str) -> str:
        """The status of its claim right after a verdict or the undo of one; "" of any other event."""
        from curator.store.afterwards import Afterwards

        return Afterwards(self._store.database, self._store.log.event(event_id)).status()

    # -- looking back ----------------------------------------------------------------------------------

    @property
    def _history(self) -> History:
        from curator.store.history import History

        return History(self._store.database, self.reviewer)

    def reading(self, filter: str = "") -> Reading:
        """The log by pages, the newest first, through a filter ("reviewer:ana verb:merge claim:3f2a words").

        Raises CuratorError for a filter that makes no sense.
        """
        from curator.review.history import LogFilter

        return self._history.reading(LogFilter.parse(filter))

    def log_length(self) -> int:
        """How many events the log has."""
        return self._history.count()

    def around(self, event_id: str) -> Around:
        """What stands around one event: who took it back, what came with it, what was built on it since."""
        return self._history.around(event_id)

    def past(self, until_ms: int) -> Past:
        """The state at a moment, in milliseconds since 1970; reads the log up to it, so give it a thread."""
        return self._history.past(until_ms)

    def past_claims(
        self, past: Past, after: str = "", *, limit: int = 100, backwards: bool = False
    ) -> tuple[list[ClaimView], bool]:
        """Claims as they stood then, after (or before) the one with this id, and whether that is all."""
        return past.claims(self._store.database, after, limit, backwards=backwards)

    # -- handing on ------------------------------------------------------------------------------------

    def export(
        self,
        folder: str | PathLike[str],
        *,
        force: bool = False,
        formats: Iterable[str] = (),
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Write the dataset into `folder`, whole or not at all; `formats` besides the data package."""
        from curator.export import write
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            exported = write(
                dataset,
                folder,
                formats=tuple(formats),
                force=force,
                progress=progress,
                cancelled=cancelled,
            )
        return ExportReport(exported.folder, exported.rows)

    def report(
        self,
        path: str | PathLike[str],
        *,
        title: str = "",
        force: bool = False,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> PageReport:
        """Write one self-contained HTML page for people, whole or not at all.

        A file that is no earlier report is only replaced with `force`.
        """
        from curator.report import TITLE, write
        from curator.review.agreement import agreements
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            written = write(
                dataset,
                path,
                title=title or TITLE,
                evidence=dataset.evidence,
                agreement=agreements(dataset.verdict_pairs()),
                force=force,
                progress=progress,
                cancelled=cancelled,
            )
        return PageReport(written.path, written.bytes, written.left_out)

    @contextmanager
    def dataset(self) -> Iterator[Snapshot]:
        """One unchanging state of everything, for reports and exporters of your own."""
        from curator.store.dataset import frozen

        with frozen(self._store.database, self.reviewer) as dataset:
            yield dataset

    def verify(
        self, against: str | PathLike[str] | None = None, *, progress: ProgressCallback | None = None
    ) -> VerifyReport:
        """Check the whole file on a copy; `against`: the heads.json (or folder) of an earlier export."""
        from curator.store.verifying import verify

        return verify(self._store.database, against, progress or (lambda what, done, total: None))

    def resolve(self, prefix: str, among: str = "claim") -> str:
        """The one full id of a "claim", "article" or "event" that starts with `prefix`, as in git."""
        return self._store.state.resolve(prefix, among)


def __getattr__(name: str) -> Any:
    """`Finding` and `VerifyReport`, which only verifying needs."""
    if name in ("Finding", "VerifyReport"):
        from curator.store import verifying

        return getattr(verifying, name)
    raise AttributeError(f"module 'curator.workspace' has no attribute {name!r}")


def _outcome(written: Written) -> Outcome:
    return Outcome(
        event=written.events[-1], said=written.said, settled=written.settled, claim_id=written.claim_id
    )
