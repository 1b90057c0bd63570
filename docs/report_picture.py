"""Remakes the picture of the report (`make report-picture`): a real page over the seeds in a real browser.

Needs Chromium and Playwright, so it is apart from the pictures of the screen, which need nothing of the kind.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from curator import Workspace, decisions
from curator.models import ClaimView

DOCS = Path(__file__).parent
SEEDS = DOCS.parent / "seeds"
WIDTH = 1000


def report(folder: Path) -> Path:
    """The report of a short review of the seeds: what is alike merged, the plainest tensions decided."""
    with Workspace.open(folder / "curator.db", reviewer="ana") as workspace:
        workspace.add([SEEDS])
        for pair in workspace.candidates(kind="same", limit=12):
            if pair.score > 0.9 and workspace.claim(pair.left_id).canonical_id != pair.right_id:
                _merged(workspace, pair.left_id, pair.right_id)
        workspace.decide_all(decisions.Confirm(view.claim.id) for view in workspace.claims("status:pending"))
        for words, others, kind in (
            ("there is no decision yet", "will be deployed in Syria's northern", "modality"),
            ("470,000", "300,000", "number"),
        ):
            left, right = _claim(workspace, words), _claim(workspace, others)
            workspace.decide(decisions.Contradict(left.claim.id, right.claim.id, kind))  # type: ignore[arg-type]
        return workspace.report(folder / "report.html", title="Troops for Idlib: who says what").path


def _merged(workspace: Workspace, left: str, right: str) -> None:
    one, other = workspace.claim(left), workspace.claim(right)
    if one.canonical_id != other.canonical_id and one.claim.article_id != other.claim.article_id:
        workspace.decide(decisions.Merge(right, left))


def _claim(workspace: Workspace, words: str) -> ClaimView:
    return next(view for view in workspace.claims() if words in view.claim.text)


def take(page: Path, picture: Path) -> None:
    """The contradictions as a browser shows them."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": 900})
        shown.goto(page.as_uri())
        shown.locator("#contradictions").screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(report(Path(folder)), DOCS / "report.png")
