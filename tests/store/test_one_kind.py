"""A pair stands once among the proposals, as one kind, whatever weights proposed it when."""

from __future__ import annotations

import tempfile
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator import Workspace, decisions
from curator.match.weights import SHIPPED, Weights
from curator.models import Candidate, CandidateKind, Evidence
from curator.store import Store
from curator.store.many_candidates import ManyCandidates, Proposed
from curator.store.matching import Matching
from tests.store.invented import fill
from tests.store.test_matching import articles, matched, put

KINDS: tuple[CandidateKind, ...] = ("same", "contradicts")
WHY = (Evidence("wording", 0.5, "some words"),)

proposals = st.tuples(
    st.sampled_from(tuple(combinations(range(4), 2))),
    st.sampled_from(KINDS),
    st.sampled_from((0.1, 0.5, 0.9)),
).map(lambda drawn: (*drawn[0], *drawn[1:]))
runs = st.lists(st.tuples(st.booleans(), st.lists(proposals, max_size=6)), max_size=5)


def stands(store: Store) -> dict[tuple[int, int], tuple[str, float]]:
    """The kind and score of each pair; fails where one stands twice."""
    rows = store.database.rows("SELECT left_no, right_no, kind, score FROM candidate ORDER BY 1, 2")
    assert len({row[:2] for row in rows}) == len(rows)
    return {row[:2]: row[2:] for row in rows}


def in_columns(rows: list[tuple[int, int, CandidateKind, float]]) -> Proposed:
    """Proposals as a run over a large pile gives them: each pair once, in order."""
    columns: list[Any] = [list(c) for c in zip(*rows, strict=True)] or [[], [], [], []]
    kinds = [KINDS.index(kind) for kind in columns[2]]
    return Proposed(columns[0], columns[1], kinds, columns[3], [""] * len(rows))


@settings(max_examples=40, deadline=None)
@given(runs)
def test_a_pair_that_was_ever_proposed_stands_once_as_the_kind_proposed_last(
    runs: list[tuple[bool, list[tuple[int, int, CandidateKind, float]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "curator.db", reviewer="ana")
        ids = sorted(fill(store, 2, 2))
        numbers = store.corpus.numbers(ids)
        expected: dict[tuple[int, int], tuple[str, float]] = {}
        for many, proposed in runs:
            likeliest: dict[tuple[int, int], tuple[CandidateKind, float]] = {}
            for one, other, kind, score in proposed:
                pair = numbers[ids[one]], numbers[ids[other]]
                if pair not in likeliest or score >= likeliest[pair][1]:
                    likeliest[pair] = kind, score
            if many:
                store.put_candidates(in_columns(sorted((*p, *k) for p, k in likeliest.items())))
                with store.database.writing():
                    store._open_candidates.rescore(numbers.values())
            else:
                store.put_candidates([Candidate(ids[a], ids[b], k, s, WHY) for a, b, k, s in proposed])
            expected |= likeliest
            assert stands(store) == expected
        for kind, column in (("same", "duplicate_score"), ("contradicts", "contradiction_score")):
            of_kind = {pair: score for pair, (is_, score) in expected.items() if is_ == kind}
            tally = store.database.first("SELECT count FROM tally WHERE name = ?", (f"candidates {kind} 1",))
            assert (tally[0] if tally else 0) == len(of_kind)
            for no, score in store.database.rows(f"SELECT no, {column} FROM claim_state"):
                assert score == max((s for pair, s in of_kind.items() if no in pair), default=0.0)
        store.database.close()


@pytest.fixture
def doubled(tmp_path: Path) -> Store:
    """A matched pile of which earlier versions left every fifth pair as both kinds."""
    store = Store.open(tmp_path / "curator.db", reviewer="ana")
    put(store, articles(5))
    matched(store)
    with store.database.writing():
        store.database.run(
            "INSERT INTO candidate(left_no, right_no, kind, score, evidence) SELECT left_no, right_no, "
            "CASE kind WHEN 'same' THEN 'contradicts' ELSE 'same' END, score, '[]' FROM candidate "
            "WHERE no % 5 = 0"
        )
        for kind in KINDS:
            store.database.run(
                "UPDATE tally SET count = (SELECT count(*) FROM candidate WHERE kind = ? AND open = 1) "
                "WHERE name = ?",
                (kind, f"candidates {kind} 1"),
            )
    return store


@pytest.mark.parametrize("large", [False, True])
def test_what_stands_twice_since_an_earlier_version_stands_once_when_all_is_matched_anew(
    doubled: Store, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.store.matching.LARGE", 1 if large else 3_000)
    asked = doubled.database.rows("SELECT DISTINCT left_no, right_no FROM candidate ORDER BY 1, 2")
    # Weights that would propose none of these: the pairs stay all the same.
    strict = Weights("strict", {**SHIPPED.same, "start": -20.0}, {**SHIPPED.contradicts, "start": -20.0})
    for batch in Matching(doubled.database, weights=strict).run(anew=True):
        doubled.put_candidates(batch)
    assert list(stands(doubled)) == asked
    for kind in KINDS:
        (count,) = doubled.database.one("SELECT count FROM tally WHERE name = ?", (f"candidates {kind} 1",))
        assert count == len(list(doubled.relations.candidates(kind=kind)))
    doubled.database.close()


def test_of_a_pair_that_is_decided_while_doubles_are_dropped_none_is_counted_wrongly(
    doubled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = doubled.database
    left, right = database.one(
        "SELECT l.id, r.id FROM candidate c JOIN claim l ON l.no = c.left_no "
        "JOIN claim r ON r.no = c.right_no GROUP BY c.left_no, c.right_no HAVING count(*) = 2"
    )
    look = database.rows

    def rows(sql: str, parameters: Any = ()) -> list[Any]:
        found = look(sql, parameters)
        if "HAVING" in sql:
            with Workspace.open(database.path, reviewer="ben") as other:
                other.decide(decisions.Dismiss(left, right))
        return found

    monkeypatch.setattr(database, "rows", rows)
    ManyCandidates(database).drop_doubles()
    counted = {row[0]: row[1] for row in look("SELECT name, count FROM tally WHERE name LIKE 'candidates %'")}
    there = look("SELECT 'candidates ' || kind || ' ' || open, count(*) FROM candidate GROUP BY 1")
    assert {name: count for name, count in counted.items() if count} == dict(there)
    database.close()
