"""What stands between the command and the first screen: as few modules as it takes, and no more by and by."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

MOST = 116
"""Modules of Curator behind the first screen. Each costs some third of a millisecond: rather load a new one
with the first key that needs it than raise this."""
LATER = {
    *("secrets", "hashlib", "tomllib", "sqlite_utils", "numpy", "pydantic"),
    *(
        "curator.store.ledger",
        "curator.store.migrations",
        "curator.store.statistics",
        "curator.store.history",
    ),
    *("curator.review.decisions", "curator.review.figures", "curator.review.history"),
    *("curator.tui.warming", "curator.tui.commands", "curator.tui.voices", "curator.tui.span_cursor"),
    *("curator.tui.screens.find", "curator.tui.screens.filter", "curator.tui.screens.help"),
    *("curator.tui.screens.compare", "curator.tui.screens.history", "curator.tui.screens.progress"),
    *("curator.filling", "curator.match", "curator.extract", "curator.ingest", "curator.export"),
}
"""What only something else than the first screen needs."""
_PROGRAM = """
import sys
from pathlib import Path
from curator.cli import main
from curator.tui.workbench import Workbench

def settled(workbench):
    Path(sys.argv[2]).write_text("\\n".join(sys.modules))
    workbench.exit(0)

Workbench._settle = settled
sys.exit(main(["--db", sys.argv[1], "--reviewer", "ana", "review"]))
"""


@pytest.fixture
def modules(db: Path) -> set[str]:
    """Those that are loaded when the review shows its first claims in a real terminal."""
    told = db.with_name("modules.txt")
    with Terminal([sys.executable, "-c", _PROGRAM, str(db), str(told)]) as terminal:
        assert terminal.wait() == 0
    return set(told.read_text(encoding="utf-8").split())


def test_the_first_screen_loads_few_modules_and_none_that_something_else_needs(modules: set[str]) -> None:
    own = {name for name in modules if name.split(".")[0] == "curator"}
    assert "curator.tui.screens.review" in own
    assert len(own) <= MOST, sorted(own)
    assert modules & LATER == set()
