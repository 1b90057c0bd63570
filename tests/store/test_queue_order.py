"""Going through the claims: every order and filter, once round, and the ones put off last."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from curator import CuratorError, Workspace, decisions
from curator.review.queue import ORDERS

OpenAs = Callable[..., Workspace]


def set_session(workspace: Workspace, **values: str) -> None:
    workspace.save_session(replace(workspace.session(), **values))


def walk(workspace: Workspace, *, undecided: bool = True, backwards: bool = False) -> list[str]:
    """The claims that `next_claim` leads to, each from the one before, until it comes round."""
    found: list[str] = []
    here = ""
    while (view := workspace.next_claim(here, undecided=undecided, backwards=backwards)) is not None:
        if view.claim.id in found:
            break
        here = view.claim.id
        found.append(here)
    return found


@pytest.mark.parametrize("order", ORDERS)
def test_next_claim_leads_through_every_claim_in_the_order_of_the_list(open_as: OpenAs, order: str) -> None:
    workspace = open_as()
    set_session(workspace, order=order)
    listed = [v.claim.id for v in workspace.claims(order=order)]
    assert len(listed) == 9
    assert walk(workspace) == listed
    assert walk(workspace, backwards=True) == listed[::-1]


@pytest.mark.parametrize("order", ORDERS)
def test_next_claim_passes_over_what_is_decided(open_as: OpenAs, ids: list[str], order: str) -> None:
    workspace = open_as()
    set_session(workspace, order=order)
    decided = ids[1::2]
    for claim in decided:
        workspace.decide(decisions.Confirm(claim))
    assert set(walk(workspace)) == set(ids) - set(decided)
    assert set(walk(workspace, undecided=False)) == set(ids)


def test_next_claim_goes_round_the_end_once(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    for claim in ids[1:-1]:
        workspace.decide(decisions.Confirm(claim))
    assert workspace.next_claim(ids[-1]).claim.id == ids[0]  # type: ignore[union-attr]
    workspace.decide(decisions.Confirm(ids[0]))
    assert workspace.next_claim(ids[-1]) is None


def test_what_a_reviewer_put_off_comes_last_for_them_alone(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace.decide(decisions.Skip(ids[0]))
    workspace.decide(decisions.Skip(ids[3]))
    assert workspace.progress().skipped == 2
    assert workspace.claim(ids[0]).skipped
    assert walk(open_as("ben")) == ids
    came, here = [], ""
    while (view := workspace.next_claim(here)) is not None:
        here = view.claim.id
        came.append(here)
        workspace.decide(decisions.Confirm(here))
    assert came == [*ids[1:3], *ids[4:], ids[0], ids[3]]


def test_claims_by_contradiction_begin_with_the_likeliest_open_one(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    best = next(workspace.candidates(kind="contradicts"))
    first = next(workspace.claims(order="contradictions"))
    assert first.claim.id in (best.left_id, best.right_id)
    workspace.decide(decisions.Dismiss(best.left_id, best.right_id))
    second = next(workspace.candidates(kind="contradicts"))
    assert next(workspace.claims(order="contradictions")).claim.id in (second.left_id, second.right_id)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("", range(9)),
        ("speaker:kalin", [0, 3, 6]),
        ("speaker:Kalın", [0, 3, 6]),
        ('speaker:"vladimir shamanov"', [1, 4, 7]),
        ("-speaker:kalin", [1, 2, 4, 5, 7, 8]),
        ("speaker:kalin speaker:shamanov", [0, 1, 3, 4, 6, 7]),
        ("speaker:kalin publisher:sabah", [3]),
        ("publisher:sabah", [3, 4, 5]),
        ("outlet:sabah", [3, 4, 5]),
        ('article:"story 1"', [3, 4, 5]),
        ("-article:story", []),
        ('article:"story 1" article:"story 2" speaker:kalin', [3, 6]),
        ("date:2017-06-02..2017-06-03", [3, 4, 5, 6, 7, 8]),
        ("kind:assertion", [2, 5, 8]),
        ("kind:assertion kind:paraphrase", range(9)),
        ("date:2017-06-02", [3, 4, 5]),
        ("date:2017-06", range(9)),
        ("date:>=2017-06-02", [3, 4, 5, 6, 7, 8]),
        ("date:>2017-06-01 date:<2017-06-03", [3, 4, 5]),
        ("-date:2017-06-02", [0, 1, 2, 6, 7, 8]),
        ("idlib", range(9)),
        ("İDLİB", range(9)),
        ('"number 2 of story 1"', [5]),
        ("troops story", range(9)),
        ("status:confirmed", [0]),
        ("status:confirmed status:rejected", [0, 1]),
        ("-status:pending", [0, 1, 2]),
        ("reviewer:ana", [0, 1]),
        ("-reviewer:ana", range(2, 9)),
        ("has:notes", [4]),
        ("has:edits", [5]),
        ("has:candidates", [0, *range(2, 9)]),
        ("skipped", [6]),
        ("disputed", []),
        ("stale", []),
        ("speaker:kalin kind:assertion", []),
    ],
)
@pytest.mark.parametrize("order", ["article", "uncertain"])
def test_a_filter_keeps_what_it_says(
    open_as: OpenAs, ids: list[str], words: str, places: list[int], order: str
) -> None:
    workspace = open_as()
    for decision in (
        decisions.Confirm(ids[0]),
        decisions.Reject(ids[1]),
        decisions.Merge(ids[2], ids[3]),
        decisions.Note(ids[4], "look again"),
        decisions.Edit(ids[5], wording="Troops number 2 of story 1, they said, will be deployed in Idlib"),
        decisions.Skip(ids[6]),
    ):
        workspace.decide(decision)
    set_session(workspace, order=order, filter=words)
    listed = [v.claim.id for v in workspace.claims(words, order)]
    assert sorted(ids.index(c) for c in listed) == list(places)
    assert walk(workspace, undecided=False) == listed


def test_an_edited_speaker_is_found_by_the_new_name_and_not_by_the_old(
    open_as: OpenAs, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Edit(ids[0], speaker="Sergey Lavrov"))
    assert [v.claim.id for v in workspace.claims("speaker:lavrov")] == [ids[0]]
    assert ids[0] not in [v.claim.id for v in workspace.claims("speaker:kalin")]
    workspace.undo()
    assert not list(workspace.claims("speaker:lavrov"))


def test_search_finds_words_as_they_are_typed(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    assert len(workspace.search("troo")) == 9
    assert [v.claim.id for v in workspace.search("story daily 5")] == []
    assert {ids.index(v.claim.id) for v in workspace.search("number 2 story 1")} == {5, 7}
    assert len(workspace.search("troops", limit=4)) == 4
    assert workspace.search("…") == ()
    assert workspace.search('"; DROP TABLE claim; -- NEAR( *') == ()


@pytest.mark.parametrize(
    "letters", ["Kalın", "KALIN", "Łódź", "Søren", "Straße", "Æon", "Đoković", "Þór", "İdlib", "Ångström"]
)
def test_a_name_is_found_however_its_letters_are_typed(open_as: OpenAs, ids: list[str], letters: str) -> None:
    from curator.text import folded

    workspace = open_as()
    workspace.decide(decisions.Edit(ids[0], speaker=letters))
    for typed in (letters, folded(letters), folded(letters).upper()):
        assert ids[0] in [v.claim.id for v in workspace.claims(f"speaker:{typed}")]


def test_a_session_with_a_filter_that_cannot_be_read_is_not_kept(open_as: OpenAs) -> None:
    workspace = open_as()
    with pytest.raises(CuratorError, match="there is no filter colour:"):
        set_session(workspace, filter="colour:red")
    assert workspace.session().filter == ""


def test_a_filter_knows_an_article_by_the_start_of_its_id(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    article = workspace.claim(ids[4]).claim.article_id
    listed = [view.claim.id for view in workspace.claims(f"article:{article[:8]}")]
    assert listed == ids[3:6]
