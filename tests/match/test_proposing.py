"""Which pairs are proposed, of which kind and in which words."""

from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from curator.match import Subject, propose
from curator.models import Candidate, Claim, article_id, claim_id
from tests.match.claims import subject


def between(left: Subject, right: Subject, *others: Subject) -> Candidate | None:
    ids = {left.claim.id, right.claim.id}
    return next((c for c in propose([left, right, *others]) if {c.left_id, c.right_id} == ids), None)


def test_one_quote_in_two_spellings_is_proposed_as_same_with_the_difference_in_words() -> None:
    found = between(
        subject("A mechanism involving the Americans and Jordan in the Daraa region is being worked on"),
        subject("A mechanism involving the Americans and Jordan in the Deraa region is being worked on"),
    )
    assert found is not None
    assert found.kind == "same"
    assert found.left_id < found.right_id
    assert {e.words for e in found.evidence} >= {"same words but for Daraa/Deraa"} or {
        e.words for e in found.evidence
    } >= {"same words but for Deraa/Daraa"}


def test_what_one_says_and_another_denies_in_the_same_words_is_proposed_as_contradicting() -> None:
    words = "the ferry that sank was overloaded"
    said = subject(words, article="a", speaker="Peter Otieno")
    denied = subject(words, article="b", speaker="Ali Hassan")
    denial = replace(denied.claim, cue_class="denies", polarity="negative", tense="past")
    found = between(said, replace(denied, claim=denial))
    assert found is not None
    assert found.kind == "contradicts"
    assert not any("nothing stands between" in e.words for e in found.evidence)


def test_numbers_of_the_same_thing_that_differ_are_proposed_as_contradicting() -> None:
    found = between(
        subject("The airstrikes have resulted in more than 470,000 civilians killed in Syria"),
        subject("At least 300,000 people have been killed in Syria since the start of the war"),
    )
    assert found is not None
    assert found.kind == "contradicts"
    assert any("470,000" in e.words and "300,000" in e.words for e in found.evidence)


def test_a_pair_without_a_shared_word_is_proposed_by_the_sentences_around_it() -> None:
    around = "Moscow was discussing proposals to send Kazakh and Kyrgyz troops to Syria."
    found = between(
        subject("there is no decision yet", context=around, speaker="Vladimir Shamanov"),
        subject(
            "servicemen will be deployed to Syria's Idlib",
            context="Russian troops in Syria",
            speaker="Ibrahim Kalin",
        ),
        subject("The cat sat on the mat in the garden of the old house"),
    )
    assert found is not None
    assert found.kind == "contradicts"


def test_overlapping_claims_of_one_article_are_never_proposed() -> None:
    text = "Kalin said servicemen will be deployed"
    home = article_id(text)
    whole = Claim(claim_id(home, 0, 38), home, 0, 38, text, "mixed")
    part = Claim(claim_id(home, 11, 38), home, 11, 38, text[11:], "paraphrase")
    assert list(propose([Subject(whole), Subject(part)])) == []


def test_only_pairs_with_a_new_claim_are_proposed_when_asked_for_new_ones() -> None:
    first, second, third = (
        subject(f"Turkish and Russian servicemen will be deployed in northern Idlib {n}", article=n)
        for n in "xyz"
    )
    found = list(propose([first, second, third], new={third.claim.id}))
    assert found
    assert all(third.claim.id in (c.left_id, c.right_id) for c in found)


def test_claims_as_long_as_books_are_matched_in_no_time() -> None:
    book = "The zones were agreed and the talks went on in the capital. " * 20_000
    started = time.process_time()
    found = between(subject(book), subject(book.replace("agreed", "rejected")))
    assert found is not None
    assert time.process_time() - started < 3.0


@given(st.lists(st.text(max_size=80), min_size=2, max_size=6))
@settings(deadline=None, max_examples=60)
def test_no_text_breaks_matching(texts: list[str]) -> None:
    subjects = [
        subject(text, article=str(n), context=text[::-1], speaker=text[:9]) for n, text in enumerate(texts)
    ]
    for candidate in propose(subjects):
        assert candidate.left_id < candidate.right_id
        assert 0.0 <= candidate.score <= 1.0
        assert all(e.words for e in candidate.evidence)


def test_a_saying_of_common_words_is_proposed_as_the_same_where_it_stands_word_for_word() -> None:
    words = "We got what we asked for"
    found = between(*(subject(words, article=a, speaker="Ada Holm") for a in "ab"))
    assert found is not None
    assert found.kind == "same"
    assert found.score > 0.5
