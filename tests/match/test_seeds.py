"""What a curator of the example articles has to be led to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from curator.extract import extract
from curator.match import Subject, propose, subject_of
from curator.models import Article, Candidate, article_id

SEEDS = Path(__file__).parents[2] / "seeds"


@cache
def matched() -> tuple[dict[str, Subject], dict[str, str], list[Candidate]]:
    """The subjects by claim id, of each the number of its article, and the candidates."""
    subjects, homes = {}, {}
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        article = Article(article_id(text), text)
        for claim in extract(article):
            subjects[claim.id] = subject_of(article, claim)
            homes[claim.id] = path.name[:3]
    return subjects, homes, list(propose(list(subjects.values())))


def claims(words: str, home: str = "") -> set[str]:
    subjects, homes, _ = matched()
    return {
        claim_id
        for claim_id, s in subjects.items()
        if words in s.claim.text and homes[claim_id].startswith(home)
    }


def proposed(left: set[str], right: set[str], kind: str) -> list[Candidate]:
    return [
        c
        for c in matched()[2]
        if c.kind == kind
        and ((c.left_id in left and c.right_id in right) or (c.left_id in right and c.right_id in left))
    ]


def contradictions_of(claim_id: str) -> list[str]:
    """The other claims of its proposed contradictions, the likeliest first."""
    found = [c for c in matched()[2] if c.kind == "contradicts" and claim_id in (c.left_id, c.right_id)]
    return [c.right_id if c.left_id == claim_id else c.left_id for c in found]


def test_one_quote_is_found_in_three_articles() -> None:
    words = "be most prominent in the Idlib region"
    homes = {matched()[1][claim] for claim in claims(words)}
    assert homes == {"000", "002", "003"}
    for one, other in (("000", "002"), ("000", "003"), ("002", "003")):
        assert proposed(claims(words, one), claims(words, other), "same")[0].score > 0.9


def test_no_decision_yet_stands_against_will_be_deployed_among_the_first_three() -> None:
    undecided = claims("no decision yet")
    assert len(undecided) == 2
    for claim in undecided:
        assert claims("will be deployed in Syria") & set(contradictions_of(claim)[:3])


def test_a_ministry_without_information_stands_against_the_request_it_was_asked_about() -> None:
    found = proposed(claims("no information"), claims("deploying troops from Kyrgyzstan"), "contradicts")
    assert any("no information" in e.words for c in found for e in c.evidence)


def test_two_death_tolls_stand_against_each_other_in_figures() -> None:
    found = proposed(claims("470,000 civilians"), claims("300,000 people"), "contradicts")
    assert any("470,000" in e.words and "300,000" in e.words for c in found for e in c.evidence)


def test_the_same_deployment_in_three_wordings_is_proposed_as_same() -> None:
    words = "will be deployed in Syria"
    for one, other in (("000", "001"), ("001", "002"), ("000", "002")):
        assert proposed(claims(words, one), claims(words, other), "same")


def test_each_claim_is_proposed_a_bounded_number_of_others() -> None:
    subjects, _, candidates = matched()
    assert len(candidates) < 15 * len(subjects)


def test_who_leaves_a_date_open_does_not_oppose_the_plan() -> None:
    found = proposed(claims("does not specify a start date"), claims("to establish four"), "contradicts")
    assert all(c.score < 0.5 for c in found)


def test_the_surest_contradiction_is_the_one_between_the_two_spokesmen() -> None:
    surest = next(c for c in matched()[2] if c.kind == "contradicts")
    spokesmen = claims("no decision yet"), claims("will be deployed in Syria")
    assert all({surest.left_id, surest.right_id} & ids for ids in spokesmen)
