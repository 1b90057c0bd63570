"""Articles looked for behind the screen as words are typed: the newest words alone.

Never touches a widget: what was found is handed to the loop that asked.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from curator.models import CuratorError, Span

if TYPE_CHECKING:
    from curator.review.passages import ArticleHit
    from curator.workspace import Workspace


class Found(NamedTuple):
    """Where to go."""

    claim_id: str
    """The claim, or of an article the one nearest to its hits; "" where it has none."""
    hits: tuple[Span, ...] = ()
    """In the article, where it was found by its own words."""
    article_id: str = ""
    """The article, where it was found by its own words."""


class ArticleFinder:
    """Looks for articles in a thread of its own."""

    def __init__(self, workspace: Workspace, tell: Callable[[str, tuple[ArticleHit, ...]], object]) -> None:
        self._path, self._reviewer = workspace.path, workspace.reviewer
        self._tell = tell
        """Called in the thread with the words and what was found."""
        self._workspace: Workspace | None = None
        self._thread = ThreadPoolExecutor(1, "finding")
        self._wanted = ""

    def look_for(self, words: str) -> None:
        """Look for articles with these words; what was asked before and has not begun is forgotten."""
        self._wanted = words
        if words:
            self._thread.submit(self._look, words)

    def _look(self, words: str) -> None:
        if words != self._wanted:
            return
        try:
            if self._workspace is None:
                from curator.workspace import Workspace

                self._workspace = Workspace.open(self._path, reviewer=self._reviewer, create=False).spare()
            hits = self._workspace.search_articles(words)
        except CuratorError:
            return  # claims are still found, and tell what is wrong with the file
        if words == self._wanted:
            self._tell(words, hits)

    def close(self) -> None:
        """Let go of the connection, once what is begun is finished."""
        self._wanted = ""
        self._thread.submit(self._close)
        self._thread.shutdown(wait=False)

    def _close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
