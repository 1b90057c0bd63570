"""Reading the decision log: through which filter, which events are held, and how much of it that is.

Events are fetched around the place that is looked at. It must never draw, know a widget, or change the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.tui.window import PAGE, Fetched, Window

if TYPE_CHECKING:
    from curator.review.history import Entry
    from curator.workspace import Workspace


class Logbook:
    """The log as one reviewer reads it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reading = workspace.reading()
        self._mark: tuple[int, int] | None = None
        self.chips: tuple[str, ...] = ()
        """The filter, part by part."""
        self.window: Window[Entry] | None = None
        """The events that are held; None until they are read."""

    @property
    def filter(self) -> str:
        """The filter in words."""
        return " ".join(self.chips)

    def changed(self) -> bool:
        """Whether anything was written since the last call of `read`."""
        return self._workspace.mark() != self._mark

    def forget(self) -> None:
        """Take all that is held for out of date."""
        self._mark = None

    def read(self, entry: Entry | None) -> int:
        """Fetch afresh what stands around `entry`, or the newest; its row, -1 where there is no event."""
        self._mark = self._workspace.mark()
        window = self.window = Window(self._fetch)
        if entry is None:
            window.start()
            return 0 if window.rows else -1
        row = window.around(entry)
        window.rows[row] = self._reading.again(entry, self._workspace.around(entry.event.event_id).entry)
        return row

    def show_only(self, words: str) -> None:
        """Read through another filter; raises CuratorError for one that makes no sense."""
        from curator.review.history import LogFilter

        self._reading = self._workspace.reading(words)
        self.chips = LogFilter.parse(words).chips
        self.window = None

    def unfold(self, entry: Entry) -> int:
        """List all that were decided at once with an entry, or one line for them again; the entry's row."""
        from curator.review.facts import read

        self._reading.unfolded ^= {read(entry.event).group}
        return self.read(entry)

    def looking(self, row: int) -> bool:
        """Whether events that fit are still to be looked for below a row."""
        window = self.window
        return window is not None and not window.at_end and len(window.rows) - row < PAGE // 2

    def told(self) -> str:
        """How much of the log is shown, in words."""
        window, length = self.window, self._workspace.log_length()
        if window is None or not self.chips:
            return f"{length:,} in the log"
        if window.at_start and window.at_end:
            return f"{len(window.rows):,} of {length:,} fit"
        return "looking…" if self.looking(0) else f"some of {length:,} fit"

    def _fetch(self, after: Entry | None, limit: int, backwards: bool) -> Fetched[Entry]:
        return Fetched(*self._reading.page(after, limit, backwards))
