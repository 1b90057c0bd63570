"""The rules: what a log comes to, whoever says what in whichever order it arrives."""

import random

from hypothesis import given
from hypothesis import strategies as st
from spoken import Told

from curator.models import Event
from curator.review.facts import EVENT_KINDS
from curator.review.fold import State, fold
from curator.review.verdicts import Judgement


def state_of(told: Told) -> State:
    return fold(told.events, lambda claim_id: "found")


def judgement_of(told: Told, claim_id: str = "a") -> Judgement:
    return state_of(told).judgements[claim_id]


def test_a_confirmed_claim_is_confirmed() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    assert judgement_of(told).status == "confirmed"
    assert judgement_of(told).reviewers == ("ana",)


def test_a_reviewers_later_verdict_replaces_the_earlier_one() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    told.say("ana", "reject", claim="a", text="no claim at all")
    assert judgement_of(told).status == "rejected"
    assert judgement_of(told).reason == "no claim at all"


def test_two_reviewers_who_differ_make_a_claim_disputed() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    told.say("ben", "reject", claim="a")
    assert judgement_of(told).status == "disputed"
    assert judgement_of(told).disputes == ("ana confirmed it, ben rejected it",)


def test_one_person_on_two_installations_does_not_differ_from_herself() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    moved = told.say("ana", "reject", claim="a")
    told.events[-1] = Event(**{**_fields(moved), "reviewer": "ana@elsewhere", "rseq": 1})
    assert judgement_of(told).status == "rejected"


def test_adjudication_settles_a_dispute_until_a_later_verdict_differs() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    told.say("ben", "reject", claim="a")
    told.say("cy", "adjudicate", claim="a", word="confirmed")
    assert judgement_of(told).status == "confirmed"
    told.say("ben", "confirm", claim="a")
    assert judgement_of(told).status == "confirmed"
    told.say("ben", "reject", claim="a")
    assert judgement_of(told).status == "disputed"


def test_an_undone_decision_leaves_the_claim_as_it_was() -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    rejected = told.say("ana", "reject", claim="a")
    told.say("ana", "undo", rejected)
    assert judgement_of(told).status == "confirmed"


def test_the_undo_of_an_undo_is_a_redo() -> None:
    told = Told()
    undone = told.say("ana", "undo", told.say("ana", "confirm", claim="a"))
    assert judgement_of(told).status == "pending"
    told.say("ana", "undo", undone)
    assert judgement_of(told).status == "confirmed"


def test_an_undo_that_comes_before_its_target_takes_nothing_back() -> None:
    told = Told()
    confirmed = told.say("ana", "confirm", claim="a")
    undo = told.say("ben", "undo", confirmed)
    told.events[-1] = Event(**{**_fields(undo), "hlc": "000000000000-0000"})
    assert judgement_of(told).status == "confirmed"


def test_a_merged_claim_follows_the_canonical_claim_of_the_cluster_it_joined() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "merge", claim="c", other="a")
    state = state_of(told)
    assert state.clusters.members("c") == ("b", "a", "c")
    assert state.judgements["a"].status == state.judgements["c"].status == "merged"
    assert state.judgements["b"].status == "pending"


def test_a_split_claim_stands_alone_and_the_others_stay_together() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "merge", claim="c", other="a")
    told.say("ana", "split", claim="a")
    assert state_of(told).clusters.members("c") == ("b", "c")
    assert state_of(told).clusters.members("a") == ("a",)


def test_a_cluster_whose_canonical_claim_splits_off_takes_the_next() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "merge", claim="c", other="a")
    told.say("ana", "split", claim="b")
    assert state_of(told).clusters.members("c") == ("a", "c")


def test_a_member_made_canonical_stands_for_the_cluster() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "canonical", claim="a")
    assert state_of(told).clusters.canonical("b") == "a"
    assert judgement_of(told, "b").status == "merged"


def test_a_member_merged_by_one_and_rejected_by_another_is_disputed() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ben", "reject", claim="a")
    assert judgement_of(told).status == "disputed"


def test_a_member_adjudicated_as_rejected_leaves_its_cluster() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ben", "reject", claim="a")
    told.say("cy", "adjudicate", claim="a", word="rejected")
    assert judgement_of(told).status == "rejected"
    assert state_of(told).clusters.members("b") == ("b",)


def test_a_contradiction_inside_one_cluster_is_disputed() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ben", "contradict", claim="a", other="b", type="number")
    assert {judgement_of(told, c).status for c in "ab"} == {"disputed"}


def test_reviewers_whose_words_on_a_pair_differ_make_both_claims_disputed() -> None:
    told = Told()
    told.say("ana", "contradict", claim="a", other="b", type="number")
    told.say("ben", "dismiss", claim="b", other="a")
    assert {judgement_of(told, c).status for c in "ab"} == {"disputed"}


def test_a_pair_that_is_adjudicated_is_no_longer_disputed() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ben", "contradict", claim="a", other="b", type="number")
    told.say("cy", "adjudicate", claim="a", other="b", word="contradicts", type="number")
    state = state_of(told)
    assert state.clusters.members("a") == ("a",)
    assert not state.words["a", "b"].disputed
    assert state.words["a", "b"].relation == "contradicts"


def test_words_between_the_members_of_two_clusters_hold_for_the_clusters() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "merge", claim="c", other="d")
    told.say("ana", "contradict", claim="a", other="c", type="number")
    assert state_of(told).contradictions == {"b": 1, "d": 1}


def test_different_words_between_the_same_two_clusters_are_disputed() -> None:
    told = Told()
    told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "contradict", claim="a", other="c", type="number")
    told.say("ben", "dismiss", claim="b", other="c")
    assert {judgement_of(told, c).status for c in "abc"} == {"disputed"}


def test_two_reviewers_who_correct_a_claim_unseen_and_differently_make_it_disputed() -> None:
    told = Told()
    told.say("ana", "edit", claim="a", wording="one", seen=[])
    told.say("ben", "edit", claim="a", wording="two", seen=[])
    assert judgement_of(told).status == "disputed"
    assert judgement_of(told).wording == "two"


def test_a_correction_of_what_another_reviewer_corrected_is_no_dispute() -> None:
    told = Told()
    first = told.say("ana", "edit", claim="a", wording="one", seen=[])
    told.say("ben", "edit", claim="a", wording="two", seen=[first.event_id])
    assert judgement_of(told).status == "pending"
    assert judgement_of(told).wording == "two"


def test_an_added_claim_counts_as_confirmed_and_is_absent_when_the_adding_is_undone() -> None:
    told = Told()
    added = told.say("ana", "add", claim="a")
    assert fold(told.events, lambda claim_id: "reviewer").judgements["a"].status == "confirmed"
    told.say("ana", "undo", added)
    assert fold(told.events, lambda claim_id: "reviewer").judgements["a"].listing == "absent"


def test_a_vanished_claim_is_stale_only_while_nobody_decided_on_it() -> None:
    told = Told()
    told.say("ana", "skip", claim="a")
    assert fold(told.events, lambda claim_id: "vanished").judgements["a"].listing == "stale"
    told.say("ana", "confirm", claim="a")
    assert fold(told.events, lambda claim_id: "vanished").judgements["a"].listing == "listed"


CLAIMS = st.sampled_from("abcd")
SAYING = st.tuples(
    st.sampled_from(["ana", "ben", "cy"]),
    st.sampled_from(EVENT_KINDS),
    CLAIMS,
    CLAIMS,
    st.sampled_from(["confirmed", "rejected", "same", "contradicts", "unrelated"]),
    st.booleans(),
    st.integers(0, 20),
)


def told_of(sayings: list[tuple[str, str, str, str, str, bool, int]]) -> Told:
    """The log of anything at all, sensible or not."""
    told = Told()
    for reviewer, kind, claim, other, word, of_pair, back in sayings:
        if kind == "undo":
            if told.events:
                told.say(reviewer, kind, told.events[-1 - back % len(told.events)])
            continue
        pair = {"other": other} if kind in ("merge", "contradict", "dismiss") or of_pair else {}
        told.say(reviewer, kind, claim=claim, word=word, type="number", wording=word, seen=[], **pair)
    return told


@given(st.lists(SAYING, max_size=25), st.randoms(use_true_random=False))
def test_the_state_does_not_depend_on_the_order_in_which_events_arrive(
    sayings: list[tuple[str, str, str, str, str, bool, int]], chance: random.Random
) -> None:
    told = told_of(sayings)
    shuffled = list(told.events)
    chance.shuffle(shuffled)
    first, second = (fold(events, lambda claim_id: "found") for events in (told.events, shuffled))
    assert (first.judgements, first.words, first.undone) == (second.judgements, second.words, second.undone)
    assert list(first.clusters) == list(second.clusters)


@given(st.lists(SAYING, max_size=25))
def test_undoing_the_last_decision_gives_the_state_before_it(
    sayings: list[tuple[str, str, str, str, str, bool, int]],
) -> None:
    told = told_of([s for s in sayings if s[1] != "undo"])
    before = state_of(told)
    last = told.say("ana", "merge", claim="a", other="b")
    told.say("ana", "undo", last)
    after = state_of(told)
    assert after.words == before.words
    assert all(after.judgements[c] == before.judgements[c] for c in before.judgements)


@given(st.lists(SAYING, max_size=25))
def test_a_merged_claim_has_a_canonical_claim_that_is_not_merged(
    sayings: list[tuple[str, str, str, str, str, bool, int]],
) -> None:
    state = state_of(told_of(sayings))
    for claim_id, judgement in state.judgements.items():
        canonical = state.clusters.canonical(claim_id)
        if judgement.status == "merged":
            assert canonical != claim_id
            assert state.judgements[canonical].status != "merged"


@given(st.text(), st.text())
def test_a_payload_that_makes_no_sense_speaks_of_nothing(kind: str, payload: str) -> None:
    told = Told()
    told.say("ana", "confirm", claim="a")
    odd = Event(**{**_fields(told.events[0]), "kind": kind, "payload": payload, "event_id": "odd", "rseq": 2})
    fold([*told.events, odd], lambda claim_id: "found")


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__dataclass_fields__}
