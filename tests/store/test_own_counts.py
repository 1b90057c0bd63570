"""How far each reviewer is by themselves is counted as they decide, and is what counting would find."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import database_of

from curator import CuratorError, Workspace, decisions
from curator.models import STATUSES
from curator.review.blind import Guards

NAMES = ("ana", 'b"e\\n', "cy")


def counted(path: Path, reviewer: str) -> dict[str, int]:
    """The claims that a reviewer decided, claim by claim."""
    with closing(sqlite3.connect(path)) as file:
        stands = file.execute("SELECT no, status, reviewers FROM claim_state").fetchall()
        given = {
            row[0] for row in file.execute("SELECT claim_no FROM verdict WHERE reviewer = ?", (reviewer,))
        }
    found = Counter(
        status
        for no, status, reviewers in stands
        if no in given or (status == "merged" and reviewer in reviewers.split("\n"))
    )
    return {status: found[status] for status in STATUSES if status != "pending"}


def told(path: Path, reviewer: str) -> dict[str, int]:
    with Workspace.open(path, reviewer=reviewer) as workspace:
        workspace.guard(Guards(blind=True))
        progress = workspace.progress()
        assert progress.total == len(list(workspace.claims()))
        return {status: getattr(progress, status) for status in STATUSES if status != "pending"}


def _steps() -> st.SearchStrategy[list[tuple[int, str, int, int]]]:
    verbs = ("confirm", "reject", "merge", "contradict", "split", "edit", "undo", "redo", "adjudicate")
    claim = st.integers(0, 5)
    return st.lists(st.tuples(st.integers(0, 2), st.sampled_from(verbs), claim, claim), max_size=14)


VERBS: dict[str, Callable[[str, str], decisions.Decision]] = {
    "confirm": lambda claim, _: decisions.Confirm(claim),
    "reject": lambda claim, _: decisions.Reject(claim),
    "merge": decisions.Merge,
    "contradict": decisions.Contradict,
    "split": lambda claim, _: decisions.Split(claim),
    "edit": lambda claim, _: decisions.Edit(claim, speaker="somebody"),
    "adjudicate": lambda claim, _: decisions.Adjudicate(claim, "confirmed"),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_steps())
def test_whatever_is_decided_and_undone_the_counts_are_right(
    steps: list[tuple[int, str, int, int]], bare: tuple[Path, list[str]], tmp_path: Path
) -> None:
    template, ids = bare
    path = tmp_path / "own.db"
    shutil.copy(template, path)
    for who, verb, one, other in steps:
        with Workspace.open(path, reviewer=NAMES[who]) as workspace, suppress(CuratorError):
            match verb:
                case "undo":
                    workspace.undo()
                case "redo":
                    workspace.redo()
                case _:
                    workspace.decide(VERBS[verb](ids[one], ids[other]))
    for name in NAMES:
        assert told(path, name) == counted(path, name)
    with Workspace.open(path, reviewer="ana") as workspace:
        assert workspace.verify().findings == ()


def test_the_counts_read_no_claim(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    ids = database_of(path)
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.guard(Guards(blind=True))
        workspace.decide_all(decisions.Confirm(claim) for claim in ids[:4])
        asked: list[str] = []
        workspace._store.database.connection.set_trace_callback(asked.append)
        assert workspace.progress().confirmed == 4
    assert not any("claim_state" in sql or "FROM verdict" in sql for sql in asked)
