"""Many claims decided at once: one group, one undo, and all of it or nothing, whatever happens meanwhile."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from invented import database_of

from curator import CuratorError, Workspace, decisions
from curator.models import Refused

OpenAs = Callable[..., Workspace]

GROUP = """
import sys
from curator import Workspace
with Workspace.open(sys.argv[1], reviewer="ana") as workspace:
    plan = workspace.planned("confirm", filter="")
    print("begun", flush=True)
    workspace.decide_all(plan.decisions)
"""


def test_one_undo_takes_all_back_and_one_redo_brings_all_again(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    plan = workspace.planned("reject", filter="speaker:kalin", reason="a caption")
    assert workspace.decide_all(plan.decisions).said.startswith("rejected (a caption) 3 claims at once")
    assert [workspace.claim(claim).status for claim in ids[:4]] == [
        "rejected",
        "pending",
        "pending",
        "rejected",
    ]
    workspace.undo()
    assert workspace.progress().pending == 9
    workspace.redo()
    assert workspace.progress().rejected == 3
    assert workspace.verify().findings == ()


def test_merging_many_makes_one_cluster_of_them(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide_all(workspace.planned("merge", ids[2:6], into=ids[0]).decisions)
    assert {workspace.claim(claim).canonical_id for claim in ids[2:6]} == {ids[0]}
    workspace.undo()
    assert workspace.progress().merged == 0
    assert workspace.verify().findings == ()


def test_merging_what_contradicts_is_refused_whole_with_the_decision_against_it(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    against = workspace.decide(decisions.Contradict(ids[3], ids[5], "number")).event
    with pytest.raises(Refused) as refused:
        workspace.decide_all(workspace.planned("merge", ids[2:6], into=ids[0]).decisions)
    assert [event.event_id for event in refused.value.chain] == [against.event_id]
    assert workspace.log_length() == 1
    assert workspace.verify().findings == ()


def test_the_plan_knows_this_reviewer_s_verdicts_from_those_of_others(
    open_as: OpenAs, ids: list[str]
) -> None:
    open_as("ben").decide(decisions.Reject(ids[0]))
    workspace = open_as()
    workspace.decide(decisions.Reject(ids[1]))
    told = str(workspace.planned("confirm", ids))
    assert "1 rejected by others" in told
    assert "1 rejected by you before" in told
    assert "7 pending" in told


def test_a_group_that_is_stopped_leaves_nothing(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    steps: list[int] = []
    with pytest.raises(CuratorError, match="stopped: nothing was decided"):
        workspace.decide_all(
            workspace.planned("confirm", ids).decisions,
            progress=lambda what, done, total: steps.append(done),
            cancelled=lambda: bool(steps),
        )
    assert steps
    assert workspace.log_length() == 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_group_that_is_killed_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    count = len(database_of(whole, 60, 20, candidates=False))
    chance = random.Random(7)
    for attempt in range(5):
        path = tmp_path / f"{attempt}.db"
        shutil.copy(whole, path)
        process = subprocess.Popen(
            [sys.executable, "-c", GROUP, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(chance.random() * 0.4)
        process.kill()
        process.wait()
        process.stdout.close()
        with Workspace.open(path, reviewer="ana") as workspace:
            assert workspace.log_length() in (0, count)
            assert workspace.progress().confirmed == workspace.log_length()
            assert workspace.verify().findings == ()


def test_what_was_decided_at_once_says_nothing_of_the_time_that_is_left(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide_all(workspace.planned("confirm", ids[:8]).decisions)
    assert workspace.progress().minutes_left is None


def test_the_pace_is_the_same_after_many_claims_were_decided_or_taken_back_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, now = tmp_path / "many.db", 1_700_000_000_000
    ids = database_of(path, 10, 20, candidates=False)
    with Workspace.open(path, reviewer="ana") as workspace:

        def at_once(*wanted: decisions.Confirm | decisions.Reject) -> None:
            nonlocal now
            now += 10_000
            monkeypatch.setattr("curator.store.log.now_ms", lambda: now)
            workspace.decide_all(wanted)

        def minutes_for_each() -> float:
            progress = workspace.progress()
            assert progress.minutes_left is not None
            return progress.minutes_left / progress.pending

        for claim in ids[:8]:
            at_once(decisions.Confirm(claim))
        assert minutes_for_each() == pytest.approx(1 / 6)
        at_once(*map(decisions.Confirm, ids[8:141]))
        assert minutes_for_each() == pytest.approx(1 / 6)
        assert workspace.rhythm().per_minute == pytest.approx(6)
        now += 10_000
        workspace.undo()
        assert minutes_for_each() == pytest.approx(1 / 6)
        for claim in ids[141:144]:
            at_once(decisions.Reject(claim))
        assert minutes_for_each() < 1 / 3
