"""The clusters, one to a line, with a matrix of who carries what and who alone says what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive

from curator.models import ClusterView
from curator.titles import one_line
from curator.tui.cells import cut, fitted
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink
from curator.tui.widgets.row_list import RowList

_CELL = 4
"""Cells of a column of the matrix."""
_NAME, _FULL_NAME = 16, 40
"""Cells of an outlet's name in the legend, and of one that carries what the cursor is on."""
_SIGNS = ("● says it", "◆ alone says it")
_BETWEEN = " · "
_QUOTES = dict.fromkeys(map(ord, "“”‘’"))
"""No beginnings of a label: a name may be the first words of an article."""
_WORDS = 34
"""Cells that are left for who and what before the matrix gets its first column."""


class ClusterList(RowList):
    """Row 0 names the outlets; cluster `i` is row `i + 1`."""

    EMPTY = "  No clusters yet: confirm and merge claims in the review."

    clusters: reactive[tuple[ClusterView, ...]] = reactive((), repaint=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._outlets: list[tuple[str, str]] = []
        """Name and label of the outlets that carry most of what is listed."""

    @property
    def row_count(self) -> int:
        return len(self.clusters) + 1 if self.clusters else 0

    def watch_clusters(self) -> None:
        carried = Counter(outlet for cluster in self.clusters for outlet in cluster.outlets)
        names = [name for name, _ in carried.most_common(40)]
        self._outlets = list(zip(names, labels(names), strict=True))
        self.rows_changed()

    def legend(self, room: int) -> str:
        """What the signs and the labels of the matrix mean, whole ones of them, in so many cells.

        First come the outlets of the row under the cursor, with their full names: moving tells them all.
        """
        if not self.clusters:
            return ""
        here = self.clusters[self.cursor - 1].outlets if 0 < self.cursor < self.row_count else ()
        shown = self._shown(self.size.width)
        own = [f"{label} {cut(one_line(name), _FULL_NAME)}" for name, label in shown if name in here]
        names = [f"{label} {cut(one_line(name), _NAME)}" for name, label in shown if name not in here]
        whole = [*_SIGNS, *own, *names]
        told = _as_far_as(whole, room)
        return told if all(name in told for name in own) else _as_far_as([*own, *_SIGNS, *names], room)

    def _shown(self, width: int) -> list[tuple[str, str]]:
        """The outlets that have a column in so many cells."""
        return self._outlets[: max(0, (width - _WORDS) // _CELL)]

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        shown = self._shown(width)
        left = width - len(shown) * _CELL
        if not row:
            yield Segment(fitted("      carried by", left), ink.faint)
            for _, label in shown:
                yield Segment(fitted(label, _CELL), ink.faint)
            return
        cluster = self.clusters[row - 1]
        view = cluster.canonical
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        yield Segment(f"{UNICODE.status(view)} ", status_ink(view, ink))
        yield Segment(fitted(str(cluster.members), 3), ink.title if cluster.members > 1 else ink.faint)
        against = f" {UNICODE.contradicts}{view.contradictions}" if view.contradictions else ""
        speaker = min(16, max(9, left // 5))
        yield Segment(fitted(speaker_name(view, speaker - 1, known_as=True), speaker), ink.muted)
        yield Segment(fitted(claim_words(view), left - 8 - speaker - len(against)), ink.text)
        yield Segment(against + " ", ink.contradicts)
        alone = len(cluster.outlets) == 1
        for name, _ in shown:
            carries = name in cluster.outlets
            sign = "◆" if carries and alone else "●" if carries else "·"
            style = ink.contradicts if carries and alone else ink.accent if carries else ink.rule
            yield Segment(fitted(sign, _CELL), style)


def _as_far_as(parts: Sequence[str], room: int) -> str:
    """As many of the parts, from the first on, as have room, and how many more there are."""
    for count in range(len(parts), 0, -1):
        more = (f"{len(parts) - count} more",) if count < len(parts) else ()
        told = _BETWEEN.join((*parts[:count], *more))
        if cell_len(told) <= room:
            return told
    return cut(parts[0], room)


def labels(names: Sequence[str]) -> list[str]:
    """A label of at most three letters for each name, no two alike."""
    taken: set[str] = set()
    found = []
    for name in names:
        words = one_line(name).translate(_QUOTES).split() or ["?"]
        initials = "".join(word[0] for word in words)[:3].upper()
        tries = [
            initials if len(words) > 1 else words[0][:3],
            words[0][:3],
            *(f"{initials[:1]}{n}" for n in range(2, 99)),
        ]
        label = next((cut(word, 3) for word in tries if cut(word, 3) not in taken), "?")
        taken.add(label)
        found.append(label)
    return found
