"""Learning goes on behind the screen: a process of its own, after ten answers."""

from itertools import combinations, islice
from pathlib import Path

from curator import Workspace
from curator.review.decisions import Dismiss
from tests.tui.conftest import Opener


async def test_after_ten_answers_the_weights_are_refitted_behind_the_screen(db: Path, opened: Opener) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        claims = [view.claim.id for view in workspace.claims()]
        for left, right in islice(combinations(claims, 2), 10):
            workspace.decide(Dismiss(left, right))
        before = workspace.learned().version
        assert workspace.learning_due()
    async with opened(db) as review:
        review.app.learning.look()
        assert review.app.learning.wait(20) == 0
        await review.press("j")
    with Workspace.open(db, reviewer="ana") as workspace:
        assert workspace.learned().version == f"{before}+10"
        assert not workspace.learning_due()


async def test_what_is_switched_off_is_not_learned(db: Path, opened: Opener) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        claims = [view.claim.id for view in workspace.claims()]
        for left, right in islice(combinations(claims, 2), 10):
            workspace.decide(Dismiss(left, right))
        workspace.forget_learning()
    async with opened(db) as review:
        review.app.learning.look()
        assert review.app.learning.wait(20) is None
