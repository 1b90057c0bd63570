"""What conflicts with what stands is refused, with the decisions against it, and leaves no trace."""

from collections.abc import Callable

import pytest

from curator import CuratorError, Workspace, decisions
from curator.models import Refused

OpenAs = Callable[..., Workspace]


def refused(workspace: Workspace, decision: decisions.Decision) -> tuple[str, list[str]]:
    """What is said to a decision that is refused, and the kinds of the events against it."""
    before = list(workspace.claims()), list(workspace.log())
    with pytest.raises(Refused) as caught:
        workspace.decide(decision)
    assert (list(workspace.claims()), list(workspace.log())) == before
    return str(caught.value), [event.kind for event in caught.value.chain]


def test_claims_that_contradict_each_other_cannot_be_merged(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Contradict(ids[0], ids[1], "number"))
    said, chain = refused(open_as("ben"), decisions.Merge(ids[0], ids[1]))
    assert said.startswith("ana said on 20")
    assert "contradict each other; they cannot be in one cluster: undo that first" in said
    assert chain == ["contradict"]


def test_clusters_that_contradict_each_other_cannot_be_merged(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Merge(ids[2], ids[3]))
    workspace.decide(decisions.Contradict(ids[0], ids[2], "number"))
    _, chain = refused(workspace, decisions.Merge(ids[1], ids[3]))
    assert chain == ["merge", "merge", "contradict"]


def test_only_the_merges_that_lead_there_stand_against_a_decision(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    for left, right in ((0, 1), (1, 2), (3, 0), (4, 0)):
        workspace.decide(decisions.Merge(ids[left], ids[right]))
    said, chain = refused(workspace, decisions.Dismiss(ids[0], ids[2]))
    assert "are in one cluster (merged by ana" in said
    assert chain == ["merge", "merge"]


def test_two_claims_of_equal_words_are_told_apart_where_a_decision_on_them_is_refused(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    for claim in (ids[0], ids[3]):
        workspace.decide(decisions.Edit(claim, wording="It is so", speaker="Reed"))
    workspace.decide(decisions.Contradict(ids[0], ids[3], "number"))
    said, _ = refused(workspace, decisions.Merge(ids[0], ids[3]))
    assert "that Reed, “It is so” (in TRT World) and Reed, “It is so” (in Daily Sabah) contradict" in said


def test_a_merge_that_was_split_since_does_not_stand_against_anything(
    open_as: OpenAs, ids: list[str]
) -> None:
    ana, root = open_as("ana"), open_as("root")
    ana.decide(decisions.Merge(ids[0], ids[1]))
    ana.decide(decisions.Split(ids[0]))
    again = root.decide(decisions.Merge(ids[0], ids[1])).event
    further = root.decide(decisions.Merge(ids[1], ids[2])).event
    for left, right, chain in ((0, 2, (again, further)), (0, 1, (again,))):
        with pytest.raises(Refused) as caught:
            root.decide(decisions.Contradict(ids[left], ids[right]))
        assert caught.value.chain == chain
        assert "merged by root, last on" in str(caught.value)
        with pytest.raises(Refused) as caught:
            root.decide(decisions.Merge(ids[left], ids[right]))
        assert caught.value.chain == chain
    with pytest.raises(Refused) as caught:
        root.decide(decisions.Reject(ids[0]))
    assert caught.value.chain == (again,)


def test_what_a_claim_that_was_split_off_held_together_is_still_told(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    for left, right in ((0, 1), (1, 2), (2, 3)):
        workspace.decide(decisions.Merge(ids[left], ids[right]))
    workspace.decide(decisions.Split(ids[1]))
    workspace.decide(decisions.Split(ids[2]))
    assert refused(workspace, decisions.Contradict(ids[0], ids[3]))[1] == ["merge", "merge", "merge"]


def test_a_rejection_that_was_changed_since_does_not_stand_against_a_merge(
    open_as: OpenAs, ids: list[str]
) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    ana.decide(decisions.Reject(ids[0]))
    ana.decide(decisions.Confirm(ids[0]))
    ana.decide(decisions.Reject(ids[0]))
    last = ana.log(limit=1)
    with pytest.raises(Refused) as caught:
        ben.decide(decisions.Merge(ids[1], ids[0]))
    assert caught.value.chain == tuple(last)


def test_members_of_one_cluster_cannot_contradict_each_other(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Merge(ids[2], ids[0]))
    said, chain = refused(workspace, decisions.Contradict(ids[1], ids[2], "other"))
    assert "split one of them off first" in said
    assert chain == ["merge", "merge"]


def test_two_clusters_cannot_both_contradict_and_have_nothing_to_do_with_each_other(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    workspace.decide(decisions.Contradict(ids[0], ids[2], "other"))
    said, chain = refused(workspace, decisions.Dismiss(ids[1], ids[2]))
    assert "another pair of the same two clusters was decided differently" in said
    assert chain == ["merge", "contradict"]


def test_a_merge_that_would_set_a_third_cluster_at_odds_is_refused(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Contradict(ids[0], ids[2], "other"))
    workspace.decide(decisions.Dismiss(ids[1], ids[2]))
    _, chain = refused(workspace, decisions.Merge(ids[0], ids[1]))
    assert chain == ["contradict", "dismiss"]


def test_a_merged_member_has_to_be_split_off_before_it_is_rejected(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    said, chain = refused(workspace, decisions.Reject(ids[0]))
    assert "split it off before rejecting it" in said
    assert chain == ["merge"]
    workspace.decide(decisions.Split(ids[0]))
    workspace.decide(decisions.Reject(ids[0]))


def test_a_rejected_claim_cannot_be_merged(open_as: OpenAs, ids: list[str]) -> None:
    open_as().decide(decisions.Reject(ids[0]))
    said, chain = refused(open_as("ben"), decisions.Merge(ids[1], ids[0]))
    assert said.startswith("ana rejected")
    assert chain == ["reject"]


def test_an_undo_that_would_bring_a_conflict_back_is_refused(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    split = workspace.decide(decisions.Split(ids[0])).event
    workspace.decide(decisions.Contradict(ids[0], ids[1], "time"))
    _, chain = refused(workspace, decisions.Undo(split.event_id))
    assert chain == ["merge", "contradict"]


def test_a_reviewer_may_change_their_own_mind_about_a_pair(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Dismiss(ids[0], ids[1]))
    workspace.decide(decisions.Contradict(ids[0], ids[1], "number"))
    assert [r.relation for r in workspace.related(ids[0]) if r.relation] == ["contradicts"]


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (decisions.Split, "not merged with any other"),
        (decisions.Canonical, "not merged with any other"),
        (lambda c: decisions.Merge(c, c), "cannot be paired with itself"),
        (lambda c: decisions.Contradict(c, c), "cannot be paired with itself"),
        (lambda c: decisions.Adjudicate(c, "confirmed"), "do not differ on this claim"),
    ],
)
def test_what_makes_no_sense_for_a_claim_alone_is_refused(
    open_as: OpenAs, ids: list[str], decision: Callable[[str], decisions.Decision], said: str
) -> None:
    assert said in refused(open_as(), decision(ids[0]))[0]


def test_only_a_pending_claim_can_be_put_off(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    assert "only a pending claim can be put off" in refused(workspace, decisions.Skip(ids[0]))[0]


def test_a_pair_that_is_in_one_cluster_cannot_be_merged_again(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Merge(ids[0], ids[1]))
    assert refused(workspace, decisions.Merge(ids[1], ids[0])) == (
        "these two are in one cluster already",
        ["merge"],
    )


def test_what_is_taken_back_cannot_be_taken_back_again(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    event = workspace.decide(decisions.Confirm(ids[0])).event
    workspace.undo(event.event_id)
    assert refused(workspace, decisions.Undo(event.event_id)) == ("that is taken back already", ["undo"])


def test_a_dispute_about_a_pair_is_not_settled_by_a_verdict(open_as: OpenAs, ids: list[str]) -> None:
    open_as("ana").decide(decisions.Contradict(ids[0], ids[1], "number"))
    open_as("ben").decide(decisions.Dismiss(ids[0], ids[1]))
    cy = open_as("cy")
    assert cy.claim(ids[0]).status == "disputed"
    assert (
        "no verdict settles this (reviewers' words on a pair differ"
        in refused(cy, decisions.Adjudicate(ids[0], "confirmed"))[0]
    )
    cy.decide(decisions.AdjudicatePair(ids[0], ids[1], "contradicts", "number"))
    assert cy.claim(ids[0]).status == "pending"
    assert cy.verify().findings == ()


def test_an_undo_is_never_one_of_several_decisions(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    event = workspace.decide(decisions.Confirm(ids[0])).event
    with pytest.raises(CuratorError, match="an undo stands alone"):
        workspace.decide_all([decisions.Undo(event.event_id), decisions.Confirm(ids[1])])


def test_a_refused_group_leaves_nothing_of_itself(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Contradict(ids[0], ids[1], "number"))
    with pytest.raises(Refused):
        workspace.decide_all([decisions.Confirm(ids[2]), decisions.Merge(ids[0], ids[1])])
    assert workspace.claim(ids[2]).status == "pending"
    assert len(list(workspace.log())) == 1
