"""Articles, claims, candidates and clusters, and where the reviewer stands among them.

Every answer is cheap and does not grow with the number of claims. Changes nothing but the session.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.models import (
    Article,
    Candidate,
    CandidateKind,
    ClaimView,
    ClusterView,
    Related,
    Session,
)
from curator.review.queue import ORDERS
from curator.store import ArticleSummary
from curator.store.listing import Listing
from curator.workspace.opened import Opened

if TYPE_CHECKING:
    from curator.match.ordering import Choice
    from curator.review.passages import ArticleHit


class Reading(Opened):
    """What is there and what stands of it."""

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

    def listing(self, article_id: str, filter: str = "", *, also: str = "") -> Listing:
        """The claims of one article that fit a filter, and the claim `also`, to be read in parts."""
        number = self._store.corpus.article_no(article_id)
        selection = self._selection(filter, "article") if filter else None
        return Listing(self._store.database, self._store.views, self._store.queue, number, selection, also)

    def claims_of(self, article_id: str, filter: str = "") -> tuple[ClaimView, ...]:
        """All claims of one article that fit a filter, as it reads; `listing` gives parts of very many."""
        return self.listing(article_id, filter).page()

    def count(self, filter: str, most: int = 1000) -> int:
        """How many claims fit a filter, counted no further than `most`."""
        return self._store.queue.counted(self._selection(filter, "article"), most)

    def related(self, claim_id: str, beside: str = "") -> tuple[Related, ...]:
        """What is proposed or decided about this claim and others, the most urgent first.

        Of very many proposals these are the best; `beside`: a claim that is among them in any case.
        """
        number = self._store.corpus.known_claim_no
        return self._store.relations.of(number(claim_id), number(beside) if beside else None)

    def candidates(
        self, *, kind: CandidateKind | None = None, claim_id: str = "", limit: int | None = None
    ) -> Iterator[Candidate]:
        """Undecided candidates, the likeliest first; what follows from decisions is left out.

        Those of one claim come by their score, others by whole percent of it.
        """
        claim_no = self._store.corpus.known_claim_no(claim_id) if claim_id else None
        return self._store.relations.candidates(kind=kind, claim_no=claim_no, limit=limit)

    def doubtful_candidates(self) -> Iterator[Candidate]:
        """Undecided candidates, those whose score says least first."""
        return self._store.relations.doubtful()

    def queued_candidates(
        self, kind: CandidateKind, *, seed: int | None = None
    ) -> Iterator[Choice[Candidate]]:
        """Undecided candidates of a kind as they are best asked: the likeliest, some uncertain, some drawn.

        Every one comes once. `seed`: of the lot that draws; None draws afresh.
        """
        import random

        from curator.match.ordering import mixed

        draw = random.Random(seed)  # noqa: S311 - sampling, not secrets
        relations, counts = self._store.relations, self._store.state.progress()
        return mixed(
            relations.candidates(kind=kind),
            relations.doubtful(kind),
            lambda: relations.drawn(kind, draw),
            key=lambda candidate: (candidate.left_id, candidate.right_id),
            shown=counts.same + counts.contradicts + counts.unrelated,
        )

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

    def search_articles(self, words: str, *, limit: int = 20) -> tuple[ArticleHit, ...]:
        """Articles that hold all of these words, each with the sentence that has most of them."""
        from curator.store.article_search import ArticleSearch

        return ArticleSearch(self._store.database).found(words, limit)

    def next_claim(
        self, claim_id: str = "", *, undecided: bool = True, backwards: bool = False, also: str = ""
    ) -> ClaimView | None:
        """The claim after `claim_id` in the session's order and filter, going round the end once.

        `undecided` keeps to pending claims, those put off last; `also` is what else has to fit, as a filter.
        None: there is no other.
        """
        session = self.session()
        selection = self._selection(f"{session.filter} {also}", session.order)
        return self._store.queue.next(selection, claim_id, undecided=undecided, backwards=backwards)

    def orders(self) -> dict[str, str]:
        """The orders of the queue: name and what it means."""
        return dict(ORDERS)

    def session(self) -> Session:
        """Where this reviewer stands."""
        return self._store.state.session()

    def save_session(self, session: Session) -> None:
        """Keep where this reviewer stands; raises CuratorError for an order or filter that there is not."""
        self._selection(session.filter, session.order)
        self._store.state.save_session(session)

    def changed(self) -> bool:
        """Whether another process has written since the last call; costs microseconds, and hardly waits."""
        return not self.held() and self._store.database.changed()
