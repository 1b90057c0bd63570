"""Looking back: the past is what it was then, and the log can be walked through any filter."""

import time
from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.models import ClaimView, Progress, Span
from curator.review.history import Entry
from tests.tui.newsroom import BRIDGE, HURT, NO_ROAD, PAIRS, ROAD, STORIES, fill


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    fill(path, STORIES, PAIRS)
    return path


def walk(workspace: Workspace, words: str, limit: int = 3, *, backwards: bool = False) -> list[Entry]:
    """Every entry through a filter, page by page."""
    reading = workspace.reading(words)
    found: list[Entry] = []
    ended = False
    while not ended:
        page, ended = reading.page(found[-1] if found else None, limit, backwards)
        found += page
    return found


def state(workspace: Workspace) -> tuple[Progress, list[ClaimView]]:
    progress = workspace.progress()
    counts = Progress(
        progress.pending, progress.confirmed, progress.rejected, progress.merged, progress.disputed,
        articles=progress.articles, same=progress.same, contradicts=progress.contradicts,
        unrelated=progress.unrelated,
    )  # fmt: skip
    return counts, list(workspace.claims())


def claim(workspace: Workspace, words: str, outlet: int = 0) -> str:
    return [view for view in workspace.claims() if view.claim.text == words][outlet].claim.id


def test_the_past_is_what_it_was_after_every_single_decision(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana, Workspace.open(db, reviewer="ben") as ben:
        bridge, other, road = claim(ana, BRIDGE), claim(ana, BRIDGE, 1), claim(ana, ROAD)
        hurt, no_road = claim(ana, HURT), claim(ana, NO_ROAD)
        article = ana.claim(bridge).claim.article_id
        span = Span(0, 26)
        steps = [
            (ana, decisions.Confirm(bridge)),
            (ana, decisions.Edit(bridge, wording="The bridge stays closed", speaker="M. Vance")),
            (ben, decisions.Reject(hurt, "hearsay")),
            (ana, decisions.Confirm(hurt)),
            (ana, decisions.Merge(other, bridge)),
            (ben, decisions.Contradict(road, no_road, "negation")),
            (ana, decisions.Add(article, span, "Harbour Post")),
            (ana, decisions.Note(road, "ask again")),
            (ana, decisions.Skip(road)),
            (ana, None),
            (ana, decisions.Split(other)),
            (ana, None),
            (ana, decisions.Canonical(other)),
        ]
        then = []
        for who, step in steps:
            time.sleep(0.003)
            who.undo() if step is None else who.decide(step)
            then.append((time.time_ns() // 1_000_000, *state(ana)))
            time.sleep(0.003)
        for moment, progress, claims in then:
            past = ana.past(moment)
            assert past.moment.progress == progress
            found, ended = ana.past_claims(past)
            assert ended
            assert [_seen(view) for view in found] == [_seen(view) for view in claims]


def _seen(view: ClaimView) -> tuple[object, ...]:
    """A claim but for its open candidates, which the past does not tell."""
    return (
        view.claim.id, view.status, view.canonical_id, view.wording, view.speaker, view.start, view.end,
        view.reason, view.reviewers, view.notes, view.skipped, view.contradictions,
    )  # fmt: skip


def test_before_there_was_anything_there_is_nothing(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana:
        past = ana.past(1000)
        assert past.moment.progress == Progress()
        assert ana.past_claims(past) == ([], True)


def test_the_log_can_be_walked_both_ways_in_pages(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana:
        for view in list(ana.claims()):
            ana.decide(decisions.Confirm(view.claim.id))
        newest = [event.event_id for event in ana.log()]
        assert [entry.event.event_id for entry in walk(ana, "")] == newest
        assert [entry.event.event_id for entry in walk(ana, "", backwards=True)] == newest[::-1]


def test_filters_keep_reviewers_verbs_claims_and_words_apart(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana, Workspace.open(db, reviewer="anabel") as anabel:
        ana.decide(decisions.Confirm(claim(ana, BRIDGE)))
        anabel.decide(decisions.Reject(claim(ana, HURT)))
        ana.decide(decisions.Reject(claim(ana, ROAD)))
        ana.undo()

        def kinds(words: str) -> list[str]:
            return [entry.event.kind for entry in walk(ana, words)]

        assert kinds("reviewer:ana") == ["undo", "reject", "confirm"]
        assert kinds("reviewer:anabel") == ["reject"]
        assert kinds("verb:rejected") == ["reject", "reject"]
        assert kinds("verb:rejected reviewer:ana") == ["reject"]
        assert kinds(f"claim:{claim(ana, ROAD)[:10]}") == ["undo", "reject"]
        assert kinds("storm") == ["reject"]
        assert kinds("verb:merge") == []
        assert [entry.stands for entry in walk(ana, "reviewer:ana")] == [True, False, True]


def test_common_words_are_found_event_by_event_just_as_rare_ones_are(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(db, reviewer="ana") as ana:
        for view in list(ana.claims()):
            ana.decide(decisions.Confirm(view.claim.id))
        rare = [entry.event.event_id for entry in walk(ana, "road reop")]
        monkeypatch.setattr("curator.store.history._MOST_CLAIMS", 0)
        monkeypatch.setattr("curator.store.log_pages._SLICE", 2)
        monkeypatch.setattr("curator.store.log_pages._PATIENCE", 0.0)
        assert [entry.event.event_id for entry in walk(ana, "road reop")] == rare
        assert len(rare) == 2


def test_what_was_built_on_a_decision_is_told(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana:
        bridge, other = claim(ana, BRIDGE), claim(ana, BRIDGE, 1)
        first = ana.decide(decisions.Confirm(bridge)).event
        merged = ana.decide(decisions.Merge(other, bridge)).event
        ana.decide(decisions.Confirm(claim(ana, HURT)))
        around = ana.around(first.event_id)
        assert around.later_count == 1
        assert [entry.event.event_id for entry in around.later] == [merged.event_id]
        assert around.undone_by is None
        undo = ana.undo(merged.event_id).event
        assert ana.around(first.event_id).later_count == 0
        undone_by = ana.around(merged.event_id).undone_by
        assert undone_by is not None
        assert undone_by.event_id == undo.event_id


def test_decisions_made_at_once_are_told_as_one_group(db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as ana:
        wanted = [decisions.Confirm(view.claim.id) for view in list(ana.claims())[:4]]
        last = ana.decide_all(wanted).event
        assert ana.around(last.event_id).together == 4
