"""The top line: which view, which file, who reviews, what is shown, how far it is."""

from __future__ import annotations

from rich.style import Style
from textual.reactive import reactive

from curator.models import Progress, Session
from curator.text import visible_line
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.one_line import OneLine, Piece

_CHIP = Style(reverse=True)


class HeaderLine(OneLine):
    """File and reviewer at the left, progress at the right; the counts come from the projections."""

    progress: reactive[Progress] = reactive(Progress())
    shown: reactive[tuple[str, str, str]] = reactive(("", "", ""))
    """Reviewer, order and filter."""
    blind: reactive[bool] = reactive(False)
    """Whether scores and what others said are hidden."""

    def __init__(self, file_name: str, view: str, *, id: str) -> None:
        super().__init__(id=id)
        self._file = visible_line(file_name)
        self._view = view

    def left(self, ink: Inks, width: int) -> list[Piece]:
        reviewer, order, filter = map(visible_line, self.shown)
        pieces: list[Piece] = [(f" {self._view} ", ink.accent + _CHIP), (f" {self._file}", ink.title)]
        if reviewer:
            pieces.append((f" · {reviewer}", ink.muted))
        if self.blind:
            pieces += [(" · ", ink.muted), (" blind ", ink.accent + _CHIP)]
        if order not in ("", "article"):
            pieces.append((f" · {order} first", ink.accent))
        if filter:
            pieces += [(" · ", ink.muted), (f" only {filter} ", ink.accent + _CHIP)]
        return pieces

    @property
    def session(self) -> None:
        """Write-only: what of a session is shown."""

    @session.setter
    def session(self, session: Session) -> None:
        self.shown = (session.reviewer, session.order, session.filter)
        self.blind = session.blind

    def right(self, ink: Inks, width: int) -> list[Piece]:
        progress = self.progress
        if not progress.total:
            return [("no claims yet ", ink.faint)]
        cells = 10 if width < 100 else 20 if width < 160 else 30
        done = round(cells * progress.decided / progress.total)
        if progress.decided and not done:
            done = 1
        if progress.pending and done == cells:
            done -= 1
        pieces = [
            (UNICODE.full * done, ink.confirmed),
            (UNICODE.empty * (cells - done), ink.faint),
            (f"  {progress.decided}/{progress.total}", ink.title),
        ]
        if progress.disputed:
            pieces.append((f" · {progress.disputed} disputed", ink.disputed))
        if progress.skipped:
            pieces.append((f" · {progress.skipped} skipped", ink.muted))
        if progress.minutes_left is not None and progress.pending:
            pieces.append((f" · {time_left(progress.minutes_left)} left", ink.muted))
        return [*pieces, (" ", ink.muted)]


def time_left(minutes: float) -> str:
    """Minutes as people say them: "under a minute", "4 min", "2 h 10 min"."""
    if minutes < 1:
        return "under a minute"
    whole = round(minutes)
    if whole < 60:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    return f"{hours} h {rest} min" if hours < 10 and rest else f"{hours} h"
