"""What is matched article by article is what would be matched all at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from bench.match.growth import pile
from curator.match.weights import SHIPPED, Weights
from curator.models import Article, Claim, article_id, claim_id
from curator.store import Store
from curator.store.matching import Matching
from curator.store.relearning import learn, relearn
from curator.store.weights import due, forget, keep, learned_weights

Rows = list[tuple[str, str, str, float]]


def articles(count: int, *, seed: int = 5) -> Iterator[tuple[Article, list[Claim]]]:
    """Articles of some made-up claims each."""
    source = pile(count * 6, seed=seed)
    for n in range(count):
        texts = [(s.claim.text, s.claim.speaker) for s in islice(source, 6)]
        text = f"Article {n}\n\n" + "\n\n".join(t for t, _ in texts)
        home = article_id(text)
        claims = []
        for words, speaker in texts:
            start = text.index(words)
            end = start + len(words)
            claims.append(Claim(claim_id(home, start, end), home, start, end, words, "paraphrase", speaker))
        yield Article(home, text, title=f"Article {n}"), list({c.id: c for c in claims}.values())


def put(store: Store, source: Iterable[tuple[Article, list[Claim]]]) -> None:
    with store.database.writing():
        for article, claims in source:
            store.corpus.add_article(article, claims, extracted="")


def matched(store: Store, *, anew: bool = False) -> int:
    """Match what is new and store it; gives how many candidates came."""
    found = 0
    for batch in Matching(store.database).run(anew=anew):
        store.put_candidates(batch)
        found += len(batch)
    return found


def rows(store: Store) -> Rows:
    return [
        (left, right, kind, round(score, 4))
        for left, right, kind, score in store.database.rows(
            "SELECT l.id, r.id, c.kind, c.score FROM candidate c "
            "JOIN claim l ON l.no = c.left_no JOIN claim r ON r.no = c.right_no ORDER BY 1, 2, 3"
        )
    ]


@pytest.fixture
def two_stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    stores = [Store.open(tmp_path / f"{name}.db", reviewer="ana") for name in "ab"]
    yield stores[0], stores[1]
    for store in stores:
        store.database.close()


def test_articles_matched_one_by_one_give_what_one_run_over_all_gives(
    two_stores: tuple[Store, Store],
) -> None:
    by_and_by, at_once = two_stores
    source = list(articles(60))
    put(at_once, source)
    put(by_and_by, source[:45])  # 264 claims or more: their counts then hold until 512
    matched(by_and_by)
    for article in source[45:]:
        put(by_and_by, [article])
        matched(by_and_by)
    matched(at_once)
    assert len(rows(at_once)) > 300
    assert rows(by_and_by) == rows(at_once)


def test_matching_twice_proposes_nothing_the_second_time(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    put(store, articles(5))
    assert matched(store) > 0
    assert matched(store) == 0


def test_matching_anew_proposes_the_same_again(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    put(store, articles(5))
    matched(store)
    before = rows(store)
    matched(store, anew=True)
    assert rows(store) == before


def test_an_arrival_that_is_broken_off_leaves_nothing_half_done(two_stores: tuple[Store, Store]) -> None:
    broken, whole = two_stores
    source = list(articles(48))
    for store in two_stores:
        put(store, source[:45])
        matched(store)
        put(store, source[45:])
    for batch in Matching(broken.database).run():
        assert batch
        break
    matched(broken)
    matched(whole)
    assert rows(broken) == rows(whole)


def filled(store: Store, count: int = 5) -> None:
    put(store, articles(count))
    matched(store)


def test_the_shares_of_why_add_up_to_the_score(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    filled(store)
    for left, right, kind, score in rows(store)[::25]:
        why = Matching(store.database).why(right, left)
        assert (why.left_id, why.right_id, why.kind) == (left, right, kind)
        assert why.score == pytest.approx(score, abs=2e-4)
        odds = sum(e.share for e in why.evidence)
        assert 1 / (1 + math.exp(-odds)) == pytest.approx(score, abs=0.02)


def test_what_was_learned_is_kept_and_can_be_forgotten(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    filled(store)
    before = rows(store)
    with store.database.writing():
        for left, right, *_ in before[:40]:
            numbers = store.corpus.numbers((left, right))
            store.database.run(
                "INSERT INTO relation VALUES (?,?,'unrelated','','[\"ana\"]','2020','','[]')",
                (numbers[left], numbers[right]),
            )
    assert due(store.database)
    learned = learn(store.database)
    assert not due(store.database)
    assert learned.same["start"] < SHIPPED.same["start"]
    assert learned_weights(store.database) == learned
    matched(store)
    assert learned_weights(store.database) == learned
    forget(store.database)
    assert learned_weights(store.database) is SHIPPED
    assert not due(store.database)


def test_what_was_learned_upon_other_shipped_weights_is_learned_anew(
    two_stores: tuple[Store, Store],
) -> None:
    store, _ = two_stores
    keep(store.database, Weights("shipped-0+70", SHIPPED.same, SHIPPED.contradicts))
    assert learned_weights(store.database) is SHIPPED


def test_learning_scores_the_proposals_that_are_there_anew_and_withdraws_none(
    two_stores: tuple[Store, Store],
) -> None:
    store, _ = two_stores
    filled(store)
    before = rows(store)
    with store.database.writing():
        for left, right, *_ in before[:40]:
            numbers = store.corpus.numbers((left, right))
            store.database.run(
                "INSERT INTO relation VALUES (?,?,'unrelated','','[\"ana\"]','2020','','[]')",
                (numbers[left], numbers[right]),
            )
    changed = relearn(store.database, "ana", lambda: False)
    after = rows(store)
    assert [row[:2] for row in after] == [row[:2] for row in before]
    assert changed == sum(a != b for a, b in zip(after, before, strict=True)) > 0
    best = max(after, key=lambda row: row[3])
    assert (
        Matching(store.database).scored_anew(next(store.relations.candidates(kind=best[2]))).score == best[3]
    )


def test_no_candidate_is_withdrawn_by_new_weights(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    filled(store)
    shown = [row[:2] for row in rows(store)]
    strict = Weights("strict", {**SHIPPED.same, "start": -20.0}, {**SHIPPED.contradicts, "start": -20.0})
    for batch in Matching(store.database, weights=strict).run():
        store.put_candidates(batch)
    assert [row[:2] for row in rows(store)] == shown


def test_what_other_weights_proposed_is_scored_by_these_too(two_stores: tuple[Store, Store]) -> None:
    store, _ = two_stores
    filled(store)
    before = {row[:2]: row[3] for row in rows(store)}
    doubtful = Weights("doubtful", {**SHIPPED.same, "start": -7.0}, {**SHIPPED.contradicts, "start": -9.0})
    matching = Matching(store.database, weights=doubtful)
    for batch in matching.run(anew=True):
        store.put_candidates(batch)
    assert all(row[3] < before[row[:2]] for row in rows(store) if row[:2] in before)
    for proposed in store.relations.candidates():
        assert matching.scored_anew(proposed) == proposed
