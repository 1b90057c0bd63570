"""Where one reviewer stands: the claim, its article, what is related, and every way to go elsewhere.

Each way leaves a new `view`; errors are the Workspace's `CuratorError`s and leave it as it was. It must never
decide anything, draw, or know a widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.models import Article, ClaimView, CuratorError, Related
from curator.tui.claimless import neighbour, shown_alone
from curator.tui.view_model import ReviewView

if TYPE_CHECKING:
    from curator.workspace import Workspace


MOST_COUNTED = 1000
"""Beyond so many it is only said that there are more."""


class NothingThere(CuratorError):
    """A verb that needs a claim or a highlighted pair, and there is none."""


class Standing:
    """Position of one reviewer in one database."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.view = ReviewView(workspace.session())
        self._trail: list[str] = []
        """Claims from which the reviewer went elsewhere, the last one last."""
        self._counted: tuple[object, int] = (None, 0)
        """For which state of the file and which filter the matches were counted, and how many there are."""

    # -- standing ------------------------------------------------------------------------------------

    def resume(self) -> None:
        """Stand where the session was left, or at the first claim to decide."""
        session = self.workspace.session()
        self.view = self.view._replace(session=session)
        claim: ClaimView | None = None
        if session.claim_id:
            try:
                claim = self.workspace.claim(session.claim_id)
            except CuratorError:
                claim = None  # a claim that is gone: start again at the first
        if claim is not None and claim.decided_at > session.saved_at:
            # what came after the decision was never written: go on as the screen had done
            self._stand_at(self.workspace.next_claim(claim.claim.id) or claim)
        else:
            self._stand_at(claim or self._first())

    def reload(self) -> None:
        """Read everything afresh, standing at the same claim and the same highlighted pair."""
        claim, highlighted = self.view.claim, self.view.highlighted
        if claim is None and self.view.article is not None:
            self.show_article(self.view.article.id)
            return
        current = self.workspace.claim(claim.claim.id) if claim else self._first()
        self._stand_at(current, highlight=highlighted.claim.claim.id if highlighted else "")

    def go_to(self, claim_id: str) -> None:
        """Stand at a claim."""
        self._stand_at(self.workspace.claim(claim_id))

    def go_to_row(self, row: int) -> None:
        """Stand at a claim of the list; the list itself is looked at again only when the file has changed."""
        claims = self.view.claims
        if not claims:
            return
        row = min(max(row, 0), len(claims) - 1)
        claim_id = claims[row].claim.id
        related = self.workspace.related(claim_id)
        self.view = self.view._replace(
            session=replace(self.view.session, claim_id=claim_id),
            row=row,
            related=related,
            related_row=_first_open(related, ""),
        )

    def step(self, by: int) -> bool:
        """Move in the list; past its ends, and under a filter, to the neighbour in the session's order.

        False when there is none.
        """
        row = self.view.row + by
        if 0 <= row < len(self.view.claims) and not self.view.session.filter:
            self.go_to_row(row)
            return True
        return self._go_on(undecided=False, backwards=by < 0)

    def go_undecided(self, by: int) -> bool:
        """Move to the next or previous undecided claim; false when there is no other."""
        return self._go_on(undecided=True, backwards=by < 0)

    def go_next(self, also: str) -> bool:
        """Move to the next claim that fits a filter besides the session's; false when there is no other."""
        here = self.view.claim.claim.id if self.view.claim else ""
        found = self.workspace.next_claim(here, undecided=False, also=also)
        if found is None or found.claim.id == here:
            return False
        self._stand_at(found)
        return True

    def go_article(self, by: int) -> bool:
        """Move to the next or previous article with claims; false when there is no other."""
        claims = self.view.claims
        if self.view.article is None:
            return False
        edge = (claims[-1] if by > 0 else claims[0]).claim.id if claims else self._here(backwards=by < 0)
        found = self.workspace.next_claim(edge, undecided=False, backwards=by < 0)
        if found is None or found.claim.article_id == self.view.article.id:
            return False
        if by < 0:
            found = self.workspace.claims_of(found.claim.article_id)[0]
        self._stand_at(found)
        return True

    def go_to_highlighted(self) -> None:
        """Stand at the highlighted related claim, in its own article."""
        claim, related = self._claim(), self._highlighted()
        self._trail.append(claim.claim.id)
        self.go_to(related.claim.claim.id)

    def go_back(self) -> bool:
        """Back to where `go_to_highlighted` or `leave_for` started; false when there is no such place."""
        if not self._trail:
            return False
        self.go_to(self._trail.pop())
        return True

    def leave_for(self, claim_id: str) -> None:
        """Stand at a claim that was found; `go_back` returns."""
        if self.view.claim is not None:
            self._trail.append(self.view.claim.claim.id)
        self.go_to(claim_id)

    def leave_for_article(self, article_id: str) -> None:
        """Stand in an article that was found, whether or not it has claims; `go_back` returns."""
        if self.view.claim is not None:
            self._trail.append(self.view.claim.claim.id)
        self.show_article(article_id)

    def show_article(self, article_id: str) -> None:
        """Stand at the first claim of an article, or in the article alone where it has none."""
        claims = self.workspace.claims_of(article_id)
        if claims:
            self._stand_at(claims[0])
        else:
            self.view = shown_alone(self.workspace, self._article(article_id), self.view)

    def highlight(self, row: int) -> None:
        """Highlight a related claim."""
        if self.view.related:
            self.view = self.view._replace(related_row=min(max(row, 0), len(self.view.related) - 1))

    def claim_at(self, offset: int) -> int:
        """The row of the shortest claim that covers a code point of the article, -1 for none."""
        covering = [
            (view.end - view.start, row)
            for row, view in enumerate(self.view.claims)
            if view.start <= offset < view.end
        ]
        return min(covering)[1] if covering else -1

    # -- session -------------------------------------------------------------------------------------

    def show_in(self, *, order: str | None = None, filter: str | None = None) -> None:
        """Change order or filter and stand at the first claim to decide.

        Raises CuratorError, and changes nothing, for one that makes no sense.
        """
        before = self.view.session
        session = replace(
            before,
            order=before.order if order is None else order,
            filter=before.filter if filter is None else filter,
        )
        self.workspace.save_session(session)
        try:
            self.view = self.view._replace(session=session)
            self._stand_at(self._first())
        except CuratorError:
            self.workspace.save_session(before)
            self.view = self.view._replace(session=before)
            raise

    def save(self) -> None:
        """Keep where the reviewer stands for the next start."""
        self.workspace.save_session(self.view.session)

    # -- behind it -----------------------------------------------------------------------------------

    def _claim(self) -> ClaimView:
        if self.view.claim is None:
            if self.view.article is not None:
                raise NothingThere("no claim was found in this article")
            raise NothingThere("there is no claim here; add articles with `curator add PATH…`")
        return self.view.claim

    def _highlighted(self) -> Related:
        if self.view.highlighted is None:
            raise NothingThere("no related claim is highlighted: nothing like it was found in other articles")
        return self.view.highlighted

    def _first(self) -> ClaimView | None:
        """The first claim to decide, or the first of all."""
        return self.workspace.next_claim() or self.workspace.next_claim(undecided=False)

    def _go_on(self, *, undecided: bool, backwards: bool = False) -> bool:
        here = self._here(backwards=backwards)
        found = self.workspace.next_claim(here, undecided=undecided, backwards=backwards)
        if found is None or found.claim.id == here:
            return False
        self._stand_at(found)
        return True

    def _here(self, *, backwards: bool) -> str:
        """The claim from which one goes on; "" for the beginning of all."""
        claim, article = self.view.claim, self.view.article
        if claim is None and article is not None:
            claim = neighbour(self.workspace, article.id, backwards=backwards)
        return claim.claim.id if claim else ""

    def _stand_at(self, claim: ClaimView | None, highlight: str = "") -> None:
        progress = self.workspace.progress()
        session = self.view.session
        matches = self._matches(session.filter)
        if claim is None:
            self.view = ReviewView(session, progress, matches=matches)
            return
        claims = self._listed(claim, session.filter)
        row = _row_of(claims, claim)
        if row < 0:
            if self.view.article is not None and self.view.article.id == claim.claim.article_id:
                self.view = shown_alone(self.workspace, self.view.article, self.view)
            else:
                self._stand_at(self._first())
            return
        claim = claims[row]
        related = self.workspace.related(claim.claim.id)
        self.view = ReviewView(
            session=replace(self.view.session, claim_id=claim.claim.id),
            progress=progress,
            article=self._article(claim.claim.article_id),
            claims=claims,
            row=row,
            related=related,
            related_row=_first_open(related, highlight),
            matches=matches,
        )

    def _listed(self, claim: ClaimView, filter: str) -> tuple[ClaimView, ...]:
        """The claims of an article that the filter lets through, and the one that the reviewer stands at."""
        article = claim.claim.article_id
        claims = self.workspace.claims_of(article, filter)
        if not filter or any(view.claim.id == claim.claim.id for view in claims):
            return claims
        own = [view for view in self.workspace.claims_of(article) if view.claim.id == claim.claim.id]
        return tuple(sorted((*claims, *own), key=lambda view: view.claim.start))

    def _matches(self, filter: str) -> int:
        """How many claims fit the filter; counted again when the file has changed."""
        if not filter:
            return 0
        state = (self.workspace.mark(), filter)
        if self._counted[0] != state:
            self._counted = state, self.workspace.count(filter, MOST_COUNTED + 1)
        return self._counted[1]

    def _article(self, article_id: str) -> Article:
        article = self.view.article
        return article if article and article.id == article_id else self.workspace.article(article_id)


def _row_of(claims: tuple[ClaimView, ...], claim: ClaimView) -> int:
    """The row of a claim; of one that is no longer listed, the row nearest to its place; -1 for none."""
    for row, view in enumerate(claims):
        if view.claim.id == claim.claim.id:
            return row
    return min(range(len(claims)), key=lambda row: abs(claims[row].start - claim.start), default=-1)


def _first_open(related: tuple[Related, ...], highlight: str) -> int:
    """The row of the claim `highlight`, else of the first pair that is still to decide."""
    for row, item in enumerate(related):
        if highlight and item.claim.claim.id == highlight:
            return row
    for row, item in enumerate(related):
        if item.relation is None:
            return row
    return 0 if related else -1
