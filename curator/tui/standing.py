"""Where one reviewer stands: the claim, its article, what is related, and every way to go elsewhere.

Each way leaves a new `view`; errors are the Workspace's `CuratorError`s and leave it as it was. It must never
decide anything, draw, or know a widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from curator.models import Article, ClaimView, CuratorError, Related
from curator.tui.article_claims import ArticleClaims
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
        self.claims: ArticleClaims | None = None
        """Those of the article; None while there is none to stand at."""
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
        claims, here = self.claims, self.view.claim
        if claims is None or here is None:
            return
        row = min(max(row, 0), len(self.view.claims) - 1)
        claim = claims.stand(row)
        if claim is None:
            self._stand_at(claims.rows().at(row) or here)
            return
        related = self.workspace.related(claim.claim.id)
        self.view = self.view._replace(
            session=replace(self.view.session, claim_id=claim.claim.id),
            claims=claims.rows(),
            row=row,
            claim=claim,
            places=claims.places(claim.start, claim.end),
            related=related,
            related_row=_first_open(related, ""),
        )

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
        """Move to the next or previous article with claims; false when there is no other."""
        if self.view.article is None:
            return False
        edge = self.claims.edge(by) if self.claims is not None else None
        here = edge.claim.id if edge else self._here(backwards=by < 0)
        found = self.workspace.next_claim(here, undecided=False, backwards=by < 0)
        if found is None or found.claim.article_id == self.view.article.id:
            return False
        if by < 0:
            listing = self.workspace.listing(found.claim.article_id, self.view.session.filter)
            found = next(iter(listing.page(limit=1)), found)
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
        first = self.workspace.listing(article_id).page(limit=1)
        if first:
            self._stand_at(first[0])
        else:
            self._show_alone(self._article(article_id))

    def highlight(self, row: int) -> None:
        """Highlight a related claim."""
        if self.view.related:
            self.view = self.view._replace(related_row=min(max(row, 0), len(self.view.related) - 1))

    def go_to_offset(self, offset: int) -> bool:
        """Stand at the shortest claim that covers a code point of the article; false where none does."""
        claim_id = self.claims.at(offset) if self.claims is not None else ""
        if claim_id:
            self._arrive(self.workspace.claim(claim_id))
        return bool(claim_id)

    # -- looking elsewhere ---------------------------------------------------------------------------

    def look_at_rows(self, first: int, last: int) -> None:
        """Read these rows of the list, standing where one stands."""
        if self.claims is not None:
            self.claims.look(first)
            self.claims.look(last)
            self.view = self.view._replace(claims=self.claims.rows())

    def look_at_text(self, start: int, end: int) -> None:
        """Read where claims stand in a stretch of the article, standing where one stands."""
        if self.claims is not None:
            self.view = self.view._replace(places=self.claims.places(start, end))

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

    def _arrive(self, claim: ClaimView) -> None:
        """Stand at a claim; where it is of the list that was read, that is not read again."""
        claims = self.claims
        if claims is None or not claims.lasts or claims.filter != self.view.session.filter:
            self._stand_at(claim)
            return
        row = claims.row_of(claim.claim.id) if claims.article_id == claim.claim.article_id else -1
        if row < 0:
            self._stand_at(claim)
        else:
            self.go_to_row(row)

    def _here(self, *, backwards: bool) -> str:
        """The claim from which one goes on; "" for the beginning of all."""
        claim, article = self.view.claim, self.view.article
        if claim is None and article is not None:
            from curator.tui.claimless import neighbour

            claim = neighbour(self.workspace, article.id, backwards=backwards)
        return claim.claim.id if claim else ""

    def _stand_at(self, claim: ClaimView | None, highlight: str = "") -> None:
        progress = self.workspace.progress()
        session = self.view.session
        matches = self._matches(session.filter)
        if claim is None:
            self.view, self.claims = ReviewView(session, progress, matches=matches), None
            return
        claims = ArticleClaims(self.workspace, claim, session.filter)
        if claims.claim is None:
            if self.view.article is not None and self.view.article.id == claim.claim.article_id:
                self._show_alone(self.view.article)
            else:
                self._stand_at(self._first())
            return
        claim = claims.claim
        related = self.workspace.related(claim.claim.id)
        article = self._article(claim.claim.article_id)
        self.claims = claims
        self.view = ReviewView(
            session=replace(self.view.session, claim_id=claim.claim.id),
            progress=progress,
            article=article,
            claims=claims.rows(),
            row=claims.row,
            claim=claim,
            places=claims.places(claim.start, claim.end),
            related=related,
            related_row=_first_open(related, highlight),
            matches=matches,
        )

    def _show_alone(self, article: Article) -> None:
        from curator.tui.claimless import shown_alone

        self.view, self.claims = shown_alone(self.workspace, article, self.view), None

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


def _first_open(related: tuple[Related, ...], highlight: str) -> int:
    """The row of the claim `highlight`, else of the first pair that is still to decide."""
    for row, item in enumerate(related):
        if highlight and item.claim.claim.id == highlight:
            return row
    for row, item in enumerate(related):
        if item.relation is None:
            return row
    return 0 if related else -1
