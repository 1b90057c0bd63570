"""What export, verify and reports read is one state, and holds nobody up for long."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curator import Workspace, decisions

OpenAs = Callable[..., Workspace]


def test_a_big_database_is_copied_so_that_others_go_on_deciding(
    open_as: OpenAs, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.store.dataset._READ_IN_PLACE", 0)
    ana, ben = open_as("ana"), open_as("ben", timeout=0.05)
    with ana.dataset() as dataset:
        claims = dataset.claims()
        first = next(claims)
        ben.decide(decisions.Confirm(ids[0]))
        assert [v.status for v in (first, *claims)] == ["pending"] * 9
        assert not list(dataset.events())
    assert ana.claim(ids[0]).status == "confirmed"


def test_a_copy_leaves_nothing_behind(open_as: OpenAs, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.store.dataset._READ_IN_PLACE", 0)
    with open_as().dataset() as dataset:
        assert len(list(path.parent.glob(".curator-*"))) == 1
        dataset.progress()
    assert [file.name for file in path.parent.iterdir()] == ["curator.db"]


def test_the_dataset_is_in_the_order_that_exporters_ask_for(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    for left, right in ((0, 1), (1, 2), (3, 4)):
        workspace.decide(decisions.Merge(ids[left], ids[right]))
    workspace.decide(decisions.Contradict(ids[0], ids[3], "number"))
    workspace.decide(decisions.Dismiss(ids[5], ids[6]))
    with workspace.dataset() as dataset:
        articles = [a.id for a in dataset.articles()]
        claims = [(v.claim.article_id, v.claim.start, v.claim.end, v.claim.id) for v in dataset.claims()]
        relations = [(r.left_id, r.right_id) for r in dataset.relations()]
        events = [(e.hlc, e.reviewer, e.rseq) for e in dataset.events()]
        assert [name for name, _, _ in dataset.heads()] == [workspace._store.chain]
    for listed in (articles, claims, relations, events):
        assert listed == sorted(set(listed))
    assert (len(articles), len(claims), len(relations), len(events)) == (3, 9, 3 + 1 + 6 + 1, 5)
    assert all(left < right for left, right in relations)
