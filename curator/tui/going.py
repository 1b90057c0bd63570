"""The ways to go elsewhere: to neighbours in the list and in the queue, far away, and back.

Each leaves a new `view`; errors are the Workspace's `CuratorError`s and leave it as it was. It must never
decide anything, draw, or know a widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.tui.standing import Standing

if TYPE_CHECKING:
    from curator.tui.article_claims import ArticleClaims
    from curator.tui.view_model import ReviewView
    from curator.workspace import Workspace


class Going(Standing):
    """Standing, and going elsewhere from there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._trail: list[str] = []
        """Claims from which the reviewer went elsewhere, the last one last."""
        self._ahead: tuple[object, ReviewView, ArticleClaims | None] | None = None
        """What there will be to see in the next article, and of which state of things that holds."""

    def go_to_edge(self, by: int) -> None:
        """Stand at the first claim of the list (-1) or the last (1), however far that is."""
        claim = self.claims.edge(by) if self.claims is not None else None
        if claim is not None:
            self._arrive(claim)

    def step(self, by: int) -> bool:
        """Move in the list; past its ends, and under a filter, to the neighbour in the session's order.

        False when there is none.
        """
        row = self.view.row + by
        if 0 <= row < len(self.view.claims) and not self.view.session.filter:
            self.go_to_row(row)
            return True
        return self._go_on(undecided=False, backwards=by < 0)

    def go_undecided(self, by: int, *, afresh: bool = False) -> bool:
        """Move to the next or previous undecided claim; false when there is no other."""
        return self._go_on(undecided=True, backwards=by < 0, afresh=afresh)

    def go_next(self, also: str) -> bool:
        """Move to the next claim that fits a filter besides the session's; false when there is no other."""
        here = self.view.claim.claim.id if self.view.claim else ""
        found = self.workspace.next_claim(here, undecided=False, also=also)
        if found is None or found.claim.id == here:
            return False
        self._stand_at(found)
        return True

    def go_article(self, by: int) -> bool:
        """Move to the next or previous article, one with claims where there is any; false at the end."""
        before = self.view.article
        if before is None:
            return False
        if self._ahead is not None and self._ahead[0] == self._state(by):
            (_, self.view, self.claims), self._ahead = self._ahead, None
            return True
        edge = self.claims.edge(by) if self.claims is not None else None
        here = edge.claim.id if edge else self._here(backwards=by < 0)
        found = self.workspace.next_claim(here, undecided=False, backwards=by < 0)
        if found is None and self.view.claim is None:
            return self._go_to_claimless(before.id, by)
        if found is None or found.claim.article_id == before.id:
            return False
        if by < 0:
            listing = self.workspace.listing(found.claim.article_id, self.view.session.filter)
            found = next(iter(listing.page(limit=1)), found)
        self._stand_at(found)
        return True

    def _go_to_claimless(self, article_id: str, by: int) -> bool:
        """From an article without claims to the neighbour, where no further one that way has any."""
        page = self.workspace.article_page(article_id, limit=1, backwards=by < 0)
        if page:
            self.show_article(page[0].id)
        return bool(page)

    def look_ahead(self, by: int) -> None:
        """Read what `go_article` would show, standing where one stands: going there need not wait for it."""
        state = self._state(by)
        if self._ahead is not None and self._ahead[0] == state:
            return
        here, self._ahead = (self.view, self.claims), None
        try:
            if self.go_article(by):
                self._ahead = state, self.view, self.claims
        finally:
            self.view, self.claims = here

    def _state(self, by: int) -> object:
        """All on which depends what there is to see in the next article."""
        article, session = self.view.article, replace(self.view.session, claim_id="")
        here = article.id if article else "", self.claims.filter if self.claims else ""
        return by, here, session, self.workspace.guards, self.workspace.mark()

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

    def go_to_offset(self, offset: int) -> bool:
        """Stand at the shortest claim that covers a code point of the article; false where none does."""
        claim_id = self.claims.at(offset) if self.claims is not None else ""
        if claim_id:
            self._arrive(self.workspace.claim(claim_id))
        return bool(claim_id)

    # -- behind it -----------------------------------------------------------------------------------

    def _go_on(self, *, undecided: bool, backwards: bool = False, afresh: bool = False) -> bool:
        """Stand at the next claim; `afresh`: something was decided, so that the list may be another."""
        here = self._here(backwards=backwards)
        found = self.workspace.next_claim(here, undecided=undecided, backwards=backwards)
        if found is None or found.claim.id == here:
            return False
        if afresh:
            self._stand_at(found)
        else:
            self._arrive(found)
        return True

    def _here(self, *, backwards: bool) -> str:
        """The claim from which one goes on; "" for the beginning of all."""
        claim, article = self.view.claim, self.view.article
        if claim is None and article is not None:
            from curator.tui.claimless import neighbour

            claim = neighbour(self.workspace, article.id, backwards=backwards)
        return claim.claim.id if claim else ""
