"""What is said in like words of another event is told by the names around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.match.growth import pile
from curator.match import Subject, arriving, explain, propose, subject_of
from curator.match.bulk import propose_bulk
from curator.match.names import names
from curator.match.turning import turned_words
from curator.models import Article, CandidateKind, Claim, Evidence, article_id, claim_id

SAID = "At least 12 people were killed in the fire"
LYON = (
    "Smoke rose over the Guillotière quarter of Lyon before dawn. Mayor Anne Roux spoke of a loss for all of "
    f"Burgundy. {SAID}, said Commander Paul Girard."
)
LYON_AGAIN = (
    "The crews were in the Guillotière within minutes, says Paul Girard, who leads them. "
    f"{SAID}. The families were met by Anne Miller."
)
OSAKA = (
    "The blaze in the Namba district of Osaka was put out by noon. Governor Ken Tanaka thanked the crews "
    f"from Kyoto. {SAID}, said Captain Hideo Mori."
)


def told(text: str, claim: str = SAID, *, title: str = "") -> Subject:
    """A claim of an article."""
    article, start = Article(article_id(text), text, title=title), text.index(claim)
    end = start + len(claim)
    home = article.id
    return subject_of(article, Claim(claim_id(home, start, end), home, start, end, claim, "assertion"))


def of_names(left: Subject, right: Subject, kind: CandidateKind = "same") -> list[Evidence]:
    return [each for each in explain(left, right, kind=kind) if each.signal == "names"]


@pytest.mark.parametrize("kind", ["same", "contradicts"])
def test_other_names_around_speak_against_a_pair_of_either_kind(kind: CandidateKind) -> None:
    (apart,) = of_names(told(LYON), told(OSAKA), kind)
    (together,) = of_names(told(LYON), told(LYON_AGAIN), kind)
    assert apart.share < -0.5
    assert together.share > 0.2


def test_the_telling_of_the_same_event_is_proposed_before_that_of_another() -> None:
    lyon, again, osaka = told(LYON), told(LYON_AGAIN), told(OSAKA)
    best = next(iter(propose([osaka, lyon, again])))
    assert {best.left_id, best.right_id} == {lyon.claim.id, again.claim.id}
    assert "both speak of" in " ".join(each.words for each in best.evidence)


def test_a_reviewer_reads_which_names_both_have_and_no_other_word_of_them() -> None:
    (found,) = of_names(told(LYON), told(LYON_AGAIN))
    assert found.words.startswith("both speak of ")
    shown = found.words.removeprefix("both speak of ").split(", ")
    assert sorted(shown) == ["Anne", "Guillotière", "Paul Girard"]  # Anne Roux is not Anne Miller


def test_a_reviewer_reads_which_names_stand_against_each_other_from_either_side() -> None:
    (found,) = of_names(told(LYON), told(OSAKA))
    sides = found.words.removesuffix(" around them").split(" against ")
    assert sorted(sides) == ["Guillotière", "Namba"]
    (other_way,) = turned_words([found])
    assert other_way.words == f"{sides[1]} against {sides[0]} around them"


def test_names_in_the_words_of_both_claims_are_not_counted_again() -> None:
    one = told("It was Anne Roux who met Paul Girard in Lyon", "Anne Roux who met Paul Girard in Lyon")
    other = told(
        "In Lyon it was Anne Roux, who met Paul Girard", "In Lyon it was Anne Roux, who met Paul Girard"
    )
    assert of_names(one, other) == []


def test_few_names_tell_nothing_of_another_event() -> None:
    assert of_names(told(f"In Lyon, {SAID.lower()}", SAID.lower()), told(OSAKA)) == []


def test_two_claims_of_one_article_are_not_told_apart_by_its_names() -> None:
    text = f"{LYON} {OSAKA.replace(SAID, 'Twelve were dead')}"
    assert of_names(told(text), told(text, "Twelve were dead")) == []


@pytest.mark.parametrize(
    "shouted", [str.upper, str.title, lambda text: text.casefold()], ids=["all caps", "title case", "no caps"]
)
def test_text_whose_capitals_tell_nothing_has_no_names(shouted) -> None:  # type: ignore[no-untyped-def]
    assert list(names(shouted(LYON))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials spoke. Nobody said “No” to them", set()),
        ("Roux spoke. Later they heard Roux again", {"Roux"}),
        ("Mayor Anne Roux left in May, on a Monday", {"Anne Roux"}),
        ("they flew to New York with the U.S. President", {"New York", "U.S. President"}),
        ("he left Assad’s party and the party of O'Neill (OAS)", {"Assad", "O'Neill", "OAS"}),
        ("w rozmowie z Łukaszem Ćwikiem mówił o Şırnak", {"Łukaszem Ćwikiem", "Şırnak"}),
        ("قال الرئيس إن القوات في المدينة", set()),
    ],
)
def test_a_name_is_a_capital_that_no_sentence_asks_for(text: str, found: set[str]) -> None:
    assert {name for _, name in names(text)} == found


def test_new_york_is_one_name_and_its_spellings_are_one() -> None:
    assert len(list(names("they flew to New York"))) == 1
    (one,), (other,) = names("they flew to Şırnak"), names("they flew to Sirnak")
    assert one[0] == other[0]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB É.İ’-'(\n\u202e\x1bß中U"), max_size=60))
def test_of_any_text_names_are_stretches_that_start_with_a_capital(text: str) -> None:
    for key, name in names(text):
        assert key
        assert name in text
        assert name[0].isupper()


LETTERS = st.lists(st.sampled_from(("Anne", "Roux", "Lyon", "Osaka", "Namba", "Kyoto", "Tanaka")), max_size=7)


@settings(max_examples=60, deadline=None)
@given(LETTERS, LETTERS)
def test_the_order_of_two_claims_changes_no_share(left: list[str], right: list[str]) -> None:
    one, other = (
        told(f"{SAID} and {n} it was " + " and ".join(all_)) for n, all_ in enumerate((left, right))
    )
    shares = [[each.share for each in of_names(*pair)] for pair in ((one, other), (other, one))]
    assert shares[0] == shares[1]
    assert all(-1.5 <= share <= 2.5 for share in shares[0])


def test_large_piles_weigh_names_as_small_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "FEW", 0)  # else a small pile finds more
    around = [LYON, LYON_AGAIN, OSAKA, "", LYON.upper()]
    subjects = [
        replace(s, context=f"{s.context} {around[n % 5]}", title=around[n % 3])
        for n, s in enumerate(pile(200, seed=5))
    ]
    plain = [(c.left_id, c.right_id, c.kind, c.score) for c in propose(subjects)]
    spoken = [e for c in propose(subjects) for e in c.evidence if e.signal == "names"]
    assert {e.share > 0 for e in spoken} == {True, False}
    found = list(propose_bulk(subjects, len(subjects), shard=60))
    assert [(p.left_id, p.right_id, p.kind, p.score) for p in found] == plain
    assert all(one[3] >= other[3] for one, other in pairwise(plain))
