"""What the tables hold, event by event, is what the whole log comes to."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator import CuratorError, Workspace, decisions
from curator.models import Span

INDEX = st.integers(0, 8)
WORD = st.sampled_from(["confirmed", "rejected", "same", "contradicts", "unrelated"])
STEP = st.tuples(
    st.sampled_from(["ana", "ben"]),
    st.sampled_from(
        "confirm reject skip edit respan merge merge contradict dismiss split canonical adjudicate settle "
        "note add undo redo undo_any group verdicts merges".split()
    ),
    INDEX,
    INDEX,
    WORD,
)


def step(workspace: Workspace, ids: list[str], what: str, a: str, b: str, word: str) -> None:
    """One thing that a reviewer can do; what is refused is refused."""
    match what:
        case "undo":
            workspace.undo()
        case "redo":
            workspace.redo()
        case "undo_any":
            log = list(workspace.log())
            workspace.undo(log[ids.index(a) % len(log)].event_id if log else "nothing")
        case "group":
            workspace.decide_all([decisions.Confirm(a), decisions.Note(b, word)])
        case "verdicts":
            wanted = decisions.Confirm if word == "confirmed" else decisions.Reject
            workspace.decide_all([wanted(claim) for claim in ids[ids.index(a) :]])
        case "merges":
            workspace.decide_all([decisions.Merge(claim, b) for claim in ids[ids.index(a) :] if claim != b])
        case "add":
            article = workspace.claim(a).claim.article_id
            workspace.decide(decisions.Add(article, Span(ids.index(a), 7 + ids.index(b))))
        case _:
            workspace.decide(_decision(what, a, b, word))


def _decision(what: str, a: str, b: str, word: str) -> decisions.Decision:
    made: dict[str, Callable[[], decisions.Decision]] = {
        "confirm": lambda: decisions.Confirm(a),
        "reject": lambda: decisions.Reject(a, word),
        "skip": lambda: decisions.Skip(a),
        "edit": lambda: decisions.Edit(a, wording=word, speaker=b),
        "respan": lambda: decisions.Edit(a, span=Span(0, 5)),
        "merge": lambda: decisions.Merge(a, b),
        "contradict": lambda: decisions.Contradict(a, b, "number"),
        "dismiss": lambda: decisions.Dismiss(a, b),
        "split": lambda: decisions.Split(a),
        "canonical": lambda: decisions.Canonical(a),
        "adjudicate": lambda: decisions.Adjudicate(a, word),  # type: ignore[arg-type]
        "settle": lambda: decisions.AdjudicatePair(a, b, word),  # type: ignore[arg-type]
        "note": lambda: decisions.Note(a, word),
    }
    return made[what]()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=18))
def test_the_tables_are_what_the_log_comes_to(
    template: tuple[Path, list[str]], tmp_path: Path, steps: list[tuple[str, str, int, int, str]]
) -> None:
    path = tmp_path / "curator.db"
    shutil.copy(template[0], path)
    ids = template[1]
    with Workspace.open(path, reviewer="ana") as ana, Workspace.open(path, reviewer="ben") as ben:
        for reviewer, what, a, b, word in steps:
            try:
                step({"ana": ana, "ben": ben}[reviewer], ids, what, ids[a], ids[b], word)
            except CuratorError as error:
                assert "\n" not in str(error)
        assert ana.verify().findings == ()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=12), st.integers(1, 12))
def test_as_many_redos_as_undos_give_the_same_claims(
    template: tuple[Path, list[str]], tmp_path: Path, steps: list[tuple[str, str, int, int, str]], count: int
) -> None:
    path = tmp_path / "curator.db"
    shutil.copy(template[0], path)
    ids = template[1]
    with Workspace.open(path, reviewer="ana") as ana:
        for _, what, a, b, word in steps:
            try:
                step(ana, ids, what, ids[a], ids[b], word)
            except CuratorError:
                continue
        before = list(ana.claims())
        undone = 0
        try:
            for _ in range(count):
                ana.undo()
                undone += 1
        except CuratorError:
            pass
        for _ in range(undone):
            ana.redo()
        assert list(ana.claims()) == before
