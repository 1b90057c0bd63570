"""The five example articles, reviewed with real keys until nothing is left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from curator import Workspace
from curator.models import ClaimView
from curator.text import folded
from tests.tui.conftest import Opener, Review

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.add([SEEDS])
    return path


def words(view: ClaimView) -> set[str]:
    return {word for word in folded(view.claim.text).replace("-", " ").split() if len(word) > 3}


def same(left: ClaimView, right: ClaimView) -> bool:
    """What a reviewer takes for a duplicate: nearly all words shared, whoever wrote them down."""
    mine, theirs = words(left), words(right)
    return len(mine & theirs) >= 0.7 * max(1, min(len(mine), len(theirs))) and len(mine & theirs) >= 4


async def decide(review: Review) -> list[str]:
    """The keys of one claim: every true duplicate that is proposed is merged, then the claim is confirmed."""
    pressed: list[str] = []
    while True:
        view = review.screen.sitting.view
        claim = view.claim
        assert claim is not None
        duplicates = [
            row
            for row, item in enumerate(view.related)
            if item.relation is None and item.candidate is not None and same(claim, item.claim)
        ]
        if not duplicates or claim.status != "pending":
            break
        steps = duplicates[0] - view.related_row
        keys = ["J" if steps > 0 else "K"] * abs(steps) + ["m"]
        await review.hit(*keys)
        pressed += keys
        if review.claim.claim.id != claim.claim.id:
            return pressed
    if claim.status == "pending":
        await review.hit("c")
        pressed.append("c")
    return pressed


async def test_every_claim_is_decided_and_every_duplicate_merged_with_few_keys(
    seeded: Path, tmp_path: Path, opened: Opener
) -> None:
    path = tmp_path / "seeds.db"
    shutil.copy(seeded, path)
    pressed: list[str] = []
    async with opened(path) as review:
        total = review.screen.sitting.view.progress.total
        while review.screen.sitting.view.progress.pending:
            keys = await decide(review)
            assert keys, "no key decides this claim"
            pressed += keys
            assert len(pressed) < 4 * total
        assert f"All {total} claims are decided" in review.said
        assert review.workspace.progress().merged > 0
        for _ in range(10):
            await review.hit("u")
    async with opened(path) as review:
        assert "Welcome back" in review.said
        undone = review.screen.sitting.view.progress.pending
        assert undone >= 8
        while review.screen.sitting.view.progress.pending:
            await decide(review)
    print(f"{len(pressed)} keys for {total} claims: {len(pressed) / total:.2f} a claim")
    assert len(pressed) <= 1.25 * total
