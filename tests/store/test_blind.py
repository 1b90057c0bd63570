"""Reviewing blind: what is hidden, that everybody has a queue of their own, and what the log says of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import CuratorError, Workspace, decisions
from curator.models import Refused
from curator.review.blind import Guards
from curator.review.facts import read

OpenAs = Callable[..., Workspace]


def blind(workspace: Workspace) -> Workspace:
    workspace.guard(Guards(blind=True))
    return workspace


def marked(workspace: Workspace) -> list[bool]:
    """Of the reviewer's decisions, the oldest first, which were made blind."""
    events = [e for e in workspace.log(reviewer=workspace.reviewer) if e.kind != "undo"]
    return [read(event).blind for event in reversed(events)]


def test_what_another_decided_looks_undecided_until_one_has_decided_oneself(
    open_as: OpenAs, ids: list[str]
) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Reject(ids[0], "no claim at all"))
    ana.decide(decisions.Note(ids[0], "quite sure"))
    seen = ben.claim(ids[0])
    assert (seen.status, seen.reviewers, seen.reason, seen.decided_at, seen.notes) == (
        "pending",
        (),
        "",
        "",
        (),
    )
    assert ben.claims_of(seen.claim.article_id)[0] == seen
    ben.decide(decisions.Confirm(ids[0]))
    assert ben.claim(ids[0]).status == "disputed"
    assert ben.claim(ids[0]).notes == ("quite sure",)


def test_one_s_own_note_on_an_undecided_claim_stays_in_sight(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Note(ids[0], "hers"))
    ben.decide(decisions.Note(ids[0], "mine"))
    assert ben.claim(ids[0]).notes == ("mine",)


def test_scores_kinds_and_words_on_a_pair_are_hidden_until_one_has_decided_it(
    open_as: OpenAs, ids: list[str]
) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Contradict(ids[0], ids[4], "number"))
    beside = ben.related(ids[0])
    assert len(beside) == len(ana.related(ids[0]))
    assert all((r.candidate, r.relation, r.contradiction_type) == (None, None, "") for r in beside)
    ben.decide(decisions.Contradict(ids[0], ids[4], "time"))
    told = {r.claim.claim.id: r.relation for r in ben.related(ids[0])}
    assert told.pop(ids[4]) == "contradicts"
    assert set(told.values()) == {None}


def test_the_order_of_what_stands_beside_a_claim_tells_nothing(open_as: OpenAs, ids: list[str]) -> None:
    ben = blind(open_as("ben"))
    beside = [related.claim.claim.id for related in ben.related(ids[0])]
    assert beside == sorted(beside)


def test_nothing_gives_a_score(open_as: OpenAs, ids: list[str]) -> None:
    ben = blind(open_as("ben"))
    for ask in (ben.candidates, ben.doubtful_candidates, lambda: ben.why(ids[0], ids[1])):
        with pytest.raises(CuratorError, match="blind"):
            ask()
    with pytest.raises(CuratorError, match="articles read"):
        ben.save_session(open_as("cy").session().__class__("ben", "contradictions"))
    open_ = {(c.left_id, c.right_id) for c in open_as("ana").candidates()}
    assert set(ben.pairs()) == open_
    assert len(list(ben.pairs())) == len(open_)


def test_every_reviewer_has_a_queue_of_their_own(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    for claim in ids[:4]:
        ana.decide(decisions.Confirm(claim))
    ben.decide(decisions.Skip(ids[4]))
    assert ana.next_claim().claim.id in (ids[4], ids[5])  # type: ignore[union-attr]
    came = []
    while (found := ben.next_claim(came[-1] if came else "")) is not None:
        ben.decide(decisions.Confirm(found.claim.id))
        came.append(found.claim.id)
    assert came == [claim for claim in ids if claim != ids[4]] + [ids[4]]
    assert (ben.progress().pending, ben.progress().confirmed) == (0, len(ids))


def test_a_plan_for_many_claims_tells_nothing_of_others(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    before = ben.planned("confirm", ids[:4])
    ana.decide(decisions.Confirm(ids[0]))
    ana.decide(decisions.Reject(ids[1]))
    assert ben.planned("confirm", ids[:4]) == before
    assert ana.planned("confirm", ids[:4]) != before
    ben.decide_all(before.decisions)
    assert marked(ben) == [True] * 4


def test_how_far_one_is_counts_only_what_one_decided(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Confirm(ids[0]))
    ana.decide(decisions.Merge(ids[1], ids[0]))
    assert (ben.progress().pending, ben.progress().total) == (len(ids), len(ids))
    ben.decide(decisions.Confirm(ids[0]))
    assert (ben.progress().pending, ben.progress().confirmed) == (len(ids) - 1, 1)


def test_a_filter_means_what_one_has_decided(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Confirm(ids[0]))
    ana.decide(decisions.Note(ids[0], "hers"))
    ben.decide(decisions.Confirm(ids[2]))

    def found(words: str) -> list[str]:
        return [view.claim.id for view in ben.claims(words)]

    assert found("status:pending") == [claim for claim in ids if claim != ids[2]]
    assert found("status:confirmed") == [ids[2]]
    assert found("reviewer:ana") == found("has:notes") == []
    assert found("reviewer:ben") == [ids[2]]
    assert found("-status:pending") == [ids[2]]
    assert ben.count("status:pending") == len(ids) - 1


def test_clusters_that_others_made_are_not_listed(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Merge(ids[1], ids[0]))
    ana.decide(decisions.Confirm(ids[5]))
    assert len(ana.clusters()) == 2
    assert ben.clusters() == ()
    ben.decide(decisions.Confirm(ids[5]))
    assert [cluster.canonical.claim.id for cluster in ben.clusters()] == [ids[5]]


def test_the_log_hides_what_others_said_of_what_one_has_not_decided(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Confirm(ids[0]))
    ana.decide(decisions.Reject(ids[1]))
    ana.undo()
    mine = ben.decide(decisions.Confirm(ids[2])).event.event_id
    ana.decide(decisions.Reject(ids[2]))

    def told() -> list[str]:
        entries, _ = ben.reading().page(None, 50, False)
        assert [e.event.event_id for e in entries] == [e.event_id for e in ben.log()]
        return [entry.claims[0].claim_id for entry in entries]

    assert told() == [ids[2], ids[2]]
    assert ben.around(mine).later_count == 1
    ben.decide(decisions.Confirm(ids[0]))
    assert told() == [ids[0], ids[2], ids[2], ids[0]]
    past = ben.past(2**42)
    statuses = {view.claim.id: view.status for view in ben.past_claims(past)[0]}
    assert statuses[ids[1]] == "pending"


def test_every_decision_made_blind_says_so_and_no_other(open_as: OpenAs, ids: list[str]) -> None:
    ben = open_as("ben")
    ben.decide(decisions.Confirm(ids[0]))
    blind(ben)
    ben.decide(decisions.Confirm(ids[1]))
    ben.decide(decisions.Skip(ids[2]))
    ben.decide(decisions.Contradict(ids[3], ids[4]))
    ben.decide(decisions.Reject(ids[1]))  # what others say of it has been shown
    ben.decide(decisions.Dismiss(ids[3], ids[4]))
    ben.guard(Guards())
    ben.decide(decisions.Confirm(ids[5]))
    assert marked(ben) == [False, True, True, True, False, False, False]
    assert json.loads(next(iter(ben.log(claim_id=ids[2]))).payload)["blind"] is True


def test_what_was_taken_back_is_hidden_again_but_was_seen(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Reject(ids[0]))
    before = ben.claim(ids[0])
    ben.decide(decisions.Confirm(ids[0]))
    ben.undo()
    assert ben.claim(ids[0]) == before
    ben.decide(decisions.Confirm(ids[0]))
    assert marked(ben) == [True, False]


def test_what_a_refusal_told_was_not_decided_blind(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Merge(ids[1], ids[0]))
    with pytest.raises(Refused):
        ben.decide(decisions.Reject(ids[1]))
    assert ben.claim(ids[1]).status == "merged"
    ben.decide(decisions.Confirm(ids[1]))
    assert marked(ben) == [False]


def test_a_log_with_blind_decisions_verifies_and_is_exported_as_such(
    open_as: OpenAs, ids: list[str], tmp_path: Path
) -> None:
    ben = blind(open_as("ben"))
    ben.decide(decisions.Confirm(ids[0]))
    ben.guard(Guards())
    ben.decide(decisions.Confirm(ids[1]))
    assert ben.verify().findings == ()
    folder = ben.export(tmp_path / "dataset").folder
    rows = [json.loads(line) for line in (folder / "decisions.jsonl").read_text().splitlines()]
    assert [row["blind"] for row in rows] == [True, False]


def test_a_file_written_back_after_it_was_deleted_is_still_blind(open_as: OpenAs, ids: list[str]) -> None:
    ana, ben = open_as("ana"), blind(open_as("ben"))
    ana.decide(decisions.Confirm(ids[0]))
    ben.path.unlink()
    ben.recover()
    assert ben.claim(ids[0]).status == "pending"
    ben.decide(decisions.Confirm(ids[1]))
    assert marked(ben) == [True]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["confirm", "reject", "contradict", "note"]), st.integers(0, 7)), max_size=8
    ),
    st.integers(0, 8),
)
def test_blind_nothing_another_does_changes_what_one_sees_of_what_one_has_not_decided(
    template: tuple[Path, list[str]], tmp_path: Path, steps: list[tuple[str, int]], own: int
) -> None:
    path, ids = tmp_path / "own.db", template[1]
    path.unlink(missing_ok=True)
    shutil.copy(template[0], path)
    with Workspace.open(path, reviewer="ana") as ana, Workspace.open(path, reviewer="ben") as ben:
        blind(ben)
        if own < 8:
            ben.decide(decisions.Confirm(ids[own]))
        undecided = [claim for n, claim in enumerate(ids) if n != own or own == 8]
        before = [(ben.claim(c), ben.related(c)) for c in undecided]
        for verb, n in steps:
            wanted = {
                "confirm": decisions.Confirm(ids[n]),
                "reject": decisions.Reject(ids[n], "so"),
                "contradict": decisions.Contradict(ids[n], ids[n + 1]),
                "note": decisions.Note(ids[n], "so"),
            }[verb]
            ana.decide(wanted)  # type: ignore[arg-type]
        after = [(ben.claim(c), ben.related(c)) for c in undecided]
        for (claim, beside), (claim_after, beside_after) in zip(before, after, strict=True):
            assert claim_after == claim
            assert [r.claim.claim.id for r in beside_after] == [r.claim.claim.id for r in beside]
            for was, now in zip(beside, beside_after, strict=True):
                if was.claim.claim.id in undecided:
                    assert now == was
