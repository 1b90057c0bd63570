"""An article in which no claim was found: what is shown of it, and which claims stand before and after it.

Reads only, and never a text but that of the article that is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.models import ClaimView
from curator.tui.view_model import ReviewView

if TYPE_CHECKING:
    from curator.models import Article
    from curator.workspace import Workspace

_PAGE = 200
"""Articles looked at once for one that has claims."""


def shown_alone(workspace: Workspace, article: Article, before: ReviewView) -> ReviewView:
    """An article without claims; the session goes on where it was, so that a new start does too."""
    return ReviewView(before.session, workspace.progress(), article=article, matches=before.matches)


def neighbour(workspace: Workspace, article_id: str, *, backwards: bool) -> ClaimView | None:
    """The last claim of the articles before one, or with `backwards` the first of those after it.

    It is what one goes on from where there is no claim to stand at; None where the articles end.
    """
    after = article_id
    while page := workspace.article_page(after, limit=_PAGE, backwards=not backwards):
        for summary in page:
            listing = workspace.listing(summary.id) if summary.claims else None
            if listing is not None and (edge := listing.page(limit=1, backwards=not backwards)):
                return edge[0]
        after = page[-1].id
    return None
