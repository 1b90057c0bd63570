"""What many claims decided at once come to, told before it is done."""

import pytest

from curator.models import CuratorError
from curator.review.decisions import Confirm, Merge, Reject, Skip, runs
from curator.review.together import MOST_TOGETHER, Chosen, NothingToDecide, plan


def chosen(
    claim: str, status: str = "pending", own: str = "", cluster: str = "", article: str = "Rudaw"
) -> Chosen:
    return Chosen(claim, status, own, cluster or claim, bool(cluster), article)  # type: ignore[arg-type]


def test_the_preview_says_what_stands_now_and_where() -> None:
    claims = [
        *(chosen(f"p{number}") for number in range(31)),
        *(chosen(f"r{number}", "rejected", "rejected", article="TRT World") for number in range(4)),
        *(chosen(f"d{number}", "disputed", article="Sabah") for number in range(2)),
    ]
    assert str(plan("confirm", claims)) == (
        "Confirm 37 claims: 31 pending, 4 rejected by you before, 2 disputed; "
        "in 3 articles: Rudaw 31, TRT World 4, Sabah 2"
    )


def test_what_would_change_nothing_or_be_refused_is_left_out_and_said() -> None:
    claims = [chosen("a"), chosen("b", "confirmed", "confirmed"), chosen("c", "merged", cluster="x")]
    planned = plan("confirm", claims)
    assert planned.decisions == (Confirm("a"),)
    assert "left out: 1 confirmed by you already, 1 merged into others" in str(planned)
    planned = plan("reject", claims, reason="a caption")
    assert planned.decisions == (Reject("a", "a caption"), Reject("b", "a caption"))
    assert "left out: 1 merged with others" in str(planned)
    assert plan("skip", claims).decisions == (Skip("a"),)


def test_the_first_claim_stands_for_those_merged_and_a_cluster_joins_once() -> None:
    claims = [
        chosen("a"),
        chosen("b"),
        chosen("c", cluster="k"),
        chosen("d", cluster="k"),
        chosen("e", "rejected"),
    ]
    planned = plan("merge", claims)
    assert planned.decisions == (Merge("b", "a"), Merge("c", "a"))
    assert {str(count) for count in planned.left_out} == {"1 brought along by their cluster", "1 rejected"}
    assert plan("merge", claims[1:3], into=chosen("a")).decisions == (Merge("b", "a"), Merge("c", "a"))


def test_nothing_to_decide_is_said_with_the_reasons() -> None:
    with pytest.raises(NothingToDecide, match="nothing to confirm: 1 confirmed by you already"):
        plan("confirm", [chosen("a", "confirmed", "confirmed")])
    with pytest.raises(NothingToDecide, match="choose two claims or more"):
        plan("merge", [chosen("a")])


def test_too_many_claims_are_refused_before_anything_is_done() -> None:
    with pytest.raises(CuratorError, match="more than 20,000 claims"):
        plan("confirm", [chosen(str(number)) for number in range(MOST_TOGETHER + 1)])


def test_hostile_names_of_articles_are_made_visible() -> None:
    assert "\x1b" not in str(plan("confirm", [chosen("a", article="\x1b]52;c;x\x07")]))


def test_verdicts_of_one_sort_on_different_claims_are_one_run() -> None:
    wanted = [
        Confirm("a"),
        Confirm("b"),
        Reject("c"),
        Reject("c"),
        Merge("a", "b"),
        Merge("c", "b"),
        Merge("b", "d"),
    ]
    assert [len(run) for run in runs(wanted)] == [2, 1, 1, 2, 1]
