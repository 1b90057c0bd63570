"""A whole large pile: the candidates of a small one, stored in large steps, gone on with after a break."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.match.growth import word
from curator.match import arriving, packed
from curator.match import postings as match_postings
from curator.match.arriving import IN_ARTICLE
from curator.models import Article, Candidate, Claim, CuratorError, Evidence, article_id, claim_id
from curator.store import Store, many_candidates, matching, migrations, piles, schema
from curator.store import postings as stored_postings
from curator.store.evidence import EvidenceCodes
from curator.store.many_candidates import Proposed
from curator.store.matching import Matching
from curator.store.structure import differences
from curator.store.verifying import verify
from tests.store.test_matching import articles, matched, put, rows


@pytest.fixture(autouse=True)
def every_pile_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "LARGE", 20)
    monkeypatch.setattr(arriving, "FEW", 0)
    monkeypatch.setattr(piles, "_BATCH", 200)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "large.db", reviewer="ana")
    put(store, articles(50))
    yield store
    store.database.close()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str, float]]:
    """What the light part finds among the same claims."""
    store = Store.open(tmp_path_factory.mktemp("plain") / "plain.db", reviewer="ana")
    put(store, articles(50))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "LARGE", 10_000)
        patch.setattr(arriving, "FEW", 0)
        matched(store)
    found = rows(store)
    store.database.close()
    return found


def test_a_large_pile_has_the_candidates_of_a_small_one(store: Store, plain: object) -> None:
    matched(store)
    assert rows(store) == plain
    assert differences(store.database) == []


def test_what_arrives_after_a_large_run_is_matched_as_if_it_had_been_there(
    store: Store, plain: object, tmp_path: Path
) -> None:
    slow = Store.open(tmp_path / "slow.db", reviewer="ana")
    source = list(articles(50))
    put(slow, source[:46])
    matched(slow)
    for article in source[46:]:
        put(slow, [article])
        matched(slow)
    assert rows(slow) == plain
    slow.database.close()


def test_the_best_scores_beside_each_claim_are_those_of_its_candidates(store: Store) -> None:
    matched(store)
    assert claims_with_wrong_scores(store) == []


def test_the_best_scores_stay_those_of_the_candidates_while_articles_arrive(store: Store) -> None:
    matched(store)
    before = likely_pairs(store)
    for article in articles(12, seed=6):
        put(store, [article])
        matched(store)
    assert any(score > before[pair] for pair, score in likely_pairs(store).items() if pair in before)
    assert claims_with_wrong_scores(store) == []


def likely_pairs(store: Store) -> dict[tuple[int, int, str], float]:
    rows = store.database.rows("SELECT left_no, right_no, kind, score FROM candidate")
    return {(left, right, kind): score for left, right, kind, score in rows}


def claims_with_wrong_scores(store: Store) -> list[tuple[int]]:
    return store.database.rows(
        """
        SELECT s.no FROM claim_state s WHERE
          abs(s.duplicate_score - coalesce((SELECT max(c.score) FROM candidate c
            WHERE s.no IN (c.left_no, c.right_no) AND c.kind = 'same' AND c.open = 1), 0)) > 1e-9
          OR abs(s.contradiction_score - coalesce((SELECT max(c.score) FROM candidate c
            WHERE s.no IN (c.left_no, c.right_no) AND c.kind = 'contradicts' AND c.open = 1), 0)) > 1e-9
        """
    )


def test_evidence_in_short_is_told_by_the_program_and_by_the_view_alike(store: Store) -> None:
    matched(store)
    told = {(c.left_id, c.right_id, c.kind): c.evidence for c in store.relations.candidates()}
    shown = store.database.rows("SELECT left_id, right_id, kind, evidence FROM candidates WHERE open = 1")
    assert len(told) == len(shown) > 0
    for left, right, kind, evidence in shown:
        assert [(e.signal, e.share, e.words) for e in told[left, right, kind]] == [
            tuple(item) for item in json.loads(evidence)
        ]
    assert all(evidence for evidence in told.values())


def test_what_characters_of_evidence_stood_for_before_they_stand_for_in_other_words(store: Store) -> None:
    matched(store)
    before = store.database.rows("SELECT code, words FROM evidence_code ORDER BY code")
    with store.database.writing():
        store.database.run(
            "UPDATE evidence_code SET words = 'decided against undecided' "
            "WHERE words = 'one is decided, the other undecided'"
        )
        EvidenceCodes(store.database).legend()
    assert store.database.rows("SELECT code, words FROM evidence_code ORDER BY code") == before


def test_shares_in_short_are_those_of_why(store: Store) -> None:
    matched(store)
    for proposed in list(store.relations.candidates())[::60]:
        why = Matching(store.database).why(proposed.left_id, proposed.right_id)
        shares = {e.signal: e.share for e in why.evidence}
        for short in proposed.evidence:
            assert shares[short.signal] == pytest.approx(short.share, abs=0.011)


def test_a_run_that_is_stopped_while_comparing_goes_on_where_it_was(store: Store, plain: object) -> None:
    def stop(doing: str, done: int, total: int | None) -> None:
        if doing == "comparing claims" and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(Matching(store.database, progress=stop).run())
    folder = store.database.path.with_name(".large.db-matching")
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.done")}
    assert {"read-0.done", "match-0.done"} <= before.keys()
    seen: dict[str, int] = {}

    def look(doing: str, done: int, total: int | None) -> None:
        if doing == "storing candidates" and not done:
            seen.update((path.name, path.stat().st_mtime_ns) for path in folder.glob("*.done"))

    for batch in Matching(store.database, progress=look).run():
        store.put_candidates(batch)
    assert before.items() <= seen.items()
    assert rows(store) == plain
    assert not folder.exists()


def test_a_run_that_is_stopped_while_storing_keeps_what_is_stored(store: Store, plain: object) -> None:
    run = Matching(store.database).run()
    store.put_candidates(next(run))
    run.close()
    assert len(rows(store)) == 200
    assert differences(store.database) == []
    matched(store)
    assert rows(store) == plain
    assert differences(store.database) == []


def test_what_was_decided_meanwhile_stays_closed(store: Store) -> None:
    run = Matching(store.database).run()
    first = next(run)
    assert isinstance(first, Proposed)
    store.put_candidates(first)
    pair = first.left[0], first.right[0]
    with store.database.writing():
        store.database.run(
            "INSERT INTO relation VALUES (?,?,'unrelated','','[\"ana\"]','2020','','[]')", pair
        )
        store._open_candidates.refresh(pair)
    for batch in run:
        store.put_candidates(batch)
    opened = store.database.rows("SELECT open FROM candidate WHERE left_no = ? AND right_no = ?", pair)
    assert {row[0] for row in opened} == {0}


def test_an_article_of_alike_sentences_brings_few_pairs_of_its_own(tmp_path: Path) -> None:
    sentences = [f"Officials in Homs said on Monday that convoy {n} had arrived" for n in range(120)]
    text = ".\n\n".join(sentences)
    home = article_id(text)
    starts = [text.index(words) for words in sentences]
    claims = [
        Claim(claim_id(home, s, s + len(w)), home, s, s + len(w), w, "assertion")
        for s, w in zip(starts, sentences, strict=True)
    ]
    store = Store.open(tmp_path / "alike.db", reviewer="ana")
    put(store, [(Article(home, text), list({c.id: c for c in claims}.values()))])
    matched(store)
    brought = Counter(max(pair) for pair in store.database.rows("SELECT left_no, right_no FROM candidate"))
    assert brought
    assert max(brought.values()) <= 2 * IN_ARTICLE
    store.database.close()


def test_a_file_of_version_4_keeps_its_candidates_and_is_matched_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import Migrations

    path = tmp_path / "old.db"
    earlier = Migrations("curator")
    earlier._migrations = list(migrations.MIGRATIONS._migrations)[:4]
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", earlier)
        patch.setattr(schema, "VERSION", 4)
        old = Store.open(path, reviewer="ana")
        put(old, articles(5))
        left, right = sorted(r[0] for r in old.database.rows("SELECT id FROM claim ORDER BY no LIMIT 2"))
        words = (Evidence("wording", 1.5, "same words"),)
        old.put_candidates([Candidate(left, right, "same", 0.5, words)])
        with old.database.writing():
            old.database.run("INSERT INTO match_state VALUES ('counted', '30'), ('learned', '')")
        old.database.close()
    new = Store.open(path, reviewer="ana")
    assert new.database.one("PRAGMA user_version") == (schema.VERSION,)
    assert [c.evidence[0].words for c in new.relations.candidates()] == ["same words"]
    assert differences(new.database) == []
    assert matched(new) > 0
    assert verify(new.database).findings == ()
    new.database.close()


@pytest.mark.parametrize("large", [20, 10_000])
def test_of_every_step_it_is_told_how_many_claims_are_done_of_all(
    store: Store, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "LARGE", large)
    (claims,) = store.database.one("SELECT count(*) FROM claim")
    told: dict[str, list[tuple[int, int | None]]] = {}

    def note(doing: str, done: int, total: int | None) -> None:
        told.setdefault(doing, []).append((done, total))

    for batch in Matching(store.database, progress=note).run():
        store.put_candidates(batch)
    of_claims = [name for name in told if "claims" in name and name != "ordering claims"]
    steps = ["reading claims", "comparing claims", "weighing neighbours of claims"]
    assert of_claims == (steps if large == 20 else ["matching claims"])
    for name in of_claims:
        done = [how_many for how_many, _ in told[name]]
        assert done == sorted(done)
        assert done[-1] == claims
        assert {total for _, total in told[name]} == {claims}


def test_a_change_of_weights_does_not_go_on_with_another_run(store: Store) -> None:
    from curator.match.weights import SHIPPED, Weights

    def stop(doing: str, done: int, total: int | None) -> None:
        if doing.startswith("weighing"):
            raise CuratorError("stopped")

    with pytest.raises(CuratorError):
        list(Matching(store.database, progress=stop).run())
    strict = Weights("strict", {**SHIPPED.same, "start": -40.0}, {**SHIPPED.contradicts, "start": -40.0})
    for batch in Matching(store.database, weights=strict).run():
        store.put_candidates(batch)
    assert rows(store) == []


def test_under_a_key_only_so_many_claims_are_found_by_either_part(
    store: Store, plain: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (match_postings, packed, stored_postings, matching):
        monkeypatch.setattr(module, "MOST", 4)
    matched(store)
    few = rows(store)
    assert few != plain
    by_and_by = Store.open(tmp_path / "by-and-by.db", reviewer="ana")
    source = list(articles(50))
    put(by_and_by, source[:46])
    matched(by_and_by)
    with monkeypatch.context() as patch:
        patch.setattr(matching, "LARGE", 10_000)
        small = Store.open(tmp_path / "small.db", reviewer="ana")
        put(small, source[:46])
        matched(small)
    for other in (by_and_by, small):
        put(other, source[46:])
        matched(other)
        assert rows(other) == few
        other.database.close()


def test_very_many_new_claims_are_matched_with_all_others_at_once(
    store: Store, plain: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_FEW", 5)
    other = Store.open(tmp_path / "flood.db", reviewer="ana")
    source = list(articles(50))
    put(other, source[:45])
    matched(other)
    put(other, source[45:])
    assert isinstance(next(Matching(other.database).run()), Proposed)
    matched(other)
    assert rows(other) == plain
    other.database.close()


def test_a_large_pile_of_which_no_two_are_alike_has_no_candidates(tmp_path: Path) -> None:
    texts = [f"{word(9 * n)} {word(9 * n + 4)} {word(9 * n + 7)}" for n in range(60)]
    store = Store.open(tmp_path / "none.db", reviewer="ana")
    for text in texts:
        home = article_id(text)
        claim = Claim(claim_id(home, 0, len(text)), home, 0, len(text), text, "assertion")
        put(store, [(Article(home, text), [claim])])
    assert matched(store) == 0
    assert differences(store.database) == []
    store.database.close()


def test_room_made_for_later_candidates_leaves_nothing_behind(
    store: Store, plain: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_candidates, "_LOOSENED", 3)
    monkeypatch.setattr(many_candidates, "_SPREAD", 10)
    matched(store)
    assert rows(store) == plain
    assert store.database.rows("SELECT 1 FROM candidate WHERE evidence = ''") == []
    assert store.database.rows("PRAGMA integrity_check") == [("ok",)]
    assert differences(store.database) == []


def test_room_is_made_also_where_candidates_were_withdrawn(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_candidates, "_LOOSENED", 2)
    matched(store)
    with store.database.writing():
        store.database.run("DELETE FROM candidate WHERE no % 3 = 0")
    before = rows(store)
    many_candidates.ManyCandidates(store.database)._loosen()
    assert rows(store) == before


def test_making_room_takes_nothing_that_another_process_adds_meanwhile(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_candidates, "_LOOSENED", 2)
    matched(store)
    before = rows(store)
    *withdrawn, no = store.database.one(
        "SELECT left_no, right_no, kind, score, evidence, no FROM candidate ORDER BY no LIMIT 1"
    )
    with store.database.writing():
        store.database.run("DELETE FROM candidate WHERE no = ?", (no,))
    look, other = store.database.first, Store.open(store.database.path, reviewer="ben").database

    def first(sql: str, parameters: tuple[int]) -> tuple[object, ...] | None:
        if withdrawn:
            with other.writing():
                other.run(
                    "INSERT INTO candidate(left_no, right_no, kind, score, evidence) VALUES (?,?,?,?,?)",
                    [withdrawn.pop(0) for _ in range(5)],
                )
        return look(sql, parameters)

    monkeypatch.setattr(store.database, "first", first)
    many_candidates.ManyCandidates(store.database)._loosen()
    other.close()
    assert rows(store) == before


def test_candidates_come_by_whole_percent_and_among_equals_as_they_were_stored(store: Store) -> None:
    matched(store)
    stored = _stored(store)
    found = [stored[c.left_id, c.right_id] for c in store.relations.candidates()]
    assert found == sorted(stored.values(), key=lambda place: (-place[0], place[1]))


def test_the_doubtful_come_by_how_far_from_one_half_they_are_in_whole_percent(store: Store) -> None:
    matched(store)
    stored = _stored(store)
    found = [abs(stored[c.left_id, c.right_id][0] - 50) for c in store.relations.doubtful()]
    assert found == sorted(found)
    assert len(found) == len(stored)


def _stored(store: Store) -> dict[tuple[str, str], tuple[int, int]]:
    """Of each pair the likelihood in percent, and as which one it was stored."""
    rows = store.database.rows(
        "SELECT l.id, r.id, CAST(round(c.score * 100) AS INTEGER), c.no FROM candidate c "
        "JOIN claim l ON l.no = c.left_no JOIN claim r ON r.no = c.right_no"
    )
    return {(left, right): (percent, no) for left, right, percent, no in rows}
