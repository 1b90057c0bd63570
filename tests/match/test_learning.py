"""What weights learn from answers."""

from __future__ import annotations

from curator.match.learning import Answer, refit
from curator.match.ranking import scores
from curator.match.weights import SHIPPED

NEGATED = {"shared words": 0.5, "negation on one side": 1.0}
PLAIN = {"shared words": 0.5, "opposite words": 1.0}


def test_likely_pairs_that_were_wrong_do_not_unlearn_that_topic_matters() -> None:
    alike = {"something in common": 0.9, "shared words": 0.7, "negation on one side": 0.8}
    learned = refit([Answer(alike, "unrelated")] * 60).contradicts
    moved = {name: SHIPPED.contradicts[name] - learned[name] for name in alike}
    assert moved["negation on one side"] > 3 * moved["something in common"] > 0


def test_without_answers_the_weights_stay_as_shipped() -> None:
    assert refit([]) is SHIPPED


def test_a_feature_that_was_right_gains_and_one_that_was_wrong_loses() -> None:
    answers = [Answer(NEGATED, "contradicts")] * 20 + [Answer(PLAIN, "unrelated")] * 20
    learned = refit(answers).contradicts
    assert learned["negation on one side"] > SHIPPED.contradicts["negation on one side"]
    assert learned["opposite words"] < SHIPPED.contradicts["opposite words"]


def test_one_answer_hardly_moves_what_was_shipped() -> None:
    before, after = (scores(NEGATED, w)[1] for w in (SHIPPED, refit([Answer(NEGATED, "unrelated")])))
    assert abs(after - before) < 0.4


def test_a_feature_that_no_signal_had_before_is_learned_too() -> None:
    answers = [Answer({"brand new": 1.0}, "same"), Answer({}, "unrelated")] * 15
    assert refit(answers).same["brand new"] > 0.5


def test_the_version_of_learned_weights_says_from_how_many_answers() -> None:
    assert refit([Answer(PLAIN, "same")] * 3).version == f"{SHIPPED.version}+3"
