"""The clusters for a list: who is carried by how many, page by page."""

from collections.abc import Callable

import pytest

from curator import CuratorError, Workspace, decisions

OpenAs = Callable[..., Workspace]


@pytest.fixture
def joined(open_as: OpenAs) -> Workspace:
    """Three claims joined in one cluster, one against it, one confirmed alone."""
    workspace = open_as()
    ids = [view.claim.id for view in workspace.claims()]
    workspace.decide(decisions.Merge(ids[4], ids[0]))
    workspace.decide(decisions.Merge(ids[7], ids[0]))
    workspace.decide(decisions.Confirm(ids[0]))
    workspace.decide(decisions.Confirm(ids[2]))
    workspace.decide(decisions.Contradict(ids[1], ids[4], "number"))
    return workspace


def test_the_most_carried_comes_first_and_what_stands_alone_after(joined: Workspace) -> None:
    clusters = joined.clusters()
    assert [cluster.members for cluster in clusters] == [3, 1]
    assert clusters[0].canonical.status == "confirmed"
    assert len(clusters[0].outlets) <= 3


def test_what_nobody_decided_is_no_cluster(open_as: OpenAs) -> None:
    assert open_as().clusters() == ()


def test_the_contradicted_come_with_how_many_stand_against_them(joined: Workspace) -> None:
    clusters = joined.clusters("contradicted")
    assert len(clusters) == 2
    assert all(cluster.canonical.contradictions == 1 for cluster in clusters)


@pytest.mark.parametrize("order", ["carried", "contradicted", "article"])
def test_pages_of_one_hold_together_what_one_page_holds(joined: Workspace, order: str) -> None:
    whole = joined.clusters(order)
    paged, after = [], ""
    while page := joined.clusters(order, after=after, limit=1):
        paged += page
        after = page[-1].canonical.claim.id
    assert tuple(paged) == whole
    assert len(whole) == 2


def test_a_split_member_is_counted_no_more(joined: Workspace) -> None:
    member = next(v for v in joined.claims() if v.status == "merged")
    joined.decide(decisions.Split(member.claim.id))
    assert joined.clusters()[0].members == 2


def test_an_unknown_order_is_refused(open_as: OpenAs) -> None:
    with pytest.raises(CuratorError, match=r"there is no order 'size'"):
        open_as().clusters("size")
