"""What matching learns from the decisions made here: when, what came of it, and how to have it no more.

The work is in `curator.store.relearning`; nothing here blocks for longer than a look at two small rows but
`learn` itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.workspace.opened import Opened
from curator.workspace.outcomes import Learned

if TYPE_CHECKING:
    from curator.progress import Cancelled


class Learning(Opened):
    """Weights, and what they were learned from."""

    def learning_due(self) -> bool:
        """Whether ten pairs or more were answered since the weights were fitted; costs microseconds."""
        from curator.store.weights import due

        return not self.read_only and due(self._store.database)

    def learn(self, *, cancelled: Cancelled | None = None) -> int:
        """Refit the weights to the newest answers and score the best open proposals anew.

        Takes a second or two; a decision of another process never waits for more than a few milliseconds
        of it. Gives how many proposals have another score.
        """
        from curator.store.relearning import relearn

        return relearn(self._store.database, self.reviewer, cancelled or (lambda: False))

    def forget_learning(self) -> None:
        """Go back to the shipped weights and learn no more, until `learn` is called."""
        from curator.store.weights import forget

        forget(self._store.database)

    def learned(self) -> Learned:
        """The weights as shipped and as they are now."""
        from curator.match.weights import SHIPPED
        from curator.store.weights import learned_weights, learns

        now = learned_weights(self._store.database)
        names = sorted({*SHIPPED.same, *SHIPPED.contradicts, *now.same, *now.contradicts})
        return Learned(
            version=now.version,
            on=learns(self._store.database),
            weights=tuple(
                (
                    name,
                    SHIPPED.same.get(name, 0.0),
                    now.same.get(name, 0.0),
                    SHIPPED.contradicts.get(name, 0.0),
                    now.contradicts.get(name, 0.0),
                )
                for name in names
            ),
        )
