"""Parts of an article's claims are what the whole would be, cut: pages, counts, ids and places."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import fill

from curator import Workspace
from curator.models import ClaimPlace, ClaimView, Span
from curator.review.decisions import Confirm, Edit, Reject, Skip
from curator.store import Store

FILTERS = ("", "status:pending", "kind:paraphrase", "speaker:kalin", "troops kind:paraphrase", "-kalin")
CLAIMS = 40


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Two articles of forty claims, some decided, put off or moved, one of them across its neighbours."""
    path = tmp_path_factory.mktemp("listing") / "curator.db"
    store = Store.open(path, reviewer="maker")
    ids = fill(store, 2, CLAIMS)
    store.database.close()
    workspace = Workspace.open(path, reviewer="ana")
    for number in range(0, CLAIMS, 3):
        workspace.decide(Confirm(ids[number]))
    for number in range(1, CLAIMS, 5):
        workspace.decide(Reject(ids[number]))
    workspace.decide(Skip(ids[2]))
    longest = workspace.claim(ids[7])
    workspace.decide(Edit(ids[7], span=Span(longest.start - 150, longest.end + 300)))
    workspace.decide(Edit(ids[20], span=Span(3, 9)))
    return workspace


def first_article(workspace: Workspace) -> str:
    return next(workspace.articles()).id


def whole(workspace: Workspace, words: str) -> list[ClaimView]:
    """The first article's claims that fit, read in another way."""
    article = first_article(workspace)
    return [view for view in workspace.claims(words) if view.claim.article_id == article]


@settings(max_examples=60, deadline=None)
@given(words=st.sampled_from(FILTERS), place=st.integers(0, CLAIMS), limit=st.integers(1, CLAIMS))
def test_pages_and_counts_are_cut_from_the_whole_list(
    workspace: Workspace, words: str, place: int, limit: int
) -> None:
    everything = whole(workspace, words)
    listing = workspace.listing(first_article(workspace), words)
    at = place % len(everything)
    here = everything[at].claim.id
    assert list(listing.page()) == everything
    assert list(listing.page(limit=limit)) == everything[:limit]
    assert list(listing.page(limit=limit, backwards=True)) == everything[::-1][:limit]
    assert list(listing.page(here, limit=limit)) == everything[at + 1 :][:limit]
    assert list(listing.page(here, limit=limit, backwards=True)) == everything[:at][::-1][:limit]
    assert listing.counted() == len(everything)
    assert listing.counted(here) == len(everything) - at - 1
    assert listing.counted(here, backwards=True) == at
    assert listing.counted(here, most=3) in (min(3, len(everything) - at - 1), len(everything) - at - 1)
    other = everything[limit % len(everything)].claim.id
    between = [view.claim.id for view in everything]
    low, high = sorted((at, limit % len(everything)))
    cut = between[low : high + 1]
    assert list(listing.between(between[low], between[high])) == cut
    assert list(listing.between(between[high], between[low])) == cut[::-1]
    assert listing.holds(other)


@settings(max_examples=60, deadline=None)
@given(words=st.sampled_from(FILTERS), start=st.integers(0, 2600), length=st.integers(0, 900))
def test_places_are_those_of_the_claims_that_cut_the_stretch(
    workspace: Workspace, words: str, start: int, length: int
) -> None:
    end = start + length
    wanted = {
        ClaimPlace(view.claim.id, view.start, view.end, view.status, view.skipped)
        for view in whole(workspace, words)
        if view.start < max(end, start + 1) and view.end > start
    }
    found = workspace.listing(first_article(workspace), words).places(start, end)
    assert set(found) == wanted
    assert len(found) == len(wanted)


def test_a_claim_that_does_not_fit_is_listed_where_it_is_asked_for(workspace: Workspace) -> None:
    every = list(workspace.listing(first_article(workspace)).page())
    rejected = next(view for view in every if view.status == "rejected")
    listing = workspace.listing(rejected.claim.article_id, "status:confirmed", also=rejected.claim.id)
    wanted = [v for v in every if v.status == "confirmed" or v.claim.id == rejected.claim.id]
    assert list(listing.page()) == wanted
    assert list(listing.page(limit=2)) == wanted[:2]
    assert list(listing.page(limit=2, backwards=True)) == wanted[::-1][:2]
    assert listing.counted() == len(wanted)
    assert listing.holds(rejected.claim.id)


def test_a_claim_of_another_article_is_never_listed(workspace: Workspace) -> None:
    first, second = (summary.id for summary in workspace.articles())
    other = workspace.claims_of(second)[0].claim.id
    assert not workspace.listing(first).holds(other)
    assert other not in {v.claim.id for v in workspace.listing(first, "status:rejected", also=other).page()}
    assert not workspace.listing(first).holds("unknown")


def test_in_blind_mode_the_places_tell_nothing_of_what_others_decided(
    open_as: Callable[..., Workspace], ids: list[str]
) -> None:
    open_as("ana").decide(Reject(ids[0]))
    ben = open_as("ben")
    article = first_article(ben)
    assert {place.status for place in ben.listing(article).places(0, 99)} == {"pending", "rejected"}
    ben.guard(type(ben.guards)(blind=True))
    assert {place.status for place in ben.listing(article).places(0, 99)} == {"pending"}


def test_going_on_in_a_long_list_reads_no_more_than_it_gives(tmp_path: Path) -> None:
    path = tmp_path / "curator.db"
    store = Store.open(path, reviewer="maker")
    ids = fill(store, 1, 3000)
    store.database.close()
    with Workspace.open(path, reviewer="ana") as workspace:
        listing = workspace.listing(first_article(workspace))
        steps = 0

        def counted() -> None:
            nonlocal steps
            steps += 100

        connection: sqlite3.Connection = workspace._store.database.connection
        connection.set_progress_handler(counted, 100)
        assert len(listing.page(ids[1500], limit=10)) == 10
        assert len(listing.page(ids[1500], limit=10, backwards=True)) == 10
        assert listing.counted() == 3000
        assert steps < 5000  # a walk over all of them takes fifteen thousand at least
