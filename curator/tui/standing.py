"""Where one reviewer stands: the claim, its article and what is related, as one view that is read anew.

Errors are the Workspace's `CuratorError`s and leave the view as it was. It must never decide anything, draw,
or know a widget.
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
        if claim is None and self.view.article is not None and not self._is_first_of_all():
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
            if self.view.session.filter:
                raise NothingThere("there is no claim here: none fits the filter")
            raise NothingThere("there is no claim here; add articles with `curator add PATH…`")
        return self.view.claim

    def _highlighted(self) -> Related:
        if self.view.highlighted is None:
            raise NothingThere("no related claim is highlighted: nothing like it was found in other articles")
        return self.view.highlighted

    def _first(self) -> ClaimView | None:
        """The first claim to decide, or the first of all."""
        return self.workspace.next_claim() or self.workspace.next_claim(undecided=False)

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

    def _stand_at(self, claim: ClaimView | None, highlight: str = "") -> None:
        progress = self.workspace.progress()
        session = self.view.session
        matches = self._matches(session.filter)
        if claim is None:
            self.view, self.claims = ReviewView(session, progress, matches=matches), None
            if not session.filter and (page := self.workspace.article_page(limit=1)):
                self._show_alone(self._article(page[0].id))
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

    def _is_first_of_all(self) -> bool:
        """Whether one stands in an article because there was no claim anywhere, and now there is one."""
        return not self.view.progress.total and self.workspace.progress().total > 0

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
