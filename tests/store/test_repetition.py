"""Claims that are asked once more: which, when, that no verdict is written over, and how far one agrees."""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import database_of

from curator import Workspace, decisions
from curator.review.blind import Guards
from curator.review.facts import read
from curator.review.repetition import DECISIONS_BETWEEN, drawn
from curator.workspace import Outcome

CLAIMS = 40
MINUTE = 60_000


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    path = tmp_path_factory.mktemp("pile") / "pile.db"
    return path, database_of(path, 4, CLAIMS // 4, candidates=False)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The clock of the machine, in milliseconds; every look at it takes one."""
    now = [1_700_000_000_000]

    def tick() -> int:
        now[0] += 1
        return now[0]

    monkeypatch.setattr("curator.store.log.now_ms", tick)
    monkeypatch.setattr("curator.store.repetition.now_ms", tick)
    yield now


@pytest.fixture
def open_as(
    pile: tuple[Path, list[str]], tmp_path: Path, clock: list[int]
) -> Iterator[Callable[..., Workspace]]:
    path = tmp_path / "curator.db"
    shutil.copy(pile[0], path)
    opened = []

    def open_(reviewer: str = "ana", share: float = 1.0) -> Workspace:
        workspace = Workspace.open(path, reviewer=reviewer)
        workspace.guard(Guards(repeat=share))
        opened.append(workspace)
        return workspace

    yield open_
    for workspace in opened:
        workspace.close()


@pytest.fixture
def ids(pile: tuple[Path, list[str]]) -> list[str]:
    return pile[1]


def confirm(workspace: Workspace, claims: list[str]) -> list[Outcome]:
    return [workspace.decide(decisions.Confirm(claim)) for claim in claims]


def stored(workspace: Workspace, claim: str) -> str:
    with Workspace.open(workspace.path, reviewer="somebody else") as other:
        return other.claim(claim).status


OpenAs = Callable[..., Workspace]


def test_nothing_is_asked_again_unless_a_share_is_chosen(
    open_as: OpenAs, ids: list[str], clock: list[int]
) -> None:
    ana = open_as(share=0.0)
    confirm(ana, ids)
    clock[0] += 60 * MINUTE
    assert ana.ask_again() == ""


def test_a_claim_is_asked_again_after_enough_verdicts_and_minutes(
    open_as: OpenAs, ids: list[str], clock: list[int]
) -> None:
    ana = open_as()
    confirm(ana, ids[:DECISIONS_BETWEEN])
    clock[0] += 60 * MINUTE
    assert ana.ask_again() == ""
    confirm(ana, [ids[DECISIONS_BETWEEN]])
    assert ana.ask_again() == ids[0]


def test_verdicts_in_quick_succession_are_not_asked_again_yet(
    open_as: OpenAs, ids: list[str], clock: list[int]
) -> None:
    ana = open_as()
    confirm(ana, ids)
    assert ana.ask_again() == ""
    clock[0] += 11 * MINUTE
    assert ana.ask_again() == ids[0]


@pytest.fixture
def asked(open_as: OpenAs, ids: list[str], clock: list[int]) -> Workspace:
    """Ana has rejected the first claim, confirmed the others, and is asked about the first again."""
    ana = open_as()
    ana.decide(decisions.Reject(ids[0], "no claim"))
    confirm(ana, ids[1:30])
    clock[0] += 11 * MINUTE
    assert ana.ask_again() == ids[0]
    return ana


def test_it_looks_as_if_nobody_had_decided_it(asked: Workspace, ids: list[str]) -> None:
    seen = asked.claim(ids[0])
    assert (seen.status, seen.reason, seen.decided_at) == ("pending", "", "")
    assert asked.claims_of(seen.claim.article_id)[0] == seen
    assert stored(asked, ids[0]) == "rejected"


def test_the_answer_is_an_event_of_its_own_and_changes_no_verdict(asked: Workspace, ids: list[str]) -> None:
    first = next(e for e in asked.log(claim_id=ids[0]))
    outcome = asked.decide(decisions.Confirm(ids[0]))
    assert (outcome.event.kind, outcome.earlier) == ("repeat", "rejected")
    assert outcome.said.startswith("confirmed: ")
    payload = json.loads(outcome.event.payload)
    assert payload["repeat_of"] == first.event_id
    assert payload["drawn"] == {"seed": first.reviewer, "share": 1.0}
    assert drawn(payload["drawn"]["seed"], payload["repeat_of"], payload["drawn"]["share"])
    assert asked.claim(ids[0]).status == "rejected"
    assert asked.verify().findings == ()


def test_an_answer_in_a_group_writes_over_no_verdict_either(asked: Workspace, ids: list[str]) -> None:
    asked.decide_all([decisions.Confirm(ids[0]), decisions.Confirm(ids[30])])
    assert asked.claim(ids[0]).status == "rejected"


def test_afterwards_one_can_still_decide_otherwise(asked: Workspace, ids: list[str]) -> None:
    asked.decide(decisions.Confirm(ids[0]))
    asked.decide(decisions.Confirm(ids[0]))
    assert asked.claim(ids[0]).status == "confirmed"


def test_undoing_the_answer_asks_again_and_redoing_it_ends_that(asked: Workspace, ids: list[str]) -> None:
    before = asked.claim(ids[0])
    asked.decide(decisions.Reject(ids[0]))
    after = asked.claim(ids[0])
    asked.undo()
    assert asked.claim(ids[0]) == before
    assert asked.self_agreement() == ()
    asked.redo()
    assert asked.claim(ids[0]) == after
    assert asked.self_agreement()[0].both == 1
    asked.undo()
    assert asked.decide(decisions.Confirm(ids[0])).event.kind == "repeat"


def test_it_is_asked_again_after_a_restart(asked: Workspace, open_as: OpenAs, ids: list[str]) -> None:
    later = open_as()
    assert later.claim(ids[0]).status == "rejected"
    assert later.ask_again(only=ids[3]) == ""
    assert later.ask_again(only=ids[0]) == ids[0]
    assert later.claim(ids[0]).status == "pending"


def test_each_claim_is_asked_again_once_and_never_one_right_after_another(
    asked: Workspace, ids: list[str], clock: list[int]
) -> None:
    asked.decide(decisions.Reject(ids[0]))
    assert asked.ask_again() == ""
    clock[0] += 11 * MINUTE
    confirm(asked, ids[30:35])
    assert asked.ask_again() == ids[1]


@pytest.mark.parametrize("change", ["merged", "edited", "taken back", "decided anew", "in a group"])
def test_what_is_no_longer_as_it_was_is_not_asked_again(
    open_as: OpenAs, ids: list[str], clock: list[int], change: str
) -> None:
    ana = open_as()
    if change == "in a group":
        ana.decide_all([decisions.Confirm(ids[0]), decisions.Confirm(ids[1])])
    else:
        first = confirm(ana, [ids[0], ids[1]])[0]
    if change == "merged":
        ana.decide(decisions.Merge(ids[0], ids[1]))
    elif change == "edited":
        ana.decide(decisions.Edit(ids[0], wording="in other words"))
    elif change == "taken back":
        ana.undo(first.event.event_id)
    confirm(ana, ids[2:30])
    if change == "decided anew":
        ana.decide(decisions.Confirm(ids[0]))
    clock[0] += 11 * MINUTE
    came = ana.ask_again()
    assert came == (ids[2] if change in ("merged", "in a group") else ids[1])


def test_only_claims_within_the_filter_are_asked_again(
    asked: Workspace, open_as: OpenAs, ids: list[str]
) -> None:
    later = open_as()
    session = later.session()
    later.save_session(type(session)("ana", "article", 'status:pending "story 3"'))
    assert later.ask_again() == ""
    later.save_session(type(session)("ana", "article", 'status:pending "story 0"'))
    assert later.ask_again() == ids[0]


def test_about_the_share_that_was_chosen_is_drawn() -> None:
    events = [f"{n:032x}" for n in range(4000)]
    for share in (0.05, 0.3):
        hits = sum(drawn("ana@k3f9x2", event, share) for event in events)
        assert abs(hits / len(events) - share) < 0.02
    assert [drawn("a@1", e, 0.05) for e in events] == [drawn("a@1", e, 0.05) for e in events]


def test_an_answer_does_not_count_as_another_reviewer(
    asked: Workspace, open_as: OpenAs, ids: list[str]
) -> None:
    asked.decide(decisions.Confirm(ids[0]))
    assert asked.agreement() == ()
    assert asked.reliability()[1].claims == 0
    ben = open_as("ben", share=0.0)
    ben.decide(decisions.Reject(ids[0]))
    (pair,) = ben.agreement()
    assert (pair.both, pair.same) == (1, 1)
    (own,) = ben.self_agreement()
    assert (own.reviewer, own.both, own.same) == ("ana", 1, 0)


def test_both_answers_go_out_with_the_dataset(asked: Workspace, ids: list[str], tmp_path: Path) -> None:
    answer = asked.decide(decisions.Confirm(ids[0])).event
    folder = asked.export(tmp_path / "dataset").folder
    rows = [json.loads(line) for line in (folder / "decisions.jsonl").read_text().splitlines()]
    (row,) = [row for row in rows if row["kind"] == "repeat"]
    assert row["event_id"] == answer.event_id
    assert row["repeat_of"] == read(answer).repeat_of
    claims = [json.loads(line) for line in (folder / "claims.jsonl").read_text().splitlines()]
    assert next(c for c in claims if c["claim_id"] == ids[0])["status"] == "rejected"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["confirm", "reject", "undo", "redo"]), max_size=6))
def test_in_whatever_order_files_are_brought_together_the_answers_are_the_same(
    pile: tuple[Path, list[str]],
    tmp_path: Path,
    clock: list[int],
    monkeypatch: pytest.MonkeyPatch,
    steps: list[str],
) -> None:
    monkeypatch.setattr("curator.pipeline.filling.Filling.match", lambda self: 0)
    ids, files = pile[1], []
    for name in ("ana", "ben"):
        path = tmp_path / f"{name}.db"
        path.unlink(missing_ok=True)
        shutil.copy(pile[0], path)
        with Workspace.open(path, reviewer=name) as workspace:
            workspace.guard(Guards(repeat=1.0))
            confirm(workspace, ids[:30])
            clock[0] += 11 * MINUTE
            _answer(workspace, steps)
        files.append(path)
    found: list[Any] = []
    for number, order in enumerate(itertools.permutations(files)):
        united = tmp_path / f"united-{number}.db"
        united.unlink(missing_ok=True)
        with Workspace.open(united, reviewer="zoe") as workspace:
            for other in order:
                workspace.add([other])
            statuses = {view.claim.id: view.status for view in workspace.claims()}
            found.append((workspace.self_agreement(), statuses, workspace.verify().findings))
    assert found[0] == found[1]
    assert found[0][2] == ()
    assert set(found[0][1].values()) <= {"confirmed", "pending"}


def _answer(workspace: Workspace, steps: list[str]) -> None:
    for verb in steps:
        if verb in ("undo", "redo"):
            last = next(e for e in workspace.log() if e.kind != "undo")
            if last.kind == "repeat" and workspace.stands(last.event_id) == (verb == "undo"):
                workspace.undo() if verb == "undo" else workspace.redo()
        elif claim := workspace.ask_again():
            wanted = decisions.Confirm(claim) if verb == "confirm" else decisions.Reject(claim)
            assert workspace.decide(wanted).event.kind == "repeat"
