"""Bringing databases together: the same whatever the order, and nothing broken comes in."""

from __future__ import annotations

import dataclasses
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import fill
from test_projections import STEP, step

from curator import CuratorError, Workspace, decisions

OpenAs = Callable[..., Workspace]

_CONTENT = {
    "articles": "SELECT id, title, publisher, published, url, source FROM article",
    "claims": "SELECT id, kind, speaker, text, confidence, extractor_version, origin, details FROM claim",
    "variants": "SELECT c.id, v.digest, v.record FROM claim_variant v JOIN claim c ON c.no = v.claim_no",
    "events": "SELECT event_id, hash FROM decision_event",
    "states": "SELECT c.id, s.status, k.id, s.wording, s.speaker, s.start, s.reason, s.reviewers, "
    "s.decided_at, s.notes, s.disputes, s.contradictions FROM claim_state s JOIN claim c ON c.no = s.no "
    "JOIN claim k ON k.no = s.canonical_no",
    "relations": "SELECT l.id, g.id, r.relation, r.type, r.reviewers, r.conflict, r.events FROM relation r "
    "JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no",
    "counts": "SELECT name, count FROM tally WHERE count <> 0 AND name NOT LIKE 'candidates%'",
}


def content(path: Path) -> dict[str, list[Any]]:
    """Everything that a database says, whatever its rows are numbered."""
    connection = sqlite3.connect(path)
    found = {name: sorted(connection.execute(sql), key=repr) for name, sql in _CONTENT.items()}
    connection.close()
    return found


def united(path: Path, *others: Path) -> Path:
    """A new database at `path` with everything in it."""
    path.unlink(missing_ok=True)
    with Workspace.open(path, reviewer="zoe") as workspace:
        for other in others:
            report = workspace.add([other])
            assert not report.failures, report.failures
    return path


def sound(path: Path) -> bool:
    """Whether `verify` finds nothing wrong."""
    with Workspace.open(path) as workspace:
        return workspace.verify().findings == ()


@pytest.fixture(autouse=True)
def _unmatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Candidates are no part of a union: they are found anew, which these tests need not wait for."""
    monkeypatch.setattr("curator.pipeline.filling.Filling.match", lambda self: 0)


STEPS = st.lists(STEP, max_size=10)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(STEPS, STEPS, STEPS), st.integers(0, 2**32))
def test_union_is_commutative_associative_and_idempotent(
    bare: tuple[Path, list[str]],
    tmp_path: Path,
    work: tuple[list[Any], list[Any], list[Any]],
    seed: int,
) -> None:
    chance = random.Random(seed)
    ids, paths = bare[1], []
    for number, steps in enumerate(work):
        path = tmp_path / f"{number}.db"
        shutil.copy(bare[0], path)
        with Workspace.open(path, reviewer="abc"[number]) as workspace:
            _describe_differently(workspace, ids, chance)
            for _, what, a, b, word in steps:
                try:
                    step(workspace, ids, what, ids[a], ids[b], word)
                except CuratorError:
                    continue
        paths.append(path)
    a, b, c = paths
    both = united(tmp_path / "bc.db", b, c)
    expected = content(united(tmp_path / "u.db", a, b, c))
    assert sound(tmp_path / "u.db")
    assert content(united(tmp_path / "u.db", c, b, a)) == expected
    assert content(united(tmp_path / "u.db", a, both)) == expected
    assert content(united(tmp_path / "u.db", both, a, a, b)) == expected


def _describe_differently(workspace: Workspace, ids: list[str], chance: random.Random) -> None:
    """Let this database's extractor be another one for some claims."""
    corpus = workspace._store.corpus
    with workspace._store.database.writing():
        for claim_id in chance.sample(ids, 3):
            version = str(chance.randint(1, 3))
            claim = corpus.claim(claim_id)
            corpus.replace_claim(
                dataclasses.replace(claim, speaker=f"Speaker {version}", extractor_version=version)
            )
    if chance.random() < 0.5:
        fill(workspace._store, 1, 2, first=10 + chance.randint(0, 1))


def test_two_reviewers_who_worked_apart_and_differ_are_shown_to_differ(
    bare: tuple[Path, list[str]], tmp_path: Path
) -> None:
    paths = []
    for name, decision in (("ana", decisions.Confirm), ("ben", decisions.Reject)):
        paths.append(tmp_path / f"{name}.db")
        shutil.copy(bare[0], paths[-1])
        with Workspace.open(paths[-1], reviewer=name) as workspace:
            workspace.decide(decision(bare[1][0]))
    with Workspace.open(united(tmp_path / "both.db", *paths), reviewer="cy") as both:
        assert both.claim(bare[1][0]).status == "disputed"
        both.decide(decisions.Adjudicate(bare[1][0], "confirmed"))
        assert both.claim(bare[1][0]).status == "confirmed"


def test_adding_a_database_again_adds_nothing(open_as: OpenAs, path: Path, ids: list[str]) -> None:
    other = path.with_name("other.db")
    shutil.copy(path, other)
    with Workspace.open(other, reviewer="ben") as workspace:
        workspace.decide(decisions.Confirm(ids[0]))
    here = open_as()
    assert here.add([other]).events_added == 1
    again = here.add([other])
    assert (again.events_added, again.articles_added, again.claims_added) == (0, 0, 0)
    assert again.articles_known == 3


def test_the_open_database_itself_is_passed_over(open_as: OpenAs, path: Path) -> None:
    report = open_as().add([path])
    assert (report.articles_added, report.failures) == (0, ())


def test_the_other_database_is_not_changed(open_as: OpenAs, path: Path, ids: list[str]) -> None:
    other = path.with_name("other.db")
    shutil.copy(path, other)
    before = other.read_bytes()
    open_as().add([other])
    assert other.read_bytes() == before


def test_a_chain_that_forked_is_refused_with_the_place(
    path: Path, ids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.store.installation.chain_of", lambda name, identity: f"{name}@same")
    other = tmp_path / "other.db"
    with Workspace.open(path, reviewer="ana") as here:
        here.decide(decisions.Confirm(ids[0]))
        shutil.copy(path, other)
        here.decide(decisions.Confirm(ids[1]))
        with Workspace.open(other, reviewer="ana") as there:
            there.decide(decisions.Reject(ids[1]))
        report = here.add([other])
        assert "the chain of ana@same forks at decision 2" in report.failures[0].reason
        assert here.verify().findings == ()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE decision_event SET payload = '{}'", "does not fit its hash"),
        ("DELETE FROM decision_event WHERE rseq = 1", "its chain has a gap"),
        ("UPDATE article SET text = text || '!'", "does not fit its id"),
        ("UPDATE claim SET text = 'x'", "is not what its article has there"),
        ("UPDATE claim SET kind = 'rumour'", "unknown kind 'rumour'"),
        ("UPDATE claim SET details = '{'", "cannot be read"),
        ("UPDATE decision_event SET hlc = 'x'", "cannot be read"),
        ("UPDATE decision_event SET reviewer = 'nobody'", "no proper reviewer"),
    ],
)
def test_a_database_that_was_tampered_with_is_refused_whole(
    open_as: OpenAs, path: Path, ids: list[str], statement: str, said: str
) -> None:
    other = path.with_name("other.db")
    shutil.copy(path, other)
    with Workspace.open(other, reviewer="ben") as there:
        fill(there._store, 1, 2, first=50)
        there.decide(decisions.Confirm(ids[0]))
        there.decide(decisions.Confirm(ids[1]))
    connection = sqlite3.connect(other)
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'decision_event%'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()
    here = open_as()
    before = content(path)
    (failure,) = here.add([other]).failures
    assert said in failure.reason
    assert "\n" not in failure.reason
    assert content(path) == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP TRIGGER decision_event_is_never_deleted", "its decision_event_is_never_deleted is missing"),
        (
            "CREATE TRIGGER trap AFTER INSERT ON article BEGIN DELETE FROM session; END",
            "its trap was added",
        ),
        ("PRAGMA user_version = 99", "was written by a newer Curator"),
        ("PRAGMA application_id = 7", "a database of another program"),
    ],
)
def test_a_database_that_is_not_made_as_curator_makes_it_is_refused(
    open_as: OpenAs, path: Path, statement: str, said: str
) -> None:
    other = path.with_name("other.db")
    shutil.copy(path, other)
    connection = sqlite3.connect(other)
    connection.execute(statement)
    connection.commit()
    connection.close()
    (failure,) = open_as().add([other]).failures
    assert said in failure.reason


def test_what_each_reviewer_was_shown_stays_known(bare: tuple[Path, list[str]], tmp_path: Path) -> None:
    claim_id, paths = bare[1][0], []
    for name, speaker in (("ana", "Kalin"), ("ben", "Shamanov")):
        paths.append(tmp_path / f"{name}.db")
        shutil.copy(bare[0], paths[-1])
        with Workspace.open(paths[-1], reviewer=name) as workspace:
            corpus = workspace._store.corpus
            with workspace._store.database.writing():
                corpus.replace_claim(dataclasses.replace(corpus.claim(claim_id), speaker=speaker))
            workspace.decide(decisions.Confirm(claim_id))
    with Workspace.open(united(tmp_path / "both.db", *paths), reviewer="cy") as both:
        assert both.claim(claim_id).speaker in ("Kalin", "Shamanov")
        assert both.verify().findings == ()
