"""What happened, told upwards by widgets to their screen: every name is a past-tense fact.

Facts only, never orders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from curator.models import CuratorError, Span
from curator.tui.actions import Action

if TYPE_CHECKING:
    from datetime import datetime

    from curator.review.passages import ArticleHit
    from curator.tui.progress_view import ProgressView
    from curator.workspace import Outcome, Past


class RowPicked(Message):
    """A row of a list was clicked."""

    def __init__(self, source: str, row: int) -> None:
        super().__init__()
        self.source = source
        """The id of the list."""
        self.row = row


class RowsScrolled(Message):
    """Rows of a list came into sight that were not read."""


class TextScrolled(Message):
    """Part of an article came into sight of which it was not read where claims stand."""


class OffsetPicked(Message):
    """A character of the article was clicked."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class SpanMarked(Message):
    """Words of the article were marked with the mouse, not yet chosen."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class SpanChanged(Message):
    """The words that are being chosen are others now."""

    def __init__(self, span: Span) -> None:
        super().__init__()
        self.span = span


class ArticlesFound(Message):
    """Articles with words that were typed were found."""

    def __init__(self, words: str, hits: tuple[ArticleHit, ...]) -> None:
        super().__init__()
        self.words = words
        self.hits = hits


class ActionPicked(Message):
    """An action was clicked in the footer."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action


class DecidingProgressed(Message):
    """Of many claims some are decided."""

    def __init__(self, doing: str, done: int, total: int | None) -> None:
        super().__init__()
        self.doing = doing
        self.done = done
        self.total = total or done


class DecidingEnded(Message):
    """Many claims were decided, or none of them."""

    def __init__(self, outcome: Outcome | None, error: CuratorError | None) -> None:
        super().__init__()
        self.outcome = outcome
        self.error = error


class AddingProgressed(Message):
    """The files given at the start are being read."""

    def __init__(self, doing: str, done: int, total: int | None) -> None:
        super().__init__()
        self.doing = doing
        self.done = done
        self.total = total


class AddingEnded(Message):
    """All files given at the start were read, or it failed."""

    def __init__(self, said: str, failed: bool) -> None:
        super().__init__()
        self.said = said
        self.failed = failed


class FiguresCounted(Message):
    """Figures of the review are known, some or all of them."""

    def __init__(self, mark: tuple[int, int], figures: ProgressView, seconds: float) -> None:
        super().__init__()
        self.mark = mark
        """Where the file stood when they were asked for."""
        self.figures = figures
        self.seconds = seconds
        """How long it took so far."""


class FiguresFailed(Message):
    """Counting ended with an error, in words."""

    def __init__(self, mark: tuple[int, int], said: str) -> None:
        super().__init__()
        self.mark = mark
        self.said = said


class PastFound(Message):
    """The state at a moment was worked out, or could not be."""

    def __init__(self, at: datetime, past: Past | None, said: str) -> None:
        super().__init__()
        self.at = at
        self.past = past
        self.said = said
        """Why not, where it could not be."""
