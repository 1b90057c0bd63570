"""The log is append-only, and every way round that is closed or found."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.store.installation import chain_of

OpenAs = Callable[..., Workspace]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision_event SET kind = 'reject'",
        "UPDATE decision_event SET seq = seq + 10",
        "DELETE FROM decision_event",
        "INSERT OR REPLACE INTO decision_event SELECT * FROM decision_event",
        "REPLACE INTO decision_event SELECT 99, event_id, 'x@y', 1, hlc, wall_time, kind, target, payload, "
        "'p', 'h' FROM decision_event LIMIT 1",
        "INSERT INTO decision_event SELECT 99, 'e', reviewer, rseq, hlc, wall_time, kind, target, payload, "
        "'p', 'h' FROM decision_event LIMIT 1",
        "INSERT INTO decision_event SELECT 99, 'e', 'x@y', 1, hlc, wall_time, 'undo', NULL, payload, 'p', "
        "'h' FROM decision_event LIMIT 1",
    ],
)
def test_no_statement_changes_what_was_decided(
    open_as: OpenAs, path: Path, ids: list[str], statement: str
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    workspace.decide(decisions.Reject(ids[1]))
    before = list(workspace.log())
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    other.close()
    assert list(workspace.log()) == before


def test_events_of_one_chain_are_numbered_and_linked(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    for claim in ids[:4]:
        workspace.decide(decisions.Confirm(claim))
    events = list(workspace.log())[::-1]
    assert [e.rseq for e in events] == [1, 2, 3, 4]
    assert [e.prev_hash for e in events[1:]] == [e.hash for e in events[:-1]]


def test_a_copied_file_starts_a_chain_of_its_own(open_as: OpenAs, path: Path, ids: list[str]) -> None:
    import shutil

    open_as().decide(decisions.Confirm(ids[0]))
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    with Workspace.open(copy, reviewer="ana") as copied:
        event = copied.decide(decisions.Confirm(ids[1])).event
    assert event.rseq == 1
    assert event.reviewer.startswith("ana@")


def test_a_chain_is_the_same_whenever_the_file_is_opened() -> None:
    assert chain_of("ana", (1, 2)) == chain_of("ana", (1, 2)) != chain_of("ana", (1, 3))


def test_a_decision_says_what_it_replaced_and_what_was_shown(open_as: OpenAs, ids: list[str]) -> None:
    import json

    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    event = workspace.decide(decisions.Edit(ids[0], speaker="Kalın")).event
    payload = json.loads(event.payload)
    assert payload["replaced"] == {"status": "confirmed", "speaker": "Ibrahim Kalın"}
    assert list(payload["claims"]) == [ids[0]]
    assert payload["articles"] == [workspace.claim(ids[0]).claim.article_id]


def test_events_of_two_processes_sort_in_the_order_in_which_they_happened(
    open_as: OpenAs, ids: list[str]
) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    said = [(ana, ben)[i % 2].decide(decisions.Confirm(ids[i])).event for i in range(6)]
    assert [e.hlc for e in said] == sorted(e.hlc for e in said)
    assert list(ana.log()) == said[::-1]
