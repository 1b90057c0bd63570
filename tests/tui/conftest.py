"""A small database of three articles, and the workbench over a copy of it, for every test here."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from curator import Workspace
from curator.models import ClaimView
from curator.tui.keymap import Keymap
from curator.tui.screens.review import ReviewScreen
from curator.tui.workbench import Workbench
from tests.tui.newsroom import PAIRS, STORIES, fill


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three articles and nine claims, never to be written to."""
    path = tmp_path_factory.mktemp("filled") / "news.db"
    fill(path, STORIES, PAIRS)
    return path


@pytest.fixture
def db(filled: Path, tmp_path: Path) -> Path:
    """A database of one's own."""
    path = tmp_path / "news.db"
    shutil.copy(filled, path)
    return path


@dataclass
class Review:
    """The review screen under test, with what a reader of it can see."""

    pilot: Pilot[int]
    app: Workbench
    workspace: Workspace

    @property
    def screen(self) -> ReviewScreen:
        return self.app.review

    @property
    def claim(self) -> ClaimView:
        """The claim under the cursor."""
        claim = self.screen.sitting.view.claim
        assert claim is not None
        return claim

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.screen.status.said[1]

    @property
    def tone(self) -> str:
        return self.screen.status.said[0]

    @property
    def shown(self) -> str:
        """All text on the screen."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        assert len(lines) == height, (width, height)
        return "\n".join(strip.text.rstrip() for strip in lines)

    def stored(self, words: str, outlet: int = 0) -> ClaimView:
        """What the database holds now of the claim with these words; `outlet` counts those with the same."""
        with Workspace.open(self.workspace.path, reviewer=self.workspace.reviewer) as other:
            return [view for view in other.claims() if view.claim.text == words][outlet]

    async def press(self, *keys: str) -> None:
        """Press keys as fast as they come, as key repeat and a slow line do, and wait for the last one."""
        await self.hit(*keys)
        await self.pilot.pause()

    async def hit(self, *keys: str) -> None:
        """Press keys and wait until each has done its work, not until it is painted."""
        for key in keys:
            self.app.post_message(events.Key(key, _character(key)))
        done = asyncio.Event()
        self.app.call_later(done.set)
        await done.wait()

    async def type(self, text: str) -> None:
        """Type letters."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def stand_at(self, words: str, outlet: int = 0) -> None:
        """Move with the keys until the cursor is on a claim."""
        for _ in range(40):
            if self.claim.claim.text == words and outlet == 0:
                return
            if self.claim.claim.text == words:
                outlet -= 1
            await self.press("j")
        raise AssertionError(f"no key leads to {words!r}")


def _character(key: str) -> str | None:
    return key if len(key) == 1 else {"space": " "}.get(key)


Opener = Callable[..., AbstractAsyncContextManager[Review]]


@pytest.fixture
def opened() -> Opener:
    """Opens the workbench on a database in a terminal of some size, as some reviewer."""

    @asynccontextmanager
    async def open_review(
        db: Path,
        *,
        reviewer: str = "ana",
        size: tuple[int, int] = (120, 40),
        keymap: Keymap | None = None,
        paths: tuple[str, ...] = (),
    ) -> AsyncIterator[Review]:
        with Workspace.open(db, reviewer=reviewer, timeout=0.2) as workspace:
            app = Workbench(workspace, db, paths, keymap)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Review(pilot, app, workspace)

    return open_review
