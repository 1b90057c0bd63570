"""What was read of a claim is kept, and read anew when claim or program are others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.match import compact
from curator.match.compact import reading_of
from curator.match.reading import Reading, read
from curator.match.subject import Subject
from curator.models import Candidate, Evidence
from curator.store import Store, matching, migrations, readings, schema
from curator.store.matching import Matching
from curator.store.structure import differences
from curator.store.tellings import Tellings
from curator.store.verifying import verify
from tests.store.test_matching import articles, matched, put, rows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "kept.db", reviewer="ana")
    put(store, list(articles(50))[:46])
    yield store
    store.database.close()


def kept(store: Store) -> dict[int, Reading | None]:
    return {no: reading_of(line) for no, line in store.database.rows("SELECT * FROM match_reading")}


def as_read(store: Store) -> dict[int, Reading]:
    tellings = Tellings(store.database)
    return {no: read(tellings.subject(no)) for (no,) in store.database.rows("SELECT no FROM claim")}


@pytest.mark.parametrize("large", [20, 3_000])
def test_every_claim_is_kept_as_it_is_read(store: Store, large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "LARGE", large)
    matched(store)
    put(store, list(articles(50))[46:])
    matched(store)
    assert kept(store) == as_read(store)


def test_what_arrives_has_no_older_claim_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    matched(store)
    new = list(articles(50))[46:]
    put(store, new)
    seen: list[str] = []

    def noting(subject: Subject) -> Reading:
        seen.append(subject.claim.id)
        return read(subject)

    monkeypatch.setattr(readings, "read", noting)
    matched(store)
    assert set(seen) == {claim.id for _, claims in new for claim in claims}


def test_readings_that_are_missing_or_of_another_edition_change_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Store.open(tmp_path / "other.db", reviewer="ana")
    put(other, list(articles(50))[:46])
    matched(store)
    with monkeypatch.context() as patch:
        patch.setattr(compact, "edition", lambda: "an earlier one")
        matched(other)
    with other.database.writing():
        other.database.run("DELETE FROM match_reading WHERE claim_no % 3 = 0")
    for each in (store, other):
        put(each, list(articles(50))[46:])
        matched(each)
    assert rows(other) == rows(store)
    other.database.close()


def test_a_claim_or_an_article_that_changes_is_read_anew(store: Store) -> None:
    matched(store)
    (first, home), (second, elsewhere) = store.database.rows(
        "SELECT min(no), article_no FROM claim GROUP BY article_no LIMIT 2"
    )
    with store.database.writing():
        store.database.run("UPDATE claim SET speaker = 'Somebody' WHERE no = ?", (first,))
        store.database.run("UPDATE article SET title = 'Another' WHERE no = ?", (elsewhere,))
    there = kept(store)
    assert first not in there
    assert [no for no in there if no >> schema.ARTICLE_SHIFT == home]
    assert not [no for no in there if no >> schema.ARTICLE_SHIFT == elsewhere]
    assert second not in there


def test_an_older_pair_that_new_claims_support_stands_once_as_what_it_is_likelier(store: Store) -> None:
    source = list(articles(50))
    matched(store)
    # As if it had been proposed under weights that were learned since.
    with store.database.writing():
        store.database.run("UPDATE candidate SET kind = 'contradicts' WHERE kind = 'same'")
    before = {row[:2]: row[2:] for row in rows(store)}
    put(store, source[46:])
    new = {claim.id for _, claims in source[46:] for claim in claims}
    matched(store)
    older = [row for row in rows(store) if not new & set(row[:2])]
    assert {row[:2] for row in older} >= before.keys()  # more may have become worth proposing
    assert len({row[:2] for row in older}) == len(older)
    raised = [row for row in older if row[:2] in before and row[2:] != before[row[:2]]]
    assert "same" in {row[2] for row in raised}


def test_a_file_of_version_5_gets_room_for_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlite_utils import Migrations

    path = tmp_path / "old.db"
    earlier = Migrations("curator")
    earlier._migrations = list(migrations.MIGRATIONS._migrations)[:5]
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", earlier)
        patch.setattr(schema, "VERSION", 5)
        old = Store.open(path, reviewer="ana")
        put(old, articles(5))
        left, right = sorted(r[0] for r in old.database.rows("SELECT id FROM claim ORDER BY no LIMIT 2"))
        old.put_candidates([Candidate(left, right, "same", 0.5, (Evidence("wording", 1.5, "same words"),))])
        old.database.close()
    new = Store.open(path, reviewer="ana")
    assert new.database.one("PRAGMA user_version") == (schema.VERSION,)
    assert differences(new.database) == []
    assert matched(new) > 0
    assert kept(new) == as_read(new)
    assert verify(new.database).findings == ()
    new.database.close()


def test_new_claims_are_looked_for_among_new_articles_alone(store: Store) -> None:
    matched(store)
    with store.database.writing():
        store.database.run("UPDATE article_state SET matched = 1")
    put(store, list(articles(50))[46:])
    plan = store.database.rows(f"EXPLAIN QUERY PLAN {matching._NEW}")
    assert not [row for row in plan if row[3] in ("SCAN s", "SCAN claim_state")]
    found = Matching(store.database).new_claims()
    absent = store.database.rows(
        "SELECT no FROM claim WHERE no NOT IN (SELECT claim_no FROM match_claim) ORDER BY no"
    )
    assert found == [no for (no,) in absent]
