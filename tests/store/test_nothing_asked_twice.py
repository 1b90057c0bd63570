"""What follows from decisions is not asked, and is asked again when they are taken back."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from curator import Workspace, decisions
from curator.models import Candidate, Evidence

OpenAs = Callable[..., Workspace]


def pairs(candidates: Iterable[Candidate], ids: list[str]) -> set[tuple[int, int]]:
    """The pairs that are proposed, by the claims' places."""
    return {tuple(sorted((ids.index(c.left_id), ids.index(c.right_id)))) for c in candidates}  # type: ignore[misc]


def test_a_merge_settles_the_pairs_inside_the_cluster(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    outcome = workspace.decide(decisions.Merge(ids[1], ids[2]))
    assert outcome.settled == 1
    asked = pairs(workspace.candidates(), ids)
    assert not asked & {(0, 1), (1, 2), (0, 2)}
    assert (0, 3) in asked


def test_a_contradiction_holds_between_all_members_of_two_clusters(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Merge(ids[2], ids[3]))
    outcome = workspace.decide(decisions.Contradict(ids[0], ids[2], "number"))
    assert outcome.settled == 3
    assert not pairs(workspace.candidates(), ids) & {(0, 2), (0, 3), (1, 2), (1, 3)}


def test_a_merge_carries_what_was_said_of_one_member_to_the_others(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Dismiss(ids[0], ids[2]))
    assert workspace.decide(decisions.Merge(ids[1], ids[0])).settled == 1
    assert (1, 2) not in pairs(workspace.candidates(), ids)


def test_an_undo_asks_again_what_it_had_settled(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    before = list(workspace.candidates())
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Contradict(ids[1], ids[2], "number"))
    workspace.undo()
    workspace.undo()
    assert list(workspace.candidates()) == before


def test_a_rejected_claim_is_not_asked_about(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Reject(ids[0]))
    assert all(0 not in pair for pair in pairs(workspace.candidates(), ids))
    assert workspace.claim(ids[0]).candidates == 0
    workspace.undo()
    assert workspace.claim(ids[0]).candidates == 8


def test_a_dismissed_pair_stays_dismissed_when_it_is_proposed_anew(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Dismiss(ids[0], ids[1]))
    left, right = sorted(ids[:2])
    workspace._store.put_candidates([Candidate(left, right, "same", 0.99, (Evidence("w", 1.0, "same"),))])
    assert (0, 1) not in pairs(workspace.candidates(), ids)


def test_a_pair_proposed_after_it_was_settled_is_not_asked(
    bare: tuple[Path, list[str]], tmp_path: Path
) -> None:
    shutil.copy(bare[0], tmp_path / "curator.db")
    ids, workspace = bare[1], Workspace.open(tmp_path / "curator.db", reviewer="ana")
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Contradict(ids[1], ids[2], "number"))
    left, right = sorted((ids[0], ids[2]))
    new = [Candidate(left, right, "same", 0.9), Candidate(*sorted((ids[0], ids[3])), "same", 0.8)]
    workspace._store.put_candidates(new)
    assert pairs(workspace.candidates(), ids) == {(0, 3)}
    assert workspace.verify().findings == ()
    workspace.close()


def test_candidates_come_by_descending_score(open_as: OpenAs) -> None:
    scores = [c.score for c in open_as().candidates()]
    assert len(scores) == 36
    assert scores == sorted(scores, reverse=True)


def test_candidates_of_one_kind_or_one_claim_can_be_asked_for(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    assert {c.kind for c in workspace.candidates(kind="same")} == {"same"}
    of_claim = list(workspace.candidates(claim_id=ids[4], kind="contradicts"))
    assert len(of_claim) == 5
    assert all(ids[4] in (c.left_id, c.right_id) for c in of_claim)
    assert list(workspace.candidates(limit=3)) == list(workspace.candidates())[:3]


def test_related_shows_open_pairs_first_then_what_was_decided_and_what_follows(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Merge(ids[0], ids[2]))
    workspace.decide(decisions.Contradict(ids[1], ids[5], "number"))
    related = workspace.related(ids[0])
    assert all(r.candidate for r in related[:5])
    assert [(ids.index(r.claim.claim.id), r.relation, r.inferred) for r in related[5:]] == [
        (5, "contradicts", True),
        (1, "same", False),
        (2, "same", False),
    ]
    assert related[-1].article_title == "Story 0"


def test_what_is_hardly_likely_waits_in_the_queue_of_pairs_and_not_beside_the_claim(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    left, right = sorted((ids[0], ids[4]))
    words = (Evidence("wording", -2.0, "some words"),)
    workspace._store.put_candidates([Candidate(left, right, "same", 0.04, words)])
    assert ids[4] not in {related.claim.claim.id for related in workspace.related(ids[0])}
    assert (left, right) in {(pair.left_id, pair.right_id) for pair in workspace.candidates()}
    assert ids[4] in {related.claim.claim.id for related in workspace.related(ids[0], beside=ids[4])}
